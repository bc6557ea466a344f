"""The exams of one round as one assessment, where several modalities screen together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask import url_for

from screening.exams.models import Exam
from screening.exams.presenters.category import tone_of
from screening.exams.presenters.words import modality_label
from screening.exams.rules.entry import ExamEntry, record_of
from screening.exams.rules.labels import PURPOSE_LABELS
from screening.exams.rules.states import Purpose
from screening.programs import get_program
from screening.protocol.category import Categorization, ReadExam
from screening.web.locale import say

Resulted = tuple[Exam, ExamEntry]


@dataclass(frozen=True)
class RoundLine:
    """One exam of the round."""

    name: str
    purpose: str
    day: date | None
    url: str
    category: str
    tone: str


@dataclass(frozen=True)
class RoundPresenter:
    """What a round comes to: category, what it asks for, why, and the exams behind it."""

    code: str
    label: str
    tone: str
    action: str
    reasons: tuple[str, ...]
    lines: tuple[RoundLine, ...]


def present_round(exams: Sequence[Resulted]) -> RoundPresenter | None:
    """Return the assessment of a round's exams with results; None where one exam is all there is.

    The exams come in the order of their days. A follow-up at a short interval is an assessment of
    its own and has no part in that of the round.
    """
    exams = [each for each in exams if each[0].purpose is not Purpose.FOLLOW_UP]
    combined = _combined(exams)
    if combined is None or combined.category is None:
        return None
    category = get_program(exams[0][0].program).system(combined.system).category(combined.category)
    return RoundPresenter(
        category.code,
        say(category.label),
        tone_of(category.is_positive),
        say(category.action),
        tuple(say(reason) for reason in combined.reasons),
        tuple(_line(exam) for exam, _ in exams),
    )


def _combined(exams: Sequence[Resulted]) -> Categorization | None:
    systems = {exam.system for exam, _ in exams}
    if len(exams) < 2 or len(systems) != 1:
        return None
    system = get_program(exams[0][0].program).system(str(systems.pop()))
    if system.combine is None:
        return None
    read = [ReadExam(record_of(entry), exam.category) for exam, entry in exams if exam.category]
    return system.combine(read)


def _line(exam: Exam) -> RoundLine:
    return RoundLine(
        modality_label(get_program(exam.program), exam.modality),
        say(PURPOSE_LABELS[exam.purpose]),
        exam.performed_on,
        url_for("exams.show_exam", public_id=exam.public_id),
        exam.category or "",
        tone_of(exam.is_positive),
    )
