"""What the audit log shows of an event."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from screening.audit.models import AuditEvent
from screening.audit.presenters.sentences import (
    say_action,
    say_actor,
    say_field,
    say_reason,
    say_record,
    say_role,
    say_value,
)

# Who reads the log may have no right to see persons: it says that a name changed, not to what.
NAMING = {("participant", "name")}
SITE, SITE_NUMBER = "site", "site_id"
HIDDEN = "\N{BULLET}" * 3


@dataclass(frozen=True)
class ChangeLine:
    """One field before and after; of private ones the log itself holds only digests."""

    field: str
    before: str
    after: str


@dataclass(frozen=True)
class EventLine:
    """One event."""

    number: int
    at: datetime
    actor: str
    role: str
    action: str
    tag: str
    record: str
    reason: str
    changes: tuple[ChangeLine, ...]
    hash: str


def present_events(events: Sequence[AuditEvent], sites: Mapping[int, str]) -> tuple[EventLine, ...]:
    """Return the lines of the log; `sites` says what a site is called."""
    return tuple(
        EventLine(
            event.id,
            event.at,
            say_actor(event),
            say_role(event.actor_role),
            say_action(event.action),
            event.action,
            _record(event, sites),
            say_reason(event),
            tuple(
                _change(event.entity, name, value, sites) for name, value in event.changes.items()
            ),
            event.hash[:12],
        )
        for event in events
    )


def _record(event: AuditEvent, sites: Mapping[int, str]) -> str:
    name = sites.get(event.entity_id or 0) if event.entity == SITE else None
    if name is not None:
        return f"{say_record(event.entity)} {name}"
    return say_record(event.entity, event.entity_id)


def _change(entity: str, name: str, value: object, sites: Mapping[int, str]) -> ChangeLine:
    before, after = value if isinstance(value, list) and len(value) == 2 else (None, value)
    if (entity, name) in NAMING:
        before, after = before and HIDDEN, after and HIDDEN
    if name == SITE_NUMBER:
        before, after = _site(before, sites), _site(after, sites)
    return ChangeLine(say_field(name), say_value(name, before), say_value(name, after))


def _site(value: object, sites: Mapping[int, str]) -> object:
    return sites.get(value, value) if isinstance(value, int) else value
