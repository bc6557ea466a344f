"""Counts of enrollments: coverage, participation and eligibility have no exam to be counted on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dateutil.relativedelta import relativedelta
from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from screening.database.engine import db
from screening.enrollments.models import Enrollment, RiskAssessment
from screening.enrollments.rules import EnrollmentStatus
from screening.indicators.models import ScreeningFact
from screening.indicators.queries.cohorts import Cohort, Group, site_codes
from screening.indicators.queries.days import Day, months_later
from screening.indicators.queries.enrolled_groups import columns_of, is_in, text_of
from screening.indicators.rules import Dimension
from screening.participants.models import Participant
from screening.programs import get_program
from screening.protocol.eligibility import Verdict
from screening.security.actor import Scope

ELIGIBLE = (
    EnrollmentStatus.ELIGIBLE,
    EnrollmentStatus.ENROLLED,
    EnrollmentStatus.ACTIVE,
    EnrollmentStatus.SUSPENDED,
)
PERSON = func.coalesce(Participant.merged_into_id, Participant.id)

Condition = ColumnElement[bool]
Pairs = dict[Group, tuple[int, int]]


@dataclass(frozen=True)
class Population:
    """Which enrollments are counted, which of them are reached, and the day that groups them."""

    counted: tuple[Condition, ...]
    reached: Condition
    day: Day


def invited(cohort: Cohort) -> Population:
    """Return who was invited in the period, and who of them was examined in time."""
    months = get_program(cohort.program).schedule.participation_months
    day = Enrollment.invited_on
    came = exists().where(
        ScreeningFact.enrollment_id == Enrollment.id,
        ScreeningFact.examined_on >= day,
        ScreeningFact.examined_on <= cohort.as_of,
        months_later(ScreeningFact.examined_on) <= months_later(day, months),
    )
    return Population(_in_period(day, cohort), came, day)


def assessed(cohort: Cohort) -> Population:
    """Return who was assessed in the period, and who of them was eligible by the last answers."""
    later = RiskAssessment.__table__.alias("later_assessments")
    is_last = ~exists().where(
        later.c.enrollment_id == RiskAssessment.enrollment_id,
        later.c.voided_at.is_(None),
        later.c.assessed_on <= cohort.last_day,
        or_(
            later.c.assessed_on > RiskAssessment.assessed_on,
            and_(later.c.assessed_on == RiskAssessment.assessed_on, later.c.id > RiskAssessment.id),
        ),
    )
    day = RiskAssessment.assessed_on
    counted = (*_in_period(day, cohort), RiskAssessment.voided_at.is_(None), is_last)
    return Population(counted, RiskAssessment.verdict == Verdict.YES, day)


def at_high_risk(cohort: Cohort) -> Population:
    """Return who was assessed in the period, and who of them is at high risk by then."""
    return replace(assessed(cohort), reached=RiskAssessment.is_high_risk.is_(True))


def eligible(cohort: Cohort) -> Population:
    """Return who was eligible on the last day, and who of them had an exam in the interval."""
    day = cohort.last_day
    months = get_program(cohort.program).schedule.interval_months
    is_staying = or_(
        Enrollment.status.in_(ELIGIBLE),
        and_(Enrollment.status == EnrollmentStatus.EXITED, Enrollment.exited_on > day),
    )
    counted = (
        is_staying,
        or_(Enrollment.enrolled_on.is_(None), Enrollment.enrolled_on <= day),
        or_(Participant.died_on.is_(None), Participant.died_on > day),
    )
    examined = exists().where(
        ScreeningFact.enrollment_id == Enrollment.id,
        ScreeningFact.examined_on <= day,
        ScreeningFact.examined_on > day - relativedelta(months=months),
    )
    return Population(counted, examined, day)


def _in_period(day: InstrumentedAttribute[Any], cohort: Cohort) -> tuple[Condition, ...]:
    found = [day.is_not(None), day <= cohort.last_day]
    if cohort.since is not None:
        found.append(day >= cohort.since)
    return tuple(found)


def count_population(
    scope: Scope, cohort: Cohort, population: Population, by: Sequence[Dimension]
) -> Pairs:
    """Return the reached and the counted persons of every group."""
    columns = [column for dimension in by for column in columns_of(dimension, population.day)]
    persons = PERSON.distinct()
    query = people(
        select(*columns, func.count(persons).filter(population.reached), func.count(persons)),
        scope,
        cohort,
        population,
    )
    codes = site_codes(by)
    pairs: Pairs = {}
    for *values, reached, counted in db.session.execute(query.group_by(*columns)):
        group = _named(by, values, population.day, codes)
        before = pairs.get(group, (0, 0))
        pairs[group] = (before[0] + reached, before[1] + counted)
    return pairs


def people(
    query: Select[*tuple[Any, ...]], scope: Scope, cohort: Cohort, population: Population
) -> Select[*tuple[Any, ...]]:
    """Restrict a query to the population, the viewer's sites and the cohort's group."""
    query = query.select_from(Enrollment).join(
        Participant, Participant.id == Enrollment.participant_id
    )
    if population.day is RiskAssessment.assessed_on:
        query = query.join(RiskAssessment, RiskAssessment.enrollment_id == Enrollment.id)
    query = query.where(
        Enrollment.program == cohort.program,
        Enrollment.voided_at.is_(None),
        Participant.voided_at.is_(None) | Participant.merged_into_id.is_not(None),
        *population.counted,
        *(is_in(dimension, value, population.day) for dimension, value in cohort.where.items()),
    )
    if scope.site_ids is not None:
        query = query.where(Enrollment.site_id.in_(scope.site_ids))
    return query


def _named(
    by: Sequence[Dimension], values: list[object], day: Day, codes: Mapping[int, str]
) -> Group:
    names = []
    for dimension in by:
        width = len(columns_of(dimension, day))
        names.append(text_of(dimension, values[:width], codes))
        values = values[width:]
    return tuple(names)
