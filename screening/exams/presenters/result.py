"""The result of an exam while it is typed: category, action, dates, reasons, what is missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from screening.exams.presenters.category import (
    CategoryPresenter,
    Given,
    computed_category,
    present_category,
)
from screening.exams.presenters.words import choice_label, measure
from screening.exams.rules import READABLE, ExamStatus
from screening.exams.rules.blocks import place_of
from screening.exams.rules.entry import ExamEntry, Review
from screening.exams.rules.marks import system_of
from screening.protocol.fields import Payload, field_named
from screening.protocol.program import FindingKind, Program
from screening.protocol.wording import Problem
from screening.web.locale import say

Lines = tuple[str, ...]


@dataclass(frozen=True)
class FindingLine:
    """One finding with the category that it has by itself."""

    number: int
    name: str
    size: str
    category: str


@dataclass(frozen=True)
class ResultPresenter:
    """What the panel beside the form says; `own` is the reader's category where it differs."""

    note: str
    corrections: Lines
    computed: CategoryPresenter | None
    own: CategoryPresenter | None
    reasons: Lines
    missing: Lines
    findings: tuple[FindingLine, ...]


def present_review(
    program: Program, entry: ExamEntry, review: Review, unread: Iterable[Problem], today: date
) -> ResultPresenter:
    """Return the result of an entry; with impossible values there is none."""
    corrections = named_problems([*unread, *review.refused])
    computed = review.computed if not corrections else None
    day, resulted_on = entry.performed_on or today, entry.resulted_on or today
    shown = computed_category(program, computed, day, resulted_on) if computed else None
    return ResultPresenter(
        _note(entry),
        corrections,
        shown,
        _own(program, entry, computed.category if computed else None, resulted_on),
        tuple(say(reason) for reason in computed.reasons) if computed else (),
        named_problems(computed.missing) if computed else (),
        finding_lines(program.exam.finding, entry.findings, computed_codes(review)),
    )


def computed_codes(review: Review) -> tuple[str | None, ...]:
    """Return the category of each finding."""
    return review.computed.finding_categories if review.computed else ()


def _note(entry: ExamEntry) -> str:
    if entry.status not in READABLE:
        return str(_("Without usable images there is no result: the exam is to be repeated."))
    if entry.status is not ExamStatus.PERFORMED:
        return str(
            _("Of a partly performed exam no category is computed; the reader may give one.")
        )
    if not entry.findings:
        return str(_("Nothing is entered yet. Saved like this, the exam waits for its result."))
    return ""


def _own(
    program: Program, entry: ExamEntry, computed: str | None, resulted_on: date
) -> CategoryPresenter | None:
    view, day = entry.view, entry.performed_on
    if view is None or day is None or view.category == computed:
        return None
    system = system_of(program, entry.system, view.category)
    if view.category not in {category.code for category in system.categories}:
        return None
    return present_category(
        Given(program, system, view.category, view.modifiers, None, "", day, resulted_on)
    )


def named_problems(problems: Iterable[Problem]) -> Lines:
    """Return problems in words, those of a finding with its number."""
    return tuple(_named(problem) for problem in problems)


def _named(problem: Problem) -> str:
    place, text = place_of(problem.field), say(problem.sentence)
    if place is None:
        return text
    return str(_("Finding %(number)s: %(text)s", number=place[0] + 1, text=text))


def finding_lines(
    kind: FindingKind, findings: Iterable[Payload], categories: tuple[str | None, ...]
) -> tuple[FindingLine, ...]:
    """Return the findings with their categories; a finding without one shows none."""
    return tuple(
        FindingLine(
            number,
            finding_name(kind, payload),
            size_text(kind, payload),
            (categories[number - 1] if number <= len(categories) else None) or "",
        )
        for number, payload in enumerate(findings, 1)
    )


def finding_name(kind: FindingKind, payload: Payload) -> str:
    """Return what was seen, and where."""
    fields = (kind.kind_field, kind.location_field)
    words = (choice_label(field_named(kind.fields, code), _text(payload, code)) for code in fields)
    return ", ".join(word for word in words if word)


def _text(payload: Payload, code: str) -> str | None:
    value = payload.get(code)
    return value if isinstance(value, str) else None


def size_text(kind: FindingKind, payload: Payload) -> str:
    """Return the size by which lists show a finding, typed or computed, with its unit."""
    whole = {**kind.compute(payload), **payload}
    value = whole.get(kind.size_field)
    if value is None or isinstance(value, str | tuple | date):
        return ""
    return measure(value, field_named(kind.fields, kind.size_field))
