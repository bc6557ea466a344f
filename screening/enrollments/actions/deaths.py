"""Death ends the calls of every program; after a mistake, each enrollment is resumed by hand."""

from datetime import datetime

from sqlalchemy import select

from screening.clock import now
from screening.database.engine import db
from screening.database.transactions import Unit
from screening.enrollments.actions.events import record_change, state_of
from screening.enrollments.models import Enrollment
from screening.enrollments.rules import STAYING, EnrollmentStatus, ExitReason
from screening.participants.models import Participant
from screening.security.actor import SYSTEM

CHUNK = 1_000
BEFORE = (EnrollmentStatus.INVITED, EnrollmentStatus.ASSESSED, EnrollmentStatus.ELIGIBLE)


def follow_deaths(unit: Unit) -> None:
    """Exit whoever of the touched persons died from every program."""
    db.session.flush()  # a death just recorded is read back by sets
    numbers, moment = sorted(unit.participant_ids), now()
    for start in range(0, len(numbers), CHUNK):
        _follow_chunk(numbers[start : start + CHUNK], at=moment)


def _follow_chunk(participant_ids: list[int], *, at: datetime) -> None:
    rows = db.session.execute(
        select(Enrollment, Participant.died_on)
        .join(Enrollment.participant)
        .where(
            Participant.id.in_(participant_ids),
            Participant.died_on.is_not(None),
            Enrollment.status.in_((*STAYING, *BEFORE)),
            Enrollment.voided_at.is_(None),
        )
    ).all()
    for enrollment, died_on in rows:
        before = state_of(enrollment)
        enrollment.status = EnrollmentStatus.EXITED
        enrollment.exited_on, enrollment.exit_reason = died_on, ExitReason.DIED
        enrollment.hold_until = enrollment.hold_reason = None
        record_change("exit", enrollment, before, by=SYSTEM, at=at, reason="death")
