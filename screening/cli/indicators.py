"""`screening indicators`: the figures of a program, by groups, as JSON, CSV or a table."""

import csv
import json
import sys
from collections.abc import Sequence
from datetime import date, datetime

import click

from screening.cli.application import in_app
from screening.clock import today
from screening.indicators.reports import Asked, Cell, Report, as_document, as_table, make_report
from screening.indicators.reports import table_header as header_of
from screening.indicators.rules import Dimension
from screening.programs import all_programs
from screening.security.actor import EVERYWHERE

DECIMALS = 6

Day = click.DateTime(formats=["%Y-%m-%d"])


def _read_program(context: click.Context, parameter: click.Parameter, value: str) -> str:
    codes = [program.code for program in all_programs()]
    if value not in codes:
        raise click.BadParameter(f"{value} is not one of: {', '.join(codes)}")
    return value


def _read_dimensions(
    context: click.Context, parameter: click.Parameter, value: str | None
) -> tuple[Dimension, ...]:
    names = [name.strip() for name in (value or "").split(",") if name.strip()]
    try:
        return tuple(dict.fromkeys(Dimension(name) for name in names))
    except ValueError:
        known = ", ".join(dimension.value for dimension in Dimension)
        raise click.BadParameter(f"{value} names what is not one of: {known}") from None


def _read_day(
    context: click.Context, parameter: click.Parameter, value: datetime | None
) -> date | None:
    return value.date() if value else None


@click.command()
@click.option("--program", required=True, callback=_read_program, help="Code of the program.")
@click.option("--from", "since", type=Day, callback=_read_day, help="First day of the exams.")
@click.option("--to", "until", type=Day, callback=_read_day, help="Last day of the exams.")
@click.option(
    "--as-of", type=Day, callback=_read_day, help="What was known on this day; today if not given."
)
@click.option("--by", callback=_read_dimensions, help="Group by these, parted by commas.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "csv", "table"]),
    default="json",
    show_default=True,
)
@in_app
def indicators(
    program: str,
    since: date | None,
    until: date | None,
    as_of: date | None,
    by: tuple[Dimension, ...],
    form: str,
) -> None:
    """Count the measures of a program over the exams of a period.

    Groups: site, year, quarter, month, sex, age_group, round, district, source, modality,
    category.
    """
    if since and until and since > until:
        raise click.UsageError(f"--from {since} is after --to {until}")
    report = make_report(EVERYWHERE, Asked(program, as_of or today(), since, until, by))
    WRITERS[form](report)


def _write_json(report: Report) -> None:
    click.echo(json.dumps(as_document(report), ensure_ascii=False, indent=2))


def _write_csv(report: Report) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(header_of(report))
    writer.writerows(as_table(report))


def _write_table(report: Report) -> None:
    rows = [header_of(report), *([_text(cell) for cell in row] for row in as_table(report))]
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    for row in rows:
        click.echo(_line(row, widths))


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
    return "  ".join(cells).rstrip()


def _text(cell: Cell) -> str:
    if isinstance(cell, float):
        return f"{cell:.{DECIMALS}f}"
    return "" if cell is None else str(cell)


WRITERS = {"json": _write_json, "csv": _write_csv, "table": _write_table}
