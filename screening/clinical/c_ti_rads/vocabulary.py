"""The published words of C-TIRADS 2020, a nodule in them, and the settings for what is open."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

SYSTEM = "c-ti-rads-2020"


class Category(StrEnum):
    """A category, from least to most suspicious; 6 is set by pathology alone."""

    ONE = "1"
    TWO = "2"
    THREE = "3"
    FOUR_A = "4A"
    FOUR_B = "4B"
    FOUR_C = "4C"
    FIVE = "5"
    SIX = "6"


class Circumstance(StrEnum):
    """What may speak for biopsy below 10 mm; recalled, to be confirmed by the site."""

    MANY_FOCI = "many_foci"
    NEAR_CAPSULE = "near_capsule"
    NEAR_TRACHEA = "near_trachea"
    NEAR_RECURRENT_NERVE = "near_recurrent_nerve"
    SUSPICIOUS_NODE = "suspicious_node"
    RAISED_CALCITONIN = "raised_calcitonin"
    FAMILY_HISTORY = "family_history"
    BEFORE_ABLATION_OR_SURGERY = "before_ablation_or_surgery"


@dataclass(frozen=True, kw_only=True)
class Nodule:
    """A nodule, or none at all, in the words of the system; None is not known.

    `marked_hypoechoic` is darker than the neck strap muscle, `vertical` taller than wide, and the
    margin counts once however many of its three signs are seen. Where `nodule` is not known, a
    feature or a size says that there is one.
    """

    nodule: bool | None = None
    proven_malignant: bool | None = None
    solid: bool | None = None
    marked_hypoechoic: bool | None = None
    microcalcification: bool | None = None
    margin_ill_defined_irregular_or_ete: bool | None = None
    vertical: bool | None = None
    comet_tail: bool | None = None
    max_size_mm: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class Readings:
    """The reading in force for each question that the sources leave open (section 3).

    `highest_focus_counts`: a comet tail beside a microcalcification is not subtracted; one
    secondary source says so. `threshold_inclusive`: a nodule of exactly the FNA size reaches it.
    `fna_of_category_3_from_20_mm` and `small_nodule_circumstances` are quoted by no source that
    could be read: they are to be confirmed by the site.
    """

    highest_focus_counts: bool = True
    threshold_inclusive: bool = True
    fna_of_category_3_from_20_mm: bool = False
    small_nodule_circumstances: bool = False


PUBLISHED_DEFAULTS = Readings()
