"""What the pages of a person show: lines of a search, look-alikes, the record, its history."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from flask_babel import gettext as _

from screening.accounts.guards import SiteOption
from screening.audit.models import AuditEvent
from screening.participants.models import Participant
from screening.participants.queries import (
    FoundPersons,
    Lookalike,
    PersonSummary,
    RegistrationLine,
)
from screening.participants.rules import (
    SEX_LABELS,
    BirthDate,
    PersonDetails,
    Sex,
    ages_on,
    mask_number,
)
from screening.web.locale import html_lang, say

HIDDEN = ("national_id", "phone", "email", "address")


def age_text(born: BirthDate | None, day: date) -> str:
    """Return the completed age in words; both ages where the birth date leaves two."""
    ages = ages_on(born.born_from, born.born_to, day) if born else None
    if ages is None:
        return ""
    if ages[0] == ages[1]:
        return str(_("%(age)s years", age=ages[0]))
    return str(_("%(least)s or %(most)s years", least=ages[0], most=ages[1]))


def birth_text(born: BirthDate | None, day: date) -> str:
    """Return the birth date with the age beside it."""
    if born is None:
        return str(_("Birth date not known"))
    age = age_text(born, day)
    return f"{born} ({age})" if age else str(born)


def numbers_text(registrations: Sequence[RegistrationLine]) -> str:
    """Return the sites' numbers of a person in one line."""
    return ", ".join(f"{line.site_code} {line.registration_no}" for line in registrations)


@dataclass(frozen=True)
class PersonLine:
    """A person in a list."""

    public_id: str
    name: str
    sex: str
    birth: str
    numbers: str
    is_dead: bool


def present_person_line(person: PersonSummary, day: date, labels: Mapping[Sex, str]) -> PersonLine:
    """Return the line of a person; the labels are translated once for the whole list."""
    return PersonLine(
        person.public_id,
        person.name,
        labels[person.sex],
        birth_text(person.born, person.died_on or day),
        numbers_text(person.registrations),
        person.died_on is not None,
    )


def sex_labels() -> dict[Sex, str]:
    """Return the labels of sex in the language of the page."""
    return {sex: say(label) for sex, label in SEX_LABELS.items()}


@dataclass(frozen=True)
class SearchPresenter:
    """What a search found; `after` is what the next page is asked with."""

    text: str
    people: tuple[PersonLine, ...]
    after: str

    @property
    def is_asked(self) -> bool:
        """Something was searched for."""
        return bool(self.text)


def present_search(text: str, found: FoundPersons | None, day: date) -> SearchPresenter:
    """Return the lines of a search; none was made yet if `found` is None."""
    if found is None:
        return SearchPresenter("", (), "")
    labels = sex_labels()
    lines = tuple(present_person_line(person, day, labels) for person in found.people)
    after = f"{found.after[1]}:{found.after[0]}" if found.after else ""
    return SearchPresenter(text, lines, after)


@dataclass(frozen=True)
class LookalikeLine:
    """A person who may be the one that is typed, with the reasons."""

    person: PersonLine
    reasons: tuple[str, ...]


def present_lookalikes(found: Sequence[Lookalike], day: date) -> tuple[LookalikeLine, ...]:
    """Return the lines of look-alikes."""
    labels = sex_labels()
    return tuple(
        LookalikeLine(
            present_person_line(lookalike.person, day, labels),
            tuple(say(reason) for reason in lookalike.likeness.reasons),
        )
        for lookalike in found
    )


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
        self.phone = person.phone
        self.email = person.email
        self.address = person.address
        self.district = person.district
        self.language = language_label(person.language)
        self.died_on = person.died_on
        self.death_cause = person.death_cause
        self.is_synthetic = person.is_synthetic
        self.registrations = registrations
        self.numbers = numbers_text(registrations)
        self.version = person.version

    @property
    def is_dead(self) -> bool:
        """A death is recorded."""
        return self.died_on is not None


def language_label(code: str | None) -> str:
    """Return the name of a language of letters."""
    return {"zh": str(_("Chinese")), "en": str(_("English"))}.get(code or "", "")


@dataclass(frozen=True)
class ConflictRow:
    """A field that someone else saved differently from what is typed now."""

    field: str
    saved: str
    typed: str


@dataclass(frozen=True)
class ConflictPresenter:
    """A newer version beside the typed one: who saved it, and where the two differ."""

    who: str
    at: datetime | None
    rows: tuple[ConflictRow, ...]


def present_conflict(
    saved: PersonDetails, typed: PersonDetails, change: AuditEvent | None
) -> ConflictPresenter:
    """Return the fields in which the newer version and the typed one differ, side by side."""
    old, new = _texts(saved), _texts(typed)
    if saved.national_id != typed.national_id and old["national_id"] == new["national_id"]:
        new["national_id"] = _("another number")
    rows = (ConflictRow(name, old[name], new[name]) for name in old if old[name] != new[name])
    who, at = (change.actor_name, change.at) if change else ("", None)
    return ConflictPresenter(who, at, tuple(rows))


def _texts(details: PersonDetails) -> dict[str, str]:
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


@dataclass(frozen=True)
class HistoryLine:
    """An event of a person's audit trail."""

    at: datetime
    who: str
    role: str
    action: str
    reason: str
    changes: tuple[tuple[str, str, str], ...]


def present_history(events: Sequence[AuditEvent]) -> tuple[HistoryLine, ...]:
    """Return the lines of a trail; of numbers and addresses only that they changed."""
    return tuple(
        HistoryLine(
            event.at,
            event.actor_name,
            event.actor_role,
            event.action,
            event.reason or "",
            tuple((name, *_change(name, change)) for name, change in event.changes.items()),
        )
        for event in events
    )


def _change(name: str, change: object) -> tuple[str, str]:
    before, after = change if isinstance(change, list) and len(change) == 2 else (None, change)
    if name in HIDDEN:
        return _hidden(before), _hidden(after)
    return _plain(before), _plain(after)


def _plain(value: object) -> str:
    return "" if value is None else str(value)


def _hidden(value: object) -> str:
    return "" if value is None else str(_("recorded"))


def present_form_data(details: PersonDetails, version: int) -> dict[str, str]:
    """Return details as the texts that the form shows; the national number stays unseen."""
    shown = {"sex": details.sex.value, "language": details.language or "", "national_id": ""}
    return _texts(details) | shown | {"version": str(version)}


def present_sites(sites: Sequence[SiteOption]) -> list[tuple[int, str]]:
    """Return the user's sites as choices, in the language of the page."""
    is_chinese = html_lang() != "en"
    return [
        (site.id, f"{site.code} {site.name_zh if is_chinese and site.name_zh else site.name}")
        for site in sites
    ]
