"""A newer version of a person beside the one that is typed."""

from dataclasses import dataclass
from datetime import date, datetime

from flask_babel import gettext as _

from screening.audit.models import AuditEvent
from screening.participants.presenters.record import details_texts
from screening.participants.rules import PersonDetails

Row = tuple[str, str, str]


@dataclass(frozen=True)
class ConflictPresenter:
    """Who saved the newer version and when; each row: label, what was saved, what is typed."""

    who: str
    at: datetime | None
    rows: tuple[Row, ...]


def present_conflict(
    saved: PersonDetails, typed: PersonDetails, change: AuditEvent | None
) -> ConflictPresenter:
    """Return the fields in which the newer version and the typed one differ, side by side."""
    old, new = details_texts(saved), details_texts(typed)
    if saved.national_id != typed.national_id and old["national_id"] == new["national_id"]:
        new["national_id"] = _("another number")
    labels = field_labels()
    return _conflict([(labels[name], old[name], new[name]) for name in old], change)


def present_death_conflict(
    saved: tuple[date | None, str | None],
    typed: tuple[date | None, str | None],
    change: AuditEvent | None,
) -> ConflictPresenter:
    """Return the recorded death beside the typed one."""
    labels = (_("Date of death"), _("Cause of death"))
    rows = [
        (label, str(old or ""), str(new or ""))
        for label, old, new in zip(labels, saved, typed, strict=True)
    ]
    return _conflict(rows, change)


def _conflict(rows: list[Row], change: AuditEvent | None) -> ConflictPresenter:
    who, at = (change.actor_name, change.at) if change else ("", None)
    return ConflictPresenter(who, at, tuple(row for row in rows if row[1] != row[2]))


def field_labels() -> dict[str, str]:
    """Return what the fields of a person are called."""
    return {
        "name": _("Name"),
        "birth_date": _("Birth date"),
        "sex": _("Sex"),
        "national_id": _("National number"),
        "phone": _("Phone"),
        "email": _("E-mail"),
        "address": _("Address"),
        "district": _("District"),
        "language": _("Language of letters"),
    }
