"""Reads and checks a file in committed chunks, without keeping anyone else from writing."""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path

from screening.accounts.queries import systems_by_site
from screening.database.engine import db
from screening.database.sets import add_rows
from screening.database.transactions import transaction
from screening.exchange.actions.batches import (
    ImportOrder,
    begin_anew,
    closing_batch,
    drop_chunks,
    open_batch,
)
from screening.exchange.actions.pace import collecting_rarely
from screening.exchange.loaders.context import Context
from screening.exchange.loaders.registry import LOADERS
from screening.exchange.models import ImportBatch, ImportChunk, ImportRefusal
from screening.exchange.queries.lookups import sites_by_code
from screening.exchange.rules import ImportMode, ImportStatus, Plan
from screening.exchange.tabular.chinese import chinese
from screening.exchange.tabular.columns import Kind
from screening.exchange.tabular.errors import Refusal, RefusedFileError
from screening.exchange.tabular.header import Header, columns_of, match_header
from screening.exchange.tabular.kinds import KINDS
from screening.exchange.tabular.reading import Table, open_table
from screening.exchange.tabular.rows import RaggedRow, SourceRow, read_rows
from screening.programs import all_programs
from screening.protocol.program import Program
from screening.protocol.wording import N_, Sentence
from screening.security.actor import Actor

CHUNK = 2_000

Progress = Callable[[str, int], None]


def no_progress(step: str, rows: int) -> None:
    """Tell nobody how far an import is."""


def stage_file(
    path: Path,
    order: ImportOrder,
    *,
    by: Actor,
    at: datetime,
    progress: Progress = no_progress,
) -> str:
    """Read and check a file; return the number of the import, which then is checked or refused."""
    return stage_table(open_table(path), order, by=by, at=at, progress=progress)


def stage_table(
    table: Table,
    order: ImportOrder,
    *,
    by: Actor,
    at: datetime,
    progress: Progress = no_progress,
) -> str:
    """Check an opened table; a fault of the table as a whole ends the import as refused."""
    match_table(table, order, by=by)
    batch = open_batch(order, by=by, at=at)
    public_id = batch.public_id
    with closing_batch(batch.id, at=at):
        check_table(batch.id, table, order, by=by, at=at, progress=progress)
    return public_id


@dataclass(frozen=True)
class Matched:
    """What the rows of a table are read by."""

    kind: Kind
    programs: dict[str, Program]
    sites: dict[str, int]
    header: Header


def match_table(table: Table, order: ImportOrder, *, by: Actor) -> Matched:
    """Match a table's header with its kind; refuse a table that cannot be what is ordered."""
    kind = KINDS[order.kind]
    programs = _programs(order.program)
    sites = sites_by_code(by.scope)
    header = match_header(
        columns_of(kind, tuple(programs.values())),
        table.header,
        order.mapping,
        _defaults(kind, order, programs, sites),
        chinese,
    )
    if "site" not in header.names_present:
        message = N_("several sites could be meant: name the site, or add a column site")
        raise RefusedFileError(message, column="site")
    return Matched(kind, programs, sites, header)


def check_table(
    batch_id: int,
    table: Table,
    order: ImportOrder,
    *,
    by: Actor,
    at: datetime,
    progress: Progress = no_progress,
) -> None:
    """Check the rows of an open import from the first; an earlier check of it is forgotten."""
    matched = match_table(table, order, by=by)
    header = matched.header
    with transaction():
        batch = begin_anew(batch_id)
        batch.header, batch.ignored = list(table.header), list(header.ignored)
        batch.file_sha256 = table.sha256
        batch.site_id = _site_of_all(matched)
    context = Context(
        matched.kind,
        matched.programs,
        matched.sites,
        by,
        at,
        order.is_synthetic,
        systems_by_site(),
    )
    with collecting_rarely():
        _check_rows(batch_id, read_rows(table, header), context, progress)
    _finish(batch_id, at=at)


def _site_of_all(matched: Matched) -> int | None:
    """Return the site of every row; None where rows name their own."""
    header = matched.header
    if any(name == "site" for _, name in header.cells):
        return None
    return matched.sites.get(header.constants["site"])


