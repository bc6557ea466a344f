"""A newer version of an enrollment beside what is typed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from flask_babel import gettext as _

from screening.audit.models import AuditEvent
from screening.enrollments.models import Enrollment
from screening.enrollments.rules import EXIT_LABELS, SOURCE_LABELS, STATUS_LABELS
from screening.web.filters import site_name
from screening.web.locale import say

DATES = ("invited_on", "consent_on", "enrolled_on", "exited_on", "hold_until")

Row = tuple[str, str, str]


@dataclass(frozen=True)
class ConflictPresenter:
    """Who saved the newer version and when; each row: label, what was saved, what is typed."""

    who: str
    at: datetime | None
    rows: tuple[Row, ...]


def present_conflict(rows: Sequence[Row], change: AuditEvent | None) -> ConflictPresenter:
    """Return both versions where they differ."""
    who, at = (change.actor_name, change.at) if change else ("", None)
    return ConflictPresenter(who, at, tuple(row for row in rows if row[1] != row[2]))


def state_texts(enrollment: Enrollment) -> dict[str, str]:
    """Return what is saved of an enrollment as texts, by the names of form fields."""
    known = enrollment
    return {
        "status": say(STATUS_LABELS[known.status]),
        "site_id": f"{known.site.code} {site_name(known.site)}",
        "source": say(SOURCE_LABELS[known.source]) if known.source else "",
        "exit_reason": say(EXIT_LABELS[known.exit_reason]) if known.exit_reason else "",
        "hold_reason": known.hold_reason or "",
        **{name: str(getattr(known, name) or "") for name in DATES},
    }


def rows_of(saved: Mapping[str, str], typed: Mapping[str, tuple[str, str]]) -> list[Row]:
    """Return what was saved beside what is typed; the status stands first."""
    shown = [(label, saved[name], text) for name, (label, text) in typed.items() if name in saved]
    return [(str(_("Status")), saved["status"], ""), *shown]
