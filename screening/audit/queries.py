"""Reads of the audit log: the newest events by filter, and the walk along the chain."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import Select, select

from screening.audit.chain import GENESIS, link
from screening.audit.models import AuditEvent
from screening.audit.rules import HASHED, canonical_event
from screening.database.engine import db
from screening.security.keys import get_keys

CHUNK = 5_000
BOUND = "\U0010ffff"


@dataclass(frozen=True)
class EventFilters:
    """Which events are looked at; days are those of the place where the service runs."""

    actor: str = ""
    action: str = ""
    entity: str = ""
    since: date | None = None
    until: date | None = None
    before: int | None = None
    after: int | None = None


def list_events(
    filters: EventFilters, *, limit: int, is_descending: bool = True
) -> Sequence[AuditEvent]:
    """List events in the order in which they were written, or (descending) the newest first."""
    order = AuditEvent.id.desc() if is_descending else AuditEvent.id.asc()
    return db.session.scalars(
        _filtered(select(AuditEvent), filters).order_by(order).limit(limit)
    ).all()


def _filtered(query: Select[AuditEvent], filters: EventFilters) -> Select[AuditEvent]:
    if filters.actor:
        query = query.where(AuditEvent.actor_name == filters.actor)
    if filters.action:
        query = query.where(
            AuditEvent.action >= filters.action, AuditEvent.action < filters.action + BOUND
        )
    if filters.entity:
        query = query.where(AuditEvent.entity == filters.entity)
    if filters.since is not None:
        query = query.where(AuditEvent.at >= _midnight(filters.since))
    if filters.until is not None:
        query = query.where(AuditEvent.at < _midnight(filters.until + timedelta(days=1)))
    if filters.before is not None:
        query = query.where(AuditEvent.id < filters.before)
    if filters.after is not None:
        query = query.where(AuditEvent.id > filters.after)
    return query


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time()).astimezone()


def list_entities() -> Sequence[str]:
    """List the kinds of records that events are about, without reading every event."""
    found: list[str] = []
    after = ""
    while True:
        following = select(AuditEvent.entity).where(AuditEvent.entity > after)
        entity = db.session.scalar(following.order_by(AuditEvent.entity).limit(1))
        if entity is None:
            return found
        found.append(entity)
        after = entity


def find_broken_link() -> int | None:
    """Return the number of the first event whose hash does not follow, None if all do."""
    key, previous = get_keys().audit, GENESIS
    for row in _walk():
        expected = link(key, previous, canonical_event(row))
        if row["previous_hash"] != previous or row["hash"] != expected:
            return int(str(row["id"]))
        previous = expected
    return None


def _walk() -> Iterator[dict[str, object]]:
    names = ("id", *HASHED, "previous_hash", "hash")
    columns = [getattr(AuditEvent, name) for name in names]
    last = 0
    while True:
        page = select(*columns).where(AuditEvent.id > last).order_by(AuditEvent.id).limit(CHUNK)
        rows = [dict(row) for row in db.session.execute(page).mappings()]
        yield from rows
        if len(rows) < CHUNK:
            return
        last = int(str(rows[-1]["id"]))


def find_last_event(entity: str, entity_id: int, actions: Collection[str]) -> AuditEvent | None:
    """Return the newest of these events of a record."""
    events = select(AuditEvent).where(
        AuditEvent.entity == entity,
        AuditEvent.entity_id == entity_id,
        AuditEvent.action.in_(actions),
    )
    return db.session.scalar(events.order_by(AuditEvent.id.desc()).limit(1))
