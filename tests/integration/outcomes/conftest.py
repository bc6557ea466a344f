"""Outcomes begin with a flagged person."""

from tests.flagged import (
    by,
    case,
    clinician,
    colleague,
    desk,
    enrollment,
    site,
    stranger,
    trail,
)

__all__ = [
    "by",
    "case",
    "clinician",
    "colleague",
    "desk",
    "enrollment",
    "site",
    "stranger",
    "trail",
]
