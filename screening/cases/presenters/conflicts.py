"""What someone else decided meanwhile, beside what is typed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from flask_babel import gettext as _

from screening.cases.models import Case
from screening.cases.presenters.timeline import present_decision
from screening.programs import get_program

Row = tuple[str, str, str]


@dataclass(frozen=True)
class ConflictPresenter:
    """Who saved the newer version and when; each row: label, what was saved, what is typed."""

    who: str
    at: datetime | None
    rows: tuple[Row, ...]


def present_case_conflict(
    case: Case, wanted: str, typed: Sequence[tuple[str, str]]
) -> ConflictPresenter:
    """Return the newest decision on a case beside the one that was about to be taken."""
    newest = present_decision(case.decisions[-1], get_program(case.exam.program).workup)
    rows = [(str(_("Decision")), newest.what, wanted)]
    if newest.comment:
        rows.append((str(_("Comment")), newest.comment, ""))
    rows += [(label, "", text) for label, text in typed if text]
    return ConflictPresenter(newest.who, newest.at, tuple(rows))
