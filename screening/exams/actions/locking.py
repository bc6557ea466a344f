"""Reads what an action changes again under a lock, and refuses to save over a newer change."""

from screening.database.engine import db
from screening.enrollments.models import Enrollment
from screening.exams.models import Exam
from screening.exams.rules.allowed import Standing
from screening.protocol.errors import NewerChangeError
from screening.protocol.wording import N_


def lock_enrollment(enrollment: Enrollment) -> None:
    """Let one change at a time arrange the rounds of an enrollment."""
    # What was read together with it may be absent, and PostgreSQL locks no absent rows.
    db.session.refresh(enrollment, with_for_update={"of": Enrollment})


def lock_exam(exam: Exam, expected_version: int | None = None) -> None:
    """Lock an exam by its enrollment and read it again; refuse an outdated version."""
    lock_enrollment(exam.enrollment)
    db.session.refresh(exam)
    if expected_version is not None and exam.version != expected_version:
        raise NewerChangeError(N_("Someone saved this exam while you were working on it"))


def standing_of(exam: Exam) -> Standing:
    """Return where an exam stands, for the rules of what is allowed."""
    return Standing(exam.status, exam.voided_at is not None, exam.enrollment.status)
