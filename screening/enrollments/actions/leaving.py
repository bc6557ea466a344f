"""Pauses, withdrawal and return: what stops the calls, and what starts them again."""

from dataclasses import dataclass
from datetime import date, datetime

from screening.database.transactions import transaction
from screening.enrollments.actions.events import (
    life_of,
    lock_version,
    record_change,
    standing_of,
    state_of,
)
from screening.enrollments.models import Enrollment
from screening.enrollments.queries import judged_status
from screening.enrollments.rules import (
    LEFT_BY_HAND,
    EnrollmentStatus,
    ExitReason,
    check_can_exit,
    check_can_resume,
    check_can_suspend,
    check_day,
    check_exit,
)
from screening.protocol.errors import RefusedInputError
from screening.protocol.wording import N_
from screening.security.actor import Actor


@dataclass(frozen=True)
class Leaving:
    """Why and when someone leaves a program; `comment` is kept in the audit log."""

    reason: ExitReason
    on: date
    comment: str | None = None


def exit_enrollment(
    enrollment: Enrollment, leaving: Leaving, *, expected_version: int, by: Actor, at: datetime
) -> None:
    """Record withdrawal, moving away or another end; the calls stop."""
    with transaction():
        lock_version(enrollment, expected_version)
        check_can_exit(standing_of(enrollment))
        check_day("exited_on", leaving.on, life_of(enrollment.participant, at))
        check_exit(enrollment.enrolled_on, leaving.on)
        comment = (leaving.comment or "").strip() or None
        _check_reason(leaving.reason, comment)
        before = state_of(enrollment)
        enrollment.status = EnrollmentStatus.EXITED
        enrollment.exited_on, enrollment.exit_reason = leaving.on, leaving.reason
        enrollment.hold_until = enrollment.hold_reason = None
        record_change("exit", enrollment, before, by=by, at=at, reason=comment)


def _check_reason(reason: ExitReason, comment: str | None) -> None:
    if reason not in LEFT_BY_HAND:
        text = N_("A death or a diagnosis is recorded on its own page; it ends the program itself")
        raise RefusedInputError("exit_reason", text)
    if reason is ExitReason.LOST and comment is None:
        text = N_("Enter how the person was sought: when, and by which ways")
        raise RefusedInputError("comment", text)


@dataclass(frozen=True)
class Pause:
    """Until when the calls rest, and why."""

    until: date
    reason: str


def suspend(
    enrollment: Enrollment, pause: Pause, *, expected_version: int, by: Actor, at: datetime
) -> None:
    """Pause the calls until a day, or set a pause anew; its end calls its owner."""
    with transaction():
        lock_version(enrollment, expected_version)
        check_can_suspend(standing_of(enrollment))
        if pause.until <= at.astimezone().date():
            raise RefusedInputError("hold_until", N_("Enter a day after today"))
        reason = pause.reason.strip()
        if not reason:
            raise RefusedInputError("hold_reason", N_("Enter the reason"))
        before = state_of(enrollment)
        enrollment.status = EnrollmentStatus.SUSPENDED
        enrollment.hold_until, enrollment.hold_reason = pause.until, reason
        record_change("suspend", enrollment, before, by=by, at=at, reason=reason)


@dataclass(frozen=True)
class Return:
    """Why someone is back, and the day of a new consent after a withdrawal."""

    reason: str | None = None
    consent_on: date | None = None


def resume(
    enrollment: Enrollment, back: Return, *, expected_version: int, by: Actor, at: datetime
) -> None:
    """End a pause or take back an exit; questionnaire and exams decide where the person stands."""
    with transaction():
        lock_version(enrollment, expected_version)
        check_can_resume(standing_of(enrollment))
        reason = (back.reason or "").strip() or None
        if enrollment.status is EnrollmentStatus.EXITED and reason is None:
            raise RefusedInputError("reason", N_("Enter why the person is back"))
        check_day("consent_on", back.consent_on, life_of(enrollment.participant, at))
        before = state_of(enrollment)
        is_enrolled = enrollment.enrolled_on is not None
        enrollment.status = (
            EnrollmentStatus.ENROLLED if is_enrolled else judged_status(enrollment.id)
        )
        enrollment.consent_on = back.consent_on or enrollment.consent_on
        enrollment.exited_on = enrollment.exit_reason = None
        enrollment.hold_until = enrollment.hold_reason = None
        record_change("resume", enrollment, before, by=by, at=at, reason=reason)
