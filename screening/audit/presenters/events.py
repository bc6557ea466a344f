"""What the audit log shows of an event."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from screening.audit.models import AuditEvent


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
            event.actor_name,
            event.actor_role,
            event.action,
            f"{event.entity} {event.entity_id}" if event.entity_id else event.entity,
            event.reason or "",
            tuple(_change(name, value) for name, value in event.changes.items()),
            event.hash[:12],
        )
        for event in events
    )


def _change(name: str, value: object) -> ChangeLine:
    if isinstance(value, list) and len(value) == 2:
        return ChangeLine(name, _text(value[0]), _text(value[1]))
    return ChangeLine(name, "", _text(value))


def _text(value: object) -> str:
    return "" if value is None else str(value)
