"""Reads of enrollments, assessments, rounds and recalls."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import joinedload

from screening.audit.models import AuditEvent
from screening.database.engine import db
from screening.enrollments.models import Enrollment, Episode, Recall, RiskAssessment
from screening.enrollments.rules import STATUS_OF_VERDICT, EnrollmentStatus, RecallStatus
from screening.participants.queries import is_known_to
from screening.protocol.eligibility import Verdict
from screening.protocol.errors import NotFoundError
from screening.protocol.wording import N_
from screening.security.actor import Scope

OPENING = "enrollments:record:open"
WAITING = (RecallStatus.OPEN, RecallStatus.BOOKED)


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
    """Return one enrollment of a person who is known to one of the viewer's sites."""
    query = (
        select(Enrollment)
        .where(
            Enrollment.id == enrollment_id,
            Enrollment.voided_at.is_(None),
            is_known_to(scope, Enrollment.participant_id),
        )
        .options(joinedload(Enrollment.participant), joinedload(Enrollment.site))
    )
    enrollment = db.session.scalar(query)
    if enrollment is None:
        raise NotFoundError(N_("There is no such enrollment at your sites"))
    return enrollment


def last_enrolled_on(participant_id: int) -> date | None:
    """Return the day on which a person was enrolled last, whatever the program."""
    query = select(func.max(Enrollment.enrolled_on)).where(
        Enrollment.participant_id == participant_id, Enrollment.voided_at.is_(None)
    )
    return db.session.scalar(query)


def list_enrollments(participant_id: int) -> Sequence[Enrollment]:
    """List a person's enrollments in every program."""
    return db.session.scalars(
        select(Enrollment)
        .where(Enrollment.participant_id == participant_id, Enrollment.voided_at.is_(None))
        .order_by(Enrollment.program)
        .options(joinedload(Enrollment.site), joinedload(Enrollment.participant))
    ).all()


def get_assessment(scope: Scope, enrollment_id: int, assessment_id: int) -> RiskAssessment:
    """Return one assessment of an enrollment that the viewer may see."""
    enrollment = get_enrollment(scope, enrollment_id)
    assessment = db.session.scalar(
        select(RiskAssessment).where(
            RiskAssessment.id == assessment_id,
            RiskAssessment.enrollment_id == enrollment.id,
            RiskAssessment.voided_at.is_(None),
        )
    )
    if assessment is None:
        raise NotFoundError(N_("There is no such questionnaire in this enrollment"))
    return assessment


def list_assessments(enrollment_ids: Collection[int]) -> Mapping[int, Sequence[RiskAssessment]]:
    """Return the assessments of each enrollment, newest first."""
    rows = db.session.scalars(
        select(RiskAssessment)
        .where(RiskAssessment.enrollment_id.in_(enrollment_ids), RiskAssessment.voided_at.is_(None))
        .order_by(RiskAssessment.assessed_on.desc(), RiskAssessment.id.desc())
    )
    found: defaultdict[int, list[RiskAssessment]] = defaultdict(list)
    for row in rows:
        found[row.enrollment_id].append(row)
    return found


def judged_status(enrollment_id: int) -> EnrollmentStatus:
    """Return where the newest questionnaire leaves someone who is not enrolled."""
    newest = list_assessments([enrollment_id]).get(enrollment_id)
    if not newest:
        return EnrollmentStatus.INVITED
    return STATUS_OF_VERDICT[Verdict(newest[0].verdict)]


def list_episodes(enrollment_ids: Collection[int]) -> Mapping[int, Sequence[Episode]]:
    """Return the rounds of each enrollment, newest first."""
    rows = db.session.scalars(
        select(Episode)
        .where(Episode.enrollment_id.in_(enrollment_ids), Episode.voided_at.is_(None))
        .order_by(Episode.opened_on.desc(), Episode.id.desc())
    )
    found: defaultdict[int, list[Episode]] = defaultdict(list)
    for row in rows:
        found[row.enrollment_id].append(row)
    return found


def has_rounds(enrollment_id: int) -> bool:
    """Tell whether an exam was booked or done in this enrollment and still counts."""
    some = select(Episode.id).where(
        Episode.enrollment_id == enrollment_id, Episode.voided_at.is_(None)
    )
    return db.session.scalar(some.limit(1)) is not None


def list_recalls(enrollment_ids: Collection[int]) -> Mapping[int, Sequence[Recall]]:
    """Return what was asked for in each enrollment, the newest first."""
    rows = db.session.scalars(
        select(Recall)
        .where(Recall.enrollment_id.in_(enrollment_ids))
        .order_by(Recall.due_on.desc(), Recall.id.desc())
    )
    found: defaultdict[int, list[Recall]] = defaultdict(list)
    for row in rows:
        found[row.enrollment_id].append(row)
    return found


def find_waiting_recall(enrollment_id: int) -> Recall | None:
    """Return the recall that is open or booked; there is at most one."""
    recalls = list_recalls([enrollment_id]).get(enrollment_id, ())
    return next((recall for recall in recalls if recall.status in WAITING), None)


def find_last_change(enrollment_id: int) -> AuditEvent | None:
    """Return the event of the newest change of an enrollment or its questionnaires."""
    filled = select(RiskAssessment.id).where(RiskAssessment.enrollment_id == enrollment_id)
    of_enrollment = and_(
        AuditEvent.entity == "enrollment",
        AuditEvent.entity_id == enrollment_id,
        AuditEvent.action != OPENING,
    )
    of_assessment = and_(AuditEvent.entity == "assessment", AuditEvent.entity_id.in_(filled))
    changes = select(AuditEvent).where(or_(of_enrollment, of_assessment))
    return db.session.scalar(changes.order_by(AuditEvent.id.desc()).limit(1))
