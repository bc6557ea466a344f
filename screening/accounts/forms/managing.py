"""The forms by which an administrator keeps users and sites."""

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, SelectField, StringField
from wtforms.validators import InputRequired, Length, Regexp

from screening.accounts.actions import SiteEntry, UserEntry
from screening.programs import all_programs
from screening.protocol.fields import Choice, Field, FieldType
from screening.security.permissions import ROLE_LABELS, Role
from screening.web.forms import ScreeningForm, VersionField
from screening.web.locale import say
from screening.web.payload_forms import CheckboxList, PayloadForm, payload_form

Choices = Sequence[tuple[int, str]]


def role_choices() -> list[tuple[str, str]]:
    """Return the roles in the language of the page."""
    return [(role.value, say(label)) for role, label in ROLE_LABELS.items()]


class UserForm(ScreeningForm):
    """A user: name, role, sites."""

    username = StringField(
        _("User name"),
        [
            InputRequired(_("Enter the user name")),
            Length(max=80),
            Regexp(r"^\S+$", message=_("Enter a user name without spaces")),
        ],
        description=_("What the person types to sign in"),
        render_kw={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"},
    )
    display_name = StringField(
        _("Name"),
        [InputRequired(_("Enter the person's name")), Length(max=120)],
        description=_("As letters, decisions and the audit log show it"),
    )
    role = SelectField(_("Role"), choices=role_choices)
    site_ids = CheckboxList(
        _("Sites"), coerce=int, description=_("Whose persons the user may see and work with")
    )
    is_active = BooleanField(_("May sign in"), default=True)
    version = VersionField()

    def __init__(self, sites: Choices, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.site_ids.choices = list(sites)

    def entry(self) -> UserEntry:
        """Return what was typed, of a form that was found valid."""
        return UserEntry(
            self.username.data or "",
            self.display_name.data or "",
            Role(self.role.data),
            frozenset(self.site_ids.data or ()),
            is_active=bool(self.is_active.data),
        )


class SiteForm(PayloadForm):
    """A site; its code stays once it is there. `site_form` adds the choices of systems."""

    code = StringField(
        _("Code"),
        [
            InputRequired(_("Enter a short code")),
            Length(max=40),
        ],
        description=_("Stands in files and before registration numbers; it cannot change later"),
    )
    name = StringField(_("Name in English"), [InputRequired(_("Enter the name")), Length(max=200)])
    name_zh = StringField(_("Name in Chinese"), [Length(max=200)])
    is_active = BooleanField(_("In use"), default=True)
    version = VersionField()

    @property
    def systems(self) -> list[str]:
        """The names of the fields that choose a category system."""
        return [field.code for field in self.protocol_fields]

    def entry(self) -> SiteEntry:
        """Return what was typed, without the code."""
        name_zh = (self.name_zh.data or "").strip() or None
        chosen = {
            program.code: typed
            for program in all_programs()
            if (typed := self.texts().get(field_of(program.code)))
        }
        return SiteEntry((self.name.data or "").strip(), name_zh, bool(self.is_active.data), chosen)


def field_of(program: str) -> str:
    """Return the name of the field that chooses the category system of a program."""
    return f"system_{program}"


def site_form() -> type[SiteForm]:
    """Return the form class of sites, which choose a system where a program has several."""
    fields = [
        Field(
            field_of(program.code),
            program.name,
            FieldType.CHOICE,
            choices=tuple(
                Choice(system.code, f"{system.title} {system.edition}")
                for system in program.systems
            ),
        )
        for program in all_programs()
        if len({*(system.modalities for system in program.systems)}) < len(program.systems)
    ]
    return type("SiteForm", (payload_form(fields), SiteForm), {})
