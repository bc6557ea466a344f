"""Lists the persons behind a count, one line for each thing counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Date, Select, case, func, literal, null, select

from screening.accounts.models import Site
from screening.database.engine import db
from screening.enrollments.models import Enrollment
from screening.exams.models import Exam
from screening.indicators.models import CancerFact, ProcedureFact, ScreeningFact
from screening.indicators.queries.cohorts import Cohort, conditions
from screening.indicators.queries.enrolled import Population, people
from screening.indicators.queries.marks import Marks, has_come
from screening.participants.models import Participant
from screening.programs import get_program
from screening.protocol.measures import Counted, Tally
from screening.security.actor import Scope


@dataclass(frozen=True)
class Line:
    """One person behind a count, with the exam or the day for which the person counts."""

    public_id: str
    name: str
    sex: str
    site: str
    day: date
    age_years: int | None = None
    exam_public_id: str | None = None
    category: str | None = None
    outcome: str | None = None
    diagnosed_on: date | None = None


@dataclass(frozen=True)
class Portion:
    """Which lines of a list are read, and in which order: by a key, in one direction or the other.

    A key that a list does not have, and equal lines, are in the order of their days.
    """

    limit: int
    offset: int = 0
    key: str = "day"
    is_descending: bool = False


def list_lines(scope: Scope, cohort: Cohort, tally: Tally, portion: Portion) -> Sequence[Line]:
    """List what a tally counts, a person by the first exam, as known on the day of report."""
    chosen = _chosen(scope, cohort, tally).subquery()
    fact, as_of = ScreeningFact, cohort.as_of
    diagnosed_on = func.coalesce(chosen.c.diagnosed_on, fact.diagnosed_on)
    columns = {
        "public_id": Participant.public_id,
        "name": Participant.name,
        "sex": Participant.sex,
        "site": Site.code,
        "day": fact.examined_on,
        "age": fact.age_years,
        "exam": Exam.public_id,
        "category": case((has_come(fact.resulted_on, as_of), fact.category)),
        "outcome": case((has_come(fact.outcome_on, as_of), fact.outcome)),
        "diagnosed": case((diagnosed_on <= as_of, diagnosed_on)),
    }
    query = (
        select(*columns.values())
        .join(chosen, chosen.c.exam_id == fact.exam_id)
        .join(Participant, Participant.id == fact.participant_id)
        .join(Exam, Exam.id == fact.exam_id)
        .join(Site, Site.id == fact.site_id)
    )
    ties = (fact.examined_on, fact.exam_id, chosen.c.diagnosed_on)
    return _read(query, portion, columns, ties)


def _chosen(scope: Scope, cohort: Cohort, tally: Tally) -> Select[*tuple[Any, ...]]:
    """Return the exam of every line; of cancers also the day of diagnosis."""
    marks = Marks(get_program(cohort.program), cohort.as_of)
    where = (*conditions(scope, cohort), marks.all_of(tally))
    fact, no_day = ScreeningFact, null().cast(Date).label("diagnosed_on")
    if tally.of is Counted.CANCERS:
        return (
            select(fact.exam_id, CancerFact.diagnosed_on)
            .join(CancerFact, CancerFact.exam_id == fact.exam_id)
            .where(*where)
        )
    if tally.of is Counted.PROCEDURES:
        procedures = select(fact.exam_id, no_day).where(*where)
        return procedures.join(ProcedureFact, ProcedureFact.exam_id == fact.exam_id)
    if tally.of is Counted.EXAMS:
        return select(fact.exam_id, no_day).where(*where)
    first = func.row_number().over(
        partition_by=fact.participant_id, order_by=(fact.examined_on, fact.exam_id)
    )
    ranked = select(fact.exam_id, first.label("place")).where(*where).subquery()
    return select(ranked.c.exam_id, no_day).where(ranked.c.place == 1)


def list_enrolled(
    scope: Scope, cohort: Cohort, population: Population, portion: Portion, *, reached: bool
) -> Sequence[Line]:
    """List the persons of a population, or only those whom it reached."""
    known = population.day
    columns = {
        "public_id": Participant.public_id,
        "name": Participant.name,
        "sex": Participant.sex,
        "site": Site.code,
        "day": literal(known, Date) if isinstance(known, date) else known,
    }
    query = people(select(*columns.values()), scope, cohort, population)
    query = query.join(Site, Site.id == Enrollment.site_id)
    if reached:
        query = query.where(population.reached)
    return _read(query, portion, columns, (columns["day"], Participant.id))


def _read(
    query: Select[*tuple[Any, ...]],
    portion: Portion,
    columns: Mapping[str, Any],
    ties: Sequence[Any],
) -> Sequence[Line]:
    column = columns.get(portion.key, columns["day"])
    first = column.desc() if portion.is_descending else column.asc()
    query = query.order_by(first.nulls_last(), *ties)
    rows = db.session.execute(query.limit(portion.limit).offset(portion.offset)).all()
    return [Line(*row) for row in rows]
