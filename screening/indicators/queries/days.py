"""Arithmetic on days in SQL that both databases do alike: months, ages, five-year bands."""

from datetime import date

from sqlalchemy import ColumnElement, Integer, cast, extract, literal
from sqlalchemy.orm import InstrumentedAttribute

from screening.indicators.rules.building import BAND_YEARS

Day = InstrumentedAttribute[date] | InstrumentedAttribute[date | None] | ColumnElement[date] | date
Number = ColumnElement[int]

MONTHS = 12
HUNDRED = 100
YEAR = 10_000


def part_of(part: str, day: Day) -> Number:
    """Return the year, month or day of a day as a whole number."""
    if isinstance(day, date):
        return literal(int(getattr(day, part)))
    return cast(extract(part, day), Integer)


def months_later(day: Day, months: int = 0) -> Number:
    """Return a number that sorts like the day some calendar months later.

    A day that the later month does not have sorts after all of its days, as its end should.
    """
    count = part_of("year", day) * MONTHS + part_of("month", day) + months
    return count * HUNDRED + part_of("day", day)


def age_band(born: Day, day: Day) -> Number:
    """Return the five-year band of the completed age, counted from 0."""
    years = (_digits(day) - _digits(born)) // YEAR
    return years // BAND_YEARS


def _digits(day: Day) -> Number:
    return part_of("year", day) * YEAR + part_of("month", day) * HUNDRED + part_of("day", day)
