"""Who synthetic persons are: names, birth dates, sites; every number says SYN."""

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
    "姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
GIVEN_FEMALE = "芳娜敏静丽艳娟霞秀玲桂英兰梅红玉萍燕云莲珍琴凤洁琳雪倩颖慧婷雅欣怡"
GIVEN_MALE = "伟强磊军洋勇杰涛明超刚平辉鹏华飞鑫波斌宇浩凯健俊帆国建志文武德海山林永"
LATIN_FEMALE = (
    "Anna Berg", "Maria Rossi", "Helen Clark", "Sara Lind", "Julia Costa", "Nora Dahl",
)  # fmt: skip
LATIN_MALE = (
    "John Miller", "Paul Novak", "David Evans", "Mark Weber", "Peter Kovacs", "Simon Grant",
)  # fmt: skip
DISTRICTS = ("East District", "West District", "North District", "South District", "Lake County")
LATIN_SHARE = 0.06


@dataclass(frozen=True)
class SyntheticPerson:
    """Who a synthetic participant is."""

    registration_no: str
    site: str
    name: str
    sex: str
    born_on: date
    district: str


def make_person(
    draw: random.Random, number: int, program: str, site: str, born_on: date, sex: str
) -> SyntheticPerson:
    """Return one synthetic person with a registration number that says so."""
    if draw.random() < LATIN_SHARE:
        name = draw.choice(LATIN_FEMALE if sex == "F" else LATIN_MALE)
    else:
        given = GIVEN_FEMALE if sex == "F" else GIVEN_MALE
        name = draw.choice(SURNAMES) + "".join(draw.sample(given, draw.choice((1, 2, 2))))
    registration_no = f"SYN-{program.upper()}-{number:06d}"
    return SyntheticPerson(registration_no, site, name, sex, born_on, draw.choice(DISTRICTS))


class KnownPeople:
    """Persons of other programs, each of whom joins this one at most once."""

    def __init__(self, people: Sequence[SyntheticPerson]) -> None:
        self._waiting: dict[str, list[SyntheticPerson]] = defaultdict(list)
        for person in people:
            self._waiting[person.site].append(person)

    def take(self, site: str, sex: str, born_from: date, born_to: date) -> SyntheticPerson | None:
        """Return the next person of a site who fits, if there is one."""
        waiting = self._waiting[site]
        for place, person in enumerate(waiting):
            if person.sex == sex and born_from <= person.born_on <= born_to:
                return waiting.pop(place)
        return None
