"""Cells of text as inputs of published systems: what is read, what is missing, what is refused."""

from decimal import Decimal
from enum import StrEnum

import pytest

from screening.clinical.inputs import (
    read_flag,
    read_items,
    read_number,
    read_word,
    required,
    within,
)
from screening.clinical.reasons import InvalidInput, MissingInput


class Side(StrEnum):
    LEFT = "left"
    RIGHT = "right"


@pytest.mark.parametrize(
    ("text", "value"),
    [("yes", True), ("1", True), ("no", False), ("0", False), ("", None), ("unknown", None)],
)
def test_a_flag_is_yes_no_or_not_known(text: str, value: bool | None) -> None:
    assert read_flag({"copd": text}, "copd") is value


def test_a_missing_column_is_not_known() -> None:
    assert read_flag({}, "copd") is None
    assert read_number({}, "age") is None
    assert read_word(Side, {}, "side") is None


def test_items_are_split_at_semicolons_and_none_is_no_item() -> None:
    assert read_items({"features": "spiculation; none ;"}, "features") == ("spiculation",)


@pytest.mark.parametrize("text", ["six", "6,5", "NaN", "Infinity"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput, match="it is a number with a decimal point"):
        read_number({"age": text}, "age")


def test_an_unknown_word_is_refused_with_the_known_ones() -> None:
    with pytest.raises(InvalidInput, match="side is up; it is one of left, right"):
        read_word(Side, {"side": "up"}, "side")


def test_an_unclear_flag_is_refused() -> None:
    with pytest.raises(InvalidInput, match="copd is maybe; it is yes, no, 1, 0 or blank"):
        read_flag({"copd": "maybe"}, "copd")


def test_a_required_value_that_is_not_known_is_named() -> None:
    with pytest.raises(MissingInput) as refusal:
        required("age", None)

    assert refusal.value.column == "age"


@pytest.mark.parametrize("age", ["18", "110"])
def test_limits_are_allowed_values(age: str) -> None:
    assert within("age", Decimal(age), 18, 110) == Decimal(age)


@pytest.mark.parametrize("age", ["17.9", "110.1", "NaN"])
def test_a_number_outside_its_limits_is_refused(age: str) -> None:
    with pytest.raises(InvalidInput, match="it lies between 18 and 110"):
        within("age", Decimal(age), 18, 110)
