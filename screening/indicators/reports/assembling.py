"""Puts a report together: counts by groups, checked, turned into figures with intervals."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import NamedTuple

from screening.indicators.queries.cohorts import Cohort, Group
from screening.indicators.queries.counting import Counts, count_tallies
from screening.indicators.queries.enrolled import count_population
from screening.indicators.queries.signatures import Signatures, read_signatures
from screening.indicators.reports.checks import CHECKED, check_counts
from screening.indicators.reports.definitions import OF_TIME, OfEnrollments, enrolled_measures
from screening.indicators.reports.figures import (
    Figure,
    Report,
    ReportRow,
    TimeFigure,
    make_figure,
)
from screening.indicators.rules import OF_EXAM_ONLY, Dimension, days_of, group_order
from screening.indicators.rules import OF_TIME as TIME_DIMENSIONS
from screening.indicators.statistics import median_time
from screening.programs import get_program
from screening.protocol.measures import Measure, Tally, cancers, exams, persons
from screening.security.actor import Scope

COUNTS = {
    "persons_screened": persons("screened"),
    "exams": exams("screened"),
    "exams_with_result": exams("with_result"),
    "positive_exams": exams("positive"),
    "cancers": cancers("screened", "screen_detected"),
    "persons_with_cancer": persons("screened", "screen_detected"),
    "pending": exams("screened", "pending"),
}
COULD_REACH = {
    "detection_rate": persons("screened", "may_be_detected"),
    "detection_rate_per_exam": exams("screened", "undecided"),
}
KNOWN_STAGE, UNKNOWN_STAGE = "known_stage", "unknown_stage"

# A snapshot of everyone takes its time; by month over many years it is left out.
MOST_SNAPSHOTS = 24

Times = tuple[tuple[Dimension, str], ...]
Figures = dict[str, Figure | TimeFigure]


@dataclass(frozen=True)
class Asked:
    """What a report is asked for: all measures of a program unless `only` names some."""

    program: str
    as_of: date
    since: date | None = None
    until: date | None = None
    by: tuple[Dimension, ...] = ()
    where: Mapping[Dimension, str | None] = field(default_factory=dict)
    only: frozenset[str] = frozenset()

    def wants(self, code: str) -> bool:
        """Tell whether a measure is asked for."""
        return not self.only or code in self.only

    @property
    def cohort(self) -> Cohort:
        """The exams that are asked about."""
        return Cohort(self.program, self.as_of, self.since, self.until, self.where)


class By(NamedTuple):
    """The groups of one of several reports, and the measures that it is about; none: all."""

    dimensions: tuple[Dimension, ...]
    only: frozenset[str] = frozenset()


def make_report(scope: Scope, asked: Asked) -> Report:
    """Count everything that is asked for, within the viewer's sites."""
    (report,) = make_reports(scope, asked, (By(asked.by, asked.only),))
    return report


def make_reports(scope: Scope, asked: Asked, wanted: Sequence[By]) -> tuple[Report, ...]:
    """Count one cohort by several groups, reading its exams once."""
    dimensions = tuple(dict.fromkeys(each for by in wanted for each in by.dimensions))
    seen = read_signatures(scope, asked.cohort, dimensions)
    return tuple(
        _report(scope, replace(asked, by=by.dimensions, only=by.only), seen) for by in wanted
    )


def _report(scope: Scope, asked: Asked, seen: Signatures) -> Report:
    program = get_program(asked.program)
    measures = [measure for measure in program.measures if asked.wants(measure.code)]
    counted = count_tallies(scope, asked.cohort, asked.by, _tallies(measures), seen)
    for counts in counted.values():
        check_counts(counts)
    groups = sorted(counted, key=partial(_in_order, asked.by))
    figures = {group: _of_exams(measures, counted[group]) for group in groups}
    _add_enrolled(scope, asked, figures)
    _add_times(scope, asked, figures)
    rows = [
        ReportRow(
            dict(zip(asked.by, group, strict=True)),
            {name: counted[group][tally] for name, tally in COUNTS.items()},
            figures[group],
        )
        for group in groups
    ]
    return Report(
        asked.program,
        asked.since,
        asked.until,
        asked.as_of,
        asked.by,
        program.definitions_version,
        tuple(rows),
    )


def _in_order(by: Sequence[Dimension], group: Group) -> tuple[tuple[bool, str], ...]:
    return tuple(group_order(*each) for each in zip(by, group, strict=True))


