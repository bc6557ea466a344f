"""Growth of a lung nodule: sphere volume, volume doubling time and the verdict between two exams.

Source: section 7 of the clinical reference (formulas; NELSON limits in 7.2). These figures are
shown beside Lung-RADS and never change its category.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from screening.clinical.reasons import InvalidInput

PI = Decimal("3.14159265358979323846")
TENTH = Decimal("0.1")

# NELSON (section 7.2): growth is a volume gain of 25 % or more; the doubling time then grades it.
NELSON_GROWTH_PERCENT = 25
NELSON_POSITIVE_BELOW_DAYS = 400
NELSON_NEGATIVE_ABOVE_DAYS = 600


class GrowthVerdict(StrEnum):
    """What two volumes of a nodule say before any limit is applied."""

    GROWING = "growing"
    NO_GROWTH = "no_growth"
    SHRINKING = "shrinking"


class NelsonClass(StrEnum):
    """The NELSON reading of the change between two exams."""

    NEGATIVE = "negative"
    INDETERMINATE = "indeterminate"
    POSITIVE = "positive"


@dataclass(frozen=True, kw_only=True)
class Growth:
    """The change between two exams; there is a doubling time only if the nodule grows."""

    verdict: GrowthVerdict
    volume_change_percent: Decimal
    doubling_time_days: Decimal | None
    nelson: NelsonClass


def sphere_volume_mm3(diameter_mm: Decimal) -> Decimal:
    """Return the volume of a sphere, pi/6 times the cube of the diameter, to 0.1 mm3."""
    _check_positive("mean_diameter_mm", diameter_mm)
    return (PI / 6 * diameter_mm**3).quantize(TENTH)


def growth_by_volume(
    earlier_mm3: Decimal | int, later_mm3: Decimal | int, interval_days: int
) -> Growth:
    """Return the change between two volumes."""
    _check_positive("volume_mm3", earlier_mm3)
    _check_positive("volume_mm3", later_mm3)
    return _growth(Decimal(later_mm3) / Decimal(earlier_mm3), interval_days)


def growth_by_diameter(earlier_mm: Decimal, later_mm: Decimal, interval_days: int) -> Growth:
    """Return the change between two mean diameters, each taken as that of a sphere."""
    _check_positive("mean_diameter_mm", earlier_mm)
    _check_positive("mean_diameter_mm", later_mm)
    return _growth((later_mm / earlier_mm) ** 3, interval_days)


def _growth(volume_ratio: Decimal, interval_days: int) -> Growth:
    _check_positive("interval_days", interval_days)
    change_percent = (volume_ratio - 1) * 100
    verdict, doubling_time_days = GrowthVerdict.NO_GROWTH, None
    if volume_ratio < 1:
        verdict = GrowthVerdict.SHRINKING
    elif volume_ratio > 1:
        verdict = GrowthVerdict.GROWING
        doubling_time_days = interval_days * Decimal(2).ln() / volume_ratio.ln()
    return Growth(
        verdict=verdict,
        volume_change_percent=change_percent.quantize(TENTH),
        doubling_time_days=doubling_time_days and doubling_time_days.quantize(TENTH),
        nelson=_nelson_class(change_percent, doubling_time_days),
    )


def _nelson_class(change_percent: Decimal, doubling_time_days: Decimal | None) -> NelsonClass:
    if doubling_time_days is None or change_percent < NELSON_GROWTH_PERCENT:
        return NelsonClass.NEGATIVE
    if doubling_time_days < NELSON_POSITIVE_BELOW_DAYS:
        return NelsonClass.POSITIVE
    if doubling_time_days <= NELSON_NEGATIVE_ABOVE_DAYS:
        return NelsonClass.INDETERMINATE
    return NelsonClass.NEGATIVE


def _check_positive(column: str, value: Decimal | int) -> None:
    if not Decimal(value).is_finite() or value <= 0:
        raise InvalidInput(column, value, "it is a number above 0")
