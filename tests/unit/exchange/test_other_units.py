"""Columns of files that hold a measure in another unit than the program's."""

from decimal import Decimal

import pytest

from screening.exchange.tabular.columns import Column
from screening.exchange.tabular.errors import RefusedFileError
from screening.exchange.tabular.header import Header, match_header
from screening.exchange.tabular.mapping import ColumnMapping
from screening.exchange.tabular.reading import Table
from screening.exchange.tabular.rows import SourceRow, read_rows
from screening.protocol.fields import Field, FieldType

SIZE = Field("size_mm", "Size", FieldType.DECIMAL, other_units={"size_cm": Decimal(10)})
COLUMNS = (Column(Field("no", "Number", FieldType.TEXT)), Column(SIZE))


def header_of(*names: str, mapping: ColumnMapping | None = None) -> Header:
    return match_header(COLUMNS, names, mapping or ColumnMapping(), {}, str)


def texts_of(header: Header, *cells: str) -> dict[str, str]:
    table = Table("", header.names, iter([(2, cells)]), 1)
    (row,) = read_rows(table, header)
    assert isinstance(row, SourceRow)
    return dict(row.texts)


@pytest.mark.parametrize("name", ["size_cm", "Size_CM"])
def test_a_column_in_another_unit_is_converted(name: str) -> None:
    assert texts_of(header_of("no", name), "1", "1.2") == {"no": "1", "size_mm": "12.0"}


def test_the_column_in_the_own_unit_stays_as_it_is() -> None:
    assert texts_of(header_of("no", "size_mm"), "1", "1.2") == {"no": "1", "size_mm": "1.2"}


def test_a_mapping_may_name_the_other_unit() -> None:
    mapping = ColumnMapping(columns={"Durchmesser": "size_cm"})

    header = header_of("no", "Durchmesser", mapping=mapping)

    assert texts_of(header, "1", "1.2") == {"no": "1", "size_mm": "12.0"}


def test_a_file_holds_a_measure_in_one_unit() -> None:
    with pytest.raises(RefusedFileError, match="same column"):
        header_of("no", "size_mm", "size_cm")
