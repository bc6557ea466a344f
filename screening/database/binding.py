"""Values of columns as the databases take them, also where they come as JSON holds them."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum as Member
from functools import lru_cache
from typing import Any

from sqlalchemy import JSON, Column, Date, Dialect, Enum, Numeric

from screening.database.types import Moment, json_text

Bind = Callable[[Any], Any]

REMEMBERED = 8_192


def binder(column: Column[Any], dialect: Dialect) -> Bind | None:
    """Return what turns a column's values, None apart, into those of the driver."""
    kind = column.type
    if isinstance(kind, Date):
        return _day
    if isinstance(kind, Enum):
        return _code
    if isinstance(kind, JSON):
        return json_text
    if isinstance(kind, Numeric):
        return float if dialect.name == "sqlite" else str
    bind: Bind | None = kind.dialect_impl(dialect).bind_processor(dialect)
    return lru_cache(REMEMBERED)(bind) if bind and isinstance(kind, Moment) else bind


def _day(value: date | str) -> str:
    return value if isinstance(value, str) else value.isoformat()


def _code(value: Member | str) -> Any:
    return value.value if isinstance(value, Member) else value


def plain_value(value: object) -> object:
    """Return a value of a column as JSON can hold it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Member):
        return value.value
    return decimal_text(value) if isinstance(value, Decimal) else value


def decimal_text(value: Decimal) -> str:
    """Return a number as plain digits, the same whatever zeros it ends in."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
