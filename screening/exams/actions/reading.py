"""Gives a reading of an exam: the newest one is the exam's final category."""

from datetime import datetime

from screening.audit.actions import Subject, record
from screening.database.transactions import touch_enrollments, transaction
from screening.exams.models import Exam, Reading
from screening.exams.rules import ReadingKind
from screening.exams.rules.entry import ReaderView
from screening.programs import get_program
from screening.protocol.errors import RefusedInputError
from screening.protocol.wording import N_
from screening.security.actor import Actor


def give_reading(
    exam: Exam, view: ReaderView, *, kind: ReadingKind, by: Actor, at: datetime
) -> Reading:
    """Add a reader's final view; it never changes an earlier one, it follows it."""
    with transaction():
        program = get_program(exam.program)
        system = program.system(exam.system or program.default_system)
        if view.category not in {category.code for category in system.categories}:
            raise RefusedInputError("category", N_("Choose a category of the system in use"))
        before = [exam.category, exam.modifiers]
        category = system.category(view.category)
        exam.system, exam.category, exam.modifiers = system.code, view.category, view.modifiers
        exam.is_positive = category.is_positive
        exam.asks_more_imaging = category.asks_more_imaging
        exam.asks_tissue = category.asks_tissue
        exam.resulted_on = exam.resulted_on or at.astimezone().date()
        reading = Reading(
            kind=kind,
            reader_id=by.user_id,
            reader_name=by.name,
            category=view.category,
            modifiers=view.modifiers,
            differs_because=view.differs_because,
            given_at=at,
        )
        exam.readings.append(reading)
        subject = Subject("exam", exam.id, exam.participant_id)
        changes = {
            "category": [before, [view.category, view.modifiers]],
            "kind": [None, kind.value],
        }
        reason = view.differs_because
        record("exams:reading:give", subject, by=by, at=at, reason=reason, changes=changes)
        touch_enrollments([exam.enrollment_id])
    return reading
