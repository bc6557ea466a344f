"""The forms of one's own account."""

from typing import Any

from flask_babel import lazy_gettext as _
from flask_babel import ngettext
from wtforms import PasswordField, SelectField, StringField
from wtforms.validators import InputRequired, Length

from screening.accounts.actions import TokenEntry
from screening.accounts.rules import TOKEN_DAYS
from screening.web.forms import ScreeningForm
from screening.web.locale import LANGUAGES


def day_choices() -> list[tuple[int, str]]:
    """Return for how long a token may hold, in the language of the page."""
    return [(days, str(ngettext("%(num)s day", "%(num)s days", days))) for days in TOKEN_DAYS]


THEMES = {"auto": _("As the system says"), "light": _("Light"), "dark": _("Dark")}


class PasswordForm(ScreeningForm):
    """The current password and the one wanted instead."""

    current = PasswordField(
        _("Current password"),
        [InputRequired(_("Enter your current password"))],
        render_kw={"autocomplete": "current-password"},
    )
    password = PasswordField(
        _("New password"),
        [InputRequired(_("Choose a password"))],
        description=_("At least 12 characters; several words are easy to remember"),
        render_kw={"autocomplete": "new-password"},
    )


class PreferencesForm(ScreeningForm):
    """Language and look."""

    locale = SelectField(_("Language"), choices=lambda: list(LANGUAGES.items()))
    theme = SelectField(_("Look"), choices=lambda: list(THEMES.items()))


class TokenForm(ScreeningForm):
    """A new access token; the password says that its owner makes it."""

    name = StringField(
        _("What it is for"),
        [InputRequired(_("Enter which program is to use it")), Length(max=80)],
        render_kw={"autocomplete": "off"},
    )
    days = SelectField(_("Valid for"), choices=day_choices, coerce=int, default=TOKEN_DAYS[1])
    current = PasswordField(
        _("Current password"),
        [InputRequired(_("Enter your current password"))],
        render_kw={"autocomplete": "current-password"},
    )

    def __init__(self, **kwargs: Any) -> None:
        # The page has another form that asks for the password.
        super().__init__(prefix="token", **kwargs)

    def entry(self) -> TokenEntry:
        """Return what was typed, without the password."""
        return TokenEntry(self.name.data or "", self.days.data)
