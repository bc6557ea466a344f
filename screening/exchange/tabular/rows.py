"""Rows of a file as texts by column, and the rows that are no rows of the table."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from screening.exchange.tabular.errors import Refusal
from screening.exchange.tabular.header import Header
from screening.exchange.tabular.reading import Table
from screening.protocol.wording import N_, Sentence

# Rows of a template that explain the columns begin so and are left out.
REMARK = "# "


class SourceRow(NamedTuple):
    """A numbered row: its texts by column, blanks left out, and its cells as they were."""

    row_no: int
    texts: Mapping[str, str]
    cells: Sequence[str] = ()


@dataclass(frozen=True)
class RaggedRow:
    """A row with more or fewer cells than the header."""

    row_no: int
    cells: Sequence[str]
    refusal: Refusal


def read_rows(table: Table, header: Header) -> Iterator[SourceRow | RaggedRow]:
    """Read the rows of a table one by one."""
    width = len(table.header)
    for row_no, cells in table.rows:
        if cells[0].startswith(REMARK):
            continue
        if len(cells) != width:
            message = N_("the row has {cells} cells and the header {names}")
            sentence = Sentence(message, {"cells": len(cells), "names": width})
            yield RaggedRow(row_no, cells, Refusal(row_no, "", sentence))
        else:
            yield SourceRow(row_no, _texts(cells, header), cells)


def _texts(cells: Sequence[str], header: Header) -> dict[str, str]:
    texts = dict(header.constants)
    for index, name in header.cells:
        text = cells[index]
        if text and not text.isspace():
            codes = header.translations.get(name)
            texts[name] = codes.get(text.strip(), text) if codes else text
            if name in header.converted:
                field, other_name = header.converted[name]
                texts[name] = field.in_own_unit(other_name, texts[name])
    return texts
