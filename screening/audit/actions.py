"""Writes of the audit log: note an event in the open transaction, seal all of them at its end."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import insert, select, text

from screening.audit.chain import GENESIS, link
from screening.audit.models import AuditEvent
from screening.audit.rules import canonical_event
from screening.clock import now
from screening.database.engine import db
from screening.database.transactions import Unit, current_unit, transaction
from screening.security.actor import Actor
from screening.security.keys import get_keys

CHAIN_LOCK = 720_011


@dataclass(frozen=True)
class Subject:
    """The record that an event is about, and the participant behind it, if any."""

    entity: str
    entity_id: int | None
    participant_id: int | None = None


@dataclass(frozen=True)
class _Event:
    at: datetime
    by: Actor
    action: str
    subject: Subject
    reason: str | None
    changes: Mapping[str, object] = field(default_factory=dict)


def record(
    action: str,
    subject: Subject,
    *,
    by: Actor,
    at: datetime,
    reason: str | None = None,
    changes: Mapping[str, object] | None = None,
) -> None:
    """Note an event `slice:thing:act` of the open transaction; `changes`: field -> [old, new]."""
    current_unit().events.append(_Event(at, by, action, subject, reason, changes or {}))


def record_opening(subject: Subject, *, by: Actor, page: str) -> None:
    """Record, before anything is read, that someone opens a person's record."""
    with transaction():
        record(page, subject, by=by, at=now())


def seal(unit: Unit) -> None:
    """Chain the transaction's events and store them; the chain's lock is taken last of all."""
    if not unit.events:
        return
    if db.session.get_bind().dialect.name == "postgresql":
        db.session.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": CHAIN_LOCK})
    newest = select(AuditEvent.hash).order_by(AuditEvent.id.desc()).limit(1)
    previous = db.session.scalar(newest) or GENESIS
    key, rows = get_keys().audit, []
    for event in unit.events:
        if not isinstance(event, _Event):
            raise TypeError("only audit events are sealed")
        row = _row(event)
        row["previous_hash"] = previous
        row["hash"] = previous = link(key, previous, canonical_event(row))
        rows.append(row)
    db.session.execute(insert(AuditEvent), rows)


def _row(event: _Event) -> dict[str, object]:
    return {
        "at": event.at,
        "actor_id": event.by.user_id,
        "actor_name": event.by.name,
        "actor_role": event.by.role,
        "site_id": event.by.site_id,
        "action": event.action,
        "entity": event.subject.entity,
        "entity_id": event.subject.entity_id,
        "participant_id": event.subject.participant_id,
        "reason": event.reason,
        "changes": dict(event.changes),
        "request_id": event.by.request_id,
    }
