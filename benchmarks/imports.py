"""Rows a second of an import: files of exams and of their findings, checked and audited."""

import csv
import os
import tempfile
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter, process_time

from flask import Flask

from benchmarks.cohort import PROGRAM
from screening.accounts.actions import create_site
from screening.app import create_app
from screening.cli.application import console_actor
from screening.clock import today
from screening.database.upgrades import upgrade_tables
from screening.exchange.actions import ImportOrder, apply_import, stage_file
from screening.programs import get_program
from screening.protocol.synthetic import DemoOrder

SITES = ("HQ", "N", "E")
# How many exams a person of the synthetic cohort has, about.
EXAMS_A_PERSON = 2.55
PROCESS = Path("/proc/self/status")
BEFORE = ("participants", "enrollments")
TIMED = ("exams", "findings")


@dataclass
class KindFigures:
    """How long the file of one kind took; `cpu_seconds` are those of this process alone."""

    rows: int
    seconds: float
    cpu_seconds: float
    # The time in which nobody else could write.
    applying_seconds: float


@dataclass
class ImportFigures:
    """What was measured of one load on one database."""

    database: str
    kinds: dict[str, KindFigures] = field(default_factory=dict)
    # Of the process: when it was ready to read a file, and the most until everything was in.
    idle_megabytes: float = 0.0
    peak_megabytes: float = 0.0

    @property
    def rows_a_second(self) -> float:
        """Rows of exams and findings, by the seconds that both files took."""
        timed = [self.kinds[kind] for kind in TIMED]
        return sum(each.rows for each in timed) / sum(each.seconds for each in timed)


def measure_import(
    database_url: str, *, exams: int = 100_000, with_categories: bool = True
) -> ImportFigures:
    """Load `exams` exams with their findings into an empty database, and time it.

    Each file is staged, checked and taken in as a whole: with the log of every row, what takes it
    back, categories, rounds, recalls, cases and figures.

    Without categories every exam's category is computed from its findings as it comes in.
    """
    with tempfile.TemporaryDirectory() as name, _app(database_url, Path(name)) as app:
        files = _written_apart(Path(name), exams, with_categories=with_categories)
        figures = ImportFigures(str(app.config["DATABASE_URL"]).partition(":")[0])
        figures.idle_megabytes = _peak_megabytes()
        for kind in (*BEFORE, *TIMED):
            figures.kinds[kind] = _load(kind, files[kind])
        figures.peak_megabytes = _peak_megabytes()
        return figures


def _peak_megabytes() -> float:
    """Return the most that this program held; `getrusage` counts what started it too."""
    status = dict(line.split(":", 1) for line in PROCESS.read_text().splitlines())
    return int(status["VmHWM"].split()[0]) / 1024


@contextmanager
def _app(database_url: str, folder: Path) -> Iterator[Flask]:
    os.environ.update(
        DATABASE_URL=database_url, INSTANCE_PATH=str(folder), SCREENING_CONFIG="testing"
    )
    app = create_app()
    with app.app_context():
        upgrade_tables()
        for code in SITES:
            create_site(code, code, None, by=console_actor(), at=datetime.now(UTC))
        yield app


def _written_apart(folder: Path, exams: int, *, with_categories: bool) -> dict[str, Path]:
    """Write the files in a process of its own, whose memory is not that of the import."""
    with ProcessPoolExecutor(1, get_context("spawn")) as writer:
        written = writer.submit(write_files, folder, exams, with_categories=with_categories)
        return written.result()


def write_files(folder: Path, exams: int, *, with_categories: bool) -> dict[str, Path]:
    """Write the files of a synthetic cohort with this many exams; return them by kind."""
    program = get_program(PROGRAM)
    order = DemoOrder(int(exams / EXAMS_A_PERSON) + 50, 1, today(), SITES)
    tables = program.make_demo(order).rows
    if len(tables["exams"]) < exams:
        raise ValueError(f"the cohort has only {len(tables['exams'])} exams")
    del tables["exams"][exams:]
    numbers = {row["accession_no"] for row in tables["exams"]}
    tables["findings"] = [row for row in tables["findings"] if row["accession_no"] in numbers]
    if not with_categories:
        for row in tables["exams"]:
            row.pop("category", None)
            row.pop("resulted_on", None)
    return {
        kind: _write(folder / f"{kind}.csv", [{"program": program.code, **row} for row in rows])
        for kind, rows in tables.items()
    }


def _write(path: Path, rows: list[Mapping[str, str]]) -> Path:
    names = list(dict.fromkeys(name for row in rows for name in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names)
        writer.writeheader()
        writer.writerows(rows)
    return path


def _load(kind: str, path: Path) -> KindFigures:
    by, at = console_actor(), datetime.now(UTC)
    with path.open(encoding="utf-8") as file:
        rows = sum(1 for _ in file) - 1
    started, cpu = perf_counter(), process_time()
    public_id = stage_file(path, ImportOrder(kind, file_name=path.name), by=by, at=at)
    checked = perf_counter()
    apply_import(public_id, by=by, at=at)
    ended = perf_counter()
    return KindFigures(rows, ended - started, process_time() - cpu, ended - checked)
