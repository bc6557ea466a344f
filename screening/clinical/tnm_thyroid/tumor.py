"""T of a thyroid cancer, 8th edition, from its size and what it has grown into.

Source: PMC8623499, table (section 12 of the clinical reference). Extension that only the microscope
shows does not count.
"""

from decimal import Decimal
from enum import StrEnum

from screening.clinical.inputs import within

T1A_UP_TO_MM = 10
T1B_UP_TO_MM = 20
T2_UP_TO_MM = 40
LARGEST_MM = 300


class Extension(StrEnum):
    """What the tumor has grown into, as the surgeon or the image sees it."""

    NONE = "none"
    STRAP_MUSCLES = "strap_muscles"
    NEAR_ORGANS = "near_organs"
    VESSELS_OR_FASCIA = "vessels_or_fascia"


OF_ANY_SIZE = {
    Extension.STRAP_MUSCLES: "T3b",
    Extension.NEAR_ORGANS: "T4a",
    Extension.VESSELS_OR_FASCIA: "T4b",
}


def tumor_category(size_mm: Decimal | None, extension: Extension) -> str:
    """Return T: by size within the thyroid, else by the farthest extension, whatever the size.

    Near organs are subcutaneous tissue, larynx, trachea, esophagus and recurrent nerve; vessels or
    fascia the prevertebral fascia, an encased carotid and mediastinal vessels. Raises MissingInput
    or InvalidInput naming `size_mm`, which is the largest diameter.
    """
    if extension in OF_ANY_SIZE:
        return OF_ANY_SIZE[extension]
    size = within("size_mm", size_mm, Decimal("0.1"), LARGEST_MM)
    for limit_mm, category in ((T1A_UP_TO_MM, "T1a"), (T1B_UP_TO_MM, "T1b"), (T2_UP_TO_MM, "T2")):
        if size <= limit_mm:
            return category
    return "T3a"
