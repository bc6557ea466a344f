"""What someone else decided meanwhile, beside what is typed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from flask_babel import gettext as _

from screening.cases.models import Case
from screening.cases.presenters.timeline import present_decision
from screening.enrollments.rules import OUTCOME_LABELS, Outcome
from screening.programs import get_program
from screening.web.locale import say

Row = tuple[str, str, str]

REMARKS = ("comment", "reason", "differs_because")


@dataclass(frozen=True)
class ConflictPresenter:
    """Who saved the newer version and when; each row: label, what was saved, what is typed."""

    who: str
    at: datetime | None
    rows: tuple[Row, ...]


def present_case_conflict(
    case: Case, wanted: str, typed: Sequence[tuple[str, str, str]]
) -> ConflictPresenter:
    """Return the newest decision beside the one about to be taken; `typed`: field, label, text."""
    newest = present_decision(case.decisions[-1], get_program(case.exam.program).workup)
    saved = {"category": case.exam.category or "", **dict.fromkeys(REMARKS, newest.comment)}
    rows = [(str(_("Decision")), newest.what, wanted)]
    rows += [(label, saved.get(name, ""), _in_words(name, text)) for name, label, text in typed]
    if newest.comment and not any(name in REMARKS for name, _label, _text in typed):
        rows.append((str(_("Comment")), newest.comment, ""))
    return ConflictPresenter(newest.who, newest.at, tuple(row for row in rows if row[1] != row[2]))


def _in_words(name: str, text: str) -> str:
    is_outcome = name == "outcome" and text in set(Outcome)
    return say(OUTCOME_LABELS[Outcome(text)]) if is_outcome else text
