"""Answers and details as numbers, words and yes or no; what is blank or *not known* is None."""

from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from screening.protocol.fields import UNKNOWN, Payload

Word = TypeVar("Word", bound=StrEnum)

ANSWERS = {"yes": True, "no": False}


def number(payload: Payload, code: str) -> Decimal | None:
    """Return a numeric answer as a decimal."""
    value = payload.get(code)
    return Decimal(value) if isinstance(value, int | Decimal) else None


def answer(payload: Payload, code: str) -> bool | None:
    """Return a yes or a no."""
    return ANSWERS.get(str(payload.get(code)))


def text(payload: Payload, code: str) -> str:
    """Return a text or the code of a choice; blank where it is not known."""
    value = payload.get(code)
    return value if isinstance(value, str) and value != UNKNOWN else ""


def word(words: type[Word], payload: Payload, code: str) -> Word | None:
    """Return a published word; a text that is none of them is not known."""
    found = text(payload, code)
    return words(found) if found in list(words) else None
