"""The forms of persons: search, details, registration, death, voiding."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, HiddenField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional, ValidationError

from screening.clock import today
from screening.participants.queries import SORT_KEYS, Lookalike
from screening.participants.rules import (
    SEX_LABELS,
    BirthDate,
    PersonDetails,
    Sex,
    check_birth_date,
    check_details,
    check_email,
    check_national_id,
    check_registration_no,
    find_disagreements,
    find_unusual_age,
    normalize_phone,
    parse_birth_date,
    tidy_name,
)
from screening.protocol.errors import RefusedInputError
from screening.protocol.wording import N_, Problem, Sentence
from screening.web.fields import DayField
from screening.web.forms import ScreeningForm, VersionField
from screening.web.inputs import read_number
from screening.web.locale import say
from screening.web.sorting import Sorting, sorting_of

Choices = Sequence[tuple[int, str]]


def sex_choices() -> list[tuple[str, str]]:
    """Return the choices of sex in the language of the page."""
    return [(sex.value, say(label)) for sex, label in SEX_LABELS.items()]


def language_choices() -> list[tuple[str, str]]:
    """Return the languages of letters in the language of the page."""
    return [("", str(_("Not known"))), ("zh", str(_("Chinese"))), ("en", str(_("English")))]


def _accept(rule: Callable[[str | None], object], text: str | None) -> object:
    """Run a rule of the domain as the check of a field."""
    try:
        return rule(text)
    except RefusedInputError as error:
        raise ValidationError(say(error.sentence)) from error


def _birth_date_until(day: date) -> Callable[[str | None], object]:
    return lambda text: check_birth_date(parse_birth_date(text), day)


class SearchForm(ScreeningForm):
    """One field that takes any name or number; `after` continues a long list.

    The header that sorts sends `sort`; `sorted_by` keeps it while something else is typed.
    """

    text = StringField(_("Name, pinyin, initials or number"), [Length(max=200)])
    after = HiddenField()
    sort = HiddenField()
    sorted_by = HiddenField()

    @property
    def sorting(self) -> Sorting:
        """Return the sorting that was asked for; by nothing, the order of the search."""
        return sorting_of(self.sort.data or self.sorted_by.data or "", SORT_KEYS, "")

    @property
    def cursor(self) -> tuple[str, int] | None:
        """Return where the list goes on."""
        number, _colon, key = (self.after.data or "").partition(":")
        known = read_number(number)
        return None if known is None else (key, known)


class PersonForm(ScreeningForm):
    """What is recorded about a person."""

    name = StringField(_("Name"))
    birth_date = StringField(
        _("Birth date"), description=_("1960-03-05, 1960-03 or 1960; blank if not known")
    )
    sex = SelectField(_("Sex"), choices=sex_choices, default="U")
    national_id = StringField(_("National number"), description=_("18 characters"))
    phone = StringField(_("Phone"))
    email = StringField(_("E-mail"), [Length(max=200)])
    address = StringField(_("Address"), [Length(max=300)])
    district = StringField(_("District"), [Length(max=120)])
    language = SelectField(_("Language of letters"), choices=language_choices, default="")

    def validate_name(self, field: StringField) -> None:
        """Check the name."""
        _accept(tidy_name, field.data)

    def validate_birth_date(self, field: StringField) -> None:
        """Check the birth date."""
        _accept(_birth_date_until(today()), field.data)

    def validate_national_id(self, field: StringField) -> None:
        """Check the national number."""
        _accept(check_national_id, field.data)

    def validate_phone(self, field: StringField) -> None:
        """Check the phone."""
        _accept(normalize_phone, field.data)

    def validate_email(self, field: StringField) -> None:
        """Check the e-mail address."""
        _accept(check_email, field.data)

    def validate(self, extra_validators: Any = None) -> bool:
        """Check each field, then whether the birth date is likely and agrees with the number."""
        if not super().validate(extra_validators):
            return False
        checked = self.checked_details()
        return not self.show([*find_unusual_age(checked, today()), *find_disagreements(checked)])

    def checked_details(self) -> PersonDetails:
        """Return what was typed in its stored form; only of a form that was found valid."""
        return check_details(self.details(), today())

    def details(self) -> PersonDetails:
        """Return what was typed; what cannot be read counts as blank."""
        return PersonDetails(
            name=self.name.data or "",
            sex=Sex(self.sex.data) if self.sex.data in set(Sex) else Sex.UNKNOWN,
            born=typed_birth_date(self.birth_date.data),
            national_id=self.national_id.data,
            phone=self.phone.data,
            email=self.email.data,
            address=self.address.data,
            district=self.district.data,
            language=self.language.data,
        )


def typed_birth_date(text: str | None) -> BirthDate | None:
    """Return a birth date, None while it is still being typed."""
    try:
        return parse_birth_date(text)
    except RefusedInputError:
        return None


class SiteForm(ScreeningForm):
    """Under which number a site is to know the person."""

    site_id = SelectField(_("Site"), coerce=int)
    registration_no = StringField(
        _("Registration number"), description=_("Blank: the site's next number")
    )

    def __init__(self, sites: Choices, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.site_id.choices = list(sites)

    def validate_registration_no(self, field: StringField) -> None:
        """Check the number's form; whether it is taken is found out when it is saved."""
        _accept(check_registration_no, field.data)


