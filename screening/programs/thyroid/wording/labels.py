"""What the codes of findings are called inside a sentence, and how numbers are shown."""

from collections.abc import Mapping
from decimal import Decimal

from screening.programs.thyroid.descriptions import FIELDS, LABELS
from screening.protocol.wording import N_

CHOICES: Mapping[str, Mapping[str, str]] = {
    field.code: {choice.code: choice.label for choice in field.choices} for field in FIELDS
}
ANSWERS: Mapping[bool | None, str] = {True: N_("yes"), False: N_("no"), None: N_("not known")}
MM_PER_CM = 10


def label(field: str, code: str) -> str:
    """Return the label of a code; a code without one is its own label."""
    return CHOICES.get(field, {}).get(code, code)


def name_of(field: str) -> str:
    """Return what the form calls a field of a finding."""
    return LABELS.get(field, field)


def shown(number: Decimal | int) -> str:
    """Return a number without trailing zeros."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def in_mm(centimeters: object) -> str:
    """Return centimeters as millimeters, as the form has them."""
    return shown(Decimal(str(centimeters)) * MM_PER_CM)
