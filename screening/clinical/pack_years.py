"""Pack-years, years smoked and years since quitting from a history of smoking periods.

Source: clinical reference, sections 2.1 and 2.2 (20 cigarettes = 1 pack: Chinese guideline of
2021, footnote; 400 cigarette-years = 20 pack-years: county consensus of 2020).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from screening.clinical.reasons import InvalidInput, MissingInput

CIGARETTES_PER_PACK = 20
YOUNGEST_SMOKER_YEARS = 5
EVER_SMOKED_FROM_CIGARETTES = 100
MOST_CIGARETTES_PER_DAY = 200
DAYS_PER_YEAR = Decimal("365.25")
# House rule, unverified: practice notes take 0.5 g to 1 g.
GRAMS_PER_CIGARETTE = Decimal(1)

Moment = date | int | Decimal


class SmokingStatus(StrEnum):
    """Whether a person smokes; fewer than 100 cigarettes in life is never."""

    NEVER = "never"
    CURRENT = "current"
    FORMER = "former"


class Product(StrEnum):
    """What was smoked."""

    CIGARETTES = "cigarettes"
    HAND_ROLLED = "hand_rolled"
    PIPE = "pipe"
    E_CIGARETTES = "e_cigarettes"
    HEATED_TOBACCO = "heated_tobacco"
    CANNABIS = "cannabis"
    WATERPIPE = "waterpipe"


# House rule: the others are recorded and add no pack-years, since no source counts them.
COUNTED = (Product.CIGARETTES, Product.HAND_ROLLED, Product.PIPE)


class Precision(StrEnum):
    """How exactly the ends of the periods are known."""

    DAY = "day"
    YEAR = "year"
    AGE = "age"


@dataclass(frozen=True, kw_only=True)
class SmokingPeriod:
    """A time of steady smoking; an `end` of None is still smoking.

    `start` and `end` are dates, calendar years (whole numbers) or ages in years (decimals), one
    kind in the whole history. `cigs_per_day` is in cigarettes, other tobacco converted.
    """

    start: Moment
    end: Moment | None
    cigs_per_day: Decimal
    product: Product = Product.CIGARETTES


@dataclass(frozen=True, kw_only=True)
class SmokingHistory:
    """What follows from the periods, durations in years.

    `cigs_per_day` is the mean weighted by duration, None without any smoking; `quit_years` is 0
    for a current smoker and None for someone who never smoked.
    """

    status: SmokingStatus
    pack_years: Decimal
    years_smoked: Decimal
    cigs_per_day: Decimal | None
    quit_years: Decimal | None
    precision: Precision

    @property
    def cigarette_years(self) -> Decimal:
        """The index used in China: cigarettes a day times years."""
        return self.pack_years * CIGARETTES_PER_PACK


@dataclass(frozen=True)
class _Line:
    """A number line on which periods lie: days, calendar years or years of age."""

    precision: Precision
    now: Decimal
    born: Decimal | None

    @property
    def units_per_year(self) -> Decimal:
        return DAYS_PER_YEAR if self.precision is Precision.DAY else Decimal(1)

    def position(self, moment: Moment | None) -> Decimal:
        if moment is None:
            return self.now
        return Decimal(moment.toordinal()) if isinstance(moment, date) else Decimal(moment)


@dataclass(frozen=True)
class _Span:
    start: Decimal
    end: Decimal
    cigs_per_day: Decimal

    @property
    def cigarettes_times_units(self) -> Decimal:
        return self.cigs_per_day * (self.end - self.start)


def cigarettes_of(tobacco_g: Decimal) -> Decimal:
    """Return the cigarettes that an amount of hand-rolled tobacco (g) counts for."""
    return tobacco_g / GRAMS_PER_CIGARETTE


def summarize(
    periods: Sequence[SmokingPeriod], *, on: date, born_on: date | None = None
) -> SmokingHistory:
    """Return the figures of a history on the day of the exam or assessment.

    Years between dates are days / 365.25; overlapping periods add their cigarettes and count
    their time once; gaps do not count. Raises InvalidInput on `periods` for what contradicts
    itself, and MissingInput on `born_on` where ages are given without it.
    """
    counted = [period for period in periods if period.product in COUNTED]
    line = _line_of(periods, on, born_on)
    spans = [_span(period, line) for period in counted]
    total = sum((span.cigarettes_times_units for span in spans), Decimal(0))
    pack_years = total / (CIGARETTES_PER_PACK * line.units_per_year)
    years_smoked = _covered(spans) / line.units_per_year
    status = _status(counted, pack_years)
    return SmokingHistory(
        status=status,
        pack_years=pack_years,
        years_smoked=years_smoked,
        cigs_per_day=pack_years * CIGARETTES_PER_PACK / years_smoked if years_smoked else None,
        quit_years=_quit_years(status, spans, line),
        precision=line.precision,
    )


def _line_of(periods: Sequence[SmokingPeriod], on: date, born_on: date | None) -> _Line:
    moments = [moment for p in periods for moment in (p.start, p.end) if moment is not None]
    precisions = {_precision(moment) for moment in moments} or {Precision.DAY}
    if len(precisions) > 1:
        kinds = ", ".join(sorted(precisions))
        raise InvalidInput("periods", kinds, "all are dates, all years or all ages")
    precision = precisions.pop()
    if precision is Precision.DAY:
        born = None if born_on is None else Decimal(born_on.toordinal())
        return _Line(precision, Decimal(on.toordinal()), born)
    if precision is Precision.YEAR:
        return _Line(
            precision, Decimal(on.year), None if born_on is None else Decimal(born_on.year)
        )
    if born_on is None:
        raise MissingInput("born_on")
    return _Line(precision, years_between(born_on, on), Decimal(0))


def _precision(moment: Moment) -> Precision:
    if isinstance(moment, date):
        return Precision.DAY
    return Precision.YEAR if isinstance(moment, int) else Precision.AGE


def _span(period: SmokingPeriod, line: _Line) -> _Span:
    start, end = line.position(period.start), line.position(period.end)
    if not 0 < period.cigs_per_day <= MOST_CIGARETTES_PER_DAY:
        raise InvalidInput(
            "cigs_per_day",
            period.cigs_per_day,
            "it is above 0 and at most {highest}",
            highest=MOST_CIGARETTES_PER_DAY,
        )
    if not start <= end <= line.now:
        shown = f"{period.start} to {'now' if period.end is None else period.end}"
        raise InvalidInput("periods", shown, "it starts before it ends, and ends by the exam")
    earliest_years = YOUNGEST_SMOKER_YEARS * line.units_per_year
    if line.born is not None and start < line.born + earliest_years:
        raise InvalidInput(
            "periods",
            period.start,
            "nobody smoked before the age of {lowest}",
            lowest=YOUNGEST_SMOKER_YEARS,
        )
    return _Span(start, end, period.cigs_per_day)


def _status(counted: Sequence[SmokingPeriod], pack_years: Decimal) -> SmokingStatus:
    if pack_years * CIGARETTES_PER_PACK * DAYS_PER_YEAR < EVER_SMOKED_FROM_CIGARETTES:
        return SmokingStatus.NEVER
    is_smoking = any(period.end is None for period in counted)
    return SmokingStatus.CURRENT if is_smoking else SmokingStatus.FORMER


def _covered(spans: Sequence[_Span]) -> Decimal:
    """Return the length of the union of spans."""
    total, reached = Decimal(0), None
    for span in sorted(spans, key=lambda each: each.start):
        start = span.start if reached is None else max(span.start, reached)
        total += max(span.end - start, Decimal(0))
        reached = span.end if reached is None else max(reached, span.end)
    return total


def _quit_years(status: SmokingStatus, spans: Sequence[_Span], line: _Line) -> Decimal | None:
    if status is SmokingStatus.NEVER:
        return None
    if status is SmokingStatus.CURRENT:
        return Decimal(0)
    last = max(span.end for span in spans)
    if line.precision is Precision.DAY:
        return years_between(date.fromordinal(int(last)), date.fromordinal(int(line.now)))
    return line.now - last


def years_between(start: date, end: date) -> Decimal:
    """Return completed years and the part of the running one, so that anniversaries are whole.

    A limit of 15 years is then reached on the day itself, whatever leap days lie between.
    """
    completed = end.year - start.year - ((end.month, end.day) < (start.month, start.day))
    last, following = _anniversary(start, completed), _anniversary(start, completed + 1)
    return completed + Decimal((end - last).days) / (following - last).days


def _anniversary(start: date, years: int) -> date:
    """Return the day some years later; 1 March where there is no 29 February."""
    try:
        return start.replace(year=start.year + years)
    except ValueError:
        return date(start.year + years, 3, 1)
