"""The next action of every enrollment, derived from its records: lists, counts, and breaches."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Date, Select, func, literal, null, select
from sqlalchemy.orm import aliased

from screening.cases.models import Case
from screening.cases.rules import CaseStatus
from screening.database.engine import db
from screening.enrollments.models import Enrollment, Episode, Recall
from screening.enrollments.rules import STAYING, EnrollmentStatus, RecallStatus
from screening.exams.models import Exam
from screening.exams.rules import EXPECTED, ExamStatus, Purpose
from screening.participants.models import Participant, Registration
from screening.programs import get_program
from screening.security.actor import EVERYWHERE, Scope
from screening.worklists.rules import OF_ENROLLED, ActionKind, due_on

COUNTED_UP_TO = 1_000
MOST_ENROLLMENTS = 20
UNDECIDED = (CaseStatus.NEW, CaseStatus.ASSIGNED)
AGE = "age"
SORT_KEYS = ("name", AGE, "program", "due")
DUE_FIRST = ("due", False)

Statement = Select[*tuple[Any, ...]]


@dataclass(frozen=True)
class Filters:
    """Which waiting actions are looked at: of a program, a site, an enrollment or a person, up to a
    day.
    """

    program: str | None = None
    site_id: int | None = None
    enrollment_id: int | None = None
    participant_id: int | None = None
    up_to: date | None = None


@dataclass(frozen=True)
class NextAction:
    """What one enrollment waits for; `target` is the public number of its exam or case.

    It is late after `due_on`, and overdue after `latest_on`, the end of its window.
    """

    kind: ActionKind
    enrollment_id: int
    program: str
    due_on: date
    latest_on: date
    target: str | None
    person_id: str
    name: str
    sex: str
    born_from: date | None
    born_to: date | None


def _waits(enrollment: Any, day: Any, target: Any = None, latest: Any = None) -> Statement:
    """Select what waits: of which enrollment, for which day, where, and from when it is overdue."""
    return select(
        enrollment.label("enrollment_id"),
        day.label("day"),
        (null() if target is None else target).label("target"),
        (null().cast(Date) if latest is None else latest).label("latest"),
    )


def _cases(*statuses: CaseStatus) -> Statement:
    return (
        _waits(Episode.enrollment_id, Case.due_on, Case.public_id)
        .join(Case, Case.episode_id == Episode.id)
        .where(Case.status.in_(statuses), Case.voided_at.is_(None), Episode.voided_at.is_(None))
    )


def _unresulted() -> Statement:
    return _waits(Exam.enrollment_id, Exam.performed_on, Exam.public_id).where(
        Exam.status == ExamStatus.PERFORMED,
        Exam.category.is_(None),
        Exam.purpose != Purpose.DIAGNOSTIC,
        Exam.voided_at.is_(None),
    )


def _booked() -> Statement:
    return _waits(Exam.enrollment_id, Exam.scheduled_on, Exam.public_id).where(
        Exam.status.in_(EXPECTED), Exam.voided_at.is_(None)
    )


def _recalled() -> Statement:
    waits = _waits(Recall.enrollment_id, Recall.due_on, latest=Recall.latest_on)
    return waits.where(Recall.status == RecallStatus.OPEN)


def _in_status(day: str, *statuses: EnrollmentStatus) -> Statement:
    own = aliased(Enrollment)  # stands beside the enrollment of the outer query
    return _waits(own.id, getattr(own, day)).where(
        own.status.in_(statuses), own.voided_at.is_(None)
    )


SOURCES: dict[ActionKind, Statement] = {
    ActionKind.REVIEW_CASE: _cases(*UNDECIDED),
    ActionKind.RECORD_RESULT: _unresulted(),
    ActionKind.ATTEND_EXAM: _booked(),
    ActionKind.HOLD_ENDS: _in_status("hold_until", EnrollmentStatus.SUSPENDED),
    ActionKind.BOOK_EXAM: _recalled(),
    ActionKind.WORK_UP: _cases(CaseStatus.WORKUP),
    ActionKind.ASSESS: _in_status("opened_on", EnrollmentStatus.INVITED, EnrollmentStatus.ASSESSED),
    ActionKind.ENROLL: _in_status("opened_on", EnrollmentStatus.ELIGIBLE),
}
ORDER = tuple(ActionKind)
HIDES_OF_EXITED = (ActionKind.REVIEW_CASE, ActionKind.WORK_UP)


def _waiting(kind: ActionKind, scope: Scope, filters: Filters) -> Statement:
    """Select the enrollments whose next action is of this kind, with its day and target."""
    source = SOURCES[kind].subquery()
    query = (
        select(*source.c, Enrollment.program)
        .join(Enrollment, Enrollment.id == source.c.enrollment_id)
        .where(Enrollment.voided_at.is_(None), *_limits(scope, filters))
    )
    if kind not in HIDES_OF_EXITED:
        query = query.where(Enrollment.status != EnrollmentStatus.EXITED)
    if kind in OF_ENROLLED:
        query = query.where(*(~_has(before) for before in ORDER[: ORDER.index(kind)]))
    if filters.up_to is not None:
        query = query.where(source.c.day <= filters.up_to)
    if filters.participant_id is not None:
        # Said of what waits too, so that nobody else's is read for one person.
        own = aliased(Enrollment)
        is_theirs = (own.participant_id == filters.participant_id, own.voided_at.is_(None))
        theirs = select(own.id).where(*is_theirs)
        query = query.where(source.c.enrollment_id.in_(theirs))
    return query


def _has(kind: ActionKind) -> ColumnElement[bool]:
    source = SOURCES[kind].subquery()
    return (
        select(literal(1)).where(source.c.enrollment_id == Enrollment.id).correlate(Enrollment)
    ).exists()


def _limits(scope: Scope, filters: Filters) -> list[ColumnElement[bool]]:
    limits: list[ColumnElement[bool]] = []
    if scope.site_ids is not None:
        # The sum keeps SQLite from reading all registrations of a site to answer for one person.
        known = select(literal(1)).where(
            Registration.participant_id == Enrollment.participant_id,
            (Registration.site_id + 0).in_(scope.site_ids),
            Registration.voided_at.is_(None),
        )
        limits.append(known.correlate(Enrollment).exists())
    if filters.program is not None:
        limits.append(Enrollment.program == filters.program)
    if filters.site_id is not None:
        limits.append(Enrollment.site_id == filters.site_id)
    if filters.enrollment_id is not None:
        limits.append(Enrollment.id == filters.enrollment_id)
    if filters.participant_id is not None:
        limits.append(Enrollment.participant_id == filters.participant_id)
    return limits


def count_waiting(kind: ActionKind, scope: Scope, filters: Filters) -> int:
    """Count the actions of a kind, up to a thousand and one."""
    some = _waiting(kind, scope, filters).limit(COUNTED_UP_TO + 1).subquery()
    return db.session.scalar(select(func.count()).select_from(some)) or 0


def list_waiting(
    kind: ActionKind,
    scope: Scope,
    filters: Filters,
    *,
    order: tuple[str, bool] = DUE_FIRST,
    limit: int,
    offset: int = 0,
) -> list[NextAction]:
    """List the actions of a kind, sorted by a key, descending or not; of equals by their day."""
    waiting = _waiting(kind, scope, filters)
    day = waiting.selected_columns.day
    key, is_descending = order
    column = _sort_column(key, day)
    flipped = is_descending != (key == AGE)  # who is youngest was born last
    query = (
        waiting.add_columns(
            Participant.public_id,
            Participant.name,
            Participant.sex,
            Participant.born_from,
            Participant.born_to,
        )
        .join(Participant, Participant.id == Enrollment.participant_id)
        .order_by(
            column.desc() if flipped else column.asc(),
            day,
            waiting.selected_columns.enrollment_id,
        )
        .limit(limit)
        .offset(offset)
    )
    return [
        NextAction(
            kind,
            row.enrollment_id,
            row.program,
            due := due_on(kind, row.day, get_program(row.program)),
            row.latest or due,
            row.target,
            row.public_id,
            row.name,
            row.sex.value,
            row.born_from,
            row.born_to,
        )
        for row in db.session.execute(query)
    ]


def _sort_column(key: str, day: ColumnElement[Any]) -> ColumnElement[Any]:
    columns: dict[str, ColumnElement[Any]] = {
        "name": Participant.name.expression,
        AGE: func.coalesce(Participant.born_from, date.max),
        "program": Enrollment.program.expression,
        "due": day,
    }
    return columns[key]


def list_next_actions(scope: Scope, participant_id: int) -> list[NextAction]:
    """List what each enrollment of a person waits for: the first in the order of kinds."""
    filters = Filters(participant_id=participant_id)
    found: dict[int, NextAction] = {}
    for kind in ORDER:
        for action in list_waiting(kind, scope, filters, limit=MOST_ENROLLMENTS):
            found.setdefault(action.enrollment_id, action)
    return list(found.values())


def list_breaches(limit: int) -> Sequence[int]:
    """List enrolled people for whom nothing waits: there must be none."""
    query = (
        select(Enrollment.id)
        .where(
            Enrollment.status.in_(STAYING),
            Enrollment.voided_at.is_(None),
            *(~_has(kind) for kind in OF_ENROLLED),
        )
        .order_by(Enrollment.id)
        .limit(limit)
    )
    return db.session.scalars(query).all()


def count_breaches() -> int:
    """Count enrolled people for whom nothing waits."""
    query = select(func.count()).where(
        Enrollment.status.in_(STAYING),
        Enrollment.voided_at.is_(None),
        *(~_has(kind) for kind in OF_ENROLLED),
    )
    return db.session.scalar(query) or 0


def count_enrolled(scope: Scope = EVERYWHERE) -> int:
    """Count the enrollments that the rule of the next action covers."""
    query = select(func.count(Enrollment.id)).where(
        Enrollment.status.in_(STAYING), Enrollment.voided_at.is_(None)
    )
    return db.session.scalar(query.where(*_limits(scope, Filters()))) or 0
