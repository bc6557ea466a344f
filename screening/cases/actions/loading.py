"""Writes of procedures by sets, for imports; cases follow from their rounds by themselves."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import select

from screening.cases.models import Procedure
from screening.database.engine import db
from screening.database.sets import Values, add_rows, change_rows, void_rows
from screening.database.transactions import touch_episodes


def add_procedures(rows: Sequence[Values], *, at: datetime) -> list[int]:
    """Add procedures."""
    ids = add_rows(Procedure, rows, recorded_at=at)
    _touch(ids)
    return ids


def change_procedures(rows: Sequence[Values]) -> None:
    """Set columns of procedures; each row names its `id`."""
    change_rows(Procedure, rows)
    _touch([int(str(row["id"])) for row in rows])


def void_procedures(ids: Collection[int], *, at: datetime, reason: str) -> None:
    """Take procedures out of lists and figures."""
    void_rows(Procedure, ids, at=at, reason=reason)
    _touch(ids)


def _touch(ids: Collection[int]) -> None:
    if ids:
        rounds = select(Procedure.episode_id).where(Procedure.id.in_(ids))
        touch_episodes(db.session.scalars(rounds).all())
