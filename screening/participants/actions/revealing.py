"""Showing a number that is masked everywhere else; showing it is an act and leaves an event."""

from datetime import datetime

from screening.audit.actions import record
from screening.database.transactions import transaction
from screening.participants.actions.identity import subject_of
from screening.participants.queries import get_participant
from screening.security.actor import Actor


def reveal_national_id(public_id: str, *, by: Actor, at: datetime) -> str | None:
    """Return the whole national number, once who looked at it is written down."""
    with transaction():
        person = get_participant(by.scope, public_id)
        record("participants:national-id:reveal", subject_of(person), by=by, at=at)
        return person.national_id
