"""The published words of BI-RADS, and the settings for what the publication leaves open."""

from dataclasses import dataclass
from enum import StrEnum

SYSTEM = "bi-rads"
EDITION = "2013"


class Category(StrEnum):
    """A BI-RADS category; 4 is one that was not divided."""

    ZERO = "0"
    ONE = "1"
    TWO = "2"
    THREE = "3"
    FOUR = "4"
    FOUR_A = "4A"
    FOUR_B = "4B"
    FOUR_C = "4C"
    FIVE = "5"
    SIX = "6"


class Modality(StrEnum):
    """How the breasts were imaged in a round; the values are those of the vector file."""

    MAMMOGRAPHY = "mg"
    ULTRASOUND = "us"
    MRI = "mri"


class Side(StrEnum):
    """One of the two breasts."""

    LEFT = "left"
    RIGHT = "right"


class Density(StrEnum):
    """The composition of a breast, from almost entirely fatty to extremely dense."""

    FATTY = "a"
    SCATTERED = "b"
    HETEROGENEOUSLY_DENSE = "c"
    EXTREMELY_DENSE = "d"

    @property
    def is_dense(self) -> bool:
        """Whether the publication calls the breast dense."""
        return self in (Density.HETEROGENEOUSLY_DENSE, Density.EXTREMELY_DENSE)


# Least to most worrisome. The likelihoods give 1 to 5; the places of 0 and 6 and that of a 4
# which was not divided are recalled or a house rule, to be confirmed by the site.
ORDER = (
    Category.ONE,
    Category.TWO,
    Category.THREE,
    Category.SIX,
    Category.ZERO,
    Category.FOUR_A,
    Category.FOUR,
    Category.FOUR_B,
    Category.FOUR_C,
    Category.FIVE,
)


@dataclass(frozen=True, kw_only=True)
class Readings:
    """The reading in force for each question that the publication leaves open.

    The defaults are those of the clinical reference, section c. `order` goes from least to most
    worrisome. Where parallel imaging closes a zero, a final category by ultrasound or MRI of the
    same round does so for the mammographic 0 of its breast. Ultrasound and MRI count in the audit
    as mammography does, or not at all.
    """

    order: tuple[Category, ...] = ORDER
    parallel_imaging_closes_zero: bool = False
    ultrasound_and_mri_count_in_audit: bool = True

    def __post_init__(self) -> None:
        """Refuse an order in which a category is missing or comes twice."""
        if sorted(self.order) != sorted(Category):
            raise ValueError("an order names each category once")


REFERENCE_DEFAULTS = Readings()
