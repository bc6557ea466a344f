"""What a report holds: figures with their intervals, by groups."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from screening.indicators.rules import Dimension
from screening.indicators.statistics import LEVEL, MedianTime, limits_of


@dataclass(frozen=True)
class Figure:
    """A measure of one group: its counts, its value as a proportion, and its interval.

    Without a denominator there is no value. `unknown` counts what a share of known stages leaves
    out; `could_reach` is the value if everything that is pending turned out as a cancer.
    """

    code: str
    numerator: int
    denominator: int
    value: float | None
    lower: float | None
    upper: float | None
    method: str
    level: float
    pending: int
    unknown: int | None = None
    could_reach: float | None = None


@dataclass(frozen=True)
class TimeFigure:
    """A measure of time of one group, in days."""

    code: str
    time: MedianTime


@dataclass(frozen=True)
class ReportRow:
    """One group of the report: what it is, its counts, its measures by their codes."""

    group: Mapping[Dimension, str | None]
    counts: Mapping[str, int]
    figures: Mapping[str, Figure | TimeFigure]

    def rate(self, code: str) -> Figure:
        """Return a measure that is a rate; another kind is a fault of the caller."""
        figure = self.figures[code]
        if isinstance(figure, Figure):
            return figure
        raise TypeError(f"{code} is no rate")


@dataclass(frozen=True)
class Report:
    """The figures of a program in a period, as known on a day, by groups."""

    program: str
    since: date | None
    until: date | None
    as_of: date
    by: tuple[Dimension, ...]
    definitions: str
    rows: tuple[ReportRow, ...]


def make_figure(
    code: str, counts: tuple[int, int], method: str, pending: int, unknown: int | None = None
) -> Figure:
    """Return the figure of a numerator and a denominator with its interval."""
    numerator, denominator = counts
    limits = limits_of(method, numerator, denominator) if denominator else None
    return Figure(
        code,
        numerator,
        denominator,
        numerator / denominator if denominator else None,
        limits.lower if limits else None,
        limits.upper if limits else None,
        method,
        LEVEL,
        pending,
        unknown,
    )
