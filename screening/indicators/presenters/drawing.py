"""Which chart shows a measure by its groups, and the points in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from screening.indicators.charts import (
    MOST_SERIES,
    Axes,
    Chart,
    Point,
    comparison_chart,
    interval_chart,
)
from screening.indicators.presenters.labels import Labels
from screening.indicators.reports import Figure, Report, ReportRow
from screening.indicators.rules import OF_TIME, PREVALENT, Dimension, group_order
from screening.web.locale import between

MOST_ROWS = 40
BESIDE = " \N{MULTIPLICATION SIGN} "


@dataclass(frozen=True)
class Drawing:
    """A chart with the sentences that stand below it."""

    chart: Chart
    title: str
    notes: tuple[str, ...]


def draw(
    report: Report, code: str, title: str, heads: Sequence[str], labels: Labels
) -> Drawing | None:
    """Return the chart of a measure by the groups of a report; None where there is no value.

    Periods stand side by side, with the other way to group told apart by color and shape where it
    has few values; everything else stands in rows.
    """
    series = _series(report)
    over_time = any(each in OF_TIME for each in report.by) and (series or len(report.by) == 1)
    rows = report.rows if over_time else report.rows[:MOST_ROWS]
    points = _points(rows, code, series, labels)
    if not points:
        return None
    groups = BESIDE.join(heads)
    text = str(_("%(measure)s: %(groups)s; with intervals.", measure=title, groups=groups))
    axes = Axes(_across(report, heads), _unit(report, code, title), text)
    chart = interval_chart(points, axes) if over_time else comparison_chart(points, axes)
    return Drawing(chart, text, tuple(_notes(chart, len(report.rows) - len(rows))))


def _series(report: Report) -> Dimension | None:
    """Return the way to group that is told apart by color: one of two, beside a period."""
    if len(report.by) != 2 or not any(each in OF_TIME for each in report.by):
        return None
    series = next((each for each in report.by if each not in OF_TIME), report.by[1])
    values = {row.group[series] for row in report.rows}
    return series if len(values) <= MOST_SERIES else None


def _points(
    rows: Sequence[ReportRow], code: str, series: Dimension | None, labels: Labels
) -> list[Point]:
    """Return the points in the order in which their series are named, prevalent rounds first."""
    found = []
    for row in rows:
        limits = _limits(row, code)
        if limits is not None:
            names = [labels.value(*each) for each in row.group.items() if each[0] != series]
            kind = labels.value(series, row.group[series]) if series else ""
            found.append((row.group, Point(between(",").join(names), kind, *limits)))
    if series:
        found.sort(key=lambda each: _series_order(series, each[0][series]))
    return [point for _group, point in found]


def _series_order(dimension: Dimension, value: str | None) -> tuple[bool, tuple[bool, str]]:
    return value != PREVALENT, group_order(dimension, value)


def _limits(row: ReportRow, code: str) -> tuple[float, float, float | None] | None:
    """Return value and limits in the unit of the axis; None where there is no value."""
    figure = row.figures.get(code)
    if figure is None:
        return None
    if isinstance(figure, Figure):
        if figure.value is None or figure.upper is None:
            return None
        return figure.value * 100, (figure.lower or 0.0) * 100, figure.upper * 100
    time = figure.time
    if time.median is None:
        return None
    return time.median, time.lower or 0, time.upper


def _across(report: Report, heads: Sequence[str]) -> str:
    """Return the title of the axis of periods."""
    return next((head for each, head in zip(report.by, heads, strict=True) if each in OF_TIME), "")


def _unit(report: Report, code: str, title: str) -> str:
    is_rate = any(isinstance(row.figures.get(code), Figure) for row in report.rows)
    if is_rate:
        return str(_("%(measure)s (%%)", measure=title))
    return str(_("%(measure)s (days, median)", measure=title))


def _notes(chart: Chart, left_out: int) -> list[str]:
    notes = []
    if chart.is_cut:
        notes.append(str(_("Long intervals go on beyond the edge; the table has their limits.")))
    if left_out > 0:
        notes.append(str(_("%(count)s more groups are in the table only.", count=left_out)))
    return notes
