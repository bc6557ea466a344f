"""For whom ACR TI-RADS 2017 is not meant: these nodules go by clinical rules."""

from collections.abc import Iterable
from enum import StrEnum

from screening.clinical.reasons import Reason


class Circumstance(StrEnum):
    """What takes a nodule out of the system (section 2 of the clinical reference)."""

    CHILD = "child"
    PET_AVID = "pet_avid"
    RISK_SYNDROME = "risk_syndrome"
    SUSPICIOUS_NODE = "suspicious_node"


def not_meant_for(circumstances: Iterable[Circumstance]) -> tuple[Reason, ...]:
    """Return one reason for each circumstance for which the system is not meant."""
    return tuple(
        Reason("not_meant_for", {"circumstance": circumstance})
        for circumstance in Circumstance
        if circumstance in set(circumstances)
    )
