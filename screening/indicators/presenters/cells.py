"""Figures as a page writes them: value and interval with their unit, numbers with their persons."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from screening.indicators.presenters.labels import (
    NOTHING,
    interval_text,
    method_text,
    rate_text,
    time_method_text,
)
from screening.indicators.reports import Figure, Part, ReportRow, TimeFigure
from screening.indicators.rules import Dimension

Group = Mapping[Dimension, str | None]
Addresses = Callable[[str, Part, Group], str]

PENDING = "pending"


@dataclass(frozen=True)
class Count:
    """A number, and where the persons behind it are listed."""

    number: int
    url: str


@dataclass(frozen=True)
class FigureCell:
    """One figure of one group.

    `first` of `second` is a rate's numerator of its denominator; of a time, those counted and
    those still waiting. `amount` is what columns are sorted by.
    """

    value: str
    interval: str
    method: str
    first: Count
    second: Count
    pending: Count
    amount: float | None
    unknown: Count | None = None
    could_reach: str = ""


class CellWriter:
    """Turns figures into cells; `addresses` leads from a number to the persons behind it."""

    def __init__(self, addresses: Addresses) -> None:
        self.addresses = addresses

    def count(self, name: str, number: int, group: Group) -> Count:
        """Return one of the report's counts."""
        return Count(number, self.addresses(name, Part.NUMERATOR, group))

    def find(self, row: ReportRow, code: str) -> FigureCell | None:
        """Return a measure of a group; None where it is not counted by such groups."""
        figure = row.figures.get(code)
        return None if figure is None else self.write(row, figure)

    def write(self, row: ReportRow, figure: Figure | TimeFigure) -> FigureCell:
        """Return a figure of a group."""
        pending = self.count(PENDING, row.counts[PENDING], row.group)
        if isinstance(figure, Figure):
            return self._rate(figure, row.group, pending)
        return self._time(figure, row.group, pending)

    def _rate(self, figure: Figure, group: Group, pending: Count) -> FigureCell:
        code, reach, unknown = figure.code, figure.could_reach, figure.unknown
        is_open = reach is not None and figure.value is not None and reach > figure.value
        return FigureCell(
            rate_text(figure.value),
            interval_text(figure),
            method_text(figure),
            Count(figure.numerator, self.addresses(code, Part.NUMERATOR, group)),
            Count(figure.denominator, self.addresses(code, Part.DENOMINATOR, group)),
            pending,
            figure.value,
            None if unknown is None else Count(unknown, self.addresses(code, Part.UNKNOWN, group)),
            rate_text(reach) if is_open else "",
        )

    def _time(self, figure: TimeFigure, group: Group, pending: Count) -> FigureCell:
        code, time = figure.code, figure.time
        limits = f"{_days(time.lower)}\u2013{_days(time.upper)}"
        return FigureCell(
            NOTHING
            if time.median is None
            else ngettext("%(num)d day", "%(num)d days", time.median),
            NOTHING if time.lower is None else str(_("%(limits)s days", limits=limits)),
            time_method_text(),
            Count(time.n, self.addresses(code, Part.DENOMINATOR, group)),
            Count(time.open, self.addresses(code, Part.OPEN, group)),
            pending,
            time.median,
        )


def _days(limit: int | None) -> str:
    """Return a limit; where the curve does not come down to one half there is none."""
    return "\N{INFINITY}" if limit is None else str(limit)
