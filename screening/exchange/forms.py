"""The forms of imports and exports: which file, how it is taken, what is exported, why undone."""

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _
from flask_wtf.file import FileField, FileRequired
from werkzeug.datastructures import FileStorage
from wtforms import Field, SelectField, TextAreaField, ValidationError
from wtforms.validators import InputRequired, Length, Optional

from screening.exchange.actions.batches import ImportOrder
from screening.exchange.actions.delivering import ExportOrder
from screening.exchange.files import Upload
from screening.exchange.rules import FORMAT_LABELS, MODE_LABELS, FileFormat, ImportMode
from screening.web.fields import DayField
from screening.web.forms import ScreeningForm
from screening.web.locale import say

Choices = Sequence[tuple[str, str]]


class UploadForm(ScreeningForm):
    """A file to be checked, and how it is to be taken."""

    file = FileField(
        _("File"),
        [FileRequired(_("Choose the file"))],
        description=_("A .csv or .xlsx file of at most 100 MB; its first row names the columns"),
        render_kw={"accept": ".csv,.xlsx"},
    )
    kind = SelectField(_("What the rows are"))
    program = SelectField(_("Program"), description=_("For rows that name no program themselves"))
    site = SelectField(
        _("Site"), description=_("Whose numbers the file uses, unless a column “site” says so")
    )
    mode = SelectField(_("How it is taken"))
    mapping = FileField(
        _("Mapping"),
        description=_(
            "Only for a table with other columns: a .yaml file that says which column is which"
        ),
        render_kw={"accept": ".yaml,.yml"},
    )

    def __init__(self, kinds: Choices, programs: Choices, sites: Choices, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.kind.choices = list(kinds)
        self.program.choices = [("", _("As the rows say")), *programs]
        self.site.choices = [*sites, ("", _("As the column “site” says"))]
        self.mode.choices = [(mode.value, say(label)) for mode, label in MODE_LABELS.items()]

    @property
    def order(self) -> ImportOrder:
        """Return how the file is to be taken."""
        return ImportOrder(
            self.kind.data,
            ImportMode(self.mode.data),
            self.program.data or None,
            self.site.data or None,
            file_name=self.table.name,
        )

    @property
    def table(self) -> Upload:
        """Return the file with the rows."""
        return _upload(self.file.data)

    @property
    def own_mapping(self) -> Upload | None:
        """Return the file that says which column is which, if one came."""
        return _upload(self.mapping.data) if self.mapping.data else None


def _upload(storage: FileStorage) -> Upload:
    """Return a file that was sent, by what can be read of its name."""
    name = "".join(character for character in storage.filename or "" if character.isprintable())
    return Upload(name, storage.stream)


class UndoForm(ScreeningForm):
    """Why a whole import is taken back."""

    reason = TextAreaField(
        _("Reason"),
        [InputRequired(_("Say why the import is taken back")), Length(max=400)],
        render_kw={"rows": 2},
    )


class ExportForm(ScreeningForm):
    """What is exported, and in which form."""

    kind = SelectField(_("What the rows are"))
    program = SelectField(_("Program"))
    since = DayField(_("From"), [Optional()])
    until = DayField(
        _("To"),
        [Optional()],
        description=_("Days of the exams, assessments, diagnoses; of persons, of registration"),
    )
    form = SelectField(_("Format"))

    def __init__(self, kinds: Choices, programs: Choices, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.kind.choices = list(kinds)
        self.program.choices = [("", _("All programs")), *programs]
        self.form.choices = [(form.value, say(label)) for form, label in FORMAT_LABELS.items()]

    def validate_until(self, field: Field) -> None:
        """Refuse a period that ends before it begins."""
        if field.data and self.since.data and field.data < self.since.data:
            raise ValidationError(str(_("Enter a day not before the first")))

    @property
    def order(self) -> ExportOrder:
        """Return what is to be exported."""
        return ExportOrder(
            self.kind.data,
            FileFormat(self.form.data),
            self.program.data or None,
            self.since.data,
            self.until.data,
        )
