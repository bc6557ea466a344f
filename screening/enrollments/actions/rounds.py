"""Writes of rounds and recalls, by sets: what the exams of many enrollments ask for."""

from collections.abc import Mapping, Sequence

from screening.database.sets import add_rows, change_rows
from screening.enrollments.models import Enrollment, Episode, Recall
from screening.enrollments.rules import EnrollmentStatus

Row = Mapping[str, object]


def add_episodes(rows: Sequence[Row]) -> list[int]:
    """Add episodes and return their numbers in the order of the rows."""
    return add_rows(Episode, rows)


def change_episodes(rows: Sequence[Row]) -> None:
    """Set columns of episodes; each row names its `id`."""
    change_rows(Episode, rows)


def add_recalls(rows: Sequence[Row]) -> None:
    """Add recalls."""
    add_rows(Recall, rows)


def change_recalls(rows: Sequence[Row]) -> None:
    """Set columns of recalls; each row names its `id`."""
    change_rows(Recall, rows)


def set_enrollment_status(enrollment_ids: Sequence[int], status: EnrollmentStatus) -> None:
    """Move enrollments to a status that follows from their exams."""
    change_rows(Enrollment, [{"id": number, "status": status} for number in enrollment_ids])
