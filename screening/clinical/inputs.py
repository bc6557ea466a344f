"""Inputs of published systems: required ones, limits, and typed values out of cells of text."""

from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeVar

from screening.clinical.reasons import InvalidInput, MissingInput

Value = TypeVar("Value")
Word = TypeVar("Word", bound=StrEnum)
Row = Mapping[str, str]

NOT_KNOWN = ("", "unknown")
YES = ("yes", "1")
NO = ("no", "0")


def required(column: str, value: Value | None) -> Value:
    """Return a value on which the result depends; MissingInput names its column."""
    if value is None:
        raise MissingInput(column)
    return value


def out_of_range(
    column: str, value: object, lowest: Decimal | int, highest: Decimal | int
) -> InvalidInput:
    """Return the refusal of a number outside two limits, both included."""
    return InvalidInput(
        column, value, "it lies between {lowest} and {highest}", lowest=lowest, highest=highest
    )


def not_one_of(column: str, value: object, words: Iterable[str]) -> InvalidInput:
    """Return the refusal of a word that is none of the published ones."""
    return InvalidInput(column, value, "it is one of {codes}", codes=", ".join(words))


def within(
    column: str, value: Decimal | None, lowest: Decimal | int, highest: Decimal | int
) -> Decimal:
    """Return a required number that lies between two limits, both included."""
    number = required(column, value)
    if not number.is_finite() or not lowest <= number <= highest:
        raise out_of_range(column, number, lowest, highest)
    return number


def read_text(row: Row, column: str) -> str:
    """Return the text of a cell without the blanks around it; a missing column is blank."""
    return (row.get(column) or "").strip()


def read_items(row: Row, column: str) -> tuple[str, ...]:
    """Return the items between semicolons; the word none is no item."""
    items = (item.strip() for item in read_text(row, column).split(";"))
    return tuple(item for item in items if item not in ("", "none"))


def read_word(words: type[Word], row: Row, column: str) -> Word | None:
    """Return a published word; None for a blank."""
    text = read_text(row, column)
    return known_word(words, column, text) if text else None


def known_word(words: type[Word], column: str, text: str) -> Word:
    """Return the published word that a text is."""
    if text not in list(words):
        raise not_one_of(column, text, words)
    return words(text)


def read_number(row: Row, column: str) -> Decimal | None:
    """Return a number with a decimal point; None for a blank."""
    text = read_text(row, column)
    if not text:
        return None
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise InvalidInput(column, text, "it is a number with a decimal point") from None
    if not number.is_finite():
        raise InvalidInput(column, text, "it is a number with a decimal point")
    return number


def read_flag(row: Row, column: str) -> bool | None:
    """Return a yes or a no, also written 1 and 0; None for a blank or the word unknown."""
    text = read_text(row, column)
    if text not in (*NOT_KNOWN, *YES, *NO):
        raise InvalidInput(column, text, "it is yes, no, 1, 0 or blank")
    return None if text in NOT_KNOWN else text in YES


def check_model(row: Row, model: str) -> None:
    """Refuse a row that asks for another model than the one its system has."""
    text = read_text(row, "model")
    if text not in ("", model):
        raise InvalidInput("model", text, "it is {model}", model=model)
