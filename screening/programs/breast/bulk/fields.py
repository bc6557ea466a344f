"""Columns that several of the breast program's systems share."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from screening.programs.breast.questionnaire import QUESTIONNAIRE
from screening.protocol.columns import as_input
from screening.protocol.fields import Choice, Field, Limits, field_named
from screening.protocol.wording import N_

YEARS_OLD = N_("years old")
Ends = tuple[Decimal | int, Decimal | int]


def question(code: str) -> Field:
    """Return a question of the questionnaire."""
    return field_named(QUESTIONNAIRE.fields, code)


def between(ends: Ends) -> Limits:
    """Return the limits that a system has for a number, both included."""
    return Limits(Decimal(ends[0]), Decimal(ends[1]))


def asked(code: str, name: str = "", *, ends: Ends | None = None, hint: str = "") -> Field:
    """Return a question as an input of a system, by the system's own limits."""
    field = as_input(question(code), name, hint=hint)
    return field if ends is None else replace(field, limits=between(ends))


def by_code_alone(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """Return choices for a system that takes no other spelling than their codes."""
    return tuple(Choice(choice.code, choice.label) for choice in choices)
