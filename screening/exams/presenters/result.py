"""The result of an exam while it is typed: category, action, dates, reasons, what is missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from screening.exams.presenters.beside import BesideLine, of_finding, present_beside
from screening.exams.presenters.category import (
    CategoryPresenter,
    Given,
    computed_category,
    present_category,
    recommended_action,
)
from screening.exams.presenters.naming import Lines, finding_name, named_problems, size_text
from screening.exams.rules import READABLE, ExamStatus
from screening.exams.rules.entry import ExamEntry, Review
from screening.exams.rules.marks import marks_of, system_of
from screening.protocol.category import Categorization
from screening.protocol.fields import Payload
from screening.protocol.program import Program
from screening.protocol.wording import Problem
from screening.web.locale import say


@dataclass(frozen=True)
class FindingLine:
    """One finding with the category that it has by itself, and those that other systems give."""

    number: int
    name: str
    size: str
    category: str
    beside: Lines


@dataclass(frozen=True)
class ResultPresenter:
    """What the panel beside the form says; `own` is what the reader says where that differs."""

    note: str
    corrections: Lines
    computed: CategoryPresenter | None
    own: CategoryPresenter | None
    reasons: Lines
    missing: Lines
    findings: tuple[FindingLine, ...]
    beside: tuple[BesideLine, ...]


def present_review(
    program: Program, entry: ExamEntry, review: Review, unread: Iterable[Problem], today: date
) -> ResultPresenter:
    """Return the result of an entry; with impossible values there is none."""
    corrections = named_problems([*unread, *review.refused])
    computed = review.computed if not corrections else None
    day, resulted_on = entry.performed_on or today, entry.resulted_on or today
    shown = computed_category(program, computed, day, resulted_on) if computed else None
    return ResultPresenter(
        _note(entry, review),
        corrections,
        shown,
        _own(program, entry, computed, resulted_on),
        tuple(say(reason) for reason in computed.reasons) if computed else (),
        named_problems(computed.missing) if computed else (),
        finding_lines(program, entry.findings, review),
        present_beside(program, review.beside) if computed else (),
    )


def _note(entry: ExamEntry, review: Review) -> str:
    if entry.status not in READABLE:
        return str(_("Without usable images there is no result: the exam is to be repeated."))
    if entry.status is not ExamStatus.PERFORMED:
        return str(
            _("Of a partly performed exam no category is computed; the reader may give one.")
        )
    if not entry.findings and review.computed is None:
        return str(_("Nothing is entered yet. Saved like this, the exam waits for its result."))
    return ""


def _own(
    program: Program, entry: ExamEntry, computed: Categorization | None, resulted_on: date
) -> CategoryPresenter | None:
    """Return what stands by the reader's category or recommendation, where the rules differ."""
    view, day = entry.view, entry.performed_on
    code = view.category if view else computed.category if computed else None
    if code is None or day is None:
        return None
    system = system_of(program, entry.system, code)
    if code not in {category.code for category in system.categories}:
        return None
    asked = recommended_action(system, entry.recommendation)
    if computed is not None and code == computed.category and not asked:
        return None
    marks = marks_of(system, code, entry.recommendation, computed)
    modifiers = view.modifiers if view else ";".join(computed.modifiers if computed else ())
    return present_category(
        Given(
            program, system, code, modifiers, marks.interval, asked, day, resulted_on,
            marks.is_positive,
        )
    )  # fmt: skip


def finding_lines(
    program: Program, findings: Iterable[Payload], review: Review
) -> tuple[FindingLine, ...]:
    """Return the findings with their categories; a finding without one shows none."""
    kind = program.exam.finding
    categories = review.computed.finding_categories if review.computed else ()
    return tuple(
        FindingLine(
            number,
            finding_name(kind, payload),
            size_text(kind, payload),
            (categories[number - 1] if number <= len(categories) else None) or "",
            of_finding(program, review.beside, number - 1),
        )
        for number, payload in enumerate(findings, 1)
    )
