"""Writes of exams, findings and readings by sets, for imports; rounds follow by themselves."""

import secrets
from collections.abc import Collection, Sequence
from datetime import datetime
from functools import partial

from sqlalchemy import delete, select

from screening.database.engine import db
from screening.database.reading import among
from screening.database.sets import Values, add_rows, change_rows, void_rows
from screening.database.transactions import touch_enrollments
from screening.exams.models import Exam, Finding, Reading
from screening.exams.rules import ReadingKind
from screening.programs import all_programs

CHUNK = 5_000


def add_exams(rows: Sequence[Values], *, at: datetime) -> list[int]:
    """Add exams."""
    ids = add_rows(Exam, rows, public_id=partial(secrets.token_hex, 8), created_at=at)
    touch_enrollments(int(str(row["enrollment_id"])) for row in rows)
    return ids


def change_exams(rows: Sequence[Values]) -> None:
    """Set columns of exams; each row names its `id`."""
    change_rows(Exam, rows)
    _touch([int(str(row["id"])) for row in rows])


def void_exams(ids: Collection[int], *, at: datetime, reason: str) -> None:
    """Take exams out of lists and figures."""
    void_rows(Exam, ids, at=at, reason=reason)
    _touch(ids)


def _touch(ids: Collection[int]) -> None:
    if ids:
        touch_enrollments(
            db.session.scalars(select(Exam.enrollment_id).where(among(Exam.id, ids))).all()
        )


def add_readings(rows: Sequence[Values], *, at: datetime) -> list[int]:
    """Add the categories that files say a reader gave."""
    return add_rows(Reading, rows, kind=ReadingKind.FIRST, given_at=at)


def remove_readings(ids: Collection[int]) -> None:
    """Take back readings that an import added and nobody gave; the audit log keeps them.

    A reading has no state but to be there: left in place it would go on naming a category.
    """
    db.session.execute(delete(Reading).where(Reading.id.in_(ids)))


def add_findings(rows: Sequence[Values]) -> list[int]:
    """Add findings."""
    return add_rows(Finding, rows)


def change_findings(rows: Sequence[Values]) -> None:
    """Set columns of findings; each row names its `id`."""
    change_rows(Finding, rows)


def void_findings(ids: Collection[int], *, at: datetime, reason: str) -> None:
    """Take findings out of their exams."""
    void_rows(Finding, ids, at=at, reason=reason)


def exams_judged_by_details(exam_ids: Collection[int]) -> Sequence[int]:
    """Return those among the exams of whose program a category may follow without a finding."""
    programs = [program.code for program in all_programs() if program.reads_details]
    numbers, found = sorted(exam_ids) if programs else [], list[int]()
    for start in range(0, len(numbers), CHUNK):
        part = among(Exam.id, numbers[start : start + CHUNK])
        found.extend(db.session.scalars(select(Exam.id).where(part, Exam.program.in_(programs))))
    return found


def exams_of_findings(ids: Collection[int]) -> list[int]:
    """Return the exams that these findings belong to."""
    return list(
        db.session.scalars(select(Finding.exam_id).where(among(Finding.id, ids)).distinct())
    )
