"""Writes tables to files: streaming, never a cell that a spreadsheet would run."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TextIO

import xlsxwriter

from screening.exchange.tabular.columns import Column
from screening.exchange.tabular.header import PROBLEM
from screening.protocol.errors import RefusedInputError
from screening.protocol.fields import FieldType
from screening.protocol.formulas import guard_text
from screening.protocol.wording import N_

MOST_SHEET_ROWS = 1_048_576
NUMBERS = (FieldType.INTEGER, FieldType.DECIMAL)

Texts = Mapping[str, str]


def safe_texts(columns: Sequence[Column], row: Texts) -> list[str]:
    """Return the cells of a row; only free text could be taken for a formula, and is guarded."""
    return [
        guard_text(row.get(column.name, ""))
        if column.field.type is FieldType.TEXT
        else row.get(column.name, "")
        for column in columns
    ]


def write_csv(stream: TextIO, columns: Sequence[Column], rows: Iterable[Texts]) -> int:
    """Write a table as CSV; return how many rows it has."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([column.name for column in columns])
    count = 0
    for row in rows:
        writer.writerow(safe_texts(columns, row))
        count += 1
    return count


def write_xlsx(path: Path, columns: Sequence[Column], rows: Iterable[Texts]) -> int:
    """Write a table as a workbook of one sheet, row by row; return how many rows it has."""
    are_numbers = [column.field.type in NUMBERS for column in columns]
    number = 0
    with xlsxwriter.Workbook(str(path), {"constant_memory": True, "in_memory": False}) as book:
        sheet = book.add_worksheet()
        for place, column in enumerate(columns):
            sheet.write_string(0, place, column.name)
        for number, row in enumerate(rows, start=1):
            if number >= MOST_SHEET_ROWS:
                raise RefusedInputError("format", N_("too many rows for Excel; export CSV instead"))
            for place, text in enumerate(safe_texts(columns, row)):
                if text and are_numbers[place] and repr(float(text)).removesuffix(".0") == text:
                    sheet.write_number(number, place, float(text))
                elif text:
                    sheet.write_string(number, place, text)
    return number


def write_refused(
    stream: TextIO, header: Sequence[str], rows: Iterable[tuple[Sequence[str], str]]
) -> None:
    """Write refused rows as they came, with a last column that says what is wrong."""
    names = [name for name in header if name != PROBLEM]
    kept = [place for place, name in enumerate(header) if name != PROBLEM]
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([*names, PROBLEM])
    for cells, problem in rows:
        texts = [guard_text(cells[place]) if place < len(cells) else "" for place in kept]
        extra = [guard_text(cell) for cell in cells[len(header) :]]
        writer.writerow([*texts, problem, *extra])
