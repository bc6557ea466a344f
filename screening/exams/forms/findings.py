"""The repeating blocks of findings, made from the fields of the program."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from flask_babel import gettext

from screening.exams.rules.blocks import FINDINGS
from screening.exams.rules.entry import LESION
from screening.protocol.fields import Choice, FieldType
from screening.protocol.program import FindingKind
from screening.web.forms import FormError
from screening.web.locale import between
from screening.web.payload_forms import PayloadForm, payload_form

TEMPLATE_KEY = "__key__"
NONE_YET = (Choice("", ""),)

Choices = Sequence[tuple[str, str]]


class FindingForm(PayloadForm):
    """One finding; the lesion is picked from those that are known."""

    def __init__(self, key: int | str, lesions: Choices, **kwargs: Any) -> None:
        super().__init__(prefix=f"{FINDINGS}-{key}-", meta={"csrf": False}, **kwargs)
        self.key = key
        self.number = 0
        typed = str(self[LESION].data or "")
        known = {code for code, _label in lesions}
        extra = [] if typed in known or not typed else [(typed, typed)]
        self[LESION].choices = [("", ""), *lesions, *extra]

    @property
    def is_blank(self) -> bool:
        """Nothing was typed; a picked lesion alone is no finding."""
        return not any(text for code, text in self.texts().items() if code != LESION)

    def all_errors(self) -> list[FormError]:
        """Return every error, named by the number of the finding."""
        finding = str(gettext("Finding %(number)s", number=self.number))
        return [
            FormError(error.id, between(",").join(filter(None, (finding, error.label))), error.text)
            for error in super().all_errors()
        ]


@cache
def finding_form(kind: FindingKind) -> type[FindingForm]:
    """Return the form class of a program's findings; its lesion number is a list to pick from."""
    shown = tuple(
        replace(field, type=FieldType.CHOICE, choices=NONE_YET) if field.code == LESION else field
        for field in kind.fields
    )
    members = {"protocol_fields": kind.fields}
    return type("FindingFields", (FindingForm, payload_form(shown)), members)
