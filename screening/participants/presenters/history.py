"""The audit trail of a person in words."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from flask_babel import gettext as _

from screening.audit.models import AuditEvent
from screening.audit.presenters import (
    say_action,
    say_actor,
    say_field,
    say_reason,
    say_role,
    say_value,
)
from screening.participants.rules import SEX_LABELS, Sex
from screening.web.locale import say

HIDDEN = ("national_id", "phone", "email", "address")
REGISTRATION_NO = "registration_no"


@dataclass(frozen=True)
class HistoryLine:
    """An event of a person's audit trail; each change: label, before, after."""

    at: datetime
    who: str
    role: str
    action: str
    reason: str
    changes: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class HistoryPresenter:
    """One page of a trail; `older` is the event that the next page comes before."""

    lines: tuple[HistoryLine, ...]
    older: int | None
    has_openings: bool


def present_history(
    events: Sequence[AuditEvent], size: int, own_sites: Mapping[int, str], *, has_openings: bool
) -> HistoryPresenter:
    """Return a page of a trail read with a limit of `size` + 1; `own_sites` are codes by number.

    Of private fields only that they changed is said, of other sites' numbers that there are some.
    """
    shown = events[:size]
    older = shown[-1].id if len(events) > size else None
    lines = tuple(_line(event, own_sites) for event in shown)
    return HistoryPresenter(lines, older, has_openings)


def _line(event: AuditEvent, own_sites: Mapping[int, str]) -> HistoryLine:
    hidden = set(HIDDEN)
    if _after(event, "site") not in (None, *own_sites.values()):
        hidden.add(REGISTRATION_NO)
    return HistoryLine(
        event.at,
        say_actor(event),
        say_role(event.actor_role),
        say_action(event.action),
        say_reason(event),
        tuple(
            (say_field(name), *_change(name, change, hidden, own_sites))
            for name, change in event.changes.items()
        ),
    )


def _after(event: AuditEvent, name: str) -> object:
    change = event.changes.get(name)
    return change[1] if isinstance(change, list) and len(change) == 2 else None


def _change(
    name: str, change: object, hidden: Collection[str], own_sites: Mapping[int, str]
) -> tuple[str, str]:
    before, after = change if isinstance(change, list) and len(change) == 2 else (None, change)
    if name in hidden:
        return _hidden(before), _hidden(after)
    if name == "sex":
        return _sex(before), _sex(after)
    if name == "site_id":
        return _site(before, own_sites), _site(after, own_sites)
    return say_value(name, before), say_value(name, after)


def _sex(value: object) -> str:
    return say(SEX_LABELS[Sex(str(value))]) if value in set(Sex) else ""


def _site(value: object, own_sites: Mapping[int, str]) -> str:
    if value is None:
        return ""
    code = own_sites.get(value) if isinstance(value, int) else None
    return code or str(_("another site"))


def _hidden(value: object) -> str:
    return "" if value is None else str(_("recorded"))
