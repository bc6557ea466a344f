"""Loads rows that are at hand already, such as a synthetic cohort, as files of them would be."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime

from screening.exchange.actions.applying import apply_import
from screening.exchange.actions.batches import ImportOrder
from screening.exchange.actions.staging import Progress, no_progress, stage_table
from screening.exchange.queries.imports import get_import, iterate_refusals
from screening.exchange.rules import Tally
from screening.exchange.tabular.errors import RefusedFileError
from screening.exchange.tabular.kinds import KINDS
from screening.exchange.tabular.reading import HEADER_ROW, Table
from screening.protocol.wording import N_
from screening.security.actor import Actor

Rows = Sequence[Mapping[str, str]]


def load_tables(
    tables: Mapping[str, Rows],
    *,
    program: str,
    by: Actor,
    at: datetime,
    progress: Progress = no_progress,
) -> dict[str, Tally]:
    """Load synthetic rows of each kind, in the order of a full load; persons are labeled so.

    `progress` is told the kind with its step, and the rows done. A refused row ends the load.
    """
    tallies = {}
    for code in KINDS:
        rows = tables.get(code, ())
        if rows:
            order = ImportOrder(code, program=program, file_name=code, is_synthetic=True)
            tallies[code] = _load(rows, order, by=by, at=at, progress=progress)
    return tallies


def _load(rows: Rows, order: ImportOrder, *, by: Actor, at: datetime, progress: Progress) -> Tally:
    def tell(step: str, done: int) -> None:
        progress(f"{order.kind} {step}", done)

    public_id = stage_table(table_of(rows), order, by=by, at=at, progress=tell)
    batch = get_import(by, public_id)
    for refused in iterate_refusals(batch.id):
        refusal = refused.refusals[0]
        message = N_("{kind}: {problem}")
        gaps = {"kind": order.kind, "problem": refusal.sentence}
        raise RefusedFileError(message, gaps, row_no=refusal.row_no, column=refusal.column)
    apply_import(public_id, by=by, at=at, progress=tell)
    batch = get_import(by, public_id)
    return Tally(batch.rows, batch.added, batch.changed, batch.unchanged, batch.refused_rows)


def table_of(rows: Rows) -> Table:
    """Return rows of texts as the table that a file of them would be."""
    header = tuple(dict.fromkeys(name for row in rows for name in row))
    digest = hashlib.sha256()
    for row in rows:
        digest.update(repr(sorted(row.items())).encode())
    cells = (
        (number, [row.get(name, "") for name in header])
        for number, row in enumerate(rows, start=HEADER_ROW + 1)
    )
    return Table(digest.hexdigest(), header, cells, len(rows))
