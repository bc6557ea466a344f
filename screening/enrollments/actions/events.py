"""How a change of an enrollment is noted in the audit log."""

from datetime import datetime

from screening.audit.actions import Subject, record
from screening.audit.diff import difference
from screening.database.transactions import touch_enrollments, touch_participants
from screening.enrollments.models import Enrollment
from screening.security.actor import Actor

COMPARED = (
    "status", "source", "invited_on", "consent_on", "enrolled_on", "exited_on", "exit_reason",
    "hold_until", "hold_reason",
)  # fmt: skip


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
    touch_enrollments([enrollment.id])
    touch_participants([enrollment.participant_id])
