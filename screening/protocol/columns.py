"""The columns of systems as fields: those of a form taken over, and the kinds that recur."""

from dataclasses import replace

from screening.protocol.fields import UNKNOWN, YES_NO, Choice, Field, FieldType, Limits, ShownWhen
from screening.protocol.wording import N_

# Files write a yes and a no also as 1 and 0.
FLAGS = tuple(
    Choice(choice.code, choice.label, aliases=(digit,))
    for choice, digit in zip(YES_NO, ("1", "0"), strict=True)
)


def as_input(
    field: Field, code: str = "", *, hint: str = "", shown_when: ShownWhen | None = None
) -> Field:
    """Return a field of a form as an input of a system, where a blank is *not known*.

    Its hint is not taken over: it says how the form fills the field by other means.
    """
    choices = FLAGS if field.type is FieldType.YES_NO else field.choices
    return replace(
        field,
        code=code or field.code,
        hint=hint,
        type=FieldType.CHOICE if field.type is FieldType.YES_NO else field.type,
        choices=tuple(choice for choice in choices if choice.code != UNKNOWN),
        is_required=False,
        shown_when=shown_when,
        aliases=(),
        other_units={},
    )


def flag(code: str, label: str, hint: str = "", shown_when: ShownWhen | None = None) -> Field:
    """Return a question that is answered by yes or no."""
    return Field(code, label, FieldType.CHOICE, hint=hint, choices=FLAGS, shown_when=shown_when)


def amount(code: str, label: str, unit: str, limits: Limits, hint: str = "") -> Field:
    """Return a measured number with its unit and the limits that the system has for it."""
    return Field(code, label, FieldType.DECIMAL, unit=unit, hint=hint, limits=limits)


def pick(code: str, label: str, choices: dict[str, str], hint: str = "") -> Field:
    """Return a choice of published codes; `choices` maps each to its label."""
    offered = tuple(Choice(value, text) for value, text in choices.items())
    return Field(code, label, FieldType.CHOICE, hint=hint, choices=offered)


def model_field(choices: dict[str, str], hint: str = "") -> Field:
    """Return the column that names which of several models a row asks for."""
    return pick("model", N_("Model"), choices, hint)


def figure(code: str, label: str, unit: str = "", decimals: int = 4) -> Field:
    """Return a computed number, shown with so many decimals."""
    return Field(code, label, FieldType.DECIMAL, unit=unit, decimals=decimals)


def text(code: str, label: str) -> Field:
    """Return a result that is a word or a sentence of the publication."""
    return Field(code, label, FieldType.TEXT)
