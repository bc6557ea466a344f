"""Recording a death, correcting it, taking it back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from flask import Flask, current_app

from screening.audit.actions import record
from screening.audit.diff import difference
from screening.database.transactions import touch_participants, transaction
from screening.participants.actions.identity import local_day, lock_version, subject_of
from screening.participants.models import Participant
from screening.participants.rules import check_death
from screening.protocol.errors import NotAllowedNowError, RefusedInputError
from screening.protocol.wording import N_
from screening.security.actor import Actor

EXTENSION = "person_last_seen"
EXAMINED = N_("The person was examined on {day}; enter a later date, or correct that exam first")
ENROLLED = N_("The person was enrolled on {day}; enter a later date, or correct that day first")

LastSeen = Callable[[int], date | None]


def bind_last_seen(app: Flask, *, examined: LastSeen, enrolled: LastSeen) -> None:
    """Wire the slices above that say on which day a person was examined or enrolled last."""
    app.extensions[EXTENSION] = ((EXAMINED, examined), (ENROLLED, enrolled))


@dataclass(frozen=True)
class Death:
    """When a person died, and of what; without a date the person is alive."""

    died_on: date | None
    cause: str | None = None


def record_death(
    public_id: str, death: Death, *, expected_version: int, by: Actor, at: datetime
) -> Participant:
    """Record that a person died; what ends with it is done by those above."""
    if death.died_on is None:
        raise RefusedInputError("died_on", N_("Enter the date of death"))
    with transaction():
        person = lock_version(by, public_id, expected_version)
        if person.died_on is not None:
            raise NotAllowedNowError(
                N_("The death on {died_on} is already recorded; correct it instead"),
                {"died_on": person.died_on},
            )
        _write_death(person, death, at)
        changes = difference({}, {"died_on": person.died_on, "cause": person.death_cause})
        record("participants:death:record", subject_of(person), by=by, at=at, changes=changes)
    return person


def correct_death(
    public_id: str, death: Death, *, reason: str, expected_version: int, by: Actor, at: datetime
) -> Participant:
    """Correct a recorded death; without a date the person is alive again."""
    if not reason.strip():
        raise RefusedInputError("reason", N_("Enter the reason for the correction"))
    with transaction():
        person = lock_version(by, public_id, expected_version)
        if person.died_on is None:
            raise NotAllowedNowError(N_("No death is recorded that could be corrected"))
        before = {"died_on": person.died_on, "cause": person.death_cause}
        _write_death(person, death, at)
        after = {"died_on": person.died_on, "cause": person.death_cause}
        record(
            "participants:death:correct",
            subject_of(person),
            by=by,
            at=at,
            reason=reason.strip(),
            changes=difference(before, after),
        )
    return person


def _write_death(person: Participant, death: Death, at: datetime) -> None:
    if death.died_on is not None:
        check_death(death.died_on, born_from=person.born_from, today=local_day(at))
        _refuse_before_seen(person.id, death.died_on)
    person.died_on = death.died_on
    person.death_cause = ((death.cause or "").strip() or None) if death.died_on else None
    touch_participants({person.id})


def _refuse_before_seen(participant_id: int, died_on: date) -> None:
    for sentence, last_seen in current_app.extensions[EXTENSION]:
        day = last_seen(participant_id)
        if day is not None and died_on < day:
            raise RefusedInputError("died_on", sentence, {"day": day})
