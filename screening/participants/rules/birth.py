"""Birth dates known to the day, the month or the year, and the ages that follow from them."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from unicodedata import normalize

from screening.protocol.errors import RefusedInputError
from screening.protocol.wording import N_

FIELD = "birth_date"
OLDEST_YEARS = 130
WRITTEN = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?")
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")


class DatePrecision(StrEnum):
    """How exactly a birth date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True)
class BirthDate:
    """The first and the last day on which the person can have been born."""

    born_from: date
    born_to: date
    precision: DatePrecision

    def __str__(self) -> str:
        """Return the date as it was given: 2024, 2024-03 or 2024-03-05."""
        length = {DatePrecision.YEAR: 4, DatePrecision.MONTH: 7, DatePrecision.DAY: 10}
        return self.born_from.isoformat()[: length[self.precision]]


def birth_date_of(
    born_from: date | None, born_to: date | None, precision: DatePrecision | None
) -> BirthDate | None:
    """Return the three columns of a birth date as one value."""
    if born_from is None or born_to is None or precision is None:
        return None
    return BirthDate(born_from, born_to, precision)


def parse_birth_date(text: str | None) -> BirthDate | None:
    """Read 2024, 2024-03 or 2024-03-05, also with other separators; a blank is not known."""
    written = normalize("NFKC", text or "").replace(" ", "")
    if not written:
        return None
    match = COMPACT.fullmatch(written) or WRITTEN.fullmatch(written)
    if match is None:
        text = N_("Enter the birth date as 1960-03-05, 1960-03 or 1960; leave it blank if unknown")
        raise RefusedInputError(FIELD, text)
    try:
        return _birth_date(*(int(part) for part in match.groups() if part))
    except ValueError:
        text = N_("There is no such day as {typed}; check the birth date")
        raise RefusedInputError(FIELD, text, {"typed": written}) from None


def _birth_date(year: int, month: int | None = None, day: int | None = None) -> BirthDate:
    if month is None:
        return BirthDate(date(year, 1, 1), date(year, 12, 31), DatePrecision.YEAR)
    if day is None:
        last = monthrange(year, month)[1] if 1 <= month <= 12 else 0
        return BirthDate(date(year, month, 1), date(year, month, last), DatePrecision.MONTH)
    born = date(year, month, day)
    return BirthDate(born, born, DatePrecision.DAY)


def check_birth_date(born: BirthDate | None, today: date) -> None:
    """Refuse a birth date that lies in the future or further back than anyone alive."""
    if born is None:
        return
    if born.born_from > today:
        raise RefusedInputError(
            FIELD, N_("Enter a birth date that is not in the future: today is {today}"),
            {"today": today},
        )  # fmt: skip
    if today.year - born.born_to.year > OLDEST_YEARS:
        raise RefusedInputError(
            FIELD, N_("Check the year of birth: {birth_date} is more than {years} years ago"),
            {"birth_date": born, "years": OLDEST_YEARS},
        )  # fmt: skip


def ages_on(born_from: date | None, born_to: date | None, day: date) -> tuple[int, int] | None:
    """Return the least and the greatest completed age on a day; None if unknown or not yet born."""
    if born_from is None or born_to is None or born_from > day:
        return None
    return max(0, _completed_years(born_to, day)), _completed_years(born_from, day)


def age_on(born_from: date | None, born_to: date | None, day: date) -> int | None:
    """Return the completed age on a day; None where the birth date leaves more than one."""
    ages = ages_on(born_from, born_to, day)
    return ages[0] if ages and ages[0] == ages[1] else None


def _completed_years(born: date, day: date) -> int:
    # Someone born on 29 February completes a year on 1 March where that year has no 29th.
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
