"""The list of cases: filtered, sorted, paged and counted without loading any record."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy import case as choose

from screening import programs
from screening.accounts.models import User
from screening.cases.models import Case
from screening.cases.rules import OPEN, CaseStatus
from screening.database.engine import db
from screening.enrollments.models import Enrollment, Episode
from screening.enrollments.rules import Outcome
from screening.exams.models import Exam
from screening.participants.models import Participant
from screening.participants.queries import is_known_to
from screening.participants.rules import BirthDate, Sex, birth_date_of
from screening.security.actor import Scope

Statement = Select[*tuple[Any, ...]]

COUNTED_UP_TO = 1_000
WAITING = "waiting"


class CaseState(StrEnum):
    """Which cases a list shows."""

    OPEN = "open"
    NEW = "new"
    ASSIGNED = "assigned"
    WORKUP = "workup"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class CaseOwner(StrEnum):
    """Whose cases a list shows."""

    ANYONE = ""
    MINE = "mine"
    NOBODY = "unassigned"


@dataclass(frozen=True)
class CaseFilters:
    """What of the cases is looked at; `overdue_on` is the day on which they are overdue."""

    state: CaseState = CaseState.OPEN
    owner: CaseOwner = CaseOwner.ANYONE
    user_id: int | None = None
    program: str | None = None
    overdue_on: date | None = None


@dataclass(frozen=True)
class CaseLine:
    """A case in a list."""

    public_id: str
    status: CaseStatus
    is_withdrawn: bool
    opened_on: date
    due_on: date
    closed_on: date | None
    outcome: Outcome | None
    program: str
    system: str | None
    category: str | None
    modifiers: str
    owner_id: int | None
    owner: str | None
    name: str
    sex: Sex
    born: BirthDate | None


SORT_KEYS = ("name", "program", "severity", WAITING, "owner", "due", "status", "closed")


def list_cases(
    scope: Scope, filters: CaseFilters, order: tuple[str, bool], *, limit: int, offset: int = 0
) -> list[CaseLine]:
    """List cases sorted by a key, descending or not; of equals, the longest due come first."""
    key, is_descending = order
    column = _sort_column(key)
    flipped = is_descending != (key == WAITING)  # who waits longest was flagged first
    query = (
        _columns(scope, filters)
        .order_by(column.desc() if flipped else column.asc(), Case.due_on, Case.id)
        .limit(limit)
        .offset(offset)
    )
    return [_line(row) for row in db.session.execute(query)]


def count_cases(scope: Scope, filters: CaseFilters) -> int:
    """Count cases, up to a thousand and one."""
    some = _filtered(select(Case.id), scope, filters).limit(COUNTED_UP_TO + 1).subquery()
    return db.session.scalar(select(func.count()).select_from(some)) or 0


def _columns(scope: Scope, filters: CaseFilters) -> Statement:
    query = (
        select(
            Case.public_id,
            Case.status,
            Case.voided_at,
            Case.opened_on,
            Case.due_on,
            Case.closed_on,
            Episode.outcome,
            Exam.program,
            Exam.system,
            Exam.category,
            Exam.modifiers,
            Case.assigned_to_id,
            User.display_name,
            Participant.name,
            Participant.sex,
            Participant.born_from,
            Participant.born_to,
            Participant.birth_precision,
        )
        .join(Exam, Exam.id == Case.exam_id)
        .join(User, User.id == Case.assigned_to_id, isouter=True)
    )
    return _filtered(query, scope, filters).join(
        Participant, Participant.id == Enrollment.participant_id
    )


def _filtered(query: Statement, scope: Scope, filters: CaseFilters) -> Statement:
    query = (
        query.join(Episode, Episode.id == Case.episode_id)
        .join(Enrollment, Enrollment.id == Episode.enrollment_id)
        .where(is_known_to(scope, Enrollment.participant_id), *_state(filters.state))
    )
    if filters.owner is CaseOwner.MINE:
        query = query.where(Case.assigned_to_id == filters.user_id)
    if filters.owner is CaseOwner.NOBODY:
        query = query.where(Case.assigned_to_id.is_(None))
    if filters.program is not None:
        query = query.where(Enrollment.program == filters.program)
    if filters.overdue_on is not None:
        query = query.where(Case.status.in_(OPEN), Case.due_on < filters.overdue_on)
    return query


def _state(state: CaseState) -> list[ColumnElement[bool]]:
    if state is CaseState.WITHDRAWN:
        return [Case.voided_at.is_not(None)]
    statuses = OPEN if state is CaseState.OPEN else (CaseStatus(state.value),)
    return [Case.voided_at.is_(None), Case.status.in_(statuses)]


def _sort_column(key: str) -> ColumnElement[Any]:
    columns: dict[str, ColumnElement[Any]] = {
        "name": Participant.name.expression,
        "program": Enrollment.program.expression,
        "severity": _severity(),
        WAITING: Case.opened_on.expression,
        "owner": func.coalesce(User.display_name, ""),
        "due": Case.due_on.expression,
        "status": _step(),
        "closed": Case.closed_on.expression,
    }
    return columns[key]


def _severity() -> ColumnElement[Any]:
    """Rank a category as its system does; systems are not in the database."""
    ranks = [
        (and_(Exam.system == system.code, Exam.category == category.code), category.severity)
        for program in programs.all_programs()
        for system in program.systems
        for category in system.categories
    ]
    return choose(*ranks, else_=-1) if ranks else choose((Exam.id.is_(None), 0), else_=-1)


def _step() -> ColumnElement[Any]:
    steps = [(Case.status == status, number) for number, status in enumerate(CaseStatus)]
    return choose(*steps, else_=len(steps))


def _line(row: Any) -> CaseLine:
    return CaseLine(
        public_id=row.public_id,
        status=row.status,
        is_withdrawn=row.voided_at is not None,
        opened_on=row.opened_on,
        due_on=row.due_on,
        closed_on=row.closed_on,
        outcome=row.outcome,
        program=row.program,
        system=row.system,
        category=row.category,
        modifiers=row.modifiers,
        owner_id=row.assigned_to_id,
        owner=row.display_name,
        name=row.name,
        sex=row.sex,
        born=birth_date_of(row.born_from, row.born_to, row.birth_precision),
    )
