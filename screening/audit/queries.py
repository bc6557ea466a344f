"""Reads of the audit log: the newest events by filter, and the walk along the chain."""

from collections.abc import Iterator

from sqlalchemy import select

from screening.audit.chain import GENESIS, link
from screening.audit.models import AuditEvent
from screening.audit.rules import HASHED, canonical_event
from screening.database.engine import db
from screening.security.keys import get_keys

CHUNK = 5_000


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
