"""Forms: the base of every form, and forms made from the fields of a program."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from flask import request
from flask_wtf import FlaskForm
from wtforms import Field as FormField
from wtforms import HiddenField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.widgets import CheckboxInput, ListWidget

from screening.protocol.fields import Field, FieldType, Payload, Value
from screening.protocol.payload import read_payload, write_value
from screening.protocol.wording import Problem
from screening.web.locale import say

CONFIRM = "confirm"


class ScreeningForm(FlaskForm):  # type: ignore[misc]
    """A form whose refused fields carry their errors, and whose unlikely ones ask back.

    `questions` maps a field's name to the question; the page shows it with a box to confirm.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions: dict[str, str] = {}
        self.general_errors: list[str] = []

    def show(self, problems: Iterable[Problem]) -> bool:
        """Put each problem at its field; return whether anything stands in the way of saving."""
        blocked = False
        for problem in problems:
            if problem.is_question and self._is_confirmed(problem.field):
                continue
            blocked = True
            text = say(problem.sentence)
            if problem.is_question:
                self.questions[problem.field] = text
            elif problem.field in self:
                self[problem.field].errors = [*self[problem.field].errors, text]
            else:
                self.general_errors.append(text)
        return blocked

    def _is_confirmed(self, name: str) -> bool:
        key = f"{self._prefix}{name}"
        typed = ";".join(request.form.getlist(key))
        return request.form.get(f"{CONFIRM}-{key}") == typed

    def unit_of(self, name: str) -> str:
        """Return the unit shown behind a field."""
        return str(getattr(self[name], "unit", ""))


class CheckboxList(SelectMultipleField):  # type: ignore[misc]
    """Several choices as checkboxes."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class PayloadForm(ScreeningForm):
    """A form made from protocol fields; texts are read by the program's own rules."""

    protocol_fields: Sequence[Field] = ()

    def read(self) -> tuple[dict[str, Value], list[Problem]]:
        """Return the typed payload and what could not be read."""
        return read_payload(self.protocol_fields, self.texts())

    def texts(self) -> dict[str, str]:
        """Return what was typed, by field; fields that do not apply are left out."""
        return {field.code: _text(self[field.code].data) for field in self.protocol_fields}

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
    label, extra = say_later(field.label), {"description": say_later(field.hint)}
    if field.type is FieldType.CHOICES:
        return CheckboxList(label, choices=_choices(field, blank=False), **extra)
    if field.allowed:
        return SelectField(
            label, choices=_choices(field, blank=True), validate_choice=False, default="", **extra
        )
    if field.type is FieldType.TEXT:
        return TextAreaField(label, render_kw={"rows": 2}, **extra)
    return StringField(label, render_kw=_input(field), **extra)


def _choices(field: Field, *, blank: bool) -> list[tuple[str, object]]:
    choices: list[tuple[str, object]] = [("", "")] if blank else []
    return choices + [(choice.code, say_later(choice.label)) for choice in field.allowed]


def _input(field: Field) -> Mapping[str, object]:
    kinds: dict[FieldType, dict[str, object]] = {
        FieldType.INTEGER: {"inputmode": "numeric"},
        FieldType.DECIMAL: {"inputmode": "decimal"},
        FieldType.DATE: {"type": "date"},
    }
    return {**kinds.get(field.type, {}), "data-unit": field.unit, "autocomplete": "off"}


class say_later:  # noqa: N801 - reads as the verb that it stands for
    """A label that is translated when the page is written."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __str__(self) -> str:
        return say(self.text)

    def __html__(self) -> str:
        return str(self)

    def __bool__(self) -> bool:
        return bool(self.text)


def _text(data: object) -> str:
    if isinstance(data, list | tuple):
        return ";".join(str(item) for item in data)
    return "" if data is None else str(data)


class VersionField(HiddenField):  # type: ignore[misc]
    """The version of the record that the person was looking at."""

    @property
    def number(self) -> int:
        """Return the version, 0 where it is missing or no number."""
        return int(self.data) if str(self.data or "").isdigit() else 0
