"""Opens a table in a file, whatever its form: a header and rows of texts, read one by one."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from screening.exchange.tabular.encoding import TextFile, inspect_text
from screening.exchange.tabular.errors import RefusedFileError
from screening.exchange.tabular.limits import MAX_CELL_CHARACTERS, MAX_COLUMNS
from screening.exchange.tabular.spreadsheets import ZIP_MAGIC, Cells, open_sheet, unpacked_bytes
from screening.protocol.wording import N_

HEADER_ROW = 1
OLE_MAGIC = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True)
class Table:
    """A table about to be read: names of columns as written, then numbered rows.

    `height` is about how many rows there are, by which its reader tells how far it is.
    """

    sha256: str
    header: tuple[str, ...]
    rows: Iterator[tuple[int, Sequence[str]]]
    height: int


def bytes_to_read(path: Path) -> int:
    """Return how much has to be read of a file before its header is known."""
    size = path.stat().st_size
    with path.open("rb") as file:
        is_packed = file.read(4) == ZIP_MAGIC
    return max(size, unpacked_bytes(path)) if is_packed else size


def open_table(path: Path) -> Table:
    """Open a CSV or Excel file; raise RefusedFileError where it cannot be read as a table."""
    if not path.is_file():
        raise RefusedFileError(N_("there is no such file"))
    with path.open("rb") as file:
        magic = file.read(4)
    if magic == OLE_MAGIC:
        raise RefusedFileError(N_("old Excel files and locked ones are not read; save as .xlsx"))
    if magic == ZIP_MAGIC:
        sheet = open_sheet(path)
        return _table(sheet.sha256, sheet.rows, sheet.height)
    if path.suffix.lower() == ".xlsx":
        raise RefusedFileError(N_("the file is not an Excel workbook, whatever its name says"))
    text = inspect_text(path)
    return _table(text.sha256, _csv_rows(text), text.lines)


def _csv_rows(text: TextFile) -> Iterator[Cells]:
    csv.field_size_limit(MAX_CELL_CHARACTERS)
    row_no = 0
    with text.path.open(encoding=text.encoding, newline="") as file:
        reader = csv.reader(file, strict=True)
        try:
            for cells in reader:
                row_no += 1
                yield row_no, cells
        except csv.Error as error:
            message = N_("the row cannot be read as CSV ({error}); look at its quotation marks")
            raise RefusedFileError(message, {"error": error}, row_no=row_no + 1) from None


def _table(sha256: str, rows: Iterator[Cells], height: int) -> Table:
    first = next(rows, None)
    if first is None:
        raise RefusedFileError(N_("the file is empty; its first row must name the columns"))
    header = _header(first[1])
    return Table(sha256, header, _data_rows(rows, len(header)), height)


def _header(cells: Sequence[str]) -> tuple[str, ...]:
    names = [name.strip() for name in cells]
    while names and not names[-1]:
        names.pop()
    if len(names) > MAX_COLUMNS:
        message = N_("the table has {count} columns; at most {most} are read")
        raise RefusedFileError(message, {"count": len(names), "most": MAX_COLUMNS})
    if not names:
        raise RefusedFileError(N_("the first row is blank; it must name the columns"))
    for position, name in enumerate(names, start=1):
        if not name:
            message = N_("column {position} has no name")
            raise RefusedFileError(message, {"position": position})
        if name in names[: position - 1]:
            raise RefusedFileError(N_("the column is named twice"), column=name)
    return tuple(names)


def _data_rows(rows: Iterator[Cells], width: int) -> Iterator[tuple[int, Sequence[str]]]:
    """Leave out blank rows, and blank cells beyond the header; other ragged rows stay so."""
    for row_no, cells in rows:
        if len(cells) > width and not any(cells[width:]):
            yield row_no, cells[:width]
        elif any(cells):
            yield row_no, cells
