"""Answers of a program's fields in words: choices by their labels, numbers with their units."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from screening.protocol.fields import Field, Payload, Value
from screening.protocol.program import Program
from screening.web.locale import between, say

Pairs = tuple[tuple[str, str], ...]


def describe(fields: Sequence[Field], payload: Payload, besides: Iterable[str] = ()) -> Pairs:
    """Return label and answer of every field that was answered, in the order of the fields."""
    left_out = set(besides)
    return tuple(
        (say(field.label), answer(field, value))
        for field in fields
        if field.code not in left_out and (value := payload.get(field.code)) is not None
    )


def answer(field: Field, value: Value) -> str:
    """Return an answer as it reads on a page."""
    if isinstance(value, tuple):
        return between(",").join(choice_label(field, code) for code in value)
    if isinstance(value, int | Decimal):
        return measure(value, field)
    if isinstance(value, date):
        return value.isoformat()
    return choice_label(field, value)


def choice_label(field: Field, code: str | None) -> str:
    """Return the label of a code; free text reads as it is."""
    labels = {choice.code: choice.label for choice in field.allowed}
    return say(labels[code]) if code in labels else code or ""


def measure(value: int | Decimal, field: Field) -> str:
    """Return a number without trailing zeros, with the unit of its field."""
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return f"{text} {say(field.unit)}" if field.unit else text


def modality_label(program: Program, code: str) -> str:
    """Return how the images of an exam were made."""
    labels = {choice.code: choice.label for choice in program.exam.modalities}
    return say(labels.get(code, code))
