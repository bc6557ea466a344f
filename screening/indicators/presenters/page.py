"""The report page: headline, counts, the chosen measure by years and groups, all measures."""

from collections.abc import Mapping
from dataclasses import dataclass

from screening.indicators.presenters.cells import PENDING, Addresses, CellWriter, Count, FigureCell
from screening.indicators.presenters.drawing import BESIDE, Drawing, draw
from screening.indicators.presenters.labels import COUNT_LABELS, Labels
from screening.indicators.presenters.tables import GroupLine, Matrix, TableWriter
from screening.indicators.reports import Definition, Report, ReportRow, TimeFigure
from screening.indicators.rules import INCIDENT, PREVALENT, Dimension
from screening.web.locale import say
from screening.web.sorting import Sorting

HEADLINE = "detection_rate"
PER_EXAM = "detection_rate_per_exam"


@dataclass(frozen=True)
class Reports:
    """The reports that the page is made of: of everyone, by round, by year, by the groups."""

    whole: Report
    rounds: Report
    years: Report
    groups: Report


@dataclass(frozen=True)
class Chosen:
    """What the page was asked to look at: one measure, the heads of its groups, their order."""

    code: str
    definitions: Mapping[str, Definition]
    year_heads: tuple[str, ...]
    group_heads: tuple[str, ...]
    sorting: Sorting

    @property
    def definition(self) -> Definition:
        """The definition of the measure."""
        return self.definitions[self.code]


@dataclass(frozen=True)
class MeasureLine:
    """A measure over everyone, with prevalent and incident rounds apart."""

    title: str
    sentence: str
    source: str
    whole: FigureCell
    prevalent: FigureCell | None
    incident: FigureCell | None


@dataclass(frozen=True)
class Cards:
    """The detection rate: of persons, by rounds, per exam; and what is still pending."""

    headline: FigureCell | None
    prevalent: FigureCell | None
    incident: FigureCell | None
    per_exam: FigureCell | None
    pending: Count


@dataclass(frozen=True)
class ChosenPresenter:
    """The chosen measure by years and rounds, and by the chosen groups."""

    title: str
    sentence: str
    is_time: bool
    years: Matrix | None
    year_chart: Drawing | None
    groups: str
    heads: tuple[str, ...]
    is_counted: bool
    matrix: Matrix | None
    lines: tuple[GroupLine, ...]
    group_chart: Drawing | None


@dataclass(frozen=True)
class ReportPresenter:
    """Everything the page shows."""

    cards: Cards
    counts: tuple[tuple[str, Count], ...]
    chosen: ChosenPresenter
    measures: tuple[MeasureLine, ...]
    times: tuple[MeasureLine, ...]
    as_of: str
    definitions: str
    is_empty: bool


def present_report(
    reports: Reports, chosen: Chosen, labels: Labels, addresses: Addresses
) -> ReportPresenter:
    """Return the page of these reports."""
    cells = CellWriter(addresses)
    whole = reports.whole.rows[0]
    rounds = {row.group[Dimension.ROUND]: row for row in reports.rounds.rows}
    lines = {code: _line(code, whole, rounds, chosen, cells) for code in whole.figures}
    times = {code for code, figure in whole.figures.items() if isinstance(figure, TimeFigure)}
    return ReportPresenter(
        _cards(whole, rounds, cells),
        tuple(
            (say(label), cells.count(name, whole.counts[name], {}))
            for name, (label, _sentence) in COUNT_LABELS.items()
        ),
        _chosen(reports, chosen, labels, cells),
        tuple(line for code, line in lines.items() if code not in times),
        tuple(line for code, line in lines.items() if code in times),
        reports.whole.as_of.isoformat(),
        reports.whole.definitions,
        whole.counts["exams"] == 0,
    )


Rounds = Mapping[str | None, ReportRow]


def _of_round(rounds: Rounds, name: str, code: str, cells: CellWriter) -> FigureCell | None:
    return cells.find(rounds[name], code) if name in rounds else None


def _cards(whole: ReportRow, rounds: Rounds, cells: CellWriter) -> Cards:
    return Cards(
        cells.find(whole, HEADLINE),
        _of_round(rounds, PREVALENT, HEADLINE, cells),
        _of_round(rounds, INCIDENT, HEADLINE, cells),
        cells.find(whole, PER_EXAM),
        cells.count(PENDING, whole.counts[PENDING], {}),
    )


def _line(
    code: str, whole: ReportRow, rounds: Rounds, chosen: Chosen, cells: CellWriter
) -> MeasureLine:
    definition = chosen.definitions[code]
    return MeasureLine(
        say(definition.title),
        say(definition.sentence),
        say(definition.source),
        cells.write(whole, whole.figures[code]),
        _of_round(rounds, PREVALENT, code, cells),
        _of_round(rounds, INCIDENT, code, cells),
    )


def _chosen(reports: Reports, chosen: Chosen, labels: Labels, cells: CellWriter) -> ChosenPresenter:
    tables = TableWriter(chosen.code, labels, cells)
    title, groups, heads = say(chosen.definition.title), reports.groups, chosen.group_heads
    is_counted = any(chosen.code in row.figures for row in groups.rows)
    figure = reports.whole.rows[0].figures.get(chosen.code)
    return ChosenPresenter(
        title,
        say(chosen.definition.sentence),
        isinstance(figure, TimeFigure),
        tables.matrix(reports.years, chosen.year_heads),
        draw(reports.years, chosen.code, title, chosen.year_heads, labels),
        BESIDE.join(heads),
        heads,
        is_counted,
        tables.matrix(groups, heads) if len(groups.by) > 1 else None,
        tables.lines(groups, chosen.sorting) if groups.by else (),
        draw(groups, chosen.code, title, heads, labels) if groups.by else None,
    )
