"""Writes of cancers by sets, for imports; attribution follows by itself."""

import secrets
from collections.abc import Collection, Sequence
from datetime import datetime
from functools import partial

from sqlalchemy import select

from screening.database.engine import db
from screening.database.sets import Values, add_rows, change_rows, void_rows
from screening.database.transactions import touch_participants
from screening.outcomes.models import Cancer


def add_cancers(rows: Sequence[Values], *, at: datetime) -> list[int]:
    """Add cancers."""
    ids = add_rows(Cancer, rows, public_id=partial(secrets.token_hex, 8), recorded_at=at)
    _touch(ids)
    return ids


def change_cancers(rows: Sequence[Values]) -> None:
    """Set columns of cancers; each row names its `id`."""
    change_rows(Cancer, rows)
    _touch([int(str(row["id"])) for row in rows])


def void_cancers(ids: Collection[int], *, at: datetime, reason: str) -> None:
    """Take cancers out of lists and figures."""
    void_rows(Cancer, ids, at=at, reason=reason)
    _touch(ids)


def _touch(ids: Collection[int]) -> None:
    if ids:
        people = select(Cancer.participant_id).where(Cancer.id.in_(ids))
        touch_participants(db.session.scalars(people).all())
