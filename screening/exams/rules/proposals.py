"""What the form of a new exam proposes, from what the rounds wait for; pure."""

from dataclasses import replace
from datetime import date

from screening.exams.rules.entry import ExamEntry
from screening.exams.rules.states import EXPECTED, ExamStatus, Purpose


def proposed_purpose(asked: str | None, *, has_exams: bool) -> Purpose:
    """Return the purpose that the waiting recall asks for, else the next exam in a row."""
    if asked in set(Purpose):
        return Purpose(asked)
    return Purpose.ANNUAL if has_exams else Purpose.BASELINE


def proposed_appointment(due_on: date | None, today: date) -> date | None:
    """Return the day on which the recall is due, while it lies ahead."""
    return due_on if due_on is not None and due_on > today else None


def as_logged(entry: ExamEntry, today: date) -> ExamEntry:
    """Return a booked exam as it is proposed for logging: done on its day, not after today."""
    if entry.status not in EXPECTED:
        return entry
    day = min(entry.scheduled_on or today, today)
    return replace(entry, status=ExamStatus.PERFORMED, performed_on=day)
