"""Every read of participants: by number, by search, by likeness; only within the viewer's sites."""

from screening.participants.queries.digests import (
    address_digest,
    email_digest,
    national_id_digest,
    phone_digest,
    phone_tail_digest,
)
from screening.participants.queries.history import HISTORY_PAGE, find_last_change, list_history
from screening.participants.queries.lookalikes import Lookalike, list_lookalikes
from screening.participants.queries.people import (
    PersonSummary,
    RegistrationLine,
    find_public_id,
    get_participant,
    has_real_people,
    has_synthetic_people,
    is_at_sites,
    is_known_elsewhere,
    is_registered_at,
    list_registrations,
    list_summaries,
    list_taken_numbers,
)
from screening.participants.queries.search import (
    SORT_KEYS,
    FoundPersons,
    find_participants,
    find_sorted_participants,
)
from screening.participants.queries.visibility import is_known_to

__all__ = [
    "HISTORY_PAGE",
    "SORT_KEYS",
    "FoundPersons",
    "Lookalike",
    "PersonSummary",
    "RegistrationLine",
    "address_digest",
    "email_digest",
    "find_last_change",
    "find_participants",
    "find_public_id",
    "find_sorted_participants",
    "get_participant",
    "has_real_people",
    "has_synthetic_people",
    "is_at_sites",
    "is_known_elsewhere",
    "is_known_to",
    "is_registered_at",
    "list_history",
    "list_lookalikes",
    "list_registrations",
    "list_summaries",
    "list_taken_numbers",
    "national_id_digest",
    "phone_digest",
    "phone_tail_digest",
]
