"""What is recorded about a person, and what of it cannot be."""

import re
from dataclasses import dataclass, replace
from datetime import date
from unicodedata import normalize

from screening.participants.rules.birth import (
    BirthDate,
    DatePrecision,
    ages_on,
    check_birth_date,
)
from screening.participants.rules.numbers import check_national_id, normalize_phone
from screening.participants.rules.sex import SEX_LABELS, Sex
from screening.protocol.errors import RefusedInputError
from screening.protocol.wording import N_, Problem, Sentence

LONGEST_NAME = 120
# Nobody is screened as a child, and few live longer: a wrong year is the commonest slip.
USUAL_AGES = (18, 100)
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


@dataclass(frozen=True)
class PersonDetails:
    """What is typed about a person; None is not known."""

    name: str
    sex: Sex = Sex.UNKNOWN
    born: BirthDate | None = None
    national_id: str | None = None
    phone: str | None = None
    email: str | None = None
    address: str | None = None
    district: str | None = None
    language: str | None = None


def check_details(typed: PersonDetails, today: date) -> PersonDetails:
    """Return the details in their stored form, with birth date and sex out of the national number.

    What cannot be is refused at its field; what was typed always stands before what is derived.
    """
    checked = replace(
        typed,
        name=tidy_name(typed.name),
        phone=normalize_phone(typed.phone),
        email=check_email(typed.email),
        address=_tidy(typed.address),
        district=_tidy(typed.district),
        language=typed.language or None,
    )
    national_id = check_national_id(typed.national_id)
    if national_id is not None:
        born_on = national_id.born_on
        checked = replace(
            checked,
            national_id=national_id.number,
            born=checked.born or BirthDate(born_on, born_on, DatePrecision.DAY),
            sex=national_id.sex if checked.sex is Sex.UNKNOWN else checked.sex,
        )
    else:
        checked = replace(checked, national_id=None)
    check_birth_date(checked.born, today)
    return checked


def find_disagreements(checked: PersonDetails) -> tuple[Problem, ...]:
    """Ask about a birth date or a sex that the national number says otherwise."""
    national_id = check_national_id(checked.national_id)
    problems = []
    born = checked.born
    if national_id and born and not born.born_from <= national_id.born_on <= born.born_to:
        text = N_("The national number says born on {birth_date}")
        values: dict[str, object] = {"birth_date": national_id.born_on}
        problems.append(Problem("birth_date", Sentence(text, values), is_question=True))
    if national_id and checked.sex not in (national_id.sex, Sex.UNKNOWN):
        sentence = Sentence(
            N_("The national number says sex: {sex}"),
            {"sex": Sentence(SEX_LABELS[national_id.sex])},
        )
        problems.append(Problem("sex", sentence, is_question=True))
    return tuple(problems)


def find_unusual_age(checked: PersonDetails, today: date) -> tuple[Problem, ...]:
    """Ask whether a year of birth is meant that makes a child, or someone older than most get."""
    born = checked.born
    ages = ages_on(born.born_from, born.born_to, today) if born else None
    youngest, oldest = USUAL_AGES
    if ages is None or (ages[1] >= youngest and ages[0] <= oldest):
        return ()
    text = N_("This makes the person {age} years old; confirm it or correct it")
    sentence = Sentence(text, {"age": ages[0]})
    return (Problem("birth_date", sentence, is_question=True),)


def tidy_name(text: str | None) -> str:
    """Return a name in composed characters with single spaces; refuse an empty one."""
    name = " ".join(normalize("NFKC", text or "").split())
    if not name:
        raise RefusedInputError("name", N_("Enter the name"))
    if len(name) > LONGEST_NAME:
        raise RefusedInputError(
            "name", N_("Enter a name of at most {count} characters"), {"count": LONGEST_NAME}
        )
    return name


def check_email(text: str | None) -> str | None:
    """Return an address without surrounding spaces; refuse what is none."""
    email = (text or "").strip()
    if email and not EMAIL.fullmatch(email):
        raise RefusedInputError("email", N_("Enter an e-mail address such as name@example.org"))
    return email or None


def _tidy(text: str | None) -> str | None:
    return " ".join((text or "").split()) or None


def check_death(died_on: date, *, born_from: date | None, today: date) -> None:
    """Refuse a death in the future or before the birth."""
    if died_on > today:
        raise RefusedInputError(
            "died_on",
            N_("Enter a date of death that is not in the future: today is {today}"),
            {"today": today},
        )
    if born_from is not None and died_on < born_from:
        raise RefusedInputError(
            "died_on",
            N_("Enter a date of death that is not before the birth on {birth_date}"),
            {"birth_date": born_from},
        )
