"""Pauses, withdrawal and death: what stops the calls, and what starts them again."""

from dataclasses import dataclass
from datetime import date, datetime

from screening.database.transactions import transaction
from screening.enrollments.actions.enrolling import check_version
from screening.enrollments.actions.events import record_change, state_of
from screening.enrollments.models import Enrollment
from screening.enrollments.rules import (
    EnrollmentStatus,
    ExitReason,
    check_enrollment_move,
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
    """Record withdrawal, moving away or another end; open recalls and appointments stop."""
    with transaction():
        check_version(enrollment, expected_version)
        if leaving.on > at.astimezone().date():
            raise RefusedInputError("exited_on", N_("The date cannot be in the future"))
        if enrollment.enrolled_on is not None and leaving.on < enrollment.enrolled_on:
            raise RefusedInputError("exited_on", N_("Nobody leaves before being enrolled"))
        check_enrollment_move(enrollment.status, EnrollmentStatus.EXITED)
        _exit(enrollment, leaving, by=by, at=at)


def _exit(enrollment: Enrollment, leaving: Leaving, *, by: Actor, at: datetime) -> None:
    before = state_of(enrollment)
    enrollment.status = EnrollmentStatus.EXITED
    enrollment.exited_on, enrollment.exit_reason = leaving.on, leaving.reason
    enrollment.hold_until = enrollment.hold_reason = None
    record_change("exit", enrollment, before, by=by, at=at, reason=leaving.comment)


def suspend(
    enrollment: Enrollment,
    *,
    until: date,
    reason: str,
    expected_version: int,
    by: Actor,
    at: datetime,
) -> None:
    """Pause the calls until a day; the pause calls its owner when it ends."""
    with transaction():
        check_version(enrollment, expected_version)
        if until <= at.astimezone().date():
            raise RefusedInputError("hold_until", N_("Enter a day after today"))
        check_enrollment_move(enrollment.status, EnrollmentStatus.SUSPENDED)
        before = state_of(enrollment)
        enrollment.status = EnrollmentStatus.SUSPENDED
        enrollment.hold_until, enrollment.hold_reason = until, reason
        record_change("suspend", enrollment, before, by=by, at=at, reason=reason)


def resume(
    enrollment: Enrollment, *, reason: str | None, expected_version: int, by: Actor, at: datetime
) -> None:
    """End a pause or take back an exit; the exams decide between enrolled and active."""
    with transaction():
        check_version(enrollment, expected_version)
        check_enrollment_move(enrollment.status, EnrollmentStatus.ENROLLED)
        before = state_of(enrollment)
        enrollment.status = EnrollmentStatus.ENROLLED
        enrollment.exited_on = enrollment.exit_reason = None
        enrollment.hold_until = enrollment.hold_reason = None
        record_change("resume", enrollment, before, by=by, at=at, reason=reason)
