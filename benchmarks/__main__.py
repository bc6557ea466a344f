"""`python -m benchmarks`: systems, reports, pages and imports, as one table."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from time import perf_counter

from benchmarks.cohort import Filler
from benchmarks.databases import empty_database, opened, servers
from benchmarks.evaluate import measure_systems
from benchmarks.imports import measure_import
from benchmarks.pages import measure_pages, measure_reports
from screening.accounts.actions import create_site
from screening.cli.application import console_actor
from screening.clock import now
from tests.servers import PostgresServer

PERSONS, IMPORTED, EVALUATED = 100_000, 100_000, 100_000
SITES = ("HQ", "N", "E")

# A name and up to four figures of it.
Line = Sequence[str]


def main() -> None:
    """Measure and print; what is under way is told on standard error."""
    parser = argparse.ArgumentParser(prog="benchmarks")
    parser.add_argument("--persons", type=int, default=PERSONS, help="each has 2.5 exams")
    parser.add_argument("--imported", type=int, default=IMPORTED, help="exams in the files")
    parser.add_argument("--evaluated", type=int, default=EVALUATED, help="rows a system")
    asked = parser.parse_args()
    _print(["screening evaluate, rows a second", "clock", "CPU"])
    for code, by_clock, by_cpu in measure_systems(asked.evaluated):
        _print([f"  {code}", f"{by_clock:.0f}", f"{by_cpu:.0f}"])
    _print(["", "median", "longest", "CPU", "queries"])
    with servers() as kinds:
        for kind, server in kinds.items():
            _print([kind])
            for line in _of_cohort(server, asked.persons):
                _print(line)
            for line in _of_import(server, asked.imported):
                _print(line)


def _of_cohort(server: PostgresServer | None, persons: int) -> Iterator[Line]:
    _tell(f"filling a cohort of {persons} persons")
    with empty_database(server) as url, opened(url) as app:
        by, at = console_actor(), now()
        sites = [create_site(code, code, None, by=by, at=at).id for code in SITES]
        started = perf_counter()
        Filler(sites).fill(persons)
        yield [f"  Fill with {persons} persons", f"{perf_counter() - started:.0f} s"]
        for measured in (measure_reports(), measure_pages(app)):
            for timed in measured:
                yield (
                    f"  {timed.name}",
                    f"{timed.median_ms:.0f} ms",
                    f"{timed.longest_ms:.0f} ms",
                    f"{timed.cpu_ms:.0f} ms",
                    str(timed.queries),
                )


def _of_import(server: PostgresServer | None, exams: int) -> Iterator[Line]:
    """Import in a process of its own, whose memory is that of the import alone."""
    _tell(f"importing {exams} exams with their findings")
    with empty_database(server) as url, ProcessPoolExecutor(1, get_context("spawn")) as apart:
        figures = apart.submit(measure_import, url, exams=exams).result()
    for name, kind in figures.kinds.items():
        yield (
            f"  Import {kind.rows} {name}",
            f"{kind.rows / kind.seconds:.0f} rows/s",
            f"{kind.seconds:.0f} s",
            f"{kind.cpu_seconds:.0f} s CPU",
        )
    yield ["  Exams and findings together", f"{figures.rows_a_second:.0f} rows/s"]
    memory = (f"{figures.peak_megabytes:.0f} MB", f"{figures.idle_megabytes:.0f} MB idle")
    yield ("  Memory at most", *memory)


def _print(line: Line) -> None:
    name, *cells = line
    text = f"{name:<40}" + "".join(f"{cell:>14}" for cell in cells)
    sys.stdout.write(text.rstrip() + "\n")
    sys.stdout.flush()


def _tell(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    main()
