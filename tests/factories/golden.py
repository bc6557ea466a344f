"""The published vector files, row by row."""

import csv
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "golden"

Row = dict[str, str]


def golden_rows(name: str) -> list[Row]:
    """Return the rows of a vector file."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def row_id(row: Row) -> str:
    """Return the name of a row as a test's parameter."""
    return row["id"]
