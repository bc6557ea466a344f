"""The result as the participant reads it: what was found, what happens next, where to ask."""

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


def present_letter(exam: Exam, numbers: str, today: date) -> LetterPresenter:
    """Return the letter of an exam with a result."""
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
        _next_step(exam, final),
        _dates(program, exam, final),
        long_date(today),
    )


def long_date(day: date) -> str:
    """Return a date as people write it in the language of the page."""
    return str(format_date(day, "long"))


def _meaning(program: Program, exam: Exam, final: CategoryPresenter) -> str:
    category = program.system(exam.system or program.default_system).category(exam.category or "")
    return say(category.plain) or final.label


def _next_step(exam: Exam, final: CategoryPresenter) -> str:
    if exam.is_positive is None:
        return say(INCOMPLETE)
    if not exam.is_positive:
        return say(NOTHING_TO_DO)
    return say(WORK_UP if final.due is None else REPEAT)


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