class RegisterForm(PersonForm, SiteForm):
    """A new person at a site; or the same person, known at another site, at this one too.

    `compared` names the look-alikes that were shown when the box was ticked: others ask again.
    """

    same_person = BooleanField(_("This is the person known at another site: register at mine too"))
    is_new = BooleanField(_("None of the persons shown is this person"))
    compared = HiddenField()
    draft = HiddenField()

    @property
    def is_draft(self) -> bool:
        """The search page hands over what was typed there; nothing is to be saved yet."""
        return bool(self.draft.data)

    def settles(self, alike: Sequence[Lookalike]) -> bool:
        """Ask, before anyone is registered twice, whether one of the look-alikes is meant."""
        strong = _strong(alike)
        if not strong or (self.is_new.data and self.compared.data == strong):
            return True
        question = Sentence(N_("Compare with the persons shown; tick the box if none is the same"))
        self.show([Problem("is_new", question)])
        return False

    def note_compared(self, alike: Sequence[Lookalike]) -> None:
        """Say which look-alikes the page shows; a tick given for others is taken back."""
        strong = _strong(alike)
        if self.compared.data != strong:
            self.is_new.data = False
        self.compared.data = strong


def _strong(alike: Sequence[Lookalike]) -> str:
    """Return the look-alikes that registering asks about, as one text."""
    return " ".join(sorted(each.person.public_id for each in alike if each.likeness.is_strong))


class EditForm(PersonForm):
    """Changed details, and the version that they change.

    The recorded national number is not shown: a blank keeps it, a box removes it.
    """

    version = VersionField()
    remove_national_id = BooleanField(_("Remove the recorded national number"))

    def __init__(self, recorded: PersonDetails, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.recorded = recorded

    def details(self) -> PersonDetails:
        """Return what was typed, with the recorded national number where it is kept."""
        typed = super().details()
        is_kept = not (typed.national_id or "").strip() and not self.remove_national_id.data
        return replace(typed, national_id=self.recorded.national_id) if is_kept else typed


class DeathForm(ScreeningForm):
    """A death."""

    version = VersionField()
    died_on = DayField(_("Date of death"), [InputRequired(_("Enter the date of death"))])
    cause = StringField(_("Cause of death"), [Length(max=200)])


class CorrectDeathForm(DeathForm):
    """A corrected death; without a date it is taken back."""

    died_on = DayField(
        _("Date of death"), [Optional()], description=_("Blank: the person is alive")
    )
    reason = TextAreaField(
        _("Reason for the correction"),
        [InputRequired(_("Enter the reason for the correction")), Length(max=500)],
    )


class VoidForm(ScreeningForm):
    """Why a person was registered by mistake."""

    version = VersionField()
    reason = TextAreaField(_("Reason"), [InputRequired(_("Enter the reason")), Length(max=500)])


class RevealForm(ScreeningForm):
    """Only the token that proves that the request comes from our page."""
