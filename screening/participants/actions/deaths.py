"""Recording a death, correcting it, taking it back."""

from datetime import date, datetime

from screening.audit.actions import record
from screening.audit.diff import difference
from screening.database.transactions import touch_participants, transaction
from screening.participants.actions.identity import local_day, lock_participant, subject_of
from screening.participants.models import Participant
from screening.participants.rules import check_death
from screening.protocol.errors import NotAllowedNowError, RefusedInputError
from screening.protocol.wording import N_
from screening.security.actor import Actor


def record_death(
    public_id: str, *, died_on: date, cause: str | None, by: Actor, at: datetime
) -> Participant:
    """Record that a person died; what ends with it is done by those above."""
    with transaction():
        person = lock_participant(by, public_id)
        if person.died_on is not None:
            raise NotAllowedNowError(
                N_("The death on {died_on} is already recorded; correct it instead"),
                {"died_on": person.died_on},
            )
        _write_death(person, died_on, cause, at)
        changes = difference({}, {"died_on": died_on, "cause": person.death_cause})
        record("participants:death:record", subject_of(person), by=by, at=at, changes=changes)
    return person


def correct_death(
    public_id: str,
    *,
    died_on: date | None,
    cause: str | None,
    reason: str,
    by: Actor,
    at: datetime,
) -> Participant:
    """Correct a recorded death; without a date the person is alive again."""
    if not reason.strip():
        raise RefusedInputError("reason", N_("Enter the reason for the correction"))
    with transaction():
        person = lock_participant(by, public_id)
        if person.died_on is None:
            raise NotAllowedNowError(N_("No death is recorded that could be corrected"))
        before = {"died_on": person.died_on, "cause": person.death_cause}
        _write_death(person, died_on, cause if died_on else None, at)
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


def _write_death(
    person: Participant, died_on: date | None, cause: str | None, at: datetime
) -> None:
    if died_on is not None:
        check_death(died_on, born_from=person.born_from, today=local_day(at))
    person.died_on = died_on
    person.death_cause = (cause or "").strip() or None
    touch_participants({person.id})
