"""Reads of enrollments, assessments, rounds and recalls."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from screening.database.engine import db
from screening.enrollments.models import Enrollment, Episode, Recall, RiskAssessment
from screening.enrollments.rules import RecallStatus
from screening.participants.models import Registration
from screening.protocol.errors import NotFoundError
from screening.protocol.wording import N_
from screening.security.actor import Scope


def find_enrollment(participant_id: int, program: str) -> Enrollment | None:
    """Return the person's enrollment in a program, if there is one."""
    return db.session.scalar(
        select(Enrollment).where(
            Enrollment.participant_id == participant_id,
            Enrollment.program == program,
            Enrollment.voided_at.is_(None),
        )
    )


def get_enrollment(scope: Scope, enrollment_id: int) -> Enrollment:
    """Return one enrollment of a person who is registered at one of the viewer's sites."""
    query = (
        select(Enrollment)
        .where(Enrollment.id == enrollment_id, Enrollment.voided_at.is_(None))
        .options(joinedload(Enrollment.participant), joinedload(Enrollment.site))
    )
    if scope.site_ids is not None:
        known = select(Registration.participant_id).where(
            Registration.site_id.in_(scope.site_ids), Registration.voided_at.is_(None)
        )
        query = query.where(Enrollment.participant_id.in_(known))
    enrollment = db.session.scalar(query)
    if enrollment is None:
        raise NotFoundError(N_("There is no such enrollment at your sites"))
    return enrollment


def list_enrollments(participant_id: int) -> Sequence[Enrollment]:
    """List a person's enrollments in every program."""
    return db.session.scalars(
        select(Enrollment)
        .where(Enrollment.participant_id == participant_id, Enrollment.voided_at.is_(None))
        .order_by(Enrollment.program)
        .options(joinedload(Enrollment.site))
    ).all()


def list_assessments(enrollment_id: int) -> Sequence[RiskAssessment]:
    """List the assessments of an enrollment, newest first."""
    return db.session.scalars(
        select(RiskAssessment)
        .where(RiskAssessment.enrollment_id == enrollment_id, RiskAssessment.voided_at.is_(None))
        .order_by(RiskAssessment.assessed_on.desc(), RiskAssessment.id.desc())
    ).all()


def list_episodes(enrollment_id: int) -> Sequence[Episode]:
    """List the rounds of an enrollment, newest first."""
    return db.session.scalars(
        select(Episode)
        .where(Episode.enrollment_id == enrollment_id, Episode.voided_at.is_(None))
        .order_by(Episode.opened_on.desc())
    ).all()


def find_waiting_recall(enrollment_id: int) -> Recall | None:
    """Return the recall that is open or booked; there is at most one."""
    return db.session.scalar(
        select(Recall)
        .where(
            Recall.enrollment_id == enrollment_id,
            Recall.status.in_((RecallStatus.OPEN, RecallStatus.BOOKED)),
        )
        .order_by(Recall.due_on.desc())
        .limit(1)
    )
