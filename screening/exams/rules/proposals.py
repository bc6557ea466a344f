"""What the form of a new exam proposes, from what the rounds wait for; pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from screening.exams.rules.entry import ExamEntry
from screening.exams.rules.states import EXPECTED, ExamStatus, Purpose
from screening.protocol.program import Program


def proposed_purpose(asked: str | None, *, has_exams: bool) -> Purpose:
    """Return the purpose that the waiting recall asks for, else the next exam in a row."""
    if asked in set(Purpose):
        return Purpose(asked)
    return Purpose.ANNUAL if has_exams else Purpose.BASELINE


@dataclass(frozen=True)
class ScreenedBefore:
    """A screening exam of the person, as far as it decides what the next one is."""

    day: date
    modality: str
    purpose: Purpose


def proposed_modality(
    screened: Sequence[ScreenedBefore], program: Program, today: date
) -> tuple[str, Purpose] | None:
    """Return the second modality of a screening that has had one, and its purpose; else None."""
    pairing = timedelta(days=program.schedule.pairing_days)
    under_way = [each for each in screened if today - pairing <= each.day <= today]
    done = {each.modality for each in under_way}
    if not pairing or len(done) != 1:
        return None
    lacking = (choice.code for choice in program.exam.modalities if choice.code not in done)
    second = next(lacking, None)
    return None if second is None else (second, under_way[0].purpose)


def proposed_appointment(due_on: date | None, today: date) -> date | None:
    """Return the day on which the recall is due, while it lies ahead."""
    return due_on if due_on is not None and due_on > today else None


def as_logged(entry: ExamEntry, today: date) -> ExamEntry:
    """Return a booked exam as it is proposed for logging: done on its day, not after today."""
    if entry.status not in EXPECTED:
        return entry
    day = min(entry.scheduled_on or today, today)
    return replace(entry, status=ExamStatus.PERFORMED, performed_on=day)
