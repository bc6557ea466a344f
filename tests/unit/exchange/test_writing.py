"""Files that are written can be read back, and run nowhere."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.exchange.tabular.columns import Column, RowReader
from screening.exchange.tabular.reading import open_table
from screening.exchange.tabular.writing import write_csv, write_refused, write_xlsx
from screening.protocol.fields import Field, FieldType

TEXT = Column(Field("remark", "Remark", FieldType.TEXT))
NUMBER = Column(Field("growth", "Growth", FieldType.DECIMAL))
COLUMNS = (TEXT, NUMBER)
RISKY = ["=1+1", "+1", "-2", "@x", "'=1", "''-1", "=cmd|' /C calc'!A0"]


def written(*rows):
    stream = io.StringIO()
    write_csv(stream, COLUMNS, rows)
    return list(csv.DictReader(io.StringIO(stream.getvalue())))


@pytest.mark.parametrize("text", RISKY)
def test_a_text_that_a_spreadsheet_would_run_is_guarded_and_read_back_as_it_was(text):
    (row,) = written({"remark": text})

    assert row["remark"][0] == "'"
    assert RowReader(COLUMNS).read(2, row)[0]["remark"] == text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_whatever_a_text_is_it_comes_back(text):
    if not text.strip():
        return
    (row,) = written({"remark": text})

    values, refusals = RowReader(COLUMNS).read(2, row)
    assert (values["remark"], refusals) == (text, [])


def test_a_negative_number_stays_a_number():
    assert written({"growth": "-3.5"}) == [{"remark": "", "growth": "-3.5"}]


def test_a_workbook_holds_texts_as_texts_and_numbers_as_numbers(tmp_path):
    path = tmp_path / "table.xlsx"

    count = write_xlsx(path, COLUMNS, [{"remark": "=1+1", "growth": "2.5"}, {"growth": "2.50"}])

    assert count == 2
    assert list(open_table(path).rows) == [(2, ["'=1+1", "2.5"]), (3, ["", "2.50"])]


def test_refused_rows_keep_their_cells_and_say_what_is_wrong():
    stream = io.StringIO()

    rows = [(["1", "=x"], "b: not a number"), (["2", "3", "4"], "too many cells")]
    write_refused(stream, ("a", "b"), rows)

    assert stream.getvalue() == ("a,b,problem\n1,'=x,b: not a number\n2,3,too many cells,4\n")


def test_refused_rows_that_come_again_get_one_column_of_problems():
    stream = io.StringIO()

    write_refused(stream, ("a", "problem"), [(["1", "old"], "new")])

    assert stream.getvalue() == "a,problem\n1,new\n"
