"""`screening evaluate`: runs a published system over the rows of a file."""

import csv
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import click

from config import SettingsError, instance_path
from screening.cli.choices import FilePath, OutputPath, refuse_same_file
from screening.cli.refusals import REFUSED, refuse
from screening.evaluations.rows import ERROR, evaluate_row
from screening.evaluations.systems import all_systems, find_system
from screening.exchange.tabular.errors import RefusedFileError
from screening.exchange.tabular.reading import Table, open_table
from screening.programs import use_readings
from screening.programs.settings import read_protocols
from screening.protocol.systems import BulkSystem


@click.command()
@click.argument("system", required=False)
@click.argument("file", metavar="INPUT.csv", required=False, type=FilePath)
@click.option("--output", type=OutputPath, help="Write here instead of standard output.")
@click.option("--list", "is_listing", is_flag=True, help="List the systems and their columns.")
def evaluate(
    system: str | None, file: Path | None, output: Path | None, *, is_listing: bool
) -> None:
    """Evaluate SYSTEM over the rows of INPUT.csv.

    Columns are those of the system's vector file, in any order; others are carried through. A row
    that cannot be evaluated says why in the column `error`, and the exit code is then 1. What the
    publications leave open is read as `protocols.toml` of the instance folder says.
    """
    _use_protocols()
    if is_listing:
        _list_systems()
        return
    if system is None or file is None:
        raise click.UsageError("name a SYSTEM and INPUT.csv, or ask for --list")
    refuse_same_file(file, output, "--output")
    chosen = find_system(system)
    if chosen is None:
        known = ", ".join(all_systems())
        raise click.BadParameter(f"{system} is not one of: {known}", param_hint="SYSTEM")
    try:
        failed = _evaluate_file(chosen, file, output)
    except RefusedFileError as error:
        refuse([error.refusal.line(file.name)])
    if failed:
        click.echo(f"{failed} rows could not be evaluated; see the column error", err=True)
        raise SystemExit(REFUSED)


def _use_protocols() -> None:
    try:
        use_readings(read_protocols(instance_path()))
    except SettingsError as error:
        refuse([str(error)])


def _list_systems() -> None:
    """Print a block for each system: its code and title, then its columns, indented."""
    width = max(map(len, all_systems()))
    for code, system in all_systems().items():
        click.echo(f"{code:<{width}}  {system.title}")
        click.echo(f"    inputs: {', '.join(system.inputs)}")
        click.echo(f"    results: {', '.join(system.results)}")


def _evaluate_file(system: BulkSystem, file: Path, output: Path | None) -> int:
    """Write the evaluated rows and return how many failed."""
    table = open_table(file)
    if not set(table.header) & set(system.inputs):
        raise RefusedFileError(
            "no column is an input of {system}; its inputs are: {inputs}",
            {"system": system.code, "inputs": ", ".join(system.inputs)},
        )
    failed = 0
    with _writing(output) as stream:
        writer = csv.DictWriter(stream, _output_columns(system, table), lineterminator="\n")
        writer.writeheader()
        for row in _evaluated(system, table):
            failed += bool(row[ERROR])
            writer.writerow(row)
    return failed


@contextmanager
def _writing(output: Path | None) -> Iterator[TextIO]:
    if output is None:
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a text stream
        yield sys.stdout
        return
    with output.open("w", encoding="utf-8", newline="") as stream:
        yield stream


def _output_columns(system: BulkSystem, table: Table) -> Sequence[str]:
    return list(dict.fromkeys((*table.header, *system.results, ERROR)))


def _evaluated(system: BulkSystem, table: Table) -> Iterator[Mapping[str, str]]:
    taken = {name for name in table.header if name in system.inputs}
    carried = [name for name in table.header if name not in {*system.results, ERROR}]
    for _, cells in table.rows:
        if len(cells) != len(table.header):
            error = f"the row has {len(cells)} cells and the header {len(table.header)}"
            yield {**dict(zip(table.header, cells, strict=False)), ERROR: error}
            continue
        texts = dict(zip(table.header, cells, strict=True))
        inputs = {name: texts[name].strip() for name in taken}
        yield {**{name: texts[name] for name in carried}, **_result(system, inputs)}


def _result(system: BulkSystem, inputs: Mapping[str, str]) -> Mapping[str, str]:
    evaluated = evaluate_row(system, inputs)
    return {**evaluated.results, ERROR: str(evaluated.error or "")}
