"""A category in full: code, label, what it asks for, and by when."""

from dataclasses import dataclass
from datetime import date, timedelta

from flask_babel import gettext as _
from flask_babel import ngettext

from screening.exams.models import Exam
from screening.exams.rules import Recommendation
from screening.exams.rules.due import due_after
from screening.exams.rules.labels import RECOMMENDATION_LABELS
from screening.protocol.category import Categorization, CategorySystem
from screening.protocol.program import Program
from screening.protocol.schedule import DueDates, Interval
from screening.web.locale import say

Tone = str


@dataclass(frozen=True)
class Given:
    """A category as it was given to an exam, by a reader or by the rules.

    `is_positive` is that of the exam: what is asked for may decide it, not the category.
    """

    program: Program
    system: CategorySystem
    code: str
    modifiers: str
    interval: str | None
    management: str
    day: date
    resulted_on: date
    is_positive: bool | None


@dataclass(frozen=True)
class CategoryPresenter:
    """What a page says of a category; without `due` no exam is due, work-up is."""

    code: str
    label: str
    system: str
    action: str
    tone: Tone
    interval: str
    due: DueDates | None
    case: str


def present_category(given: Given) -> CategoryPresenter:
    """Return a category with its action and its dates."""
    category = given.system.category(given.code)
    due = due_after(given.program, given.system.code, category, given.interval, given.day)
    key = category.interval if given.interval is None else given.interval
    window = given.program.schedule.windows.get(key)
    return CategoryPresenter(
        code_text(given.code, given.modifiers),
        say(category.label),
        f"{given.system.title} {given.system.edition}",
        say(given.management or category.action),
        tone_of(given.is_positive),
        interval_text(window.due) if window else "",
        due,
        _case_text(given),
    )


def _case_text(given: Given) -> str:
    if not given.is_positive:
        return ""
    by = given.resulted_on + timedelta(days=given.program.schedule.first_review_within_days)
    return str(_("A case is opened; a clinician reviews it by %(day)s", day=by))


def recommended_action(system: CategorySystem, recommendation: Recommendation | None) -> str:
    """Return what a reader asks for in a system in which that decides; blank elsewhere."""
    if recommendation is None or not system.windows_asked:
        return ""
    return RECOMMENDATION_LABELS[recommendation]


def code_text(code: str, modifiers: str) -> str:
    """Return a category with its modifiers, as reports print it."""
    return code + modifiers.replace(";", "")


def tone_of(is_positive: bool | None) -> Tone:
    """Return the tone of a result; the words beside it say the same."""
    if is_positive is None:
        return "watch"
    return "bad" if is_positive else "good"


def interval_text(interval: Interval) -> str:
    """Return an interval in words."""
    parts = []
    if interval.months:
        parts.append(str(ngettext("%(num)s month", "%(num)s months", interval.months)))
    if interval.days:
        parts.append(str(ngettext("%(num)s day", "%(num)s days", interval.days)))
    return " ".join(parts)


def computed_category(
    program: Program, computed: Categorization, day: date, resulted_on: date
) -> CategoryPresenter | None:
    """Return the category that the rules gave; None where they could give none."""
    if computed.category is None:
        return None
    system = program.system(computed.system)
    modifiers = ";".join(computed.modifiers)
    return present_category(
        Given(
            program, system, computed.category, modifiers, computed.interval, computed.management,
            day, resulted_on, computed.is_positive,
        )
    )  # fmt: skip


def final_category(
    program: Program, exam: Exam, management: str, today: date
) -> CategoryPresenter | None:
    """Return the category that stands for an exam; None while it has no result."""
    if exam.category is None or exam.system is None or exam.performed_on is None:
        return None
    system = program.system(exam.system)
    day = exam.performed_on
    return present_category(
        Given(
            program, system, exam.category, exam.modifiers, exam.interval, management,
            day, exam.resulted_on or today, exam.is_positive,
        )
    )  # fmt: skip
