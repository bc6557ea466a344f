"""What is entered of an exam, and what of it is impossible or unlikely; pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from screening.exams.rules.states import EXAMINED, ExamStatus, Purpose
from screening.protocol.category import Categorization
from screening.protocol.fields import Payload
from screening.protocol.payload import check_payload
from screening.protocol.program import Program
from screening.protocol.wording import N_, Problem, Sentence

OLD_EXAM = timedelta(days=365)


@dataclass(frozen=True)
class ReaderView:
    """The reader's own category; where it differs from the computed one, a reason is asked."""

    category: str
    modifiers: str = ""
    differs_because: str | None = None


@dataclass(frozen=True)
class ExamEntry:
    """One exam as typed: the act, its technique and details, its findings, the reader's view."""

    accession_no: str
    site_id: int
    modality: str
    purpose: Purpose
    status: ExamStatus
    performed_on: date | None
    scheduled_on: date | None = None
    details: Payload = field(default_factory=dict)
    findings: tuple[Payload, ...] = ()
    view: ReaderView | None = None
    reader: str | None = None
    machine: str | None = None
    comment: str | None = None


@dataclass(frozen=True)
class Person:
    """The dates of the person that an exam's date is held against."""

    born_from: date | None
    enrolled_on: date | None
    died_on: date | None


def check_entry(entry: ExamEntry, person: Person, program: Program, today: date) -> list[Problem]:
    """List what is refused or unlikely in an exam; finding problems are named `findings-N-code`."""
    problems = _check_day(entry, person, today)
    definition = program.exam
    problems += check_payload((*definition.technique, *definition.details), entry.details)
    for number, payload in enumerate(entry.findings):
        problems += [
            Problem(f"findings-{number}-{problem.field}", problem.sentence, problem.is_question)
            for problem in definition.finding.problems(payload)
        ]
    return problems


def _check_day(entry: ExamEntry, person: Person, today: date) -> list[Problem]:
    if entry.status not in EXAMINED:
        if entry.scheduled_on is None:
            return [Problem("scheduled_on", Sentence(N_("Enter the date of the appointment")))]
        return []
    day = entry.performed_on
    if day is None:
        return [Problem("performed_on", Sentence(N_("Enter the date of the exam")))]
    refusals = (
        (day > today, N_("The exam cannot be in the future; today is {limit}"), today),
        (
            _is_before(day, person.born_from),
            N_("The exam is before birth ({limit})"),
            person.born_from,
        ),
        (
            _is_before(day, person.enrolled_on),
            N_("The exam is before the enrollment on {limit}; correct one of the dates"),
            person.enrolled_on,
        ),
        (
            person.died_on is not None and day > person.died_on,
            N_("The exam is after the death on {limit}"),
            person.died_on,
        ),
    )
    found = [
        Problem("performed_on", Sentence(text, {"limit": limit}))
        for is_wrong, text, limit in refusals
        if is_wrong
    ]
    if not found and day < today - OLD_EXAM:
        message = Sentence(N_("The exam is more than a year ago; confirm the date"))
        found.append(Problem("performed_on", message, is_question=True))
    return found


def _is_before(day: date, limit: date | None) -> bool:
    return limit is not None and day < limit


def check_view(view: ReaderView | None, computed: Categorization | None) -> list[Problem]:
    """Ask for a reason where the reader's category differs from the computed one."""
    if view is None or computed is None or computed.category in (None, view.category):
        return []
    if view.differs_because:
        return []
    message = N_("The computed category is {computed}; say why yours is {given}")
    values = {"computed": computed.category, "given": view.category}
    return [Problem("differs_because", Sentence(message, values))]


def refused(problems: Sequence[Problem]) -> list[Problem]:
    """Return the problems that no confirmation can pass."""
    return [problem for problem in problems if not problem.is_question]
