"""Answers of a questionnaire in words: labels, units, derived values, differences."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from screening.protocol.fields import NOT_KNOWN, UNKNOWN, Field, Payload, Value
from screening.protocol.questionnaire import Questionnaire
from screening.web.locale import between, say

Pair = tuple[str, str]


def answer_text(field: Field, value: Value | None) -> str:
    """Return an answer as a person reads it, with its unit; a blank stays blank."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return between(",").join(_choice_text(field, code) for code in value)
    if isinstance(value, Decimal | int):
        return f"{_number_text(field, value)} {say(field.unit)}".strip()
    return value.isoformat() if isinstance(value, date) else _choice_text(field, value)


def _choice_text(field: Field, code: str) -> str:
    labels = {choice.code: choice.label for choice in field.allowed}
    if code == UNKNOWN:
        return say(labels.get(code, NOT_KNOWN.label))
    return say(labels[code]) if code in labels else code


def _number_text(field: Field, value: Decimal | int) -> str:
    number = Decimal(value)
    rounded = round(number, field.decimals)
    return f"{number.normalize() if number == rounded else rounded:f}"


def answer_pairs(questionnaire: Questionnaire, answers: Payload) -> tuple[Pair, ...]:
    """Return every given answer with its label, in the order of asking."""
    return tuple(
        (say(field.label), answer_text(field, answers[field.code]))
        for field in questionnaire.fields
        if answers.get(field.code) is not None
    )


def derived_pairs(
    questionnaire: Questionnaire, answers: Payload, age_years: int | None
) -> tuple[Pair, ...]:
    """Return what follows from the answers and the age, with labels and units."""
    known = (*questionnaire.fields, *questionnaire.derived)
    fields = {field.code: field for field in known}
    derived = questionnaire.derive(answers, age_years)
    return tuple(
        (say(fields[code].label), answer_text(fields[code], value))
        for code, value in derived.items()
        if code in fields and value is not None
    )


def differing_answers(
    questionnaire: Questionnaire, saved: Payload, typed: Payload
) -> list[tuple[str, str, str]]:
    """Return the answers in which two versions differ: label, saved, typed."""
    texts: Mapping[str, tuple[str, str]] = {
        say(field.label): (
            answer_text(field, saved.get(field.code)),
            answer_text(field, typed.get(field.code)),
        )
        for field in questionnaire.fields
    }
    return [(label, old, new) for label, (old, new) in texts.items() if old != new]
