"""The rows of demonstration data, as the files of every import kind would hold them."""

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from screening.protocol.synthetic.people import SyntheticPerson

Row = dict[str, str]


@dataclass(frozen=True)
class DemoOrder:
    """What is asked of a demonstration cohort: how many screened persons, from which seed.

    `screened` is the size of the largest program; `known` are living persons of the programs made
    before, some of whom may be in this one too.
    """

    screened: int
    seed: int
    today: date
    sites: Sequence[str]
    known: Sequence[SyntheticPerson] = ()


@dataclass
class DemoTables:
    """Rows of every import kind, as their files would hold them, and who may join others."""

    rows: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    people: list[SyntheticPerson] = field(default_factory=list)

    def add(self, table: str, /, **values: object) -> None:
        """Add a row; empty values are left out."""
        row = {name: str(value) for name, value in values.items() if value not in (None, "")}
        self.rows[table].append(row)


def add_person(draw: random.Random, tables: DemoTables, person: SyntheticPerson) -> None:
    """Add the row of a participant."""
    tables.add(
        "participants",
        registration_no=person.registration_no,
        site=person.site,
        name=person.name,
        sex=person.sex,
        birth_date=person.born_on,
        phone=f"139{draw.randrange(10**8):08d}",
        district=person.district,
        language="zh" if not person.name.isascii() else "en",
    )


class PersonRows:
    """Writes the rows of one person in one program, and numbers the exams."""

    def __init__(self, tables: DemoTables, person: SyntheticPerson, exam_mark: str = "") -> None:
        """Begin; the `exam_mark` keeps exam numbers apart from those of another program."""
        self.person = person
        self._tables, self._exam_mark, self._exams = tables, exam_mark, 0

    def add(self, table: str, /, **values: object) -> None:
        """Add a row about the person."""
        whose = {"registration_no": self.person.registration_no, "site": self.person.site}
        self._tables.add(table, **whose, **values)

    def add_exam(self, modality: str, purpose: str, performed_on: date, **values: object) -> str:
        """Add an exam, done or booked; return its number."""
        self._exams += 1
        accession_no = f"{self.person.registration_no}-{self._exam_mark}{self._exams:02d}"
        self._tables.add(
            "exams",
            accession_no=accession_no,
            registration_no=self.person.registration_no,
            site=self.person.site,
            modality=modality,
            purpose=purpose,
            performed_on=performed_on,
            **values,
        )
        return accession_no

    def add_to_exam(self, table: str, accession_no: str | None, /, **values: object) -> None:
        """Add a row that belongs to an exam: a finding, a procedure, an outcome."""
        self._tables.add(table, accession_no=accession_no, site=self.person.site, **values)

    def add_procedure(
        self,
        accession_no: str | None,
        kind: str,
        performed_on: date,
        result: str,
        complication: str = "",
    ) -> None:
        """Add a procedure of the work-up that an exam asked for."""
        self.add_to_exam(
            "procedures",
            accession_no,
            kind=kind,
            performed_on=performed_on,
            result=result,
            complication=complication,
        )
