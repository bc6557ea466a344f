"""Gives a reading of an exam: the newest one is the exam's final category."""

from datetime import datetime

from screening.audit.actions import record
from screening.database.transactions import touch_enrollments, transaction
from screening.exams.actions.events import subject_of
from screening.exams.actions.locking import lock_exam, standing_of
from screening.exams.actions.results import recompute, write_result
from screening.exams.models import Exam, Reading
from screening.exams.rules import ReadingKind
from screening.exams.rules.allowed import check_can_read
from screening.exams.rules.entry import ReaderView
from screening.exams.rules.marks import system_of
from screening.programs import get_program
from screening.protocol.errors import RefusedInputError
from screening.protocol.wording import N_
from screening.security.actor import Actor

Result = list[str | None]


def give_reading(
    exam: Exam, view: ReaderView, *, kind: ReadingKind, by: Actor, at: datetime
) -> Reading:
    """Add a reader's final view; it never changes an earlier one, it follows it."""
    with transaction():
        lock_exam(exam)
        check_can_read(standing_of(exam))
        system = system_of(get_program(exam.program), exam.system, view.category)
        if view.category not in {category.code for category in system.categories}:
            raise RefusedInputError("category", N_("Choose a category of the system in use"))
        before = result_of(exam)
        if exam.category != view.category:
            exam.recommendation = None  # it belongs to the category that it came with
        day = exam.resulted_on or at.astimezone().date()
        write_result(exam, view, recompute(exam), resulted_on=day)
        reading = Reading(kind=kind, reader_name=by.name, **_columns(view, by, at))
        store_reading(exam, reading, before, by=by, at=at)
        touch_enrollments([exam.enrollment_id])
    return reading


def add_first_reading(
    exam: Exam, view: ReaderView, before: Result, *, by: Actor, at: datetime
) -> None:
    """Add, within an action that wrote the result, the view of the reader whom the exam names."""
    reader_name = exam.reader or by.name
    reading = Reading(kind=ReadingKind.FIRST, reader_name=reader_name, **_columns(view, by, at))
    store_reading(exam, reading, before, by=by, at=at)


def _columns(view: ReaderView, by: Actor, at: datetime) -> dict[str, object]:
    return {
        "reader_id": by.user_id,
        "category": view.category,
        "modifiers": view.modifiers,
        "differs_because": view.differs_because,
        "given_at": at,
    }


def result_of(exam: Exam) -> Result:
    """Return the category and the modifiers of an exam, as the audit log compares them."""
    return [exam.category, exam.modifiers or ""]


def store_reading(exam: Exam, reading: Reading, before: Result, *, by: Actor, at: datetime) -> None:
    """Put a reading beside the earlier ones, and into the audit log."""
    exam.readings.append(reading)
    changes = {
        "category": [before, [reading.category, reading.modifiers]],
        "kind": [None, reading.kind.value],
    }
    reason = reading.differs_because
    record("exams:reading:give", subject_of(exam), by=by, at=at, reason=reason, changes=changes)
