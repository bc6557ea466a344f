"""`screening export`: writes what `screening import` reads, and templates of it."""

import csv
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TextIO

import click

from screening.cli.application import console_actor, in_app
from screening.cli.choices import Day, OutputPath, read_day, read_program
from screening.clock import now
from screening.exchange.actions.exporting import Export, export_rows
from screening.exchange.queries.exporting.shared import Extract
from screening.exchange.tabular.chinese import chinese
from screening.exchange.tabular.columns import no_fields
from screening.exchange.tabular.kinds import KINDS
from screening.exchange.tabular.templates import template_rows
from screening.exchange.tabular.writing import write_csv, write_xlsx
from screening.programs import all_programs, get_program
from screening.security.actor import EVERYWHERE

CSV, XLSX = "csv", "xlsx"


@click.group()
def export() -> None:
    """Write the rows of a KIND with the columns that `screening import KIND` reads.

    Days are those of the records: the exam, the assessment, the diagnosis; of participants the
    day of registration.
    """


def _command(kind: str) -> click.Command:
    @click.command(kind, help=f"Write {kind}.")
    @click.option("--program", callback=read_program, help="Only this program's.")
    @click.option("--from", "since", type=Day, callback=read_day, help="First day.")
    @click.option("--to", "until", type=Day, callback=read_day, help="Last day.")
    @click.option("--format", "form", type=click.Choice([CSV, XLSX]))
    @click.option("--output", type=OutputPath, help="Write here instead of standard output.")
    @in_app
    def write(
        program: str | None,
        since: date | None,
        until: date | None,
        form: str | None,
        output: Path | None,
    ) -> None:
        if since and until and since > until:
            raise click.UsageError(f"--from {since} is after --to {until}")
        extract = Extract(EVERYWHERE, program, since, until)
        _write(export_rows(kind, extract, by=console_actor(), at=now()), form, output)

    return write


for code in KINDS:
    export.add_command(_command(code))


def _write(found: Export, form: str | None, output: Path | None) -> None:
    is_sheet = form == XLSX or (form is None and output and output.suffix.lower() == ".xlsx")
    if is_sheet:
        if output is None:
            raise click.UsageError("name the workbook with --output FILE.xlsx")
        count = write_xlsx(output, found.columns, found.rows)
    else:
        with _stream(output) as stream:
            count = write_csv(stream, found.columns, found.rows)
    click.echo(f"{count} rows", err=True)


@contextmanager
def _stream(output: Path | None) -> Iterator[TextIO]:
    if output is None:
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a text stream
        yield sys.stdout
        return
    with output.open("w", encoding="utf-8", newline="") as stream:
        yield stream


@export.command()
@click.argument("kind", type=click.Choice(list(KINDS)))
@click.option("--program", callback=read_program, help="Program whose codes and fields are meant.")
@click.option("--output", type=OutputPath, help="Write here instead of standard output.")
def template(kind: str, program: str | None, output: Path | None) -> None:
    """Write an empty table of KIND: columns, units, allowed codes and an example.

    Rows that begin with “# ” explain the columns; an import leaves them out.
    """
    of_kind = KINDS[kind]
    codes = [known.code for known in all_programs()]
    if program is None and len(codes) > 1 and of_kind.program_fields is not no_fields:
        raise click.UsageError(f"name the program with --program: {', '.join(codes)}")
    definition = get_program(program or codes[0])
    rows = template_rows(of_kind, of_kind.columns_within(definition), definition, chinese)
    with _stream(output) as stream:
        csv.writer(stream, lineterminator="\n").writerows(rows)
