"""Reads of cases and procedures within the viewer's sites."""

from collections.abc import Sequence

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload

from screening.cases.models import Case, Procedure
from screening.database.engine import db
from screening.enrollments.models import Enrollment, Episode
from screening.exams.models import Exam
from screening.participants.models import Registration
from screening.protocol.errors import NotFoundError
from screening.protocol.wording import N_
from screening.security.actor import Scope


def in_scope(query: Select[Case], scope: Scope) -> Select[Case]:
    """Keep the cases of persons who are registered at one of the viewer's sites."""
    if scope.site_ids is None:
        return query
    known = select(Registration.participant_id).where(
        Registration.site_id.in_(scope.site_ids), Registration.voided_at.is_(None)
    )
    return query.where(Enrollment.participant_id.in_(known))


def _cases() -> Select[Case]:
    return (
        select(Case)
        .join(Case.episode)
        .join(Episode.enrollment)
        .where(Case.voided_at.is_(None))
        .options(
            joinedload(Case.exam).joinedload(Exam.site),
            joinedload(Case.assigned_to),
            joinedload(Case.episode)
            .joinedload(Episode.enrollment)
            .joinedload(Enrollment.participant),
        )
    )


def get_case(scope: Scope, public_id: str) -> Case:
    """Return one case with its exam, person and decisions."""
    query = _cases().where(Case.public_id == public_id).options(selectinload(Case.decisions))
    case = db.session.scalar(in_scope(query, scope))
    if case is None:
        raise NotFoundError(N_("There is no such case at your sites"))
    return case


def find_case_of_episode(episode_id: int) -> Case | None:
    """Return the case of a round, if it has one that is not withdrawn."""
    return db.session.scalar(_cases().where(Case.episode_id == episode_id))


def list_procedures(episode_ids: Sequence[int]) -> Sequence[Procedure]:
    """List the work-up acts of these rounds in time order."""
    return db.session.scalars(
        select(Procedure)
        .where(Procedure.episode_id.in_(episode_ids), Procedure.voided_at.is_(None))
        .order_by(Procedure.performed_on, Procedure.id)
    ).all()


def get_procedure(scope: Scope, procedure_id: int) -> Procedure:
    """Return one work-up act of a person at the viewer's sites."""
    query = (
        select(Procedure)
        .join(Procedure.exam)
        .where(Procedure.id == procedure_id, Procedure.voided_at.is_(None))
        .options(joinedload(Procedure.exam))
    )
    if scope.site_ids is not None:
        known = select(Registration.participant_id).where(
            Registration.site_id.in_(scope.site_ids), Registration.voided_at.is_(None)
        )
        query = query.where(Exam.participant_id.in_(known))
    procedure = db.session.scalar(query)
    if procedure is None:
        raise NotFoundError(N_("There is no such procedure at your sites"))
    return procedure
