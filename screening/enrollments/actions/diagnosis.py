"""A diagnosis ends the calls of a program; a diagnosis taken back starts them again."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select

from screening.audit.actions import Subject, record
from screening.clock import now
from screening.database.engine import db
from screening.database.sets import change_rows
from screening.enrollments.models import Enrollment
from screening.enrollments.rules import EnrollmentStatus, ExitReason
from screening.security.actor import SYSTEM

STAYING = (EnrollmentStatus.ENROLLED, EnrollmentStatus.ACTIVE, EnrollmentStatus.SUSPENDED)


def follow_diagnoses(diagnoses: Mapping[tuple[int, str], date | None]) -> set[int]:
    """Exit who was diagnosed; bring back whose diagnosis was voided (None), per program.

    Return the enrollments that moved.
    """
    people = {participant_id for participant_id, _ in diagnoses}
    rows = db.session.execute(
        select(
            Enrollment.id,
            Enrollment.participant_id,
            Enrollment.program,
            Enrollment.status,
            Enrollment.exit_reason,
        ).where(Enrollment.participant_id.in_(people), Enrollment.voided_at.is_(None))
    )
    moved = set()
    for row in rows.all():
        key = (row.participant_id, row.program)
        if key not in diagnoses:
            continue
        diagnosed_on = diagnoses[key]
        if diagnosed_on is not None and row.status in STAYING:
            _exit(row.id, row.participant_id, diagnosed_on)
            moved.add(row.id)
        elif diagnosed_on is None and row.exit_reason is ExitReason.DIAGNOSED:
            _return(row.id, row.participant_id)
            moved.add(row.id)
    return moved


def _exit(enrollment_id: int, participant_id: int, diagnosed_on: date) -> None:
    values = {
        "status": EnrollmentStatus.EXITED,
        "exited_on": diagnosed_on,
        "exit_reason": ExitReason.DIAGNOSED,
    }
    change_rows(Enrollment, [{"id": enrollment_id, **values}])
    subject = Subject("enrollment", enrollment_id, participant_id)
    record("enrollments:enrollment:exit", subject, by=SYSTEM, at=now(), reason="diagnosed")


def _return(enrollment_id: int, participant_id: int) -> None:
    values = {"status": EnrollmentStatus.ACTIVE, "exited_on": None, "exit_reason": None}
    change_rows(Enrollment, [{"id": enrollment_id, **values}])
    subject = Subject("enrollment", enrollment_id, participant_id)
    record("enrollments:enrollment:return", subject, by=SYSTEM, at=now(), reason="diagnosis voided")
