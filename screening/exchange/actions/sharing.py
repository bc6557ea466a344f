"""Hands out the refused rows of an import, which hold what a file says of persons."""

from collections.abc import Callable
from datetime import datetime
from io import StringIO

from screening.audit.actions import Subject, record
from screening.database.transactions import transaction
from screening.exchange.queries.imports import RefusedRow, get_import, iterate_refusals
from screening.exchange.tabular.writing import write_refused
from screening.security.actor import Actor


def share_refused(
    public_id: str, say_problem: Callable[[RefusedRow], str], *, by: Actor, at: datetime
) -> str:
    """Note who fetches the refused rows of an import; return them as CSV, each with its problem."""
    with transaction():
        batch = get_import(by, public_id)
        record("exchange:import:download", Subject("import", batch.id), by=by, at=at)
        batch_id, header = batch.id, list(batch.header)
    stream = StringIO(newline="")
    rows = ((row.cells, say_problem(row)) for row in iterate_refusals(batch_id))
    write_refused(stream, header, rows)
    return stream.getvalue()
