"""The form of a calculator: what a system asks, without the columns that leave no choice."""

from functools import cache

from screening.evaluations.columns import inputs_of
from screening.evaluations.systems import all_systems
from screening.protocol.fields import Field, FieldType, Value
from screening.protocol.systems import Texts
from screening.web.payload_forms import PayloadForm, payload_form


@cache
def calculator_form(code: str) -> type[PayloadForm]:
    """Return the form of a system."""
    return payload_form([field for field in inputs_of(all_systems()[code]) if _is_asked(field)])


def _is_asked(field: Field) -> bool:
    return len(field.choices) != 1


def typed_inputs(form: PayloadForm) -> Texts:
    """Return what was typed into the fields that apply; one that is hidden hides others too."""
    texts = form.texts()
    given: dict[str, Value | None] = {}
    for field in form.protocol_fields:
        text = texts[field.code].strip()
        if text and field.applies(given):
            is_list = field.type is FieldType.CHOICES
            given[field.code] = tuple(text.split(";")) if is_list else text
    return {code: texts[code].strip() for code in given}
