"""Headers of files: which columns they name, in which spelling, and what is missing."""

import pytest

from screening.exchange.tabular.columns import Column, Kind
from screening.exchange.tabular.errors import RefusedFileError
from screening.exchange.tabular.header import columns_of, match_header
from screening.exchange.tabular.mapping import ColumnMapping
from screening.protocol.fields import Field, FieldType

COLUMNS = (
    Column(Field("number", "Number", FieldType.TEXT, is_required=True)),
    Column(Field("sex", "Sex", FieldType.TEXT)),
    Column(Field("size_mm", "Size", FieldType.DECIMAL, aliases=("diameter",))),
)
CHINESE = {"Number": "编号", "Sex": "性别", "Size": "大小"}


def match(names, mapping=None, defaults=None):
    return match_header(
        COLUMNS, names, mapping or ColumnMapping(), defaults or {}, lambda label: CHINESE[label]
    )


@pytest.mark.parametrize("name", ["size_mm", "SIZE_MM", " Size ", "diameter", "大小"])
def test_a_column_is_known_by_code_label_alias_and_in_chinese(name):
    header = match(["编号", name])

    assert header.cells == ((0, "number"), (1, "size_mm"))
    assert header.ignored == ()


def test_other_columns_are_left_out_and_told(pytestconfig):
    assert match(["number", "weather"]).ignored == ("weather",)


def test_the_column_of_problems_is_left_out_without_a_word():
    assert match(["number", "problem"]).ignored == ()


@pytest.mark.parametrize(
    ("names", "line"),
    [
        (["sex"], "f:1:number: required columns are missing: number"),
        (["number", "diameter", "size"], "f:1:size: “diameter” and “size” are the same column"),
        (["number", "siz_mm"], "f:1:siz_mm: there is no such column; is size_mm meant?"),
    ],
)
def test_a_header_that_does_not_do_is_refused_at_its_column(names, line):
    with pytest.raises(RefusedFileError) as caught:
        match(names)
    assert caught.value.refusal.line("f").startswith(line)


def test_a_mapping_renames_adds_and_leaves_out():
    mapping = ColumnMapping({"ID": "number", "siz_mm": ""}, {"sex": {"1": "M"}}, {"size_mm": "9"})

    header = match(["id", "sex", "siz_mm"], mapping)

    assert header.cells == ((0, "number"), (1, "sex"))
    assert header.constants == {"size_mm": "9"}
    assert header.translations == {"sex": {"1": "M"}}


def test_a_mapping_to_a_column_that_there_is_not_is_refused():
    with pytest.raises(RefusedFileError, match="names a column that there is not"):
        match(["id"], ColumnMapping({"id": "nummer"}))


def test_a_default_fills_a_required_column():
    header = match(["sex"], defaults={"number": "1"})

    assert header.names_present == {"number", "sex"}


def test_a_file_may_lack_what_only_another_program_requires():
    def added(program):
        own = Field(program, program, FieldType.TEXT, is_required=True)
        return own, Field("both", "Both", FieldType.TEXT, is_required=True)

    kind = Kind("kind", "Kind", COLUMNS, {}, added)

    columns = {column.name: column.field for column in columns_of(kind, ("one", "other"))}

    required = [name for name, field in columns.items() if field.is_required]
    assert required == ["number", "both"]
