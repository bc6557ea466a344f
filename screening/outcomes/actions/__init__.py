"""Every write of cancers and what follows from them."""

from screening.outcomes.actions.attribution import attribute_cancers
from screening.outcomes.actions.recording import (
    CancerEntry,
    check_cancer,
    correct_cancer,
    record_cancer,
    stage_group,
    void_cancer,
)

__all__ = [
    "CancerEntry",
    "attribute_cancers",
    "check_cancer",
    "correct_cancer",
    "record_cancer",
    "stage_group",
    "void_cancer",
]
