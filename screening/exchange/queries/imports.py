"""Reads of one import: its checked rows, its refused rows, what it wrote."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

from sqlalchemy import ColumnElement, Row, Select, and_, func, or_, select, true

from screening.audit.models import AuditEvent
from screening.database.engine import db
from screening.exchange.models import ImportBatch, ImportChunk, ImportRefusal, ImportRow
from screening.exchange.rules import Effect, ImportStatus, Planned
from screening.exchange.tabular.errors import Refusal
from screening.protocol.errors import NotFoundError
from screening.protocol.wording import N_, Sentence
from screening.security.actor import SYSTEM, Actor

PAGE = 1_000
# A preview reads no more chunks than these, even if rows that do something come later.
CHUNKS_LOOKED_AT = 5


@dataclass(frozen=True)
class RefusedRow:
    """A row that was not taken, with its cells as they were and every reason."""

    row_no: int
    cells: Sequence[str]
    refusals: Sequence[Refusal]


@dataclass(frozen=True)
class ImportFigures:
    """What became of an import, as it stood when it was asked."""

    id: int
    public_id: str
    status: ImportStatus
    header: Sequence[str]
    rows: int
    added: int
    changed: int
    unchanged: int
    refused_rows: int


def figures_of(by: Actor, public_id: str) -> ImportFigures:
    """Return the counts of one import."""
    batch = get_import(by, public_id)
    names = [field.name for field in fields(ImportFigures)]
    return ImportFigures(*(getattr(batch, name) for name in names))


def is_visible_to(by: Actor) -> ColumnElement[bool]:
    """Keep the imports of the viewer's sites, and those of the viewer whose rows name the sites."""
    if by.scope.site_ids is None:
        return true()
    is_own = and_(ImportBatch.created_by_id == by.user_id, ImportBatch.site_id.is_(None))
    return or_(is_own, ImportBatch.site_id.in_(by.scope.site_ids))


def get_import(by: Actor, public_id: str) -> ImportBatch:
    """Return one import."""
    batch = db.session.scalar(
        select(ImportBatch).where(ImportBatch.public_id == public_id, is_visible_to(by))
    )
    if batch is None:
        raise NotFoundError(N_("There is no such import"))
    return batch


def list_planned(batch_id: int, limit: int) -> list[Planned]:
    """List the first rows of an import that will do something, for a preview of it."""
    planned: list[Planned] = []
    for chunk_id in chunk_ids(batch_id)[:CHUNKS_LOOKED_AT]:
        rows = planned_rows(chunk_id)
        planned += [each for each in rows if each.effect is not Effect.UNCHANGED]
        if len(planned) >= limit:
            break
    return planned[:limit]


def chunk_ids(batch_id: int) -> Sequence[int]:
    """List the staged chunks of an import in the order of the file."""
    query = select(ImportChunk.id).where(ImportChunk.batch_id == batch_id).order_by(ImportChunk.id)
    return db.session.scalars(query).all()


def planned_rows(chunk_id: int) -> list[Planned]:
    """Return the rows of a staged chunk that are not written yet."""
    chunk = db.session.execute(
        select(ImportChunk.first_row, ImportChunk.rows).where(ImportChunk.id == chunk_id)
    ).one()
    return [Planned._make(row) for row in json.loads(chunk.rows) if row[0] >= chunk.first_row]


def iterate_refusals(batch_id: int) -> Iterator[RefusedRow]:
    """Yield the refused rows of an import in the order of the file."""
    last = 0
    while True:
        query = _refusals(batch_id).where(ImportRefusal.id > last).limit(PAGE)
        rows = db.session.execute(query).all()
        yield from map(_refused_row, rows)
        if len(rows) < PAGE:
            return
        last = rows[-1].id


def list_refusals(batch_id: int, *, limit: int, offset: int) -> list[RefusedRow]:
    """List some of the refused rows of an import in the order of the file."""
    rows = db.session.execute(_refusals(batch_id).limit(limit).offset(offset))
    return [_refused_row(row) for row in rows]


def _refusals(batch_id: int) -> Select[int, int, str, str]:
    return (
        select(ImportRefusal.id, ImportRefusal.row_no, ImportRefusal.cells, ImportRefusal.problems)
        .where(ImportRefusal.batch_id == batch_id)
        .order_by(ImportRefusal.id)
    )


def _refused_row(row: Row[int, int, str, str]) -> RefusedRow:
    refusals = [
        Refusal(row.row_no, each["column"], Sentence(each["text"], each["values"]))
        for each in json.loads(row.problems)
    ]
    return RefusedRow(row.row_no, json.loads(row.cells), refusals)


def newest_event_id() -> int:
    """Return the number of the newest event of the audit log: every change comes after it."""
    return db.session.scalar(select(func.max(AuditEvent.id))) or 0


def people_changed_since(event_id: int, mark: str) -> set[int]:
    """Return whose records others changed after an event; `mark` is the reason of one's own."""
    rows = db.session.scalars(
        select(AuditEvent.participant_id)
        .where(
            AuditEvent.id > event_id,
            AuditEvent.participant_id.is_not(None),
            or_(AuditEvent.reason.is_(None), AuditEvent.reason != mark),
            AuditEvent.actor_name != SYSTEM.name,
        )
        .distinct()
    )
    return {number for number in rows if number is not None}


def written_ids(batch_id: int, entity: str) -> Sequence[int]:
    """List the records of an entity that an import wrote."""
    query = select(ImportRow.record_id).where(
        ImportRow.batch_id == batch_id, ImportRow.entity == entity
    )
    return db.session.scalars(query).all()


def iterate_written(batch_id: int) -> Iterator[Sequence[ImportRow]]:
    """Yield what an import wrote, the last first, in portions."""
    before: int | None = None
    while True:
        query = select(ImportRow).where(ImportRow.batch_id == batch_id)
        if before is not None:
            query = query.where(ImportRow.id < before)
        rows = db.session.scalars(query.order_by(ImportRow.id.desc()).limit(PAGE)).all()
        if rows:
            yield rows
        if len(rows) < PAGE:
            return
        before = rows[-1].id
