"""How lists show persons: lines of a search, look-alikes, ages and numbers in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from screening.accounts.guards import SiteOption
from screening.participants.queries import (
    FoundPersons,
    Lookalike,
    PersonSummary,
    RegistrationLine,
)
from screening.participants.rules import SEX_LABELS, BirthDate, Sex, ages_on, check_national_id
from screening.protocol.errors import RefusedInputError
from screening.web.filters import site_name
from screening.web.locale import say
from screening.web.sorting import Sorting


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


def present_number(text: str | None) -> str:
    """Return what a national number says about its owner, nothing while it is being typed."""
    try:
        number = check_national_id(text)
    except RefusedInputError:
        return ""
    if number is None:
        return ""
    sex = sex_labels()[number.sex]
    return str(_("The number says: born on %(day)s, %(sex)s", day=number.born_on, sex=sex))


def numbers_text(registrations: Sequence[RegistrationLine]) -> str:
    """Return the sites' numbers of a person in one line."""
    return ", ".join(f"{line.site_code} {line.registration_no}" for line in registrations)


def sex_labels() -> dict[Sex, str]:
    """Return the labels of sex in the language of the page."""
    return {sex: say(label) for sex, label in SEX_LABELS.items()}


def present_sites(sites: Sequence[SiteOption]) -> list[tuple[int, str]]:
    """Return the user's sites as choices, in the language of the page."""
    return [(site.id, f"{site.code} {site_name(site)}") for site in sites]


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


@dataclass(frozen=True)
class SearchPresenter:
    """What a search found; `after` is what the next page is asked with."""

    text: str
    people: tuple[PersonLine, ...]
    after: str
    sorting: Sorting
    is_cut: bool = False

    @property
    def is_asked(self) -> bool:
        """Something was searched for."""
        return bool(self.text)

    @property
    def new_name(self) -> str:
        """The name under which the person searched for can be registered, if it is a name."""
        is_number = any(char.isdigit() for char in self.text)
        return "" if is_number else self.text

    @property
    def new_national_id(self) -> str:
        """The national number, if that is what was searched for."""
        return self.text if present_number(self.text) else ""


def present_search(
    text: str, found: FoundPersons | None, day: date, sorting: Sorting
) -> SearchPresenter:
    """Return the lines of a search; none was made yet if `found` is None."""
    if found is None:
        return SearchPresenter("", (), "", sorting)
    labels = sex_labels()
    lines = tuple(present_person_line(person, day, labels) for person in found.people)
    after = f"{found.after[1]}:{found.after[0]}" if found.after else ""
    return SearchPresenter(text, lines, after, sorting, found.is_cut)


@dataclass(frozen=True)
class LookalikeLine:
    """A person who may be the one that is typed, with the reasons."""

    person: PersonLine
    reasons: tuple[str, ...]
    is_strong: bool


@dataclass(frozen=True)
class RegistrationPresenter:
    """What stands beside a person being registered: age, what the number says, look-alikes.

    `is_known_elsewhere`: the national number is that of a person at a site of others.
    """

    age: str
    number_says: str
    lines: tuple[LookalikeLine, ...]
    is_known_elsewhere: bool

    @property
    def needs_a_word(self) -> bool:
        """Someone is so alike that registering asks whether it is another person."""
        return any(line.is_strong for line in self.lines)


def present_lookalikes(found: Sequence[Lookalike], day: date) -> tuple[LookalikeLine, ...]:
    """Return the lines of look-alikes."""
    labels = sex_labels()
    return tuple(
        LookalikeLine(
            present_person_line(lookalike.person, day, labels),
            tuple(say(reason) for reason in lookalike.likeness.reasons),
            lookalike.likeness.is_strong,
        )
        for lookalike in found
    )
