"""Forms made from the fields of a program: questionnaires, exams, findings."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from flask_babel import lazy_gettext
from wtforms import Field as FormField
from wtforms import SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.widgets import CheckboxInput, ListWidget

from screening.protocol.fields import Field, FieldType, Payload, Value
from screening.protocol.payload import needless_problem, read_payload, write_value
from screening.protocol.wording import Problem
from screening.web.forms import ScreeningForm, typed_text
from screening.web.locale import say


class CheckboxList(SelectMultipleField):
    """Several choices as checkboxes."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class PayloadForm(ScreeningForm):
    """A form made from protocol fields; texts are read by the program's own rules."""

    protocol_fields: Sequence[Field] = ()

    @property
    def beside(self) -> Payload:
        """Answers of the form's other fields, by which fields may be shown."""
        return {}

    def read(self) -> tuple[dict[str, Value], list[Problem]]:
        """Return the typed payload of the fields that apply, and what could not be read."""
        payload, problems = read_payload(self.protocol_fields, self.texts())
        whole = {**self.beside, **payload}
        applying = {field.code for field in self.protocol_fields if field.applies(whole)}
        return (
            {code: value for code, value in payload.items() if code in applying},
            [problem for problem in problems if problem.field in applying],
        )

    def needless(self) -> list[Problem]:
        """Return what was typed where nothing is asked; a page with scripts does not send it."""
        payload, _unread = read_payload(self.protocol_fields, self.texts())
        whole = {**self.beside, **payload}
        return [
            needless_problem(self.protocol_fields, field)
            for field in self.protocol_fields
            if typed_text(self[field.code]) and not field.applies(whole)
        ]

    def texts(self) -> dict[str, str]:
        """Return what was typed, by field."""
        return {field.code: typed_text(self[field.code]) for field in self.protocol_fields}

    @property
    def is_blank(self) -> bool:
        """Nothing was typed."""
        return not any(self.texts().values())


def payload_form(fields: Sequence[Field]) -> type[PayloadForm]:
    """Return the form class of these fields."""
    members: dict[str, object] = {field.code: _form_field(field) for field in fields}
    return type("FieldsForm", (PayloadForm,), {"protocol_fields": tuple(fields), **members})


def texts_of(payload: Payload) -> dict[str, object]:
    """Return a stored payload as the texts that its form shows."""
    return {
        code: list(value) if isinstance(value, tuple) else write_value(value)
        for code, value in payload.items()
    }


def _form_field(field: Field) -> FormField:
    label = _later(field.label)
    extra: dict[str, Any] = {"description": _later(field.hint)}
    attributes = _attributes(field)
    if field.type is FieldType.CHOICES:
        choices = partial(_choices, field, blank=False)
        return CheckboxList(
            label, choices=choices, validate_choice=False, render_kw=attributes, **extra
        )
    if field.allowed:
        choices = partial(_choices, field, blank=True)
        return SelectField(
            label,
            choices=choices,
            validate_choice=False,
            default="",
            render_kw=attributes,
            **extra,
        )
    if field.type is FieldType.TEXT:
        return TextAreaField(label, render_kw={**attributes, "rows": 2}, **extra)
    return StringField(label, render_kw=attributes, **extra)


def _choices(field: Field, *, blank: bool) -> list[tuple[str, str]]:
    """Return the choices of a field in the language of the page."""
    choices = [("", "")] if blank else []
    return choices + [(choice.code, say(choice.label)) for choice in field.allowed]


def _attributes(field: Field) -> dict[str, Any]:
    """Return what the control carries: how it is typed, its unit, and when it is shown."""
    kinds: dict[FieldType, dict[str, Any]] = {
        FieldType.INTEGER: {"inputmode": "numeric"},
        FieldType.DECIMAL: {"inputmode": "decimal"},
        FieldType.DATE: {"type": "date"},
    }
    attributes = {**kinds.get(field.type, {}), "autocomplete": "off"}
    if field.unit:
        attributes["data-unit"] = _later(field.unit)
    if field.shown_when is not None:
        codes = " ".join(field.shown_when.codes)
        attributes["data-when"] = f"{field.shown_when.field}={codes}"
    if field.is_required:
        attributes["data-needed"] = "yes"
    return attributes


def _later(text: str) -> Any:
    """Return a label that is translated when the page is written."""
    return lazy_gettext(text) if text else ""
