"""Exams with their results, recorded as the slices record them."""

from datetime import timedelta
from itertools import count

from screening.clock import now, today
from screening.enrollments.models import Enrollment
from screening.exams.actions import add_exam
from screening.exams.models import Exam
from screening.exams.rules import ExamStatus, Purpose
from screening.exams.rules.entry import ExamEntry, ReaderView
from screening.programs import get_program
from screening.protocol.category import Category
from screening.security.actor import SYSTEM, Actor

NUMBERS = count(1)
EXAMINED_BEFORE = timedelta(days=10)


def make_exam(
    enrollment: Enrollment, category: str | None = None, by: Actor = SYSTEM, **entry
) -> Exam:
    """Log an exam of ten days ago with the category that a reader gave; None: no result."""
    program = get_program(enrollment.program)
    values = {
        "accession_no": f"T{next(NUMBERS):06}",
        "site_id": enrollment.site_id,
        "modality": program.system(program.default_system).modalities[0],
        "purpose": Purpose.BASELINE,
        "status": ExamStatus.PERFORMED,
        "performed_on": today() - EXAMINED_BEFORE,
        "view": ReaderView(category) if category else None,
        **entry,
    }
    return add_exam(enrollment, ExamEntry(**values), by=by, at=now())


def categories_of(program: str) -> list[Category]:
    """Return the categories of a program's own system, the least severe first."""
    definition = get_program(program)
    system = definition.system(definition.default_system)
    return sorted(system.categories, key=lambda category: category.severity)


def positive_category(program: str) -> str:
    """Return the most severe category of a program."""
    return next(each.code for each in reversed(categories_of(program)) if each.is_positive)


def negative_category(program: str) -> str:
    """Return a category of a program that is not positive."""
    return next(each.code for each in categories_of(program) if each.is_positive is False)
