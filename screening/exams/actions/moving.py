"""Moves an exam on its day, voids a mistaken one."""

from datetime import datetime

from screening.audit.actions import record
from screening.database.transactions import touch_enrollments, transaction
from screening.exams.actions.events import record_change, state_of, subject_of
from screening.exams.actions.locking import lock_exam, standing_of
from screening.exams.models import Exam
from screening.exams.rules import EXAMINED, ExamStatus
from screening.exams.rules.allowed import NEEDS_REASON, check_can_move
from screening.protocol.errors import NotAllowedNowError, RefusedInputError
from screening.protocol.wording import N_
from screening.security.actor import Actor


def move_exam(
    exam: Exam,
    status: ExamStatus,
    *,
    reason: str | None,
    expected_version: int,
    by: Actor,
    at: datetime,
) -> None:
    """Check someone in, cancel, or record that the person did not come or was not screened."""
    with transaction():
        lock_exam(exam, expected_version)
        check_can_move(standing_of(exam), status)
        if status in EXAMINED:
            raise NotAllowedNowError(N_("Log the exam with its date and findings instead"))
        told = (reason or "").strip() or None
        if status in NEEDS_REASON and told is None:
            raise RefusedInputError("reason", N_("Enter the reason"))
        before = state_of(exam)
        exam.status, exam.status_reason = status, told
        record_change("move", exam, before, by=by, at=at, reason=told)
        touch_enrollments([exam.enrollment_id])


def void_exam(exam: Exam, *, reason: str, expected_version: int, by: Actor, at: datetime) -> None:
    """Take a mistaken exam out of lists and figures; it stays in the audit log."""
    with transaction():
        lock_exam(exam, expected_version)
        if exam.voided_at is not None:
            raise NotAllowedNowError(N_("This exam is already voided"))
        if not reason.strip():
            raise RefusedInputError("reason", N_("Enter the reason"))
        exam.voided_at, exam.void_reason = at, reason.strip()
        changes = {"voided": [False, True]}
        subject = subject_of(exam)
        record("exams:exam:void", subject, by=by, at=at, reason=exam.void_reason, changes=changes)
        touch_enrollments([exam.enrollment_id])
