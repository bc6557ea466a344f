"""Years, quarters and months as the report names them, and the days they hold."""

from calendar import monthrange
from datetime import date

from screening.indicators.rules.dimensions import Dimension

MONTHS_IN_QUARTER = 3
DECEMBER = 12


def period_of(dimension: Dimension, year: int, month: int) -> str:
    """Return the name of the year, quarter or month: 2024, 2024-Q1, 2024-03."""
    if dimension is Dimension.YEAR:
        return f"{year}"
    if dimension is Dimension.QUARTER:
        return f"{year}-Q{(month + MONTHS_IN_QUARTER - 1) // MONTHS_IN_QUARTER}"
    return f"{year}-{month:02d}"


def days_of(dimension: Dimension, name: str) -> tuple[date, date]:
    """Return the first and the last day of a named period; ValueError if there is no such one."""
    year = int(name[:4])
    if dimension is Dimension.YEAR:
        first, last = 1, DECEMBER
    elif dimension is Dimension.QUARTER:
        last = int(name[6:]) * MONTHS_IN_QUARTER
        first = last - MONTHS_IN_QUARTER + 1
    else:
        first = last = int(name[5:])
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])
