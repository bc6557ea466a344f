"""Persons and exams as JSON: what lists show of them, and nothing else."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from screening.api.queries import ExamSummary
from screening.participants.queries import PersonSummary


@dataclass(frozen=True)
class Registration:
    """The number of a person at a site."""

    site: str
    registration_no: str


@dataclass(frozen=True)
class Person:
    """A person as lists show one; `birth_date` has the precision that is known."""

    id: str
    name: str
    sex: str
    birth_date: str | None
    died_on: str | None
    registrations: tuple[Registration, ...]


@dataclass(frozen=True)
class ListedExam:
    """An exam as lists show one; the category is the final one, by its system."""

    id: str
    participant: str
    accession_no: str
    program: str
    site: str
    modality: str
    purpose: str
    status: str
    scheduled_on: str | None
    performed_on: str | None
    resulted_on: str | None
    system: str | None
    category: str | None
    modifiers: str
    is_positive: bool | None
    recommendation: str | None


def present_people(people: Sequence[PersonSummary]) -> list[dict[str, object]]:
    """Return the lines of persons."""
    return [asdict(_person(person)) for person in people]


def _person(person: PersonSummary) -> Person:
    return Person(
        person.public_id,
        person.name,
        person.sex.value,
        str(person.born) if person.born else None,
        _day(person.died_on),
        tuple(Registration(line.site_code, line.registration_no) for line in person.registrations),
    )


def present_exams(exams: Sequence[ExamSummary]) -> list[dict[str, object]]:
    """Return the lines of exams."""
    return [
        asdict(
            ListedExam(
                exam.public_id,
                exam.person,
                exam.accession_no,
                exam.program,
                exam.site,
                exam.modality,
                exam.purpose,
                exam.status,
                _day(exam.scheduled_on),
                _day(exam.performed_on),
                _day(exam.resulted_on),
                exam.system,
                exam.category,
                exam.modifiers,
                exam.is_positive,
                exam.recommendation,
            )
        )
        for exam in exams
    ]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
