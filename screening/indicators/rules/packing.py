"""The days of a program's marks as one fixed-width text, readable by position in SQL."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

WIDTH = 8
NEVER = "9" * WIDTH


def pack_marks(days: Iterable[date | None]) -> str:
    """Return the days one after the other, eight digits each."""
    return "".join(NEVER if day is None else pack_day(day) for day in days)


@lru_cache(maxsize=16_384)
def pack_day(day: date) -> str:
    """Return a day as eight digits, which sort like the days themselves."""
    return day.isoformat().replace("-", "")


def settle_marks(days: Sequence[date | None], examined_on: date) -> tuple[int, date]:
    """Return the marks that ever hold, one bit each in their order, and since when all hold."""
    bits = sum(1 << position for position, day in enumerate(days) if day is not None)
    return bits, max((day for day in days if day is not None), default=examined_on)
