"""The columns of a person's details, the keys of the name, and what of them may be audited."""

from dataclasses import asdict
from datetime import date, datetime

from sqlalchemy import delete, insert

from screening.audit.actions import Subject
from screening.database.engine import db
from screening.participants.models import Participant, SearchKey
from screening.participants.queries import (
    address_digest,
    email_digest,
    get_participant,
    national_id_digest,
    phone_digest,
    phone_tail_digest,
)
from screening.participants.rules import PersonDetails, search_keys
from screening.protocol.errors import NewerChangeError
from screening.protocol.wording import N_
from screening.security.actor import Actor


def local_day(at: datetime) -> date:
    """Return the day of a moment where the service runs."""
    return at.astimezone().date()


def subject_of(person: Participant) -> Subject:
    """Return the person as the subject of an audit event."""
    return Subject("participant", person.id, person.id)


def lock_participant(by: Actor, public_id: str) -> Participant:
    """Return a person of the actor's sites, read again under a lock of its row."""
    person = get_participant(by.scope, public_id)
    db.session.refresh(person, with_for_update=True)
    return person


def lock_version(by: Actor, public_id: str, expected_version: int) -> Participant:
    """Return a locked person, unless someone saved a newer version than the one shown."""
    person = lock_participant(by, public_id)
    if person.version != expected_version:
        raise NewerChangeError(N_("Someone saved a newer version of this record meanwhile"))
    return person


def identity_columns(details: PersonDetails) -> dict[str, object]:
    """Return checked details as columns, with the digests by which they are found."""
    columns = {name: value for name, value in asdict(details).items() if name != "born"}
    born = details.born
    return columns | {
        "born_from": born.born_from if born else None,
        "born_to": born.born_to if born else None,
        "birth_precision": born.precision if born else None,
        "national_id_index": national_id_digest(details.national_id),
        "phone_index": phone_digest(details.phone),
        "phone_tail_index": phone_tail_digest(details.phone),
    }


def audited(details: PersonDetails) -> dict[str, object]:
    """Return details as the audit log may hold them: numbers and addresses as digests only."""
    return {
        "name": details.name,
        "sex": details.sex,
        "birth_date": str(details.born) if details.born else None,
        "national_id": national_id_digest(details.national_id),
        "phone": phone_digest(details.phone),
        "email": email_digest(details.email),
        "address": address_digest(details.address),
        "district": details.district,
        "language": details.language,
    }


def replace_search_keys(participant_id: int, name: str) -> None:
    """Write the keys of a name; they are derived from it, so that old ones need no trace."""
    db.session.execute(delete(SearchKey).where(SearchKey.participant_id == participant_id))
    rows = [{"participant_id": participant_id, "key": key} for key in sorted(search_keys(name))]
    db.session.execute(insert(SearchKey), rows)
