"""The batch that stands for a file: opened, begun anew, closed; what it keeps of why."""

import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import delete

from screening.audit.actions import Subject, record
from screening.database.engine import db
from screening.database.transactions import transaction
from screening.exchange.models import ImportBatch, ImportChunk, ImportRefusal
from screening.exchange.queries.imports import newest_event_id
from screening.exchange.rules import ImportMode, ImportStatus
from screening.exchange.tabular.errors import Refusal, RefusedFileError
from screening.exchange.tabular.mapping import ColumnMapping
from screening.protocol.wording import Sentence
from screening.security.actor import Actor

LONGEST_NAME = 200
LONGEST_VALUE = 200


@dataclass(frozen=True)
class ImportOrder:
    """How a file is to be taken; `site` and `program` are those of rows that do not say."""

    kind: str
    mode: ImportMode = ImportMode.WHOLE
    program: str | None = None
    site: str | None = None
    mapping: ColumnMapping = field(default_factory=ColumnMapping)
    file_name: str = ""
    is_synthetic: bool = False


def open_batch(order: ImportOrder, *, by: Actor, at: datetime) -> ImportBatch:
    """Note that a file came; what is in it is not known yet."""
    with transaction():
        batch = ImportBatch(
            public_id=secrets.token_hex(6),
            kind=order.kind,
            program=order.program,
            mode=order.mode,
            status=ImportStatus.STAGING,
            file_name=order.file_name[:LONGEST_NAME],
            file_sha256="",
            header=[],
            ignored=[],
            created_at=at,
            created_by_id=by.user_id,
            created_by_name=by.name,
        )
        db.session.add(batch)
        db.session.flush()  # the event needs the new number
        changes = {"kind": [None, order.kind], "file": [None, batch.file_name]}
        record("exchange:import:check", Subject("import", batch.id), by=by, at=at, changes=changes)
    return batch


def begin_anew(batch_id: int) -> ImportBatch:
    """Forget an earlier check that was cut off; what changes from now on may contradict this one.

    The caller's transaction is open.
    """
    batch = db.session.get_one(ImportBatch, batch_id)
    drop_chunks(batch_id)
    db.session.execute(delete(ImportRefusal).where(ImportRefusal.batch_id == batch_id))
    batch.rows = batch.added = batch.changed = batch.unchanged = batch.refused_rows = 0
    batch.checked_event_id = newest_event_id()
    return batch


@contextmanager
def closing_batch(batch_id: int, *, at: datetime) -> Iterator[None]:
    """Close the batch where its check does not come to an end; the error goes on."""
    try:
        yield
    except RefusedFileError as error:
        close_batch(batch_id, ImportStatus.REFUSED, error.refusal, at=at)
        raise
    except BaseException:
        close_batch(batch_id, ImportStatus.CANCELLED, None, at=at)
        raise


def close_batch(batch_id: int, status: ImportStatus, why: Refusal | None, *, at: datetime) -> None:
    """End an import of which nothing was written, and keep why."""
    db.session.rollback()
    with transaction():
        batch = db.session.get_one(ImportBatch, batch_id)
        batch.status, batch.finished_at = status, at
        batch.message = json.dumps(_plain(why)) if why else None
        drop_chunks(batch_id)


def _plain(why: Refusal) -> dict[str, object]:
    """Return what is wrong with a file as JSON, so that it is said in either language later."""
    values = {
        name: (value.in_english() if isinstance(value, Sentence) else str(value))[:LONGEST_VALUE]
        for name, value in why.sentence.values.items()
    }
    where = {"row": why.row_no, "column": why.column[:LONGEST_VALUE]}
    return {**where, "text": why.sentence.text, "values": values}


def drop_chunks(batch_id: int) -> None:
    """Forget the checked rows of an import: they hold what a file says of persons."""
    db.session.execute(delete(ImportChunk).where(ImportChunk.batch_id == batch_id))
