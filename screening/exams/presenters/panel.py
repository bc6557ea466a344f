"""A person's exams of every program, newest first, with the lesions over time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask import url_for

from screening.enrollments.models import Enrollment
from screening.exams.models import Exam
from screening.exams.presenters.category import code_text, tone_of
from screening.exams.presenters.heads import status_tone
from screening.exams.presenters.lesions import LesionTable, present_lesions
from screening.exams.presenters.words import modality_label
from screening.exams.rules import ExamStatus
from screening.exams.rules.allowed import EXAMINABLE
from screening.exams.rules.labels import PURPOSE_LABELS, STATUS_LABELS
from screening.programs import get_program
from screening.protocol.program import Program
from screening.web.filters import site_name
from screening.web.locale import say


@dataclass(frozen=True)
class ExamLine:
    """One exam in the list."""

    url: str
    day: date | None
    modality: str
    purpose: str
    site: str
    category: str
    category_tone: str
    status: str
    status_tone: str
    is_waiting: bool


@dataclass(frozen=True)
class ProgramExams:
    """The exams of one enrollment."""

    name: str
    enrollment_id: int
    can_add: bool
    lines: tuple[ExamLine, ...]
    lesions: LesionTable


@dataclass(frozen=True)
class ExamsPanel:
    """The exams of a person."""

    programs: tuple[ProgramExams, ...]


def present_panel(enrollments: Sequence[Enrollment], exams: Sequence[Exam]) -> ExamsPanel | None:
    """Return the panel; None where nobody is enrolled and nothing was done."""
    programs = tuple(
        _program(enrollment, [exam for exam in exams if exam.enrollment_id == enrollment.id])
        for enrollment in enrollments
    )
    shown = tuple(each for each in programs if each.can_add or each.lines)
    return ExamsPanel(shown) if shown else None


def _program(enrollment: Enrollment, exams: Sequence[Exam]) -> ProgramExams:
    program = get_program(enrollment.program)
    return ProgramExams(
        say(program.name),
        enrollment.id,
        enrollment.status in EXAMINABLE,
        tuple(exam_line(program, exam) for exam in exams),
        present_lesions(program, exams),
    )


def exam_line(program: Program, exam: Exam) -> ExamLine:
    """Return one exam as a line."""
    return ExamLine(
        url_for("exams.show_exam", public_id=exam.public_id),
        exam.performed_on or exam.scheduled_on,
        modality_label(program, exam.modality),
        say(PURPOSE_LABELS[exam.purpose]),
        site_name(exam.site),
        code_text(exam.category, exam.modifiers) if exam.category else "",
        tone_of(exam.is_positive),
        say(STATUS_LABELS[exam.status]),
        status_tone(exam.status),
        exam.status is ExamStatus.PERFORMED and exam.category is None,
    )
