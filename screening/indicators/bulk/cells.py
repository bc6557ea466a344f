"""Numbers, lists and method codes out of cells of text, and figures back into text."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TypeVar

from screening.clinical.inputs import Row, read_number, read_text, required
from screening.clinical.reasons import InvalidInput
from screening.indicators.statistics.limits import LEVEL, Limits
from screening.protocol.wording import N_, Sentence

Method = TypeVar("Method")

# More than mankind, and less than a person's second; beyond them the digits get lost.
MOST = 10**12
LEAST = Decimal("1e-12")
SEPARATOR = ";"
WIDEST = Decimal("0.999999")


def read_count(row: Row, column: str, least: int = 0) -> int:
    """Return a required whole number, which may be written 1e+05."""
    return _whole(column, required(column, read_number(row, column)), least)


def read_amount(row: Row, column: str) -> float:
    """Return a required number above 0."""
    return _above_zero(column, required(column, read_number(row, column)))


def read_multiplier(row: Row) -> float:
    """Return the number of people or years that a rate is of; a blank is 1."""
    return read_amount(row, "multiplier") if read_text(row, "multiplier") else 1.0


def read_share(row: Row, column: str) -> float:
    """Return a required number from 0 to 1."""
    number = required(column, read_number(row, column))
    if not 0 <= number <= 1:
        raise InvalidInput(column, number, "it is a proportion from 0 to 1")
    return float(number)


def read_level(row: Row) -> float:
    """Return the level of the interval; a blank is 0.95."""
    number = read_number(row, "conf")
    if number is None:
        return LEVEL
    if not 0 < number <= WIDEST:
        raise InvalidInput(
            "conf", number, "it lies above 0 and up to {highest}, such as 0.95", highest=WIDEST
        )
    return float(number)


def read_method(row: Row, methods: Mapping[str, Method]) -> tuple[str, Method]:
    """Return the code of a method with the method."""
    code = required("method", read_text(row, "method") or None)
    if code not in methods:
        raise InvalidInput("method", code, "it is one of {codes}", codes=", ".join(methods))
    return code, methods[code]


def read_list(row: Row, column: str) -> list[str]:
    """Return the items of a required cell; none of them is left out silently."""
    text = required(column, read_text(row, column) or None)
    items = [item.strip() for item in text.split(SEPARATOR)]
    if not all(items):
        raise InvalidInput(
            column,
            text,
            "between {separator} stands an item, 0 where it is none",
            separator=SEPARATOR,
        )
    return items


def read_counts(row: Row, column: str) -> list[int]:
    """Return a list of whole numbers."""
    return [_whole(column, _number(column, item), 0) for item in read_list(row, column)]


def read_amounts(row: Row, column: str) -> list[float]:
    """Return a list of numbers above 0."""
    return [_above_zero(column, _number(column, item)) for item in read_list(row, column)]


def read_rates(row: Row, column: str) -> list[float]:
    """Return a list of numbers of which some are above 0 and the others 0."""
    numbers = [_number(column, item) for item in read_list(row, column)]
    if not any(numbers):
        raise InvalidInput(column, read_text(row, column), "one of its numbers is above 0")
    return [_above_zero(column, number) if number else 0.0 for number in numbers]


def as_long_as(column: str, items: list[Method], first: str, length: int) -> list[Method]:
    """Return the items if there are as many as in the first list."""
    if len(items) != length:
        raise InvalidInput(
            column,
            f"a list of {len(items)}",
            "it has as many items as {first} ({length})",
            first=first,
            length=length,
        )
    return items


def is_number(text: str) -> bool:
    """Tell whether an item begins as numbers do, and names as they are do not."""
    return text[:1] in "+-.0123456789"


def _number(column: str, item: str) -> Decimal:
    return required(column, read_number({column: item}, column))


def _whole(column: str, number: Decimal, least: int) -> int:
    if number != number.to_integral_value() or not least <= number <= MOST:
        raise InvalidInput(
            column,
            number,
            "it is a whole number from {lowest} to {highest}",
            lowest=least,
            highest=MOST,
        )
    return int(number)


def _above_zero(column: str, number: Decimal) -> float:
    if not LEAST <= number <= MOST:
        raise InvalidInput(
            column, number, "it is a number from {lowest} to {highest}", lowest=LEAST, highest=MOST
        )
    return float(number)


def write(value: float | None) -> str:
    """Return a figure with every digit that a reader of numbers keeps; None is blank."""
    if value is None:
        return ""
    return str(value) if isinstance(value, int) else repr(float(value) + 0.0)


def write_limits(limits: Limits | None, per: float = 1.0) -> dict[str, str]:
    """Return the two limits in the unit of their figure, blank where there is none."""
    if limits is None:
        return {"lower": "", "upper": ""}
    lower = None if limits.lower is None else limits.lower * per
    return {"lower": write(lower), "upper": write(limits.upper * per)}


def at_level(name: str, level: float) -> Sentence:
    """Return the name of an interval's method with its level."""
    return Sentence(N_("{method}, {level} %"), {"method": name, "level": f"{level * 100:g}"})
