"""The forms of cases: decisions, closure, procedures."""

from collections.abc import Sequence
from datetime import date
from typing import Any, TypeVar

from flask_babel import lazy_gettext as _
from wtforms import DateField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length

from screening.cases.rules import GIVEN, RESULT_LABELS, Closure, ProcedureEntry
from screening.clock import today
from screening.enrollments.rules import OUTCOME_LABELS, Outcome
from screening.exams.rules.entry import ReaderView
from screening.protocol.fields import Payload
from screening.protocol.workup import ProcedureKind, ProcedureResult, Workup
from screening.web.forms import ScreeningForm, VersionField
from screening.web.locale import say
from screening.web.payload_forms import CheckboxList, PayloadForm, payload_form

REASON_LENGTH = 500
MODIFIER_SEPARATOR = ";"

Choices = Sequence[tuple[str, str]]


def text_or_none(text: str | None) -> str | None:
    """Return a text without the blanks around it; a blank one is none."""
    return (text or "").strip() or None


def given(day: date | None) -> date:
    """Return the date of a field that was found valid."""
    if day is None:
        raise ValueError("read the date only after the form was found valid")
    return day


class DecisionForm(ScreeningForm):
    """Any decision on a case, and the version of the case that it was taken on."""

    version = VersionField()


class AgreeForm(DecisionForm):
    """Agreement with the category."""

    comment = TextAreaField(_("Comment"), [Length(max=4000)], render_kw={"rows": 2})


class OverrideForm(DecisionForm):
    """Another category, with the reason."""

    category = SelectField(_("Category"), [InputRequired(_("Choose the category"))])
    modifiers = CheckboxList(_("Modifiers"))
    differs_because = TextAreaField(
        _("Reason"),
        [InputRequired(_("Say why the category is changed")), Length(max=REASON_LENGTH)],
        render_kw={"rows": 2},
    )

    def __init__(self, categories: Choices, modifiers: Choices, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.category.choices = [("", ""), *categories]
        self.modifiers.choices = list(modifiers)

    @property
    def view(self) -> ReaderView:
        """Return the typed view of the exam."""
        modifiers = MODIFIER_SEPARATOR.join(self.modifiers.data or ())
        return ReaderView(self.category.data, modifiers, text_or_none(self.differs_because.data))


def _outcome_choices() -> list[tuple[str, str]]:
    return [("", ""), *((each.value, say(OUTCOME_LABELS[each])) for each in GIVEN)]


class CloseForm(DecisionForm):
    """How a case ends."""

    outcome = SelectField(
        _("Outcome"), [InputRequired(_("Choose the outcome"))], choices=_outcome_choices
    )
    decided_on = DateField(
        _("Date"),
        [InputRequired(_("Enter the date of the outcome"))],
        default=today,
        description=_("Of a death, the day of the death: it is recorded with it"),
    )
    comment = TextAreaField(_("Comment"), [Length(max=2000)], render_kw={"rows": 2})

    @property
    def closure(self) -> Closure:
        """Return the closure of a form that was found valid."""
        return Closure(
            Outcome(self.outcome.data),
            given(self.decided_on.data),
            text_or_none(self.comment.data),
        )


class ReopenForm(DecisionForm):
    """Why a closed case opens again."""

    reason = TextAreaField(
        _("Reason"),
        [InputRequired(_("Say why the case is opened again")), Length(max=REASON_LENGTH)],
        render_kw={"rows": 2},
    )


def _result_choices() -> list[tuple[str, str]]:
    labels = [(result.value, say(label)) for result, label in RESULT_LABELS.items()]
    return [("", str(_("Not known yet"))), *labels]


class ProcedureForm(PayloadForm):
    """A work-up procedure; a blank department is that of the kind.

    The program's own fields of its procedures are added by `procedure_form`.
    """

    kind = SelectField(_("Procedure"), [InputRequired(_("Choose the kind of procedure"))])
    performed_on = DateField(
        _("Performed on"), [InputRequired(_("Enter the date of the procedure"))]
    )
    department = StringField(_("Department"), [Length(max=120)])
    result = SelectField(_("Result"), choices=_result_choices, default="")
    complication = SelectField(_("Complication"), default="")
    comment = TextAreaField(_("Comment"), [Length(max=4000)], render_kw={"rows": 2})

    def __init__(self, workup: Workup, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.workup = workup
        self.kind.choices = [("", "", {}), *(_kind_choice(kind) for kind in workup.procedures)]
        self.complication.choices = [
            ("", str(_("Not known"))),
            *((choice.code, say(choice.label)) for choice in workup.complications),
        ]

    @property
    def beside(self) -> Payload:
        """The kind, by which fields of the program are shown."""
        return {"kind": self.kind.data or None}

    def validate(self, extra_validators: Any = None) -> bool:
        """Check the fields, those of the program among them."""
        is_valid = bool(super().validate(extra_validators))
        return not self.show(self.read()[1]) and is_valid

    @property
    def entry(self) -> ProcedureEntry:
        """Return the procedure of a form that was found valid."""
        result = self.result.data
        return ProcedureEntry(
            kind=self.kind.data,
            performed_on=given(self.performed_on.data),
            result=ProcedureResult(result) if result else None,
            complication=self.complication.data or None,
            department=self._department(),
            comment=text_or_none(self.comment.data),
            details=self.read()[0],
        )

    def _department(self) -> str | None:
        """Return the department; a known one in its stored words, whatever the language."""
        typed = text_or_none(self.department.data)
        known = {say(kind.department): kind.department for kind in self.workup.procedures}
        return known.get(typed, typed) if typed else None


def _kind_choice(kind: ProcedureKind) -> tuple[str, str, dict[str, str]]:
    return kind.code, say(kind.label), {"data-fills": say(kind.department)}


FormOfProcedure = TypeVar("FormOfProcedure", bound=ProcedureForm)


def procedure_form(base: type[FormOfProcedure], workup: Workup) -> type[FormOfProcedure]:
    """Return the form class of a program's procedures, with its own fields."""
    return type(base.__name__, (payload_form(workup.details.fields), base), {})


class CorrectProcedureForm(ProcedureForm):
    """A corrected procedure; what was recorded is replaced only with a reason."""

    version = VersionField()
    reason = TextAreaField(
        _("Reason for the correction"),
        [Length(max=REASON_LENGTH)],
        description=_("Needed where something recorded is changed; not to add a result"),
        render_kw={"rows": 2},
    )


class VoidForm(ScreeningForm):
    """Why a record is taken out of lists and figures."""

    version = VersionField()
    reason = TextAreaField(
        _("Reason"),
        [InputRequired(_("Enter the reason")), Length(max=REASON_LENGTH)],
        render_kw={"rows": 2},
    )
