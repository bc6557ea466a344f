"""Counts exams, persons, cancers and procedures by groups."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Select, func, select

from screening.database.engine import db
from screening.indicators.models import CancerFact, ProcedureFact, ScreeningFact
from screening.indicators.queries.cohorts import (
    Cohort,
    Group,
    column,
    conditions,
    named,
    site_codes,
)
from screening.indicators.queries.marks import Marks
from screening.indicators.queries.signatures import Signatures
from screening.indicators.rules import Dimension
from screening.programs import get_program
from screening.protocol.measures import Counted, Tally
from screening.security.actor import Scope

Counts = Mapping[Tally, int]
By = Sequence[Dimension]
Counting = Iterator[tuple[Group, dict[Tally, int]]]


def count_tallies(
    scope: Scope, cohort: Cohort, by: By, tallies: Iterable[Tally], exams: Signatures
) -> dict[Group, Counts]:
    """Return every tally of every group that has an exam; without `by`, of the one whole.

    `exams` are those of the cohort, read by these groups at least.
    """
    wanted = list(dict.fromkeys(tallies))
    of_exams = [tally for tally in wanted if tally.of not in COUNTERS]
    counted: dict[Group, dict[Tally, int]] = {} if by else {(): dict.fromkeys(wanted, 0)}
    for group, counts in exams.count(by, of_exams).items():
        counted.setdefault(group, dict.fromkeys(wanted, 0)).update(counts)
    for of, count in COUNTERS.items():
        chosen = [tally for tally in wanted if tally.of is of]
        for group, found in count(scope, cohort, by, chosen) if chosen else ():
            counted.setdefault(group, dict.fromkeys(wanted, 0)).update(found)
    return dict(counted)


def _count_cancers(scope: Scope, cohort: Cohort, by: By, tallies: Sequence[Tally]) -> Counting:
    marks = Marks(get_program(cohort.program), cohort.as_of)
    groups = [column(dimension) for dimension in by]
    query = (
        select(*groups, *(func.count().filter(marks.all_of(tally)) for tally in tallies))
        .select_from(CancerFact)
        .join(ScreeningFact, ScreeningFact.exam_id == CancerFact.exam_id)
        .where(CancerFact.program == cohort.program, *conditions(scope, cohort))
    )
    return _read(query.group_by(*groups), by, tallies)


def _count_procedures(scope: Scope, cohort: Cohort, by: By, tallies: Sequence[Tally]) -> Counting:
    marks = Marks(get_program(cohort.program), cohort.as_of)
    groups = [column(dimension) for dimension in by]
    query = (
        select(*groups, *(func.count().filter(marks.all_of(tally)) for tally in tallies))
        .select_from(ProcedureFact)
        .join(ScreeningFact, ScreeningFact.exam_id == ProcedureFact.exam_id)
        .where(ProcedureFact.program == cohort.program, *conditions(scope, cohort))
    )
    return _read(query.group_by(*groups), by, tallies)


def _read(query: Select[*tuple[Any, ...]], by: By, tallies: Sequence[Tally]) -> Counting:
    codes = site_codes(by)
    for row in db.session.execute(query).all():
        counts = (int(count or 0) for count in row[len(by) :])
        yield named(by, row[: len(by)], codes), dict(zip(tallies, counts, strict=True))


COUNTERS = {Counted.CANCERS: _count_cancers, Counted.PROCEDURES: _count_procedures}
