"""One finding as it is handed in, the refusal of impossible ones, and what is handed back."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from screening.clinical.inputs import out_of_range
from screening.clinical.lung_rads.vocabulary import (
    AirwayContent,
    AirwayLevel,
    Category,
    CystChange,
    CystType,
    Finding,
    Morphology,
    Status,
)
from screening.clinical.reasons import InvalidInput, Reason

# Clinical reference, section 12.3: what lies outside is a slip of the pen.
LIMITS: Mapping[str, tuple[int | Decimal, int]] = {
    "mean_diameter_mm": (Decimal("0.5"), 200),
    "long_mm": (Decimal("0.5"), 200),
    "short_mm": (Decimal("0.5"), 200),
    "solid_component_mm": (0, 200),
    "volume_mm3": (1, 4_000_000),
    "months_since_prior_ct": (0, 240),
}


@dataclass(frozen=True, kw_only=True)
class Nodule:
    """One finding of one exam; None is unknown or not applicable, and neither is "no".

    `months_since_prior_ct` counts from the exam that gave `prior_category`. The volume of a
    part-solid finding is the total; `solid_component_mm` is the mean diameter of its solid part.
    That a juxtapleural nodule lies at a fissure matters to v1.1 alone.
    """

    finding: Finding
    status: Status | None = None
    mean_diameter_mm: Decimal | None = None
    long_mm: Decimal | None = None
    short_mm: Decimal | None = None
    solid_component_mm: Decimal | None = None
    volume_mm3: int | None = None
    prior_category: Category | None = None
    months_since_prior_ct: Decimal | None = None
    airway_level: AirwayLevel | None = None
    airway_content: AirwayContent | None = None
    cyst_type: CystType | None = None
    cyst_change: CystChange | None = None
    morphology: Morphology | None = None
    suspicious_features: tuple[str, ...] = ()
    benign_after_workup: bool | None = None
    is_perifissural: bool | None = None


@dataclass(frozen=True)
class Verdict:
    """A category with the reasons that led to it."""

    category: Category
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, kw_only=True)
class NoduleResult:
    """The category of one finding; `nodule` is None if only the category was handed in.

    `category_before_features` differs from `category` only if suspicious features made it 4X,
    which the publication leaves to the radiologist.
    """

    category: Category
    category_before_features: Category
    interval_months: str | None
    management: str | None
    reasons: tuple[Reason, ...]
    nodule: Nodule | None


def check_measures(nodule: Nodule) -> None:
    """Refuse sizes and months that are impossible or contradict each other."""
    for column, (lowest, highest) in LIMITS.items():
        value: Decimal | int | None = getattr(nodule, column)
        if value is None:
            continue
        if not Decimal(value).is_finite() or not lowest <= value <= highest:
            raise out_of_range(column, value, lowest, highest)
    long_mm, short_mm = nodule.long_mm, nodule.short_mm
    if long_mm is not None and short_mm is not None and short_mm > long_mm:
        raise InvalidInput(
            "short_mm", short_mm, "it is at most the long axis of {long}", long=long_mm
        )
