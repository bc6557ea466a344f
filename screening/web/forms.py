"""Forms: the base of every form, with errors and questions at their fields."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from flask import request
from flask_wtf import FlaskForm
from wtforms import Field as FormField
from wtforms import HiddenField

from screening.protocol.wording import Problem
from screening.web.inputs import read_number
from screening.web.locale import say

CONFIRM = "confirm"


@dataclass(frozen=True)
class FormError:
    """An error as the summary above the form shows it; without a field it has no id."""

    id: str
    label: str
    text: str


class ScreeningForm(FlaskForm):
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
            if problem.is_question and self.is_confirmed(problem.field):
                continue
            blocked = True
            text = say(problem.sentence)
            if problem.field not in self:
                self.general_errors.append(text)
            elif problem.is_question:
                self.questions[problem.field] = text
            else:
                self[problem.field].errors = [*self[problem.field].errors, text]
        return blocked

    def is_confirmed(self, name: str) -> bool:
        """Tell whether the box beside an unlikely value was ticked for just this value."""
        key = f"{self._prefix}{name}"
        typed = ";".join(request.form.getlist(key))
        return request.form.get(f"{CONFIRM}-{key}") == typed

    def all_errors(self) -> list[FormError]:
        """Return every error in the order of the fields, those of no field first."""
        general = [FormError("", "", text) for text in self.general_errors]
        return general + [
            FormError(field.id, str(field.label.text), str(text))
            for field in self
            for text in field.errors
        ]


class VersionField(HiddenField):
    """The version of the record that the person was looking at."""

    @property
    def number(self) -> int:
        """Return the version, 0 where it is missing or no number."""
        return read_number(self.data) or 0


def typed_text(field: FormField) -> str:
    """Return what stands in a field as one text; several picks are joined."""
    data = field.data if field.raw_data is None else field.raw_data
    if isinstance(data, list | tuple):
        return ";".join(str(item) for item in data)
    return "" if data is None else str(data)
