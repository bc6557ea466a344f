"""What an exam is called, and in which tone its status is shown."""

from dataclasses import dataclass

from flask_babel import gettext as _

from screening.exams.models import Exam
from screening.exams.presenters.words import modality_label
from screening.exams.rules import EXPECTED, ExamStatus
from screening.programs import get_program
from screening.protocol.program import Program
from screening.web.locale import between


@dataclass(frozen=True)
class ExamHead:
    """An exam as far as a page about it names it."""

    public_id: str
    title: str
    accession_no: str


def present_head(exam: Exam) -> ExamHead:
    """Return what an exam is called."""
    title = title_of(get_program(exam.program), exam)
    return ExamHead(exam.public_id, title, exam.accession_no)


def title_of(program: Program, exam: Exam) -> str:
    """Return what an exam is called: how and when."""
    modality = modality_label(program, exam.modality)
    if exam.performed_on is not None:
        return f"{modality}{between(',')}{exam.performed_on.isoformat()}"
    day = exam.scheduled_on.isoformat() if exam.scheduled_on else ""
    return str(_("%(modality)s, appointment of %(day)s", modality=modality, day=day))


def status_tone(status: ExamStatus) -> str:
    """Return the tone of a status; the label beside it says the same."""
    if status is ExamStatus.PERFORMED:
        return "good"
    return "plain" if status in (*EXPECTED, ExamStatus.CANCELLED) else "watch"
