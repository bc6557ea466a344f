"""The small forms of an exam: a move on its day, and voiding."""

from flask_babel import lazy_gettext as _
from wtforms import HiddenField, TextAreaField
from wtforms.validators import InputRequired, Length

from screening.exams.rules import ExamStatus
from screening.web.forms import ScreeningForm, VersionField


class MoveForm(ScreeningForm):
    """What became of an appointment, and why."""

    status = HiddenField()
    reason = TextAreaField(_("Reason"), [Length(max=500)], render_kw={"rows": 2})
    version = VersionField()

    @property
    def wanted(self) -> ExamStatus | None:
        """Return the state asked for, if there is such a one."""
        known = {status.value: status for status in ExamStatus}
        return known.get(self.status.data or "")


class VoidForm(ScreeningForm):
    """Why an exam was recorded by mistake."""

    reason = TextAreaField(
        _("Reason"),
        [InputRequired(_("Enter the reason")), Length(max=500)],
        render_kw={"rows": 3},
    )
    version = VersionField()
