"""Reads of single cases and procedures, and of those of one person."""

from collections.abc import Sequence

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload

from screening.audit.models import AuditEvent
from screening.audit.queries import find_last_event
from screening.cases.models import Case, Procedure
from screening.database.engine import db
from screening.enrollments.models import Enrollment, Episode
from screening.exams.models import Exam
from screening.participants.queries import is_known_to
from screening.protocol.errors import NotFoundError
from screening.protocol.wording import N_
from screening.security.actor import Scope

PROCEDURE_CHANGES = (
    "cases:procedure:record", "cases:procedure:correct", "cases:procedure:void",
)  # fmt: skip


def _cases() -> Select[Case]:
    return (
        select(Case)
        .join(Case.episode)
        .join(Episode.enrollment)
        .options(
            joinedload(Case.exam).joinedload(Exam.site),
            joinedload(Case.assigned_to),
            joinedload(Case.episode)
            .joinedload(Episode.enrollment)
            .joinedload(Enrollment.participant),
        )
    )


def get_case(scope: Scope, public_id: str) -> Case:
    """Return one case with its exam, person and decisions; a withdrawn one too: it says why."""
    query = (
        _cases()
        .where(Case.public_id == public_id, is_known_to(scope, Enrollment.participant_id))
        .options(selectinload(Case.decisions))
    )
    case = db.session.scalar(query)
    if case is None:
        raise NotFoundError(N_("There is no such case at your sites"))
    return case


def find_case_of_episode(episode_id: int) -> Case | None:
    """Return the case of a round, if it has one that is not withdrawn."""
    return db.session.scalar(
        _cases().where(Case.episode_id == episode_id, Case.voided_at.is_(None))
    )


def list_cases_of(scope: Scope, participant_id: int) -> Sequence[Case]:
    """List a person's cases in every program, newest first, withdrawn ones left out."""
    query = _cases().where(
        Enrollment.participant_id == participant_id,
        Enrollment.voided_at.is_(None),
        Case.voided_at.is_(None),
        is_known_to(scope, Enrollment.participant_id),
    )
    return db.session.scalars(query.order_by(Case.opened_on.desc(), Case.id.desc())).all()


def list_procedures(episode_ids: Sequence[int]) -> Sequence[Procedure]:
    """List the work-up acts of these rounds in time order."""
    return db.session.scalars(
        select(Procedure)
        .where(Procedure.episode_id.in_(episode_ids), Procedure.voided_at.is_(None))
        .order_by(Procedure.performed_on, Procedure.id)
    ).all()


def get_procedure(scope: Scope, procedure_id: int) -> Procedure:
    """Return one work-up act of a person at the viewer's sites; voided ones too."""
    query = (
        select(Procedure)
        .join(Procedure.exam)
        .where(Procedure.id == procedure_id, is_known_to(scope, Exam.participant_id))
        .options(joinedload(Procedure.exam).joinedload(Exam.participant))
    )
    procedure = db.session.scalar(query)
    if procedure is None:
        raise NotFoundError(N_("There is no such procedure at your sites"))
    return procedure


def find_procedure_change(procedure_id: int) -> AuditEvent | None:
    """Return the event of the newest change of a procedure."""
    return find_last_event("procedure", procedure_id, PROCEDURE_CHANGES)
