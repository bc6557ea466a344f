"""What every write of an enrollment shares: the lock, the checks' inputs, the audit event."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from screening.audit.actions import Subject, record
from screening.audit.diff import difference
from screening.database.engine import db
from screening.database.transactions import touch_enrollments, touch_participants
from screening.enrollments.models import Enrollment
from screening.enrollments.rules import Life, Standing
from screening.participants.models import Participant
from screening.protocol.errors import NewerChangeError, NotFoundError
from screening.protocol.wording import N_
from screening.security.actor import Actor

COMPARED = (
    "status", "site_id", "source", "invited_on", "consent_on", "enrolled_on", "exited_on",
    "exit_reason", "hold_until", "hold_reason",
)  # fmt: skip


def lock_version(enrollment: Enrollment, expected: int) -> None:
    """Read the enrollment again under a lock; refuse to save over someone else's newer change.

    The version goes up even where only a questionnaire changes.
    """
    db.session.execute(
        select(Enrollment.id).where(Enrollment.id == enrollment.id).with_for_update()
    )
    db.session.refresh(enrollment)
    if enrollment.voided_at is not None:
        raise NotFoundError(N_("There is no such enrollment at your sites"))
    if enrollment.version != expected:
        raise NewerChangeError(N_("Someone changed this enrollment while you were working on it"))
    flag_modified(enrollment, "status")


def standing_of(enrollment: Enrollment) -> Standing:
    """Return what decides which acts are allowed now."""
    died_on = enrollment.participant.died_on
    return Standing(enrollment.status, enrollment.exit_reason, died_on)


def life_of(participant: Participant, at: datetime) -> Life:
    """Return the days between which an event of the person can lie."""
    return Life(participant.born_from, at.astimezone().date())


def state_of(enrollment: Enrollment) -> dict[str, object]:
    """Return what of an enrollment is compared before and after a change."""
    return {name: getattr(enrollment, name) for name in COMPARED}


def record_change(
    act: str,
    enrollment: Enrollment,
    before: dict[str, object],
    *,
    by: Actor,
    at: datetime,
    reason: str | None = None,
) -> None:
    """Note what changed; rounds, recalls and figures follow before the commit."""
    subject = Subject("enrollment", enrollment.id, enrollment.participant_id)
    changes = difference(before, state_of(enrollment))
    tag = f"enrollments:enrollment:{act}"
    record(tag, subject, by=by, at=at, reason=reason, changes=changes)
    touch(enrollment)


def touch(enrollment: Enrollment) -> None:
    """Let rounds, recalls and figures follow a change of the enrollment or its questionnaires."""
    touch_enrollments([enrollment.id])
    touch_participants([enrollment.participant_id])
