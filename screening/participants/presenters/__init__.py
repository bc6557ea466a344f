"""What the pages of a person show: lines of a search, look-alikes, the record, its history."""

from screening.participants.presenters.conflicts import (
    ConflictPresenter,
    present_conflict,
    present_death_conflict,
)
from screening.participants.presenters.history import HistoryPresenter, present_history
from screening.participants.presenters.lines import (
    LookalikeLine,
    PersonLine,
    RegistrationPresenter,
    SearchPresenter,
    age_text,
    birth_text,
    numbers_text,
    present_lookalikes,
    present_number,
    present_person_line,
    present_search,
    present_sites,
    sex_labels,
)
from screening.participants.presenters.record import PersonPresenter, present_form_data

__all__ = [
    "ConflictPresenter",
    "HistoryPresenter",
    "LookalikeLine",
    "PersonLine",
    "PersonPresenter",
    "RegistrationPresenter",
    "SearchPresenter",
    "age_text",
    "birth_text",
    "numbers_text",
    "present_conflict",
    "present_death_conflict",
    "present_form_data",
    "present_history",
    "present_lookalikes",
    "present_number",
    "present_person_line",
    "present_search",
    "present_sites",
    "sex_labels",
]
