"""Reading typed answers: what a field cannot hold is refused with what would be right."""

from decimal import Decimal

import pytest

from screening.protocol.fields import NOT_KNOWN, Choice, Field, FieldType
from screening.protocol.payload import UnreadableValueError, check_payload, read_payload, read_value

WHOLE = Field("n", "Number", FieldType.INTEGER)
DECIMAL = Field("d", "Decimal", FieldType.DECIMAL)
TEXT = Field("t", "Text", FieldType.TEXT)
SIZE = Field("size_mm", "Size", FieldType.DECIMAL, other_units={"size_cm": Decimal(10)})


@pytest.mark.parametrize(
    ("choices", "sentence"),
    [
        ((), "Enter “Kind”"),
        ((NOT_KNOWN,), "Enter “Kind”, or say that it is not known"),
    ],
)
def test_a_missing_answer_is_asked_for_with_the_way_out_that_there_is(choices, sentence):
    solid = Choice("solid", "Solid")
    field = Field("k", "Kind", FieldType.CHOICE, choices=(solid, *choices), is_required=True)

    [problem] = check_payload([field], {})

    assert problem.sentence.in_english() == sentence


@pytest.mark.parametrize("field", [WHOLE, DECIMAL])
@pytest.mark.parametrize("text", ["1E+999999999", "-1e400", "NaN", "Infinity", "12 kg", "1,5"])
def test_what_is_no_usable_number_is_refused(field, text):
    with pytest.raises(UnreadableValueError):
        read_value(field, text)


def test_a_number_with_decimals_is_no_whole_number():
    with pytest.raises(UnreadableValueError, match="not a whole number"):
        read_value(WHOLE, "1.5")


def test_an_endless_text_is_refused():
    assert read_value(TEXT, "x" * 4000) == "x" * 4000
    with pytest.raises(UnreadableValueError, match="4000 characters"):
        read_value(TEXT, "x" * 4001)


@pytest.mark.parametrize(
    ("texts", "size_mm"),
    [
        ({"size_mm": "12"}, "12"),
        ({"size_cm": "1.25"}, "12.5"),
        ({"size_mm": "", "size_cm": "0.4"}, "4"),
        ({"size_mm": "12", "size_cm": "9"}, "12"),
    ],
)
def test_a_file_may_hold_a_measure_in_another_unit(texts, size_mm):
    assert read_payload((SIZE,), texts) == ({"size_mm": Decimal(size_mm)}, [])


def test_what_is_no_number_in_another_unit_is_refused_as_it_was_written():
    _, problems = read_payload((SIZE,), {"size_cm": "1,2"})

    assert [problem.field for problem in problems] == ["size_mm"]
    assert "“1,2” is not a number" in problems[0].sentence.in_english()
