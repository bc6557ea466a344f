"""Mappings in YAML, and what is refused in them."""

import pytest

from screening.exchange.tabular.errors import RefusedFileError
from screening.exchange.tabular.mapping import ColumnMapping, read_mapping


@pytest.fixture
def read(tmp_path):
    def read(text, kind=None):
        path = tmp_path / "mapping.yaml"
        path.write_text(text, encoding="utf-8")
        return read_mapping(path, kind)

    return read


def test_all_three_parts_are_texts(read):
    text = 'columns: {a: b}\nvalues: {sex: {1: M, 2: F, 9: ""}}\nconstants: {day: 2024-03-05, n: 7}'

    assert read(text) == ColumnMapping(
        {"a": "b"}, {"sex": {"1": "M", "2": "F", "9": ""}}, {"day": "2024-03-05", "n": "7"}
    )


def test_a_bare_yes_or_no_means_the_word(read):
    assert read("values: {smoker: {Y: yes, N: no}}").values == {"smoker": {"Y": "yes", "N": "no"}}


def test_a_file_may_hold_the_mappings_of_several_kinds(read):
    text = "exams: {columns: {a: b}}\nfindings: {columns: {c: d}}"

    assert read(text, "findings").columns == {"c": "d"}


def test_an_empty_mapping_maps_nothing(read):
    assert read("") == ColumnMapping()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("rows: {a: b}", "a mapping has the parts columns, values and constants"),
        ("- a\n- b", "here the mapping needs lines"),
        ("columns: [a]", "here the mapping needs lines"),
        ("columns: {a: {b: c}}", "here the mapping needs one text a line"),
        ("columns: {a: b", "the mapping cannot be read"),
        ("!!python/object/apply:os.system ['true']", "the mapping cannot be read"),
    ],
)
def test_what_is_no_mapping_is_refused_in_words(read, text, words):
    with pytest.raises(RefusedFileError, match=words):
        read(text)


def test_a_mapping_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(RefusedFileError, match="the mapping cannot be read"):
        read_mapping(tmp_path / "none.yaml")
