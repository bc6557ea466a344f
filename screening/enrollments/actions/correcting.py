"""Mistakes in an enrollment: its site, source and dates corrected, the whole of it voided."""

from dataclasses import dataclass, fields
from datetime import date, datetime

from screening.database.engine import db
from screening.database.transactions import transaction
from screening.enrollments.actions.events import (
    life_of,
    lock_version,
    record_change,
    state_of,
)
from screening.enrollments.models import Enrollment
from screening.enrollments.queries import find_waiting_recall, has_rounds, judged_status
from screening.enrollments.rules import (
    EnrollmentStatus,
    RecallStatus,
    Source,
    check_consent,
    check_day,
    check_exit,
)
from screening.participants.actions import register_at_site
from screening.participants.queries import is_registered_at
from screening.protocol.errors import NotAllowedNowError, NotFoundError, RefusedInputError
from screening.protocol.wording import N_
from screening.security.actor import Actor

LONGEST_REASON = 500


@dataclass(frozen=True)
class Corrected:
    """Where, whence and when as they should stand; without a day of enrollment it is taken back."""

    site_id: int
    source: Source | None
    invited_on: date | None
    consent_on: date | None
    enrolled_on: date | None
    exited_on: date | None


def correct_enrollment(
    enrollment: Enrollment,
    corrected: Corrected,
    *,
    reason: str,
    expected_version: int,
    by: Actor,
    at: datetime,
) -> None:
    """Correct what was recorded by mistake; rounds and recalls follow."""
    with transaction():
        lock_version(enrollment, expected_version)
        reason = _checked_reason(reason)
        _check_dates(enrollment, corrected, at)
        before = state_of(enrollment)
        if corrected.enrolled_on is None and enrollment.enrolled_on is not None:
            _take_back(enrollment)
        elif corrected.enrolled_on is not None and enrollment.enrolled_on is None:
            text = N_("Leave this blank: the person is enrolled by recording the consent")
            raise RefusedInputError("enrolled_on", text)
        if corrected.site_id != enrollment.site_id:
            _let_know(enrollment, corrected.site_id, by=by, at=at)
        for field in fields(corrected):
            setattr(enrollment, field.name, getattr(corrected, field.name))
        record_change("correct", enrollment, before, by=by, at=at, reason=reason)


def _let_know(enrollment: Enrollment, site_id: int, *, by: Actor, at: datetime) -> None:
    if not by.scope.includes(site_id):
        raise NotFoundError(N_("There is no such site among yours"))
    if not is_registered_at(enrollment.participant_id, site_id):
        public_id = enrollment.participant.public_id
        register_at_site(public_id, site_id=site_id, registration_no=None, by=by, at=at)


def _checked_reason(reason: str) -> str:
    reason = reason.strip()
    if not reason or len(reason) > LONGEST_REASON:
        text = N_("Enter the reason in at most {count} characters")
        raise RefusedInputError("reason", text, {"count": LONGEST_REASON})
    return reason


def _check_dates(enrollment: Enrollment, corrected: Corrected, at: datetime) -> None:
    life = life_of(enrollment.participant, at)
    for name in ("invited_on", "consent_on", "enrolled_on", "exited_on"):
        check_day(name, getattr(corrected, name), life)
    check_consent(corrected.consent_on, corrected.enrolled_on)
    check_exit(corrected.enrolled_on, corrected.exited_on)
    is_left = enrollment.status is EnrollmentStatus.EXITED
    if is_left and corrected.exited_on is None:
        raise RefusedInputError("exited_on", N_("Enter the day on which the person left"))
    if not is_left and corrected.exited_on is not None:
        text = N_("Leave this blank: the person has not left the program")
        raise RefusedInputError("exited_on", text)


def _take_back(enrollment: Enrollment) -> None:
    """Undo an enrollment recorded by mistake; the questionnaire decides the status again."""
    if has_rounds(enrollment.id):
        text = N_("Enter the day of enrollment: exams are recorded, so it cannot be taken back")
        raise RefusedInputError("enrolled_on", text)
    if enrollment.status is not EnrollmentStatus.EXITED:
        enrollment.status = judged_status(enrollment.id)
    enrollment.hold_until = enrollment.hold_reason = None


def void_enrollment(
    enrollment: Enrollment, *, reason: str, expected_version: int, by: Actor, at: datetime
) -> None:
    """Take an enrollment made by mistake out of lists and figures; exams are voided before."""
    with transaction():
        lock_version(enrollment, expected_version)
        reason = _checked_reason(reason)
        if has_rounds(enrollment.id):
            raise NotAllowedNowError(
                N_("Exams are recorded in this program: void them, or let the person leave")
            )
        recall = find_waiting_recall(enrollment.id)
        if recall is not None:
            recall.status, recall.closed_on = RecallStatus.CANCELLED, at.astimezone().date()
        before = state_of(enrollment)
        enrollment.voided_at, enrollment.void_reason = at, reason
        db.session.flush()  # what follows leaves voided enrollments alone
        record_change("void", enrollment, before, by=by, at=at, reason=reason)
