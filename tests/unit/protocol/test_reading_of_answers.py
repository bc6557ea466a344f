"""Reading typed answers: what a field cannot hold is refused with what would be right."""

import pytest

from screening.protocol.fields import Field, FieldType
from screening.protocol.payload import UnreadableValueError, read_value

WHOLE = Field("n", "Number", FieldType.INTEGER)
DECIMAL = Field("d", "Decimal", FieldType.DECIMAL)
TEXT = Field("t", "Text", FieldType.TEXT)


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
