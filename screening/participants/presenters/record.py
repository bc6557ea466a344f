"""The record of a person as its pages show it."""

from collections.abc import Sequence
from datetime import date

from flask_babel import gettext as _

from screening.participants.models import Participant
from screening.participants.presenters.lines import birth_text, numbers_text, sex_labels
from screening.participants.queries import RegistrationLine
from screening.participants.rules import PersonDetails, mask_number
from screening.security.access import can
from screening.security.permissions import Permission
from screening.web.locale import html_lang

Pairs = tuple[tuple[str, str | None], ...]


class PersonPresenter:
    """The record of a person."""

    def __init__(
        self, person: Participant, registrations: Sequence[RegistrationLine], day: date
    ) -> None:
        self.id = person.id
        self.public_id = person.public_id
        self.name = person.name
        self.sex = sex_labels()[person.sex]
        self.birth = birth_text(person.born, person.died_on or day)
        self.national_id = mask_number(person.national_id)
        self.died_on = person.died_on
        self.death_cause = person.death_cause
        self.is_synthetic = person.is_synthetic
        self.registrations = registrations
        self.numbers = numbers_text(registrations)
        self.version = person.version
        self._details = person.details

    @property
    def is_dead(self) -> bool:
        """A death is recorded."""
        return self.died_on is not None

    @property
    def numbers_by_site(self) -> Pairs:
        """The sites that know the person, in the language of the page, with their numbers."""
        is_english = html_lang() == "en"
        return tuple(
            (
                line.site_name if is_english else line.site_name_zh or line.site_name,
                line.registration_no,
            )
            for line in self.registrations
        )

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """The keys of the page that the viewer can press."""
        edit = ((_("Change the details"), "e"), (_("More acts"), "m"))
        reveal = ((_("Show the national number"), "s"),)
        texts = (
            *(edit if can(Permission.PARTICIPANT_EDIT) else ()),
            *(reveal if can(Permission.PARTICIPANT_REVEAL) and self.national_id else ()),
            (_("History"), "h"),
        )
        return tuple((key, str(text)) for text, key in texts)

    @property
    def contact(self) -> Pairs:
        """How to reach the person."""
        return (
            (_("Phone"), self._details.phone),
            (_("E-mail"), self._details.email),
            (_("Address"), self._details.address),
            (_("District"), self._details.district),
            (_("Language of letters"), language_label(self._details.language)),
        )


def language_label(code: str | None) -> str:
    """Return the name of a language of letters."""
    return {"zh": str(_("Chinese")), "en": str(_("English"))}.get(code or "", "")


def details_texts(details: PersonDetails) -> dict[str, str]:
    """Return details as texts by the names of their fields; the national number is masked."""
    return {
        "name": details.name,
        "birth_date": str(details.born or ""),
        "sex": sex_labels()[details.sex],
        "national_id": mask_number(details.national_id) or "",
        "phone": details.phone or "",
        "email": details.email or "",
        "address": details.address or "",
        "district": details.district or "",
        "language": language_label(details.language),
    }


def present_form_data(details: PersonDetails, version: int) -> dict[str, str]:
    """Return details as the texts that the form shows; the national number stays unseen."""
    shown = {"sex": details.sex.value, "language": details.language or "", "national_id": ""}
    return details_texts(details) | shown | {"version": str(version)}
