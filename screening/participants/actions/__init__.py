"""Every write of participants and their registrations."""

from screening.participants.actions.changing import update_participant
from screening.participants.actions.deaths import Death, correct_death, record_death
from screening.participants.actions.registering import (
    register_at_site,
    register_known_person,
    register_participant,
)
from screening.participants.actions.revealing import open_participant, reveal_national_id
from screening.participants.actions.voiding import void_participant

__all__ = [
    "Death",
    "correct_death",
    "open_participant",
    "record_death",
    "register_at_site",
    "register_known_person",
    "register_participant",
    "reveal_national_id",
    "update_participant",
    "void_participant",
]
