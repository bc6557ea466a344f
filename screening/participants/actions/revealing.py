"""Opening a person's record and showing its masked number: both leave an event."""

from datetime import datetime

from screening.audit.actions import record, record_opening
from screening.database.transactions import transaction
from screening.participants.actions.identity import subject_of
from screening.participants.models import Participant
from screening.participants.queries import get_participant
from screening.security.actor import Actor


def open_participant(public_id: str, *, by: Actor, page: str) -> Participant:
    """Return a person of the actor's sites, once the opening of that page is written down."""
    person = get_participant(by.scope, public_id)
    record_opening(subject_of(person), by=by, page=page)
    return get_participant(by.scope, public_id)


def reveal_national_id(public_id: str, *, by: Actor, at: datetime) -> str | None:
    """Return the whole national number, once who looked at it is written down."""
    with transaction():
        person = get_participant(by.scope, public_id)
        record("participants:national-id:reveal", subject_of(person), by=by, at=at)
        return person.national_id
