"""One confirmed cancer, as a program's own checks and marks look at it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from screening.protocol.fields import Payload

IN_SITU, INVASIVE = "2", "3"
# The behavior is the last digit of an ICD-O-3 morphology.
BEHAVIORS: Mapping[str, bool] = {IN_SITU: False, INVASIVE: True}


@dataclass(frozen=True, kw_only=True)
class Tumor:
    """What is recorded of a cancer; `is_screen_detected`: by the counting rule or a person."""

    diagnosed_on: date
    is_screen_detected: bool = False
    morphology: str | None = None
    size_mm: Decimal | None = None
    t: str | None = None
    n: str | None = None
    m: str | None = None
    stage_group: str | None = None
    markers: Payload = field(default_factory=dict)

    @property
    def is_invasive(self) -> bool | None:
        """Whether the morphology says invasive or in situ; None where it says neither."""
        return None if self.morphology is None else BEHAVIORS.get(self.morphology[-1:])
