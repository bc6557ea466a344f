"""Changing what is recorded about a person."""

from datetime import datetime

from screening.audit.actions import record
from screening.audit.diff import difference
from screening.database.transactions import touch_participants, transaction
from screening.participants.actions.identity import (
    audited,
    identity_columns,
    local_day,
    lock_version,
    replace_search_keys,
    subject_of,
)
from screening.participants.models import Participant
from screening.participants.queries import find_public_id
from screening.participants.rules import PersonDetails, check_details
from screening.protocol.errors import RefusedInputError
from screening.protocol.wording import N_
from screening.security.actor import Actor


def update_participant(
    public_id: str, details: PersonDetails, *, expected_version: int, by: Actor, at: datetime
) -> Participant:
    """Save changed details, unless someone saved a newer version since they were shown."""
    checked = check_details(details, local_day(at))
    with transaction():
        person = lock_version(by, public_id, expected_version)
        _refuse_foreign_national_id(person, checked)
        if person.died_on is not None and checked.born is not None:
            _refuse_birth_after_death(person, checked)
        changes = difference(audited(person.details), audited(checked))
        if not changes:
            return person
        if person.name != checked.name:
            replace_search_keys(person.id, checked.name)
        for column, value in identity_columns(checked).items():
            setattr(person, column, value)
        record("participants:record:change", subject_of(person), by=by, at=at, changes=changes)
        touch_participants({person.id})
    return person


def _refuse_foreign_national_id(person: Participant, checked: PersonDetails) -> None:
    if checked.national_id is None or checked.national_id == person.national_id:
        return
    holder = find_public_id(checked.national_id)
    if holder is not None and holder != person.public_id:
        raise RefusedInputError(
            "national_id", N_("This national number belongs to another person already known")
        )


def _refuse_birth_after_death(person: Participant, checked: PersonDetails) -> None:
    born, died_on = checked.born, person.died_on
    if born is not None and died_on is not None and born.born_from > died_on:
        raise RefusedInputError(
            "birth_date",
            N_("Enter a birth date that is not after the death on {died_on}"),
            {"died_on": died_on},
        )
