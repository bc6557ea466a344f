"""The published words of Lung-RADS v2022, and the settings for what the publication leaves open."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Literal

SYSTEM = "lung-rads-v2022"


class Category(StrEnum):
    """A Lung-RADS category without modifiers."""

    ZERO = "0"
    ONE = "1"
    TWO = "2"
    THREE = "3"
    FOUR_A = "4A"
    FOUR_B = "4B"
    FOUR_X = "4X"


class Finding(StrEnum):
    """What the reader saw, or why nothing could be concluded."""

    SOLID = "solid"
    PART_SOLID = "part_solid"
    NON_SOLID = "non_solid"
    CAVITARY = "cavitary"
    JUXTAPLEURAL = "juxtapleural"
    AIRWAY = "airway"
    CYST = "cyst"
    BENIGN_CALCIFICATION = "benign_calcification"
    FAT_CONTAINING = "fat_containing"
    NONE = "none"
    PRIOR_CT_PENDING = "prior_ct_pending"
    INCOMPLETE_EXAM = "incomplete_exam"
    INFECTION_OR_INFLAMMATION = "infection_or_inflammation"


class Status(StrEnum):
    """How a finding compares with the earlier exams."""

    BASELINE = "baseline"
    NEW = "new"
    GROWING = "growing"
    SLOW_GROWING = "slow_growing"
    THRESHOLD_CROSSED = "threshold_crossed"
    STABLE = "stable"
    DECREASED = "decreased"
    RESOLVED = "resolved"
    SOLID_COMPONENT_NEW = "solid_component_new"
    SOLID_COMPONENT_GROWING = "solid_component_growing"


class AirwayLevel(StrEnum):
    """Where in the bronchial tree an airway nodule lies."""

    SUBSEGMENTAL = "subsegmental"
    SEGMENTAL_OR_PROXIMAL = "segmental_or_proximal"


class AirwayContent(StrEnum):
    """What speaks against soft tissue in an airway finding."""

    AIR_OR_SECRETIONS = "air_or_secretions"
    TUBULAR = "tubular"


class CystType(StrEnum):
    """The wall and the septa of a pulmonary cyst."""

    THIN_UNILOCULAR = "thin_unilocular"
    THICK_UNILOCULAR = "thick_unilocular"
    MULTILOCULAR = "multilocular"
    BECAME_MULTILOCULAR = "became_multilocular"


class CystChange(StrEnum):
    """What changed in a pulmonary cyst since the earlier exams."""

    CYSTIC_COMPONENT_GROWING = "cystic_component_growing"
    WALL_OR_NODULARITY_GROWING = "wall_or_nodularity_growing"
    MULTILOCULAR_GROWING = "multilocular_growing"
    INCREASED_LOCULATION = "increased_loculation"
    NEW_OR_INCREASED_OPACITY = "new_or_increased_opacity"


class Morphology(StrEnum):
    """The outline of a juxtapleural nodule."""

    SMOOTH_OVAL = "smooth_oval"
    SMOOTH_LENTIFORM = "smooth_lentiform"
    SMOOTH_TRIANGULAR = "smooth_triangular"
    IRREGULAR = "irregular"


class Rounding(StrEnum):
    """What becomes of a mean diameter that ends in an exact half of a tenth."""

    HALF_UP = "half_up"
    HALF_EVEN = "half_even"
    TRUNCATE = "truncate"


@dataclass(frozen=True, kw_only=True)
class Readings:
    """The reading in force for each question that the publication leaves open.

    The defaults are those of the clinical reference, section 5.8; a site may choose the other
    option that is listed there. `step_tolerance_months` is how much too early a short-interval
    exam may be done and still count as done in time; none unless the protocol grants it.
    """

    stable_3_seen_from_3_months: Literal[Category.THREE, Category.TWO] = Category.THREE
    stable_4a_seen_from_9_months: Literal[Category.THREE, Category.TWO] = Category.THREE
    resolved: Literal[Category.TWO, Category.ONE] = Category.TWO
    rounding: Rounding = Rounding.HALF_UP
    small_new_part_solid: Literal[Category.FOUR_B, Category.THREE] = Category.FOUR_B
    threshold_rule_for_solid_part: bool = True
    growing_non_solid_from_30_mm: Literal[Category.THREE, Category.TWO] = Category.THREE
    growing_juxtapleural_as_solid: bool = True
    airway_content: Literal[Category.TWO, Category.ZERO] = Category.TWO
    step_tolerance_months: Decimal = Decimal(0)


PUBLISHED_DEFAULTS = Readings()
