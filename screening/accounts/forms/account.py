"""The forms of one's own account."""

from flask_babel import lazy_gettext as _
from wtforms import PasswordField, SelectField
from wtforms.validators import InputRequired

from screening.web.forms import ScreeningForm
from screening.web.locale import LANGUAGES

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
