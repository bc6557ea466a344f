"""The printed tables of ACR TI-RADS 2017: points of each feature; risk and sizes of each level.

Source: Tessler et al., J Am Coll Radiol 2017;14:587, chart and size table; what counts where a
feature cannot be determined: section 2 of the clinical reference.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from screening.clinical.acr_ti_rads.vocabulary import Level
from screening.clinical.thyroid_descriptors import (
    Composition,
    Echogenicity,
    Focus,
    Margin,
    Shape,
)


@dataclass(frozen=True)
class LevelFacts:
    """What the publication says of a level; sizes are inclusive and in centimeters.

    The months of the follow-up scans are counted from the exam that asked for them.
    """

    name: str
    risk_percent: Decimal
    fna_from_cm: Decimal | None = None
    follow_up_from_cm: Decimal | None = None
    follow_up_months: tuple[int, ...] = ()


COMPOSITION: Mapping[Composition, int] = {
    Composition.CYSTIC: 0,
    Composition.SPONGIFORM: 0,
    Composition.MIXED: 1,
    Composition.SOLID: 2,
    Composition.UNDETERMINED_CALCIFICATION: 2,
    Composition.UNDETERMINED: 2,
}
ECHOGENICITY: Mapping[Echogenicity, int] = {
    Echogenicity.ANECHOIC: 0,
    Echogenicity.HYPERECHOIC: 1,
    Echogenicity.ISOECHOIC: 1,
    Echogenicity.HYPOECHOIC: 2,
    Echogenicity.VERY_HYPOECHOIC: 3,
    Echogenicity.UNDETERMINED: 1,
}
SHAPE: Mapping[Shape, int] = {
    Shape.WIDER_THAN_TALL: 0,
    Shape.TALLER_THAN_WIDE: 3,
}
MARGIN: Mapping[Margin, int] = {
    Margin.SMOOTH: 0,
    Margin.ILL_DEFINED: 0,
    Margin.LOBULATED: 2,
    Margin.IRREGULAR: 2,
    Margin.EXTRATHYROIDAL_EXTENSION: 3,
    Margin.UNDETERMINED: 0,
}
# All that apply are added.
FOCI: Mapping[Focus, int] = {
    Focus.LARGE_COMET_TAIL: 0,
    Focus.MACROCALCIFICATION: 1,
    Focus.PERIPHERAL_CALCIFICATION: 2,
    Focus.PUNCTATE: 3,
}

LEVELS: Mapping[Level, LevelFacts] = {
    Level.TR1: LevelFacts("benign", Decimal("0.3")),
    Level.TR2: LevelFacts("not suspicious", Decimal("1.5")),
    Level.TR3: LevelFacts(
        "mildly suspicious", Decimal("4.8"), Decimal("2.5"), Decimal("1.5"), (12, 36, 60)
    ),
    Level.TR4: LevelFacts(
        "moderately suspicious", Decimal("9.1"), Decimal("1.5"), Decimal("1.0"), (12, 24, 36, 60)
    ),
    Level.TR5: LevelFacts(
        "highly suspicious", Decimal(35), Decimal("1.0"), Decimal("0.5"), (12, 24, 36, 48, 60)
    ),
}

# The fewest points of each level; no level has a single point.
FEWEST_POINTS: Mapping[Level, int] = {
    Level.TR5: 7,
    Level.TR4: 4,
    Level.TR3: 3,
    Level.TR2: 2,
    Level.TR1: 0,
}
POINTS_OF_NO_LEVEL = 1
