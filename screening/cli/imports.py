"""`screening import`: takes files in, and takes whole imports back."""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import click

from screening.cli.application import console_actor, in_app
from screening.cli.choices import FilePath, OutputPath, read_program, refuse_same_file
from screening.cli.refusals import refuse
from screening.clock import now
from screening.exchange.actions import (
    ImportOrder,
    LaterWorkError,
    StaleCheckError,
    apply_import,
    cancel_import,
    stage_file,
    undo_import,
)
from screening.exchange.queries.imports import ImportFigures, figures_of, iterate_refusals
from screening.exchange.rules import ImportMode, ImportStatus
from screening.exchange.tabular.errors import Refusal, RefusedFileError
from screening.exchange.tabular.kinds import KINDS
from screening.exchange.tabular.mapping import ColumnMapping, read_mapping
from screening.exchange.tabular.writing import write_refused

TRIES = 3
TOLD_EVERY = 10_000


@dataclass(frozen=True)
class Options:
    """How a file is to be taken, as the command line says it."""

    program: str | None
    site: str | None
    mapping: Path | None
    mode: str
    rejects: Path | None
    is_dry_run: bool
    as_json: bool


@click.group("import")
def imports() -> None:
    """Load a FILE of a KIND, as `screening export template KIND` describes it.

    Loading a file again adds nothing. With --mode whole (the default) a file with a refused row
    is not taken at all.
    """


def _command(kind: str) -> click.Command:
    @click.command(kind, help=f"Load a file of {kind}.")
    @click.argument("file", type=FilePath)
    @click.option("--program", callback=read_program, help="Program of rows that name none.")
    @click.option("--site", help="Site of rows that name none; its numbers are meant.")
    @click.option("--mapping", type=FilePath, help="YAML that names the file's columns.")
    @click.option("--mode", type=click.Choice([mode.value for mode in ImportMode]), default="whole")
    @click.option("--dry-run", "is_dry_run", is_flag=True, help="Check the file, write nothing.")
    @click.option("--rejects", type=OutputPath, help="Write refused rows here, ready to be mended.")
    @click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
    @in_app
    def load(file: Path, **given: Any) -> None:
        options = Options(**given)
        refuse_same_file(file, options.rejects, "--rejects")
        _load(kind, file, options)

    return load


for code in KINDS:
    imports.add_command(_command(code))


@imports.command()
@click.argument("batch")
@in_app
def undo(batch: str) -> None:
    """Take a whole import back; refused where later work rests on it."""
    try:
        undo_import(batch, by=console_actor(), at=now())
    except LaterWorkError as error:
        refuse([error.sentence.in_english(), *(each.in_english() for each in error.work)])
    click.echo(f"import {batch} is taken back")


def _load(kind: str, file: Path, options: Options) -> None:
    try:
        figures = _take(kind, file, options)
    except RefusedFileError as error:
        if options.as_json:
            _print_json(kind, None, [error.refusal])
        refuse([error.refusal.line(str(file))])
    refusals = list(chain.from_iterable(row.refusals for row in iterate_refusals(figures.id)))
    if options.rejects and refusals:
        _write_rejects(options.rejects, figures)
    if options.as_json:
        _print_json(kind, figures, refusals)
    else:
        _print_counts(figures, is_dry_run=options.is_dry_run)
    if refusals:
        refuse(refusal.line(str(file)) for refusal in refusals)


def _take(kind: str, file: Path, options: Options) -> ImportFigures:
    """Check and write a file, again where others changed its records in between."""
    mapping = read_mapping(options.mapping, kind) if options.mapping else ColumnMapping()
    order = ImportOrder(
        kind, ImportMode(options.mode), options.program, options.site, mapping, file.name
    )
    by = console_actor()
    for attempt in range(1, TRIES + 1):
        public_id = stage_file(file, order, by=by, at=now(), progress=_tell)
        if figures_of(by, public_id).status is not ImportStatus.CHECKED:
            break
        if options.is_dry_run:
            figures = figures_of(by, public_id)
            cancel_import(public_id, by=by, at=now())
            return figures
        try:
            apply_import(public_id, by=by, at=now(), progress=_tell)
        except StaleCheckError:
            if figures_of(by, public_id).status is ImportStatus.CHECKED:
                cancel_import(public_id, by=by, at=now())
            if attempt == TRIES:
                raise
        else:
            break
    return figures_of(by, public_id)


def _tell(step: str, rows: int) -> None:
    """Say on a terminal how far the import is."""
    if sys.stderr.isatty() and (rows % TOLD_EVERY == 0 or step == "following"):
        click.echo(f"{step}: {rows} rows", err=True)


def _print_counts(figures: ImportFigures, *, is_dry_run: bool) -> None:
    counts = f"{figures.added} added, {figures.changed} changed, {figures.unchanged} unchanged"
    refused = f", {figures.refused_rows} refused" if figures.refused_rows else ""
    if is_dry_run:
        click.echo(f"{counts}{refused} (nothing written)")
    elif figures.status is ImportStatus.APPLIED:
        click.echo(f"{counts}{refused} (import {figures.public_id})")
    else:
        click.echo(f"0 added, 0 changed, 0 unchanged{refused} (nothing written)")


def _print_json(kind: str, figures: ImportFigures | None, refusals: Sequence[Refusal]) -> None:
    is_taken = figures is not None and figures.status is not ImportStatus.REFUSED
    document = {
        "kind": kind,
        "batch": figures.public_id if figures else None,
        "rows": figures.rows if figures else 0,
        **{
            name: getattr(figures, name) if is_taken else 0
            for name in ("added", "changed", "unchanged")
        },
        "rejected": [
            {
                "row": refusal.row_no,
                "column": refusal.column,
                "message": refusal.sentence.in_english(),
            }
            for refusal in refusals
        ],
    }
    click.echo(json.dumps(document, ensure_ascii=False, indent=2))


def _write_rejects(path: Path, figures: ImportFigures) -> None:
    rows = (
        (
            row.cells,
            "; ".join(f"{each.column}: {each.sentence.in_english()}" for each in row.refusals),
        )
        for row in iterate_refusals(figures.id)
    )
    with path.open("w", encoding="utf-8", newline="") as stream:
        write_refused(stream, figures.header, rows)
