"""The forms of those who are not signed in yet."""

from flask_babel import lazy_gettext as _
from wtforms import HiddenField, PasswordField, StringField
from wtforms.validators import InputRequired, Length

from screening.accounts.actions import Credentials
from screening.web.forms import ScreeningForm


class SignInForm(ScreeningForm):
    """User name and password; `next` is the page to go on to."""

    username = StringField(
        _("User name"),
        [InputRequired(_("Enter your user name")), Length(max=80)],
        render_kw={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"},
    )
    password = PasswordField(
        _("Password"),
        [InputRequired(_("Enter your password")), Length(max=128)],
        render_kw={"autocomplete": "current-password"},
    )
    next = HiddenField()

    def credentials(self, address: str, client: str) -> Credentials:
        """Return what was typed, with the client from which it came."""
        return Credentials(self.username.data or "", self.password.data or "", address, client)


class RedeemForm(ScreeningForm):
    """A one-time code and the password that the person chooses."""

    code = StringField(
        _("One-time code"),
        [InputRequired(_("Enter the code that the administrator gave you"))],
        render_kw={"autocomplete": "one-time-code", "spellcheck": "false"},
    )
    password = PasswordField(
        _("New password"),
        [InputRequired(_("Choose a password"))],
        description=_("At least 12 characters; several words are easy to remember"),
        render_kw={"autocomplete": "new-password"},
    )
