"""The filters of the audit log."""

from flask_babel import lazy_gettext as _
from wtforms import DateField, HiddenField, SelectField, StringField
from wtforms.validators import Length, Optional

from screening.audit.queries import EventFilters
from screening.web.forms import ScreeningForm
from screening.web.inputs import read_number


class EventFilterForm(ScreeningForm):
    """Who, what, when; `before` or `after` continues a long list.

    It changes nothing, so it needs no token.
    """

    class Meta:
        """A form that is sent by address."""

        csrf = False

    actor = StringField(_("Who"), [Length(max=120)])
    action = StringField(_("Act begins with"), [Length(max=60)])
    entity = SelectField(_("Record"), validate_choice=False, default="")
    since = DateField(_("From"), [Optional()])
    until = DateField(_("To"), [Optional()])
    before = StringField()
    after = StringField()
    sort = HiddenField()

    def filters(self) -> EventFilters:
        """Return what was asked for; what cannot be read is left out."""
        return EventFilters(
            (self.actor.data or "").strip(),
            (self.action.data or "").strip(),
            self.entity.data or "",
            self.since.data,
            self.until.data,
            read_number(self.before.data),
            read_number(self.after.data),
        )
