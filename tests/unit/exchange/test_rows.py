"""Rows as texts and values: translations, remarks, ragged rows, cells that cannot be read."""

from datetime import date
from decimal import Decimal

import pytest

from screening.exchange.loaders.context import SeenRows
from screening.exchange.tabular.columns import Column, RowReader
from screening.exchange.tabular.header import Header
from screening.exchange.tabular.kinds import KINDS
from screening.exchange.tabular.reading import Table
from screening.exchange.tabular.rows import RaggedRow, SourceRow, read_rows
from screening.protocol.fields import Choice, Field, FieldType, Limits

HEADER = Header(("No", "Sex"), ((0, "number"), (1, "sex")), {"site": "HQ"}, {"sex": {"1": "M"}}, ())
READER = RowReader(
    (
        Column(Field("name", "Name", FieldType.TEXT), longest=5),
        Column(Field("day", "Day", FieldType.DATE)),
        Column(Field("yes", "Yes", FieldType.YES_NO)),
        Column(Field("size", "Size", FieldType.DECIMAL, "mm", limits=Limits(Decimal(1)))),
        Column(Field("code", "Code", FieldType.CHOICE, choices=(Choice("a", "A", ("Alpha",)),))),
    )
)


def rows_of(*cells):
    return list(
        read_rows(Table("", HEADER.names, iter(enumerate(cells, start=2)), len(cells)), HEADER)
    )


def test_a_row_has_its_constants_and_its_translated_texts():
    assert rows_of(["7", "1"]) == [
        SourceRow(2, {"site": "HQ", "number": "7", "sex": "M"}, ["7", "1"])
    ]


def test_a_blank_is_not_known_and_a_code_without_translation_stays():
    assert [row.texts for row in rows_of(["7", " "], ["8", "9"])] == [
        {"site": "HQ", "number": "7"},
        {"site": "HQ", "number": "8", "sex": "9"},
    ]


def test_remarks_of_a_template_are_left_out():
    assert rows_of(["# Number", "Sex"]) == []


def test_a_row_of_another_width_is_refused_with_its_cells():
    (row,) = rows_of(["7"])

    assert isinstance(row, RaggedRow)
    assert row.refusal.line("f") == "f:2:: the row has 1 cells and the header 2"


def test_values_are_typed():
    values, refusals = READER.read(
        2, {"name": "Li", "day": "2024-03-05", "yes": "1", "size": "2.50", "code": "ALPHA"}
    )

    assert refusals == []
    assert values == {
        "name": "Li", "day": date(2024, 3, 5), "yes": "yes", "size": Decimal("2.50"), "code": "a",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("texts", "line"),
    [
        ({"name": "abcdef"}, "f:2:name: the text has 6 characters; at most 5 are kept"),
        ({"name": "=1+1"}, "f:2:name: “=1+1” is a formula; write its value instead"),
        ({"day": "5.3.2024"}, "f:2:day: “5.3.2024” is not a date; write it like 2024-03-05"),
        ({"yes": "maybe"}, "f:2:yes: “maybe” is not yes, no or unknown"),
        ({"size": "0.5"}, "f:2:size: 0.5 mm is too small; it must be at least 1 mm"),
        ({"size": "NaN"}, "f:2:size: “NaN” is not a number; enter a number with a decimal point"),
        ({"code": "b"}, "f:2:code: “b” is not one of: a"),
    ],
)
def test_a_cell_that_cannot_be_read_says_what_would_be_right(texts, line):
    _, refusals = READER.read(2, texts)

    assert [refusal.line("f") for refusal in refusals] == [line]


def test_columns_that_are_not_asked_for_are_left_out():
    assert READER.read(2, {"weather": "rain"}) == ({}, [])


def test_a_second_row_about_the_same_is_known_by_the_first():
    seen = SeenRows()
    first, same = SourceRow(2, {"a": "1"}), SourceRow(9, {"a": "1"})
    other = SourceRow(10, {"a": "2"})

    assert seen.first(("HQ", "1"), first) is None
    assert seen.first(("HQ", "1"), same) == -2
    assert seen.first(("HQ", "1"), other) == 2
    assert seen.first(("N", "1"), other) is None


@pytest.mark.parametrize(("text", "sex"), [("F", "F"), ("女", "F"), ("男", "M"), ("不详", "U")])
def test_sex_is_read_in_both_languages(text, sex):
    values, refusals = RowReader(KINDS["participants"].columns).read(2, {"sex": text})

    assert (values, refusals) == ({"sex": sex}, [])
