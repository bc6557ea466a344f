"""Reads the first sheet of an .xlsx workbook, after the package has proved harmless."""

import hashlib
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from screening.exchange.tabular.errors import RefusedFileError
from screening.exchange.tabular.limits import (
    MAX_CELL_CHARACTERS,
    MAX_SHEET_BYTES,
    MAX_SHEET_CELLS,
    MAX_SHEET_ENTRIES,
    MAX_SHEET_RATIO,
)
from screening.protocol.wording import N_

ZIP_MAGIC = b"PK\x03\x04"
BLOCK = 1024 * 1024
TAIL = 64
FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
CELL_COLUMN = re.compile(rb'<(?:\w+:)?c [^>]*?r="([A-Z]{1,3})\d')
ROW_NUMBER = re.compile(rb'<(?:\w+:)?row [^>]*?r="(\d{1,9})"')

Cells = tuple[int, Sequence[str]]
Cell = int | float | str | bool | time | date | datetime | timedelta


@dataclass(frozen=True)
class Sheet:
    """The rows of one sheet, as texts, how many they are, and the digest of its file."""

    sha256: str
    rows: Iterator[Cells]
    height: int


def open_sheet(path: Path) -> Sheet:
    """Open the first sheet; refuse bombs, macros, formulas and what is no workbook."""
    _check_package(path)
    try:
        workbook = CalamineWorkbook.from_path(str(path))
        sheet = workbook.get_sheet_by_index(0)
    except (CalamineError, OSError) as error:
        message = N_("the workbook cannot be read: {error}")
        raise RefusedFileError(message, {"error": error}) from None
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    rows = enumerate(sheet.iter_rows(), start=1)
    texts = ((row_no, _texts(row_no, cells)) for row_no, cells in rows)
    return Sheet(sha256, texts, sheet.total_height)


def unpacked_bytes(path: Path) -> int:
    """Return how large a workbook becomes; of what is none, nothing is read."""
    try:
        with zipfile.ZipFile(path) as package:
            return sum(entry.file_size for entry in package.infolist())
    except zipfile.BadZipFile:
        return 0


def _check_package(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as package:
            entries = package.infolist()
            _check_size(entries, path.stat().st_size)
            for entry in entries:
                _check_entry(package, entry)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError):
        raise RefusedFileError(N_("the workbook is damaged or locked; save it again")) from None


def _check_size(entries: Sequence[zipfile.ZipInfo], packed: int) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    if (
        len(entries) > MAX_SHEET_ENTRIES
        or unpacked > MAX_SHEET_BYTES
        or unpacked > packed * MAX_SHEET_RATIO
    ):
        raise RefusedFileError(N_("the workbook unpacks to far more than its size; use CSV"))


def _check_entry(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    name = entry.filename.lower()
    if name.endswith("vbaproject.bin"):
        raise RefusedFileError(N_("the workbook has macros; save it as .xlsx without them"))
    if name.startswith("xl/worksheets/") and name.endswith(".xml"):
        _check_sheet(package, entry)


def _check_sheet(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    """Refuse formulas, and a lone cell far away, for which the reader would fill the memory."""
    tail = b""
    columns: set[bytes] = set()
    last_row = 0
    with package.open(entry) as sheet:
        while block := sheet.read(BLOCK):
            text = tail + block
            if FORMULA.search(text):
                message = N_("a cell holds a formula; copy the cells and paste them as values")
                raise RefusedFileError(message)
            columns.update(CELL_COLUMN.findall(text))
            last_row = max([last_row, *map(int, ROW_NUMBER.findall(text))])
            tail = block[-TAIL:]
    if last_row * max((_position(letters) for letters in columns), default=0) > MAX_SHEET_CELLS:
        raise RefusedFileError(
            N_("the sheet spans too many cells; delete the blank rows and columns")
        )


def _position(letters: bytes) -> int:
    position = 0
    for letter in letters:
        position = position * 26 + letter - ord("A") + 1
    return position


def _texts(row_no: int, cells: Sequence[Cell]) -> list[str]:
    texts = [_text(cell) for cell in cells]
    for position, text in enumerate(texts, start=1):
        if len(text) > MAX_CELL_CHARACTERS:
            message = N_("cell {position} is longer than {most} characters")
            values = {"position": position, "most": MAX_CELL_CHARACTERS}
            raise RefusedFileError(message, values, row_no=row_no)
    return texts


def _text(cell: Cell) -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return repr(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ")
    return cell.isoformat() if isinstance(cell, date | time) else str(cell)
