"""Counts persons, exams and cancers by groups, in one pass over the facts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import ColumnElement, func, select

from screening.database.engine import db
from screening.indicators.models import CancerFact, ScreeningFact
from screening.indicators.queries.cohorts import (
    Cohort,
    Group,
    column,
    conditions,
    named,
    site_codes,
)
from screening.indicators.queries.marks import Marks
from screening.indicators.rules import Dimension
from screening.programs import get_program
from screening.protocol.measures import Counted, Tally
from screening.security.actor import Scope

Counts = Mapping[Tally, int]


def count_tallies(
    scope: Scope, cohort: Cohort, by: Sequence[Dimension], tallies: Iterable[Tally]
) -> dict[Group, Counts]:
    """Return every tally of every group that has an exam; without `by`, of the one whole."""
    wanted = list(dict.fromkeys(tallies))
    of_cancers = [tally for tally in wanted if tally.of is Counted.CANCERS]
    of_facts = [tally for tally in wanted if tally.of is not Counted.CANCERS]
    counted: dict[Group, dict[Tally, int]] = {}
    for group, counts in _rows(scope, cohort, by, of_facts):
        counted[group] = dict.fromkeys(of_cancers, 0) | counts
    if of_cancers:
        for group, counts in _rows(scope, cohort, by, of_cancers):
            counted.setdefault(group, defaultdict(int)).update(counts)
    return dict(counted)


def _rows(
    scope: Scope, cohort: Cohort, by: Sequence[Dimension], tallies: Sequence[Tally]
) -> Iterable[tuple[Group, dict[Tally, int]]]:
    groups = [column(dimension) for dimension in by]
    marks = Marks(get_program(cohort.program), cohort.as_of)
    query = select(*groups, *(_count(tally, marks) for tally in tallies))
    query = query.select_from(ScreeningFact).where(*conditions(scope, cohort))
    if any(tally.of is Counted.CANCERS for tally in tallies):
        query = query.join(CancerFact, CancerFact.exam_id == ScreeningFact.exam_id)
    codes = site_codes()
    for row in db.session.execute(query.group_by(*groups) if groups else query):
        counts = dict(zip(tallies, map(int, row[len(groups) :]), strict=True))
        yield named(by, row[: len(groups)], codes), counts


def _count(tally: Tally, marks: Marks) -> ColumnElement[int]:
    condition = marks.all_of(tally)
    if tally.of is Counted.PERSONS:
        return func.count(ScreeningFact.participant_id.distinct()).filter(condition)
    return func.count().filter(condition)
