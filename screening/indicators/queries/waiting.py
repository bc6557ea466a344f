"""Days from exam to result, from exam to diagnosis, from diagnosis to treatment, by groups."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select

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
from screening.indicators.queries.marks import Marks, has_come
from screening.indicators.rules import Dimension
from screening.outcomes.rules import DetectionMode
from screening.programs import get_program
from screening.security.actor import Scope

F = ScreeningFact


@dataclass
class Waited:
    """How many waited so many days: until the event, and until they were last seen without it."""

    ended: Counter[int] = field(default_factory=Counter)
    waiting: Counter[int] = field(default_factory=Counter)


By = Sequence[Dimension]


def days_to_result(scope: Scope, cohort: Cohort, by: By) -> Mapping[Group, Waited]:
    """Count the days from every exam to its result; `result_days` spares reading the dates."""
    has_result = has_come(F.resulted_on, cohort.as_of)
    waited: dict[Group, Waited] = defaultdict(Waited)
    for group, (days,), count in _grouped(scope, cohort, by, [F.result_days], has_result):
        waited[group].ended[days] += count
    no_result = or_(F.resulted_on.is_(None), F.resulted_on > cohort.as_of)
    columns = [F.examined_on, F.died_on]
    for group, (began, died_on), count in _grouped(scope, cohort, by, columns, no_result):
        waited[group].waiting[_days(began, _last_seen(cohort, died_on))] += count
    return waited


def days_to_diagnosis(scope: Scope, cohort: Cohort, by: By) -> Mapping[Group, Waited]:
    """Count the days from the exam to its cancer; positives that are pending still wait."""
    marks = Marks(get_program(cohort.program), cohort.as_of)
    # The few cancers lead to their exams; looking at every exam for one would take long.
    with_cancer = select(CancerFact.exam_id).where(CancerFact.program == cohort.program)
    is_found = and_(marks.of_exam("screen_detected"), F.exam_id.in_(with_cancer))
    is_open = marks.of_exam("awaits_diagnosis")
    waited: dict[Group, Waited] = defaultdict(Waited)
    columns = [F.examined_on, F.diagnosed_on]
    for group, (began, ended), count in _grouped(scope, cohort, by, columns, is_found):
        waited[group].ended[_days(began, ended)] += count
    columns = [F.examined_on, F.died_on]
    for group, (began, died_on), count in _grouped(scope, cohort, by, columns, is_open):
        waited[group].waiting[_days(began, _last_seen(cohort, died_on))] += count
    return waited


def days_to_treatment(scope: Scope, cohort: Cohort, by: By) -> Mapping[Group, Waited]:
    """Count the days from the diagnosis of a screen-detected cancer to its first treatment."""
    is_found = and_(
        CancerFact.mode == DetectionMode.SCREEN_DETECTED, CancerFact.diagnosed_on <= cohort.as_of
    )
    columns = [CancerFact.diagnosed_on, CancerFact.treated_on, CancerFact.died_on]
    waited: dict[Group, Waited] = defaultdict(Waited)
    for group, values, count in _grouped(scope, cohort, by, columns, is_found):
        began, treated_on, died_on = values
        if treated_on is not None and treated_on <= cohort.as_of:
            waited[group].ended[_days(began, treated_on)] += count
        else:
            waited[group].waiting[_days(began, _last_seen(cohort, died_on))] += count
    return waited


def _grouped(
    scope: Scope,
    cohort: Cohort,
    by: By,
    columns: Sequence[Any],
    of_whom: ColumnElement[bool],
) -> Iterable[tuple[Group, list[Any], int]]:
    groups = [column(dimension) for dimension in by]
    query = select(*groups, *columns, func.count()).select_from(F)
    if any(each.class_ is CancerFact for each in columns):
        query = query.join(CancerFact, CancerFact.exam_id == F.exam_id)
    query = query.where(*conditions(scope, cohort), of_whom).group_by(*groups, *columns)
    codes = site_codes(by)
    for *values, count in db.session.execute(query):
        yield named(by, values[: len(groups)], codes), values[len(groups) :], count


def _last_seen(cohort: Cohort, died_on: date | None) -> date:
    return min(cohort.as_of, died_on or cohort.as_of)


def _days(began: date, ended: date) -> int:
    # Records can hold an event before its beginning; it counts as the same day.
    return max(0, (ended - began).days)
