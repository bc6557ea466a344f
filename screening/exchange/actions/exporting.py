"""Records that rows of persons leave the service in a file, and hands them out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from screening.audit.actions import Subject, record
from screening.database.transactions import transaction
from screening.exchange.queries.exporting.registry import EXPORTS
from screening.exchange.queries.exporting.shared import Extract, Texts
from screening.exchange.tabular.columns import Column
from screening.exchange.tabular.header import columns_of
from screening.exchange.tabular.kinds import KINDS
from screening.programs import all_programs, get_program
from screening.security.actor import Actor


@dataclass(frozen=True)
class Export:
    """The columns of an export and its rows, which are read as they are taken."""

    columns: Sequence[Column]
    rows: Iterator[Texts]


def export_rows(
    kind: str, extract: Extract, *, by: Actor, at: datetime, job_id: int | None = None
) -> Export:
    """Note who exports what, and return the rows."""
    code = extract.program
    programs = (get_program(code),) if code else all_programs()
    with transaction():
        asked = {"kind": kind, "program": code, "from": extract.since, "to": extract.until}
        record(
            "exchange:export:write",
            Subject("export", job_id),
            by=by,
            at=at,
            changes={name: [None, str(value)] for name, value in asked.items() if value},
        )
    return Export(columns_of(KINDS[kind], programs), EXPORTS[kind](extract))
