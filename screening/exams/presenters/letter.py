"""The result as the participant reads it: what was found, what happens next, where to ask."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from flask_babel import format_date
from flask_babel import gettext as _

from screening.exams.models import Exam
from screening.exams.presenters.category import CategoryPresenter, final_category
from screening.exams.presenters.words import modality_label
from screening.participants.rules import SEX_LABELS
from screening.programs import get_program
from screening.protocol.errors import NotAllowedNowError
from screening.protocol.program import Program
from screening.protocol.wording import N_
from screening.web.filters import site_name
from screening.web.locale import say

INCOMPLETE = N_(
    "The result is not complete yet. More images are needed, or images from earlier to compare."
)
NOTHING_TO_DO = N_(
    "Nothing needs to be done now. The next screening exam is part of the program, as planned."
)
REPEAT = N_(
    "A doctor of the program looks at your result. "
    "The exam is repeated after some time to see whether anything changes."
)
WORK_UP = N_(
    "More examinations are needed soon to find out what it is. We arrange them together with you."
)
TALK = N_("A doctor of the program talks with you about what happens next.")
OTHER_EXAM = N_(
    "Another exam of the same screening has to be looked at. You get its result as well, and it "
    "says what happens next."
)


@dataclass(frozen=True)
class LetterPresenter:
    """One page for the participant, in the language that the page was asked in."""

    title: str
    site: str
    name: str
    born: str
    sex: str
    numbers: str
    exam: str
    accession_no: str
    category: str
    meaning: str
    next_step: str
    dates: tuple[str, ...]
    made_on: str


def present_letter(
    exam: Exam, numbers: str, today: date, of_round: Sequence[Exam] = ()
) -> LetterPresenter:
    """Return the letter of an exam with a result; `of_round` are the exams of its round."""
    program = get_program(exam.program)
    final = final_category(program, exam, "", today)
    if final is None or exam.performed_on is None or exam.voided_at is not None:
        raise NotAllowedNowError(N_("This exam has no result to print"))
    person, day = exam.participant, long_date(exam.performed_on)
    modality = modality_label(program, exam.modality)
    return LetterPresenter(
        str(_("Your result: %(program)s", program=say(program.name))),
        site_name(exam.site),
        person.name,
        str(person.born or ""),
        say(SEX_LABELS[person.sex]),
        numbers,
        str(_("%(modality)s of %(day)s", modality=modality, day=day)),
        exam.accession_no,
        str(_("%(system)s: category %(code)s", system=final.system, code=final.code)),
        _meaning(program, exam, final),
        *_next(program, exam, final, of_round),
        long_date(today),
    )


def long_date(day: date) -> str:
    """Return a date as people write it in the language of the page."""
    return str(format_date(day, "long"))


def _meaning(program: Program, exam: Exam, final: CategoryPresenter) -> str:
    category = program.system(exam.system or program.default_system).category(exam.category or "")
    return say(category.plain) or final.label


def _next(
    program: Program, exam: Exam, final: CategoryPresenter, of_round: Sequence[Exam]
) -> tuple[str, tuple[str, ...]]:
    """Return what happens next, and by when; a negative exam says nothing where another decides."""
    is_open = exam.episode is not None and exam.episode.outcome is None
    if is_open and not exam.is_positive and any(each.is_positive for each in of_round):
        return say(OTHER_EXAM), ()
    return say(_next_step(program, exam, final)), _dates(program, exam, final)


def _next_step(program: Program, exam: Exam, final: CategoryPresenter) -> str:
    category = program.system(exam.system or program.default_system).category(exam.category or "")
    if exam.is_positive is None:
        return INCOMPLETE if category.asks_more_imaging else TALK
    if not exam.is_positive:
        return NOTHING_TO_DO
    if exam.asks_more_imaging and not exam.asks_tissue:
        return INCOMPLETE
    return WORK_UP if final.due is None else REPEAT


def _dates(program: Program, exam: Exam, final: CategoryPresenter) -> tuple[str, ...]:
    due = final.due
    if due is None:
        start = exam.resulted_on or exam.performed_on
        if start is None:
            return ()
        by = long_date(start + timedelta(days=program.schedule.first_step_within_days))
        return (
            str(_("You hear from us by %(day)s at the latest. If not, please call us.", day=by)),
        )
    if due.earliest_on == due.latest_on or exam.is_positive is None:
        return (str(_("This should be done by %(day)s.", day=long_date(due.latest_on))),)
    window = {"first": long_date(due.earliest_on), "last": long_date(due.latest_on)}
    return (
        str(_("Your next exam is due around %(day)s.", day=long_date(due.due_on))),
        str(_("It should take place between %(first)s and %(last)s.", **window)),
    )
