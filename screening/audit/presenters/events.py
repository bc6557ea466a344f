"""What the audit log shows of an event."""

from collections.abc import Sequence
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


def present_events(events: Sequence[AuditEvent]) -> tuple[EventLine, ...]:
    """Return the lines of the log."""
    return tuple(
        EventLine(
            event.id,
            event.at,
            say_actor(event),
            say_role(event.actor_role),
            say_action(event.action),
            event.action,
            say_record(event.entity, event.entity_id),
            say_reason(event),
            tuple(_change(event.entity, name, value) for name, value in event.changes.items()),
            event.hash[:12],
        )
        for event in events
    )


def _change(entity: str, name: str, value: object) -> ChangeLine:
    before, after = value if isinstance(value, list) and len(value) == 2 else (None, value)
    if (entity, name) in NAMING:
        before, after = before and HIDDEN, after and HIDDEN
    return ChangeLine(say_field(name), say_value(name, before), say_value(name, after))
