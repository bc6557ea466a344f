"""What the category could be where an input is not known: one nodule for each thing it may be."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from screening.clinical.lung_rads import (
    AirwayLevel,
    Category,
    CystChange,
    CystType,
    Finding,
    Morphology,
    Nodule,
    NoduleResult,
    Readings,
    Status,
    categorize_nodule,
)
from screening.clinical.lung_rads.tables import SOLID_PART_STATUSES
from screening.clinical.reasons import InvalidInput, MissingInput

# A short-interval exam may be half a month early (clinical reference, section 5.6).
READINGS = Readings(step_tolerance_months=Decimal("0.5"))

# One value of each class that the tables tell apart, so that nothing possible is left out.
SIZES_MM = tuple(Decimal(size) for size in ("0.5", "4", "6", "8", "10", "15", "30"))
SOLID_PARTS_MM = tuple(Decimal(size) for size in ("0", "0.1", "4", "6", "8"))
STEP_MONTHS = tuple(Decimal(months) for months in (0, 3, 6, 9))
PRIORS = (Category.TWO, Category.THREE, Category.FOUR_A, Category.FOUR_B)
LARGEST_MM = Decimal(200)

Variants = Iterable[Nodule]


@lru_cache(maxsize=8192)
def categorize(nodule: Nodule, readings: Readings = READINGS) -> NoduleResult:
    """Return the result of a nodule: the same for equal nodules, of which files hold many."""
    return categorize_nodule(nodule, readings)


@dataclass(frozen=True)
class Outcomes:
    """Every result that a nodule may have; not `is_complete` where one has no printed row."""

    results: tuple[NoduleResult, ...]
    is_complete: bool = True

    @property
    def categories(self) -> set[Category]:
        """The categories among the results."""
        return {result.category for result in self.results}


def outcomes_of(nodule: Nodule, statuses: Sequence[Status], readings: Readings) -> Outcomes:
    """Return every result that is possible with one of these statuses and what else is unknown."""
    results: list[NoduleResult] = []
    is_complete = True
    waiting = [replace(nodule, status=status) for status in _fitting(nodule, statuses)]
    while waiting:
        variant = waiting.pop()
        try:
            results.append(categorize(variant, readings))
        except MissingInput as error:
            waiting.extend(VARIANTS[error.column](variant))
        except InvalidInput as error:
            has_no_row = variant.finding is Finding.AIRWAY and error.column == "status"
            is_complete = is_complete and not has_no_row
    return Outcomes(tuple(results), is_complete)


def _fitting(nodule: Nodule, statuses: Sequence[Status]) -> Iterable[Status]:
    """Leave out what a finding of this type cannot be."""
    if nodule.finding is Finding.PART_SOLID:
        return (status for status in statuses if status is not Status.GROWING)
    return (status for status in statuses if status not in SOLID_PART_STATUSES)


def _between(lowest_mm: Decimal, highest_mm: Decimal) -> list[Decimal]:
    """Return one diameter of each class within a range, and both of its ends."""
    return [lowest_mm, *(size for size in SIZES_MM if lowest_mm < size < highest_mm), highest_mm]


def _with_short_axis(nodule: Nodule) -> Variants:
    longest_mm = nodule.long_mm or LARGEST_MM
    sizes = _between((longest_mm + SIZES_MM[0]) / 2, longest_mm)
    return (replace(nodule, mean_diameter_mm=size) for size in sizes)


def _with_long_axis(nodule: Nodule) -> Variants:
    sizes = _between(nodule.short_mm or SIZES_MM[0], LARGEST_MM)
    return (replace(nodule, mean_diameter_mm=size) for size in sizes)


VARIANTS: Mapping[str, Callable[[Nodule], Variants]] = {
    "mean_diameter_mm": lambda nodule: (
        replace(nodule, mean_diameter_mm=size) for size in SIZES_MM
    ),
    "short_mm": _with_short_axis,
    "long_mm": _with_long_axis,
    "solid_component_mm": lambda nodule: (
        replace(nodule, solid_component_mm=size) for size in SOLID_PARTS_MM
    ),
    "prior_category": lambda nodule: (replace(nodule, prior_category=prior) for prior in PRIORS),
    "months_since_prior_ct": lambda nodule: (
        replace(nodule, months_since_prior_ct=months) for months in STEP_MONTHS
    ),
    "airway_level": lambda nodule: (replace(nodule, airway_level=level) for level in AirwayLevel),
    "cyst_type": lambda nodule: (replace(nodule, cyst_type=kind) for kind in CystType),
    "cyst_change": lambda nodule: (replace(nodule, cyst_change=change) for change in CystChange),
    "morphology": lambda nodule: (
        replace(nodule, morphology=shape)
        for shape in (Morphology.SMOOTH_OVAL, Morphology.IRREGULAR)
    ),
}
