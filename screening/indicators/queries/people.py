"""Lists the persons behind a count, one line for each thing counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Date, Select, func, literal, null, select

from screening.accounts.models import Site
from screening.database.engine import db
from screening.enrollments.models import Enrollment
from screening.exams.models import Exam
from screening.indicators.models import CancerFact, ScreeningFact
from screening.indicators.queries.cohorts import Cohort, conditions
from screening.indicators.queries.enrolled import Population, people
from screening.indicators.queries.marks import Marks
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


def list_lines(
    scope: Scope, cohort: Cohort, tally: Tally, *, limit: int, offset: int
) -> Sequence[Line]:
    """List what a tally counts, in the order of the exams; a person by the first exam."""
    chosen = _chosen(scope, cohort, tally).subquery()
    fact = ScreeningFact
    query = (
        select(
            Participant.public_id,
            Participant.name,
            Participant.sex,
            Site.code,
            fact.examined_on,
            fact.age_years,
            Exam.public_id,
            fact.category,
            fact.outcome,
            func.coalesce(chosen.c.diagnosed_on, fact.diagnosed_on),
        )
        .join(chosen, chosen.c.exam_id == fact.exam_id)
        .join(Participant, Participant.id == fact.participant_id)
        .join(Exam, Exam.id == fact.exam_id)
        .join(Site, Site.id == fact.site_id)
        .order_by(fact.examined_on, fact.exam_id, chosen.c.diagnosed_on)
    )
    return [_known(Line(*row), cohort.as_of) for row in _page(query, limit, offset)]


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
    if tally.of is Counted.EXAMS:
        return select(fact.exam_id, no_day).where(*where)
    first = func.row_number().over(
        partition_by=fact.participant_id, order_by=(fact.examined_on, fact.exam_id)
    )
    ranked = select(fact.exam_id, first.label("place")).where(*where).subquery()
    return select(ranked.c.exam_id, no_day).where(ranked.c.place == 1)


def list_enrolled(
    scope: Scope, cohort: Cohort, population: Population, *, reached: bool, page: tuple[int, int]
) -> Sequence[Line]:
    """List the persons of a population, or only those whom it reached; `page`: limit, offset."""
    known = population.day
    day: Any = literal(known, Date) if isinstance(known, date) else known
    columns = (Participant.public_id, Participant.name, Participant.sex, Site.code, day)
    query = people(select(*columns), scope, cohort, population)
    query = query.join(Site, Site.id == Enrollment.site_id).order_by(day, Participant.id)
    if reached:
        query = query.where(population.reached)
    return [Line(*row) for row in _page(query, *page)]


def _page(query: Select[*tuple[Any, ...]], limit: int, offset: int) -> Sequence[Any]:
    return db.session.execute(query.limit(limit).offset(offset)).all()


def _known(line: Line, as_of: date) -> Line:
    """Leave out a diagnosis that was not there yet on the day of report."""
    if line.diagnosed_on is None or line.diagnosed_on <= as_of:
        return line
    values = {**line.__dict__, "diagnosed_on": None}
    return Line(**values)
