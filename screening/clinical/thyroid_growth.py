"""Growth of a thyroid nodule between two scans, by ACR TI-RADS and by the ATA guideline of 2015.

A nodule has grown if at least two of its three diameters are up by 20 % or more and by 2 mm or
more each, or if its volume is up by half: from 50 % on by ACR, above 50 % by ATA. The volume is
that of the ellipsoid, so that its change is that of the product of the three diameters. Both scans
name the diameters in the same order. The change is shown to a tenth of a percent and compared as it
is.

The largest diameter lies between 2 and 100 mm: anything else is taken for a slip of the unit.

Source: TI-RADS User's Guide, Radiology 2018;287:29; American Thyroid Association 2015, PMC4739132.
Copies of the guide that print ">" for its limits are not followed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from screening.clinical.inputs import Row, read_text
from screening.clinical.reasons import InvalidInput, MissingInput, Reason, in_words
from screening.clinical.thyroid_descriptors import LARGEST_MM, SMALLEST_MM

SYSTEM = "thyroid-growth"
INPUTS = ("prior_mm", "current_mm")
RESULTS = (
    "dimensions_up_20pct_and_2mm",
    "volume_change_pct",
    "significant_growth_acr",
    "significant_growth_ata2015",
    "reasons",
)

PI = Decimal("3.14159265358979323846")
TENTH = Decimal("0.1")
DIMENSION_PERCENT = 20
DIMENSION_MM = 2
DIMENSIONS = 2
VOLUME_PERCENT = 50

AXES = re.compile(r"(\d+(?:\.\d+)?)\s*[xX\N{MULTIPLICATION SIGN}]\s*" * 2 + r"(\d+(?:\.\d+)?)")

REASON_KEYS: Mapping[str, tuple[str, ...]] = {
    "dimensions_grown": ("dimensions", "percent", "mm"),
    "volume_changed": ("percent", "limit_percent"),
}


@dataclass(frozen=True)
class Axes:
    """The three diameters of a nodule in millimeters; both scans name them in the same order."""

    length_mm: Decimal
    width_mm: Decimal
    depth_mm: Decimal

    @property
    def all_mm(self) -> tuple[Decimal, Decimal, Decimal]:
        """The three diameters in their order."""
        return (self.length_mm, self.width_mm, self.depth_mm)

    @property
    def largest_mm(self) -> Decimal:
        """The largest diameter."""
        return max(self.all_mm)

    @property
    def volume_mm3(self) -> Decimal:
        """The volume of the ellipsoid, pi/6 times the three diameters, to 0.1 mm3."""
        return (PI / 6 * self.product_mm3).quantize(TENTH)

    @property
    def product_mm3(self) -> Decimal:
        """The product of the three diameters."""
        return self.length_mm * self.width_mm * self.depth_mm


@dataclass(frozen=True, kw_only=True)
class Growth:
    """What changed between two scans, and whether each publication calls it growth."""

    dimensions_up: int
    volume_change_percent: Decimal
    is_significant_acr: bool
    is_significant_ata2015: bool
    reasons: tuple[Reason, ...]


def growth(prior: Axes | None, current: Axes | None) -> Growth:
    """Return the growth between two scans of a nodule; it is judged on unrounded figures.

    Raises MissingInput or InvalidInput naming `prior_mm` or `current_mm`.
    """
    prior, current = _possible("prior_mm", prior), _possible("current_mm", current)
    dimensions_up = sum(
        _has_grown(before, now) for before, now in zip(prior.all_mm, current.all_mm, strict=True)
    )
    change_percent = 100 * (current.product_mm3 - prior.product_mm3) / prior.product_mm3
    by_dimensions = dimensions_up >= DIMENSIONS
    # Adding zero turns a rounded -0.0 into 0.0.
    shown_percent = change_percent.quantize(TENTH) + 0
    return Growth(
        dimensions_up=dimensions_up,
        volume_change_percent=shown_percent,
        is_significant_acr=by_dimensions or change_percent >= VOLUME_PERCENT,
        is_significant_ata2015=by_dimensions or change_percent > VOLUME_PERCENT,
        reasons=(
            Reason(
                "dimensions_grown",
                {"dimensions": dimensions_up, "percent": DIMENSION_PERCENT, "mm": DIMENSION_MM},
            ),
            Reason("volume_changed", {"percent": shown_percent, "limit_percent": VOLUME_PERCENT}),
        ),
    )


def evaluate_row(row: Row) -> dict[str, str]:
    """Return the result columns of a row of the published vector file."""
    found = growth_of_row(row)
    return {
        "dimensions_up_20pct_and_2mm": str(found.dimensions_up),
        "volume_change_pct": str(found.volume_change_percent),
        "significant_growth_acr": "yes" if found.is_significant_acr else "no",
        "significant_growth_ata2015": "yes" if found.is_significant_ata2015 else "no",
        "reasons": in_words(found.reasons),
    }


def growth_of_row(row: Row) -> Growth:
    """Return what changed between the two scans of a row."""
    return growth(read_axes(row, "prior_mm"), read_axes(row, "current_mm"))


def read_axes(row: Row, column: str) -> Axes | None:
    """Return the three diameters of a cell such as 12x9x8; None for a blank."""
    text = read_text(row, column)
    if not text:
        return None
    found = AXES.fullmatch(text)
    if found is None:
        raise InvalidInput(column, text, "it is three diameters in millimeters, such as 12x9x8")
    return Axes(*(Decimal(number) for number in found.groups()))


def _has_grown(before_mm: Decimal, now_mm: Decimal) -> bool:
    gain_mm = now_mm - before_mm
    return gain_mm >= DIMENSION_MM and 100 * gain_mm >= DIMENSION_PERCENT * before_mm


def _possible(column: str, axes: Axes | None) -> Axes:
    """Refuse diameters that no nodule has, such as centimeters typed as millimeters."""
    if axes is None:
        raise MissingInput(column)
    shown = "x".join(str(axis) for axis in axes.all_mm)
    if not all(axis.is_finite() and axis > 0 for axis in axes.all_mm):
        raise InvalidInput(column, shown, "each diameter is above 0")
    if not SMALLEST_MM <= axes.largest_mm <= LARGEST_MM:
        raise InvalidInput(
            column,
            shown,
            "the largest diameter lies between {lowest} and {highest} millimeters",
            lowest=SMALLEST_MM,
            highest=LARGEST_MM,
        )
    return axes