def _tallies(measures: Iterable[Measure]) -> Iterable[Tally]:
    yield from COUNTS.values()
    yield from COULD_REACH.values()
    yield from CHECKED
    for measure in measures:
        yield measure.numerator
        yield measure.denominator
        if KNOWN_STAGE in measure.denominator.marks:
            yield unknown_of(measure)


def unknown_of(measure: Measure) -> Tally:
    """Return the tally of what the denominator leaves out because the stage is not known."""
    marks = (UNKNOWN_STAGE if mark == KNOWN_STAGE else mark for mark in measure.denominator.marks)
    return Tally(measure.denominator.of, tuple(marks))


def _of_exams(measures: Iterable[Measure], counts: Counts) -> Figures:
    pending = counts[COUNTS["pending"]]
    figures: Figures = {}
    for measure in measures:
        pair = (counts[measure.numerator], counts[measure.denominator])
        unknown = None
        if KNOWN_STAGE in measure.denominator.marks:
            unknown = counts[unknown_of(measure)]
        figures[measure.code] = make_figure(measure.code, pair, measure.method, pending, unknown)
    for code, tally in COULD_REACH.items():
        figure = figures.get(code)
        if isinstance(figure, Figure) and figure.denominator:
            most = counts[tally] + (figure.numerator if code == "detection_rate_per_exam" else 0)
            figures[code] = replace(figure, could_reach=most / figure.denominator)
    return figures


def _add_enrolled(scope: Scope, asked: Asked, figures: Mapping[Group, Figures]) -> None:
    if any(dimension in OF_EXAM_ONLY for dimension in (*asked.by, *asked.where)):
        return
    for measure in enrolled_measures(get_program(asked.program)):
        if not asked.wants(measure.definition.code):
            continue
        if measure.is_snapshot and len(_ends(asked.by, figures)) > MOST_SNAPSHOTS:
            continue
        pairs = _pairs(scope, asked, measure, figures)
        for group, of_group in figures.items():
            code = measure.definition.code
            pending = _pending(of_group)
            of_group[code] = make_figure(
                code, pairs.get(group, (0, 0)), measure.definition.method, pending
            )


def _pending(figures: Figures) -> int:
    return next((each.pending for each in figures.values() if isinstance(each, Figure)), 0)


def _pairs(
    scope: Scope, asked: Asked, measure: OfEnrollments, groups: Iterable[Group]
) -> Mapping[Group, tuple[int, int]]:
    if not measure.is_snapshot or not any(each in TIME_DIMENSIONS for each in asked.by):
        return count_population(scope, asked.cohort, measure.population(asked.cohort), asked.by)
    return _snapshots(scope, asked, measure, groups)


def _snapshots(
    scope: Scope, asked: Asked, measure: OfEnrollments, groups: Iterable[Group]
) -> Mapping[Group, tuple[int, int]]:
    """Count a snapshot at the end of every period that the report is grouped by."""
    others = tuple(each for each in asked.by if each not in TIME_DIMENSIONS)
    pairs = {}
    for times in _ends(asked.by, groups):
        ends = [days_of(dimension, name)[1] for dimension, name in times]
        until = min(*ends, asked.cohort.last_day) if ends else asked.cohort.last_day
        cohort = replace(asked.cohort, until=until)
        found = count_population(scope, cohort, measure.population(cohort), others)
        for group, pair in found.items():
            known = dict(times) | dict(zip(others, group, strict=True))
            pairs[tuple(known[dimension] for dimension in asked.by)] = pair
    return pairs


def _ends(by: Sequence[Dimension], groups: Iterable[Group]) -> list[Times]:
    """Return the periods at whose ends a snapshot is taken."""
    return list(dict.fromkeys(_times(by, group) for group in groups))


def _times(by: Sequence[Dimension], group: Group) -> Times:
    return tuple(
        (dimension, value or "")
        for dimension, value in zip(by, group, strict=True)
        if dimension in TIME_DIMENSIONS
    )


def _add_times(scope: Scope, asked: Asked, figures: Mapping[Group, Figures]) -> None:
    for measure in OF_TIME:
        if not asked.wants(measure.definition.code):
            continue
        waited = measure.waited(scope, asked.cohort, asked.by)
        for group, of_group in figures.items():
            times = waited.get(group)
            time = median_time(times.ended if times else {}, times.waiting if times else {})
            of_group[measure.definition.code] = TimeFigure(measure.definition.code, time)
