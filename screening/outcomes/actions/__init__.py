"""Every write of cancers and what follows from them."""

from screening.outcomes.actions.attribution import attribute_cancers
from screening.outcomes.actions.opening import open_cancer
from screening.outcomes.actions.recording import (
    Whose,
    correct_cancer,
    record_cancer,
    review_cancer,
    void_cancer,
)

__all__ = [
    "Whose",
    "attribute_cancers",
    "correct_cancer",
    "open_cancer",
    "record_cancer",
    "review_cancer",
    "void_cancer",
]
