"""Measuring: the mean diameter in decimal arithmetic, and sizes compared in mm or in mm3."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

from screening.clinical.lung_rads.nodule import Nodule
from screening.clinical.lung_rads.vocabulary import Rounding
from screening.clinical.reasons import InvalidInput, MissingInput

TENTH = Decimal("0.1")

_DECIMAL_ROUNDING: Mapping[Rounding, str] = {
    Rounding.HALF_UP: ROUND_HALF_UP,
    Rounding.HALF_EVEN: ROUND_HALF_EVEN,
    Rounding.TRUNCATE: ROUND_DOWN,
}

# Lung-RADS v2022 prints each limit in mm with the volume of the sphere (section 5.3).
VOLUME_OF_LIMIT_MM3: Mapping[int, int] = {4: 34, 6: 113, 8: 268, 10: 524, 15: 1767, 30: 14137}


@dataclass(frozen=True)
class Size:
    """A mean diameter in mm, or a volume in mm3."""

    value: Decimal | int
    unit: str

    def limit(self, limit_mm: int) -> int:
        """Return a published limit in the unit of this size."""
        return limit_mm if self.unit == "mm" else VOLUME_OF_LIMIT_MM3[limit_mm]

    def is_at_least(self, limit_mm: int) -> bool:
        """Tell whether a published limit is reached; a limit belongs to the class above it."""
        return self.value >= self.limit(limit_mm)


def to_tenth_mm(measure_mm: Decimal, rounding: Rounding = Rounding.HALF_UP) -> Decimal:
    """Round to the 0.1 mm in which Lung-RADS compares diameters."""
    return measure_mm.quantize(TENTH, rounding=_DECIMAL_ROUNDING[rounding])


def mean_diameter_mm(
    long_mm: Decimal, short_mm: Decimal, rounding: Rounding = Rounding.HALF_UP
) -> Decimal:
    """Return the mean of the long and the short axis to 0.1 mm; an exact half goes up."""
    if short_mm > long_mm:
        raise InvalidInput(
            "short_mm", short_mm, "it is at most the long axis of {long}", long=long_mm
        )
    return to_tenth_mm((long_mm + short_mm) / 2, rounding)


def known_diameter(nodule: Nodule, rounding: Rounding) -> Decimal | None:
    """Return the typed mean diameter, else that of the two axes, else None."""
    if nodule.mean_diameter_mm is not None:
        return to_tenth_mm(nodule.mean_diameter_mm, rounding)
    if nodule.long_mm is None or nodule.short_mm is None:
        return None
    return mean_diameter_mm(nodule.long_mm, nodule.short_mm, rounding)


def known_size(nodule: Nodule, rounding: Rounding) -> Size | None:
    """Return the size that decides: the volume if there is one, else the mean diameter."""
    if nodule.volume_mm3 is not None:
        return Size(nodule.volume_mm3, "mm3")
    diameter_mm = known_diameter(nodule, rounding)
    return None if diameter_mm is None else Size(diameter_mm, "mm")


def required_size(nodule: Nodule, rounding: Rounding) -> Size:
    """Return the size that decides, or name the measure that is missing."""
    size = known_size(nodule, rounding)
    if size is not None:
        return size
    if nodule.long_mm is not None:
        raise MissingInput("short_mm")
    if nodule.short_mm is not None:
        raise MissingInput("long_mm")
    raise MissingInput("mean_diameter_mm")


def known_solid_part(nodule: Nodule, rounding: Rounding) -> Size | None:
    """Return the mean diameter of the solid part, if it is known."""
    solid_mm = nodule.solid_component_mm
    return None if solid_mm is None else Size(to_tenth_mm(solid_mm, rounding), "mm")


def required_solid_part(nodule: Nodule, rounding: Rounding) -> Size:
    """Return the mean diameter of the solid part, or name it as missing."""
    solid_part = known_solid_part(nodule, rounding)
    if solid_part is None:
        raise MissingInput("solid_component_mm")
    return solid_part


def check_solid_part(nodule: Nodule, rounding: Rounding) -> None:
    """Refuse a solid part that is larger than the nodule."""
    diameter_mm = known_diameter(nodule, rounding)
    solid_part = known_solid_part(nodule, rounding)
    if diameter_mm is not None and solid_part is not None and solid_part.value > diameter_mm:
        raise InvalidInput(
            "solid_component_mm",
            solid_part.value,
            "the whole nodule measures {whole}",
            whole=diameter_mm,
        )
