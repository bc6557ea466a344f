"""The form of the exam itself: number, place, kind, day, who read it and what the reader says."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import DateField, SelectField, StringField, TextAreaField
from wtforms.validators import Length, Optional, ValidationError

from screening.exams.rules import EXAMINED, READABLE, ExamStatus, Purpose, Recommendation
from screening.exams.rules.entry import ExamEntry, ReaderView
from screening.exams.rules.labels import PURPOSE_LABELS, RECOMMENDATION_LABELS, STATUS_LABELS
from screening.exams.rules.numbers import tidy_accession_no
from screening.protocol.category import CategorySystem
from screening.protocol.errors import RefusedInputError
from screening.protocol.fields import Payload
from screening.protocol.program import Program
from screening.web.forms import ScreeningForm, VersionField
from screening.web.inputs import read_number
from screening.web.locale import say
from screening.web.payload_forms import CheckboxList

Choices = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Offered:
    """What the form of an exam offers: the program's words, the sites, the known lesions.

    `booked_as`: an appointment is made or changed, and stays in this status. `is_first`: no
    earlier exam has a lesion. `is_read`: a reader gave a category, one is needed again;
    `is_decided`: the review of the case did, so that it is not asked here.
    """

    program: Program
    sites: Choices
    lesions: Choices = ()
    booked_as: ExamStatus | None = None
    is_first: bool = True
    is_read: bool = False
    is_decided: bool = False


class DayField(DateField):
    """A date; what cannot be read is answered with how to write it."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read what was typed."""
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError(gettext("Write the date like 2024-03-05")) from None


class ActForm(ScreeningForm):
    """Everything of an exam but its technique, its details and its findings."""

    accession_no = StringField(
        _("Accession number"), description=_("Blank: the next number of the site")
    )
    site_id = SelectField(_("Site"))
    modality = SelectField(_("Modality"))
    purpose = SelectField(_("Purpose"))
    status = SelectField(_("Status"))
    performed_on = DayField(_("Date of the exam"), [Optional()])
    scheduled_on = DayField(_("Date of the appointment"), [Optional()])
    reader = StringField(_("Read by"), [Length(max=120)])
    machine = StringField(_("Machine"), [Length(max=120)])
    comment = TextAreaField(_("Comment"), [Length(max=4000)], render_kw={"rows": 2})
    system = SelectField(_("Category system"))
    category = SelectField(
        _("Category of the reader"),
        description=_("Only where the reader gave one; blank: the computed category"),
    )
    modifiers = CheckboxList(_("Modifiers of the reader"), validate_choice=False)
    recommendation = SelectField(
        _("Recommendation of the reader"), description=_("Blank: what the category asks for")
    )
    differs_because = TextAreaField(
        _("Why it differs from the computed category"), [Length(max=500)], render_kw={"rows": 2}
    )
    resulted_on = DayField(_("Date of the result"), [Optional()], description=_("Blank: today"))
    reason = TextAreaField(_("Reason for the correction"), [Length(max=500)], render_kw={"rows": 2})
    version = VersionField()

    def __init__(self, offered: Offered, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._offered = offered
        program = offered.program
        self.site_id.choices = list(offered.sites)
        self.modality.choices = [
            (choice.code, say(choice.label)) for choice in program.exam.modalities
        ]
        self.purpose.choices = [(each.value, say(label)) for each, label in PURPOSE_LABELS.items()]
        self.status.choices = [(each.value, say(STATUS_LABELS[each])) for each in EXAMINED]
        self.system.choices = [("", "")] + [
            (system.code, f"{system.title} {system.edition}") for system in program.systems
        ]
        self.category.choices = _category_choices(program.systems)
        self.modifiers.choices = sorted(
            {(each, each) for system in program.systems for each in system.modifiers}
        )
        self.recommendation.choices = [("", "")] + [
            (each.value, say(label)) for each, label in RECOMMENDATION_LABELS.items()
        ]
        if offered.booked_as is not None:
            del self.status, self.performed_on

    def validate_accession_no(self, field: StringField) -> None:
        """Check the number's form; whether it is taken is found out against the other exams."""
        try:
            tidy_accession_no(field.data)
        except RefusedInputError as error:
            raise ValidationError(say(error.sentence)) from error

    def validate_category(self, field: SelectField) -> None:
        """Ask for a category again where a reader had given one."""
        is_asked = self._offered.is_read and not self._offered.is_decided
        if is_asked and self.typed_status in READABLE and not field.data:
            raise ValidationError(
                gettext("A reader gave a category; choose the one that now holds")
            )

    def entry(
        self, details: Payload, findings: tuple[Payload, ...], status: ExamStatus
    ) -> ExamEntry:
        """Return what was typed, of an exam in this status; what cannot be read counts as blank."""
        is_done = status in EXAMINED
        return ExamEntry(
            accession_no=self.accession_no.data or "",
            site_id=read_number(self.site_id.data) or 0,
            modality=self.modality.data or "",
            purpose=Purpose(self.purpose.data)
            if self.purpose.data in set(Purpose)
            else Purpose.BASELINE,
            status=status,
            performed_on=self.performed_on.data if is_done else None,
            scheduled_on=None if is_done else self.scheduled_on.data,
            details=details,
            findings=findings,
            system=self.system.data or None,
            view=self._view() if is_done else None,
            recommendation=self._recommendation(),
            resulted_on=self.resulted_on.data if is_done else None,
            reader=_text(self.reader.data),
            machine=_text(self.machine.data),
            comment=_text(self.comment.data),
        )

    @property
    def typed_status(self) -> ExamStatus:
        """Return the status chosen for an exam that was done."""
        return ExamStatus(self.status.data) if self.status.data in set(EXAMINED) else EXAMINED[0]

    def _view(self) -> ReaderView | None:
        if not self.category.data or self._offered.is_decided:
            return None
        modifiers = ";".join(self.modifiers.data or ())
        return ReaderView(self.category.data, modifiers, _text(self.differs_because.data))

    def _recommendation(self) -> Recommendation | None:
        known = {each.value: each for each in Recommendation}
        return known.get(self.recommendation.data or "")


def _text(typed: str | None) -> str | None:
    return (typed or "").strip() or None


def _category_choices(systems: Sequence[CategorySystem]) -> Any:
    """Return the categories of every system; several systems each have a group."""
    groups = {
        f"{system.title} {system.edition}": [
            (category.code, f"{category.code} {say(category.label)}")
            for category in system.categories
        ]
        for system in systems
    }
    if len(groups) == 1:
        return [("", ""), *next(iter(groups.values()))]
    return {"": [("", "")], **groups}


def data_of(entry: ExamEntry, version: int) -> dict[str, date | str | list[str] | None]:
    """Return an entry as the values that its form shows."""
    view = entry.view
    return {
        "accession_no": entry.accession_no,
        "site_id": str(entry.site_id),
        "modality": entry.modality,
        "purpose": entry.purpose.value,
        "status": entry.status.value,
        "performed_on": entry.performed_on,
        "scheduled_on": entry.scheduled_on,
        "reader": entry.reader,
        "machine": entry.machine,
        "comment": entry.comment,
        "system": entry.system or "",
        "category": view.category if view else "",
        "modifiers": view.modifiers.split(";") if view and view.modifiers else [],
        "recommendation": entry.recommendation.value if entry.recommendation else "",
        "differs_because": view.differs_because if view else None,
        "resulted_on": entry.resulted_on,
        "version": str(version),
    }
