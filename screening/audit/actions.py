"""Writes of the audit log: note an event in the open transaction, seal all of them at its end."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select, text

from screening.audit.chain import GENESIS, canonical_text, link_text
from screening.audit.models import AuditEvent
from screening.audit.rules import canonical_event
from screening.audit.sets import Act, Changed, EventSet
from screening.clock import now
from screening.database.engine import db
from screening.database.sets import add_rows
from screening.database.transactions import Unit, current_unit, transaction
from screening.security.actor import Actor
from screening.security.keys import get_keys

CHAIN_LOCK = 720_011
PORTION = 5_000


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


def record_set(
    action: str,
    entity: str,
    changed: Sequence[Changed],
    *,
    by: Actor,
    at: datetime,
    reason: str | None = None,
) -> None:
    """Note one event for each of many records of a kind, to which the same was done."""
    if changed:
        act = Act(at, by, action, entity, reason)
        current_unit().events.append(EventSet(act, changed))


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
    chain = _Chain(bytes.fromhex(get_keys().audit), db.session.scalar(newest) or GENESIS)
    for portion in _portions(unit.events):
        if isinstance(portion, EventSet):
            add_rows(AuditEvent, chain.link_set(portion), **portion.shared())
        else:
            add_rows(AuditEvent, chain.link_rows([_row(event) for event in portion]))


def _portions(events: Iterable[object]) -> Iterator[EventSet | list[_Event]]:
    """Yield the events in their order: sets by themselves, single ones in bounded portions."""
    singles: list[_Event] = []
    for event in events:
        if isinstance(event, _Event):
            singles.append(event)
        if singles and (not isinstance(event, _Event) or len(singles) >= PORTION):
            yield singles
            singles = []
        if isinstance(event, EventSet):
            yield event
        elif not isinstance(event, _Event):
            raise TypeError("only audit events are sealed")
    if singles:
        yield singles


class _Chain:
    """The end of the chain, moved on with every event."""

    def __init__(self, key: bytes, newest: str) -> None:
        self._key, self._newest = key, newest

    def link_rows(self, rows: list[dict[str, object]]) -> list[dict[str, object]]:
        """Return rows of single events with their hashes."""
        return [{**row, **self._hashes(canonical_text(canonical_event(row)))} for row in rows]

    def link_set(self, events: EventSet) -> list[dict[str, object]]:
        """Return what differs between the rows of a set, with their hashes."""
        return [
            {
                "entity_id": row.entity_id,
                "participant_id": row.participant_id,
                "changes": row.changes,
                **self._hashes(row.canonical),
            }
            for row in events.rows()
        ]

    def _hashes(self, canonical: str) -> dict[str, str]:
        previous = self._newest
        self._newest = link_text(self._key, previous, canonical)
        return {"previous_hash": previous, "hash": self._newest}


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
