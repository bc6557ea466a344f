"""What findings and their problems are called on every page that shows them."""

from collections.abc import Iterable
from datetime import date

from flask_babel import gettext as _

from screening.exams.presenters.words import choice_label, measure
from screening.exams.rules.blocks import place_of
from screening.protocol.fields import Payload, field_named
from screening.protocol.program import FindingKind
from screening.protocol.wording import Problem
from screening.web.locale import between, say

Lines = tuple[str, ...]


def named_problems(problems: Iterable[Problem]) -> Lines:
    """Return problems in words, those of a finding with its number."""
    return tuple(_named(problem) for problem in problems)


def _named(problem: Problem) -> str:
    place, text = place_of(problem.field), say(problem.sentence)
    if place is None:
        return text
    return str(_("Finding %(number)s: %(text)s", number=place[0] + 1, text=text))


def finding_name(kind: FindingKind, payload: Payload) -> str:
    """Return what was seen, and where."""
    fields = (kind.kind_field, kind.location_field)
    words = (choice_label(field_named(kind.fields, code), _text(payload, code)) for code in fields)
    return between(",").join(word for word in words if word)


def _text(payload: Payload, code: str) -> str | None:
    value = payload.get(code)
    return value if isinstance(value, str) else None


def size_text(kind: FindingKind, payload: Payload) -> str:
    """Return the size by which lists show a finding, typed or computed, with its unit."""
    whole = {**kind.compute(payload), **payload}
    value = whole.get(kind.size_field)
    if value is None or isinstance(value, str | tuple | date):
        return ""
    return measure(value, field_named(kind.fields, kind.size_field))
