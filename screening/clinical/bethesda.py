"""The Bethesda System for thyroid cytology, 2023, and the risks of its 2018 edition beside it.

Source: 3rd edition 2023: PMC10600596, table 3; 2nd edition: PMC6694025 (section 7 of the clinical
reference). The risks are those of cancer, in percent; those of 2018 still count a NIFTP as one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from screening.clinical.reasons import InvalidInput


class Category(StrEnum):
    """A category of the system."""

    NONDIAGNOSTIC = "I"
    BENIGN = "II"
    ATYPIA = "III"
    FOLLICULAR_NEOPLASM = "IV"
    SUSPICIOUS = "V"
    MALIGNANT = "VI"


class Edition(StrEnum):
    """An edition, by the year that reports name it by."""

    Y2018 = "2018"
    Y2023 = "2023"


@dataclass(frozen=True)
class CategoryFacts:
    """What the edition of 2023 says of a category."""

    name: str
    usual_management: tuple[str, ...]


@dataclass(frozen=True)
class Risk:
    """A risk of cancer in percent; None where the edition prints no such figure."""

    mean: int | None
    lowest: int | None = None
    highest: int | None = None


CATEGORIES: Mapping[Category, CategoryFacts] = {
    Category.NONDIAGNOSTIC: CategoryFacts("nondiagnostic", ("repeat FNA under ultrasound",)),
    Category.BENIGN: CategoryFacts("benign", ("clinical and ultrasound follow-up",)),
    Category.ATYPIA: CategoryFacts(
        "atypia of undetermined significance",
        ("repeat FNA", "molecular test", "diagnostic lobectomy", "surveillance"),
    ),
    Category.FOLLICULAR_NEOPLASM: CategoryFacts(
        "follicular neoplasm", ("molecular test", "diagnostic lobectomy")
    ),
    Category.SUSPICIOUS: CategoryFacts(
        "suspicious for malignancy",
        ("molecular test", "lobectomy", "near-total thyroidectomy"),
    ),
    Category.MALIGNANT: CategoryFacts("malignant", ("lobectomy", "near-total thyroidectomy")),
}

RISKS: Mapping[Edition, Mapping[Category, Risk]] = {
    Edition.Y2023: {
        Category.NONDIAGNOSTIC: Risk(13, 5, 20),
        Category.BENIGN: Risk(4, 2, 7),
        Category.ATYPIA: Risk(22, 13, 30),
        Category.FOLLICULAR_NEOPLASM: Risk(30, 23, 34),
        Category.SUSPICIOUS: Risk(74, 67, 83),
        Category.MALIGNANT: Risk(97, 97, 100),
    },
    Edition.Y2018: {
        Category.ATYPIA: Risk(None, 10, 30),
        Category.FOLLICULAR_NEOPLASM: Risk(None, 25, 40),
        Category.SUSPICIOUS: Risk(None, 50, 75),
    },
}
# The edition of 2023 alone has children; the copy at hand misprints the range of IV, so none is
# given.
RISKS_OF_CHILDREN: Mapping[Category, Risk] = {
    Category.NONDIAGNOSTIC: Risk(14),
    Category.BENIGN: Risk(6),
    Category.ATYPIA: Risk(28),
    Category.FOLLICULAR_NEOPLASM: Risk(50),
    Category.SUSPICIOUS: Risk(81),
    Category.MALIGNANT: Risk(98),
}


def risk_of_malignancy(
    category: Category, edition: Edition = Edition.Y2023, *, is_child: bool = False
) -> Risk | None:
    """Return the risk of cancer that an edition gives a category; None where it gives none."""
    if is_child:
        return RISKS_OF_CHILDREN[category] if edition is Edition.Y2023 else None
    return RISKS[edition].get(category)


def read_category(text: str) -> Category:
    """Return the category that a report names, as a Roman or an Arabic number."""
    name = text.strip().upper().removeprefix("BETHESDA").strip()
    order = list(Category)
    if name in order:
        return Category(name)
    if name in {str(number) for number in range(1, len(order) + 1)}:
        return order[int(name) - 1]
    raise InvalidInput(
        "bethesda",
        text,
        "it is one of {codes}, or 1 to {number}",
        codes=", ".join(order),
        number=len(order),
    )
