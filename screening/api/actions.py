"""Writes down which persons and exams a program read, before it reads them."""

from collections.abc import Iterable
from datetime import datetime

from screening.api.queries import ListedExam
from screening.audit.actions import record_set
from screening.audit.sets import Changed
from screening.database.transactions import transaction
from screening.security.actor import Actor


def open_persons(keys: Iterable[int], *, by: Actor, at: datetime) -> None:
    """Write down, person by person, that lists of them are read."""
    read = [Changed(key, key, {}) for key in keys]
    with transaction():
        record_set("api:participants:read", "participant", read, by=by, at=at)


def open_exams(exams: Iterable[ListedExam], *, by: Actor, at: datetime) -> None:
    """Write down, exam by exam, that lists of them are read."""
    read = [Changed(exam.id, exam.participant_id, {}) for exam in exams]
    with transaction():
        record_set("api:exams:read", "exam", read, by=by, at=at)
