"""Counts exams, persons, cancers and procedures by groups: each in one pass over the facts."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from sqlalchemy import Select, case, func, select

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
from screening.indicators.queries.marks import DERIVED, PRIMITIVE, Marks
from screening.indicators.rules import Dimension
from screening.programs import get_program
from screening.protocol.measures import Counted, Tally
from screening.security.actor import Scope

# Skipping no row keeps a database from merging a query into the one around it, where every mark
# would be worked out twice and whole facts be sorted for the few numbers that are looked at.
WORKED_OUT_FIRST = 0

Counts = Mapping[Tally, int]
Truths = np.ndarray[Any, np.dtype[np.bool_]]
By = Sequence[Dimension]


def count_tallies(
    scope: Scope, cohort: Cohort, by: By, tallies: Iterable[Tally]
) -> dict[Group, Counts]:
    """Return every tally of every group that has an exam; without `by`, of the one whole."""
    wanted = list(dict.fromkeys(tallies))
    counted: dict[Group, dict[Tally, int]] = {} if by else {(): dict.fromkeys(wanted, 0)}
    for of, count in COUNTERS.items():
        chosen = [tally for tally in wanted if tally.of is of]
        for group, counts in count(scope, cohort, by, chosen) if chosen else ():
            counted.setdefault(group, dict.fromkeys(wanted, 0)).update(counts)
    return dict(counted)


Counting = Iterator[tuple[Group, dict[Tally, int]]]


def _count_exams(scope: Scope, cohort: Cohort, by: By, tallies: Sequence[Tally]) -> Counting:
    """Let the database count the exams of each combination of marks, and add those up."""
    marks = Marks(get_program(cohort.program), cohort.as_of)
    groups = [column(dimension).label(dimension.value) for dimension in by]
    signed = (
        select(*groups, marks.bits().label("bits"), marks.own_bits().label("own"))
        .where(*conditions(scope, cohort))
        .offset(WORKED_OUT_FIRST)
        .subquery()
    )
    rows = db.session.execute(select(*signed.c, func.count()).group_by(*signed.c)).all()
    codes = site_codes(by)
    names = [named(by, row[: len(by)], codes) for row in rows]
    places = {group: place for place, group in enumerate(dict.fromkeys(names))}
    at = np.array([places[name] for name in names], dtype=np.int64)
    counts = np.array([row[-1] for row in rows], dtype=np.int64)
    has = _reader(rows, marks)
    totals = {}
    for tally in tallies:
        holds = np.logical_and.reduce([has(mark) for mark in tally.marks])
        totals[tally] = np.bincount(at[holds], counts[holds], minlength=len(places))
    for group, place in places.items():
        yield group, {tally: int(total[place]) for tally, total in totals.items()}


def _reader(rows: Sequence[Any], marks: Marks) -> Callable[[str], Truths]:
    """Return what tells for a mark which of the counted combinations have it."""
    bits = np.array([row[-3] for row in rows], dtype=np.int64)
    own = np.array([row[-2] for row in rows], dtype=np.int64)
    own_codes = [mark.code for mark in marks.program.marks]
    general_codes = list(PRIMITIVE)

    def has(code: str) -> Truths:
        if code in DERIVED:
            return np.asarray(DERIVED[code](has), dtype=bool)
        if code in PRIMITIVE:
            return np.asarray((bits >> general_codes.index(code)) & 1, dtype=bool)
        return np.asarray((own >> own_codes.index(code)) & 1, dtype=bool)

    return has


def _count_persons(scope: Scope, cohort: Cohort, by: By, tallies: Sequence[Tally]) -> Counting:
    """Say of each person of a group whether any exam has the marks, then count the persons."""
    marks = Marks(get_program(cohort.program), cohort.as_of)
    groups = [column(dimension).label(dimension.value) for dimension in by]
    some = [case((marks.all_of(tally), 1), else_=0) for tally in tallies]
    exams = (
        select(
            *groups,
            ScreeningFact.participant_id.label("person"),
            *(each.label(f"tally_{place}") for place, each in enumerate(some)),
        )
        .where(*conditions(scope, cohort))
        .offset(WORKED_OUT_FIRST)
        .subquery()
    )
    keys, found = list(exams.c)[: len(by) + 1], list(exams.c)[len(by) + 1 :]
    people = (
        select(*keys, *(func.max(each).label(each.name) for each in found))
        .group_by(*keys)
        .subquery()
    )
    named_groups = list(people.c)[: len(by)]
    query = select(*named_groups, *(func.sum(each) for each in list(people.c)[len(by) + 1 :]))
    return _read(query.group_by(*named_groups), by, tallies)


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


COUNTERS = {
    Counted.EXAMS: _count_exams,
    Counted.PERSONS: _count_persons,
    Counted.CANCERS: _count_cancers,
    Counted.PROCEDURES: _count_procedures,
}
