"""The report page: headline, measures, groups, charts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask_babel import gettext as _
from markupsafe import Markup

from screening.indicators.charts import Axes, Point, comparison_chart, interval_chart
from screening.indicators.presenters.labels import (
    Labels,
    interval_text,
    method_text,
    rate_text,
)
from screening.indicators.reports import Definition, Figure, Part, Report, ReportRow, TimeFigure
from screening.indicators.rules import INCIDENT, PREVALENT, Dimension
from screening.web.locale import say

HEADLINE = "detection_rate"
PER_EXAM = "detection_rate_per_exam"
MOST_IN_CHART = 40

Group = Mapping[Dimension, str | None]
Addresses = Callable[[str, Part, Group], str]


@dataclass(frozen=True)
class Reports:
    """The reports that the page is made of: of everyone, by round, by year and round, by groups."""

    whole: Report
    rounds: Report
    years: Report
    groups: Report
    measure: str
    definitions: Mapping[str, Definition]


@dataclass(frozen=True)
class RateCell:
    """A rate with the addresses of the persons behind its two numbers."""

    value: str
    interval: str
    numerator: int
    denominator: int
    numerator_url: str
    denominator_url: str
    pending: int
    unknown: int | None
    could_reach: str
    method: str


@dataclass(frozen=True)
class MeasureLine:
    """A measure over everyone, with prevalent and incident rounds apart."""

    title: str
    sentence: str
    source: str
    whole: RateCell
    prevalent: RateCell | None
    incident: RateCell | None


@dataclass(frozen=True)
class TimeLine:
    """A measure of time, in days."""

    title: str
    sentence: str
    median: str
    interval: str
    n: int
    open: int
    n_url: str
    open_url: str


@dataclass(frozen=True)
class GroupLine:
    """The chosen measure in one group."""

    values: tuple[str, ...]
    rate: RateCell | None
    median: str
    n: int


@dataclass(frozen=True)
class ReportPresenter:
    """Everything the page shows."""

    headline: RateCell
    per_exam: RateCell
    prevalent: RateCell | None
    incident: RateCell | None
    counts: Mapping[str, int]
    measures: tuple[MeasureLine, ...]
    times: tuple[TimeLine, ...]
    chosen_title: str
    group_heads: tuple[str, ...]
    groups: tuple[GroupLine, ...]
    year_lines: tuple[GroupLine, ...]
    year_chart: Markup
    group_chart: Markup
    as_of: str
    definitions: str

    @property
    def is_empty(self) -> bool:
        """No exam counts in this period."""
        return self.counts["exams"] == 0


class _Writer:
    """Turns figures into cells; `addresses` leads from a number to the persons behind it."""

    def __init__(self, reports: Reports, labels: Labels, addresses: Addresses) -> None:
        self.reports, self.labels, self.addresses = reports, labels, addresses

    def cell(self, figure: Figure, group: Group) -> RateCell:
        reach = figure.could_reach
        is_open = reach is not None and figure.value is not None and reach > figure.value
        return RateCell(
            rate_text(figure.value),
            interval_text(figure),
            figure.numerator,
            figure.denominator,
            self.addresses(figure.code, Part.NUMERATOR, group),
            self.addresses(figure.code, Part.DENOMINATOR, group),
            figure.pending,
            figure.unknown,
            rate_text(reach) if is_open else "",
            method_text(figure),
        )

    def of_round(self, code: str, name: str) -> RateCell | None:
        for row in self.reports.rounds.rows:
            figure = row.figures.get(code)
            if row.group[Dimension.ROUND] == name and isinstance(figure, Figure):
                return self.cell(figure, row.group)
        return None

    def measure(self, figure: Figure) -> MeasureLine:
        definition = self.reports.definitions[figure.code]
        return MeasureLine(
            say(definition.title),
            say(definition.sentence),
            say(definition.source),
            self.cell(figure, {}),
            self.of_round(figure.code, PREVALENT),
            self.of_round(figure.code, INCIDENT),
        )

    def time(self, figure: TimeFigure) -> TimeLine:
        definition, time = self.reports.definitions[figure.code], figure.time
        return TimeLine(
            say(definition.title),
            say(definition.sentence),
            _days(time.median),
            f"{_days(time.lower)}\u2013{_days(time.upper)}",
            time.n,
            time.open,
            self.addresses(figure.code, Part.DENOMINATOR, {}),
            self.addresses(figure.code, Part.OPEN, {}),
        )

    def group(self, row: ReportRow, report: Report) -> GroupLine:
        figure = row.figures.get(self.reports.measure)
        values = tuple(self.labels.value(each, row.group[each]) for each in report.by)
        if isinstance(figure, Figure):
            return GroupLine(values, self.cell(figure, row.group), "", figure.denominator)
        if figure is None:
            return GroupLine(values, None, "", 0)
        return GroupLine(values, None, _days(figure.time.median), figure.time.n)

    def points(self, report: Report, series: Dimension | None) -> list[Point]:
        points = []
        for row in report.rows[:MOST_IN_CHART]:
            figure = row.figures.get(self.reports.measure)
            if not isinstance(figure, Figure) or figure.value is None:
                continue
            names = [
                self.labels.value(each, row.group[each]) for each in report.by if each != series
            ]
            kind = self.labels.value(series, row.group[series]) if series else str(_("All"))
            lower, upper = figure.lower or 0.0, figure.upper or 0.0
            label = ", ".join(names)
            points.append(Point(label, kind, figure.value * 100, lower * 100, upper * 100))
        return points


def present_report(
    reports: Reports, labels: Labels, heads: tuple[str, ...], addresses: Addresses
) -> ReportPresenter:
    """Return the page of these reports."""
    writer = _Writer(reports, labels, addresses)
    whole = reports.whole.rows[0]
    figures = list(whole.figures.values())
    title = say(reports.definitions[reports.measure].title)
    return ReportPresenter(
        headline=writer.cell(whole.rate(HEADLINE), {}),
        per_exam=writer.cell(whole.rate(PER_EXAM), {}),
        prevalent=writer.of_round(HEADLINE, PREVALENT),
        incident=writer.of_round(HEADLINE, INCIDENT),
        counts=whole.counts,
        measures=tuple(writer.measure(each) for each in figures if isinstance(each, Figure)),
        times=tuple(writer.time(each) for each in figures if isinstance(each, TimeFigure)),
        chosen_title=title,
        group_heads=heads,
        groups=tuple(writer.group(row, reports.groups) for row in reports.groups.rows),
        year_lines=tuple(writer.group(row, reports.years) for row in reports.years.rows),
        year_chart=_chart_of_years(writer, title),
        group_chart=_chart_of_groups(writer, title, heads),
        as_of=reports.whole.as_of.isoformat(),
        definitions=reports.whole.definitions,
    )


def _chart_of_years(writer: _Writer, title: str) -> Markup:
    points = writer.points(writer.reports.years, Dimension.ROUND)
    if not points:
        return Markup()
    text = _("%(measure)s by year of the exam, prevalent and incident rounds apart", measure=title)
    unit = _("%(measure)s (%%)", measure=title)
    return interval_chart(points, Axes(str(_("Year of the exam")), str(unit), str(text)))


def _chart_of_groups(writer: _Writer, title: str, heads: tuple[str, ...]) -> Markup:
    points = writer.points(writer.reports.groups, None)
    if not points or not heads:
        return Markup()
    groups = ", ".join(heads)
    text = _("%(measure)s by %(groups)s", measure=title, groups=groups)
    unit = _("%(measure)s (%%)", measure=title)
    return comparison_chart(points, Axes(groups, str(unit), str(text)))


def _days(value: int | None) -> str:
    return "\N{EN DASH}" if value is None else str(value)
