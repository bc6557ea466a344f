"""The Bethesda System for thyroid cytology, 2023, and the risks of its 2018 edition beside it.

A category implies a risk of cancer, in percent, and in adults a usual management. The edition of
2023 has a mean and a range for adults, and a mean alone for children: the copy at hand misprints a
range of theirs, and what follows in children was not read. The edition of 2018 has a range for III,
IV and V of adults, which still counts a NIFTP, a noninvasive follicular neoplasm, as cancer. A
category is read from a Roman or an Arabic number.

Source: 3rd edition 2023: PMC10600596, table 3; 2nd edition 2018: PMC6694025.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from screening.clinical.inputs import Row, read_flag, read_text, required
from screening.clinical.reasons import InvalidInput, MissingInput, Reason, in_words

SYSTEM = "bethesda-2023"
INPUTS = ("bethesda", "child")
RESULTS = (
    "category",
    "risk_mean_pct",
    "risk_range_pct",
    "risk_range_2018_pct",
    "usual_management",
    "reasons",
)
REASON_KEYS: Mapping[str, tuple[str, ...]] = {
    "risk_of_adults": ("category", "mean", "lowest", "highest"),
    "risk_of_children": ("category", "mean"),
    "risk_of_2018": ("lowest", "highest"),
}


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


@dataclass(frozen=True)
class Implied:
    """What a category implies: risks of both editions and the usual management, and why."""

    category: Category
    risk: Risk
    risk_of_2018: Risk | None
    usual_management: tuple[str, ...]
    reasons: tuple[Reason, ...]


def implied_by_row(row: Row) -> Implied:
    """Return what the category of a row implies; whether it is a child's must be known."""
    text = read_text(row, "bethesda")
    if not text:
        raise MissingInput("bethesda")
    category = read_category(text)
    is_child = required("child", read_flag(row, "child"))
    return _in_children(category) if is_child else _in_adults(category)


def evaluate_row(row: Row) -> dict[str, str]:
    """Return risks and usual management of the category in a row."""
    implied = implied_by_row(row)
    return {
        "category": implied.category.value,
        "risk_mean_pct": str(implied.risk.mean),
        "risk_range_pct": _range(implied.risk),
        "risk_range_2018_pct": _range(implied.risk_of_2018),
        "usual_management": ";".join(implied.usual_management),
        "reasons": in_words(implied.reasons),
    }


def _in_children(category: Category) -> Implied:
    risk = RISKS_OF_CHILDREN[category]
    reason = Reason("risk_of_children", {"category": category, "mean": str(risk.mean)})
    return Implied(category, risk, None, (), (reason,))


def _in_adults(category: Category) -> Implied:
    risk, risk_of_2018 = RISKS[Edition.Y2023][category], RISKS[Edition.Y2018].get(category)
    mean = {"category": category, "mean": str(risk.mean)}
    reasons = [Reason("risk_of_adults", {**mean, **_ends(risk)})]
    if risk_of_2018 is not None:
        reasons.append(Reason("risk_of_2018", _ends(risk_of_2018)))
    management = CATEGORIES[category].usual_management
    return Implied(category, risk, risk_of_2018, management, tuple(reasons))


def _ends(risk: Risk) -> dict[str, str]:
    return {"lowest": str(risk.lowest), "highest": str(risk.highest)}


def _range(risk: Risk | None) -> str:
    return "" if risk is None or risk.lowest is None else f"{risk.lowest}-{risk.highest}"