def _programs(code: str | None) -> dict[str, Program]:
    programs = {program.code: program for program in all_programs()}
    if code is None:
        return programs
    if code not in programs:
        message = N_("“{code}” is not one of: {programs}")
        values = {"code": code, "programs": ", ".join(programs)}
        raise RefusedFileError(message, values, column="program")
    return {code: programs[code]}


def _defaults(
    kind: Kind, order: ImportOrder, programs: dict[str, Program], sites: dict[str, int]
) -> dict[str, str]:
    """Return what rows that do not say so mean: the site, and the program."""
    defaults = {}
    names = {column.name for column in kind.columns}
    if order.site is not None and order.site not in sites:
        message = N_("“{code}” is not one of your sites: {sites}")
        values = {"code": order.site, "sites": ", ".join(sites) or "-"}
        raise RefusedFileError(message, values, column="site")
    if order.site is not None or len(sites) == 1:
        defaults["site"] = order.site or next(iter(sites))
    if "program" in names and len(programs) == 1:
        defaults["program"] = next(iter(programs))
    return defaults


def _check_rows(
    batch_id: int,
    rows: Iterator[SourceRow | RaggedRow],
    context: Context,
    progress: Progress,
) -> None:
    planner, done = LOADERS[context.kind.code].planner, 0
    while chunk := list(islice(rows, CHUNK)):
        sources = [row for row in chunk if isinstance(row, SourceRow)]
        plan = planner(context).plan(sources)
        ragged = [row.refusal for row in chunk if isinstance(row, RaggedRow)]
        cells = {row.row_no: row.cells for row in chunk}
        _keep(batch_id, len(chunk), plan, _by_row([*ragged, *plan.refusals]), cells)
        done += len(chunk)
        progress("checked", done)


def _by_row(refusals: Sequence[Refusal]) -> dict[int, list[Refusal]]:
    found: dict[int, list[Refusal]] = defaultdict(list)
    for refusal in refusals:
        found[refusal.row_no].append(refusal)
    return found


def _keep(
    batch_id: int,
    count: int,
    plan: Plan,
    refused: dict[int, list[Refusal]],
    cells: dict[int, Sequence[str]],
) -> None:
    """Store a checked chunk and count it."""
    planned = sorted(
        (each for each in plan.planned if each.row_no not in refused),
        key=lambda each: each.row_no,
    )
    with transaction():
        if planned:
            rows = json.dumps(planned, ensure_ascii=False)
            first = {"first_row": planned[0].row_no, "rows": rows}
            add_rows(ImportChunk, [first], batch_id=batch_id)
        add_rows(
            ImportRefusal,
            [
                {
                    "row_no": number,
                    "cells": json.dumps(list(cells[number]), ensure_ascii=False),
                    "problems": json.dumps([_problem(each) for each in refused[number]]),
                }
                for number in sorted(refused)
            ],
            batch_id=batch_id,
        )
        batch = db.session.get_one(ImportBatch, batch_id)
        batch.rows += count
        batch.refused_rows += len(refused)
        for effect, number in Counter(each.effect for each in planned).items():
            setattr(batch, effect.value, getattr(batch, effect.value) + number)


def _problem(refusal: Refusal) -> dict[str, object]:
    """Return a reason as JSON, so that it is said in either language later."""
    sentence = refusal.sentence
    values = {
        name: value.in_english() if isinstance(value, Sentence) else str(value)
        for name, value in sentence.values.items()
    }
    return {"column": refusal.column, "text": sentence.text, "values": values}


def _finish(batch_id: int, *, at: datetime) -> None:
    """Leave the import checked; a whole file with a refused row is not taken at all."""
    with transaction():
        batch = db.session.get_one(ImportBatch, batch_id)
        if batch.mode is ImportMode.WHOLE and batch.refused_rows:
            batch.status, batch.finished_at = ImportStatus.REFUSED, at
            drop_chunks(batch_id)
        else:
            batch.status = ImportStatus.CHECKED
