"""EU-TIRADS 2017 of a thyroid nodule, from the ACR descriptors, for display.

The first pattern of the table that fits gives the category, and category and largest diameter say
whether FNA is asked for: above the size of the category, not at it. Features of high risk are a
shape that is taller than wide, an irregular or lobulated margin, punctate foci, and a solid nodule
that is very hypoechoic. The publication gives no order: here a feature of high risk decides before
the benign patterns. Lobulated margins count as irregular and punctate foci as microcalcification.

Every descriptor must be known, and the size where the category has one. A nodule that fits no
pattern has no category, which is no error. Category 1 is an exam without a nodule, which is no row.
The result is shown beside that of the system of a site and never in its place.

Source: European Thyroid Association 2017, PMC5652895; lobulated margins and punctate foci:
PMC8446497, figure 4.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from screening.clinical import thyroid_patterns
from screening.clinical.inputs import Row
from screening.clinical.reasons import Reason
from screening.clinical.thyroid_descriptors import (
    NOT_SMOOTH,
    Composition,
    Described,
    Descriptors,
    Echogenicity,
    Focus,
    Margin,
    Shape,
    completely,
)
from screening.clinical.thyroid_patterns import (
    Limit,
    Pattern,
    PatternResult,
    Seen,
    columns,
    explained,
    first_match,
    judge_size,
    read_inputs,
    unmatched,
)

SYSTEM = "eu-ti-rads-2017"
INPUTS = thyroid_patterns.INPUTS
RESULTS = thyroid_patterns.RESULTS


class Category(StrEnum):
    """A category of EU-TIRADS; 1 is an exam without a nodule."""

    ONE = "1"
    TWO = "2"
    THREE = "3"
    FOUR = "4"
    FIVE = "5"


@dataclass(frozen=True)
class CategoryFacts:
    """What the publication says of a category: meaning, risk of cancer in percent, FNA size.

    `fna_again_within_months` is when a first benign cytology is repeated; None: it is not.
    """

    meaning: str
    risk_percent: str | None
    fna: Limit | None = None
    fna_again_within_months: int | None = None


CATEGORIES: Mapping[Category, CategoryFacts] = {
    Category.ONE: CategoryFacts("no nodule", None),
    Category.TWO: CategoryFacts("benign", "~0"),
    Category.THREE: CategoryFacts("low risk", "2-4", Limit(20, is_included=False)),
    Category.FOUR: CategoryFacts("intermediate risk", "6-17", Limit(15, is_included=False)),
    Category.FIVE: CategoryFacts("high risk", "26-87", Limit(10, is_included=False), 3),
}

PATTERNS = (
    Pattern("at_least_one_high_risk_feature", Category.FIVE, lambda seen: bool(seen.features)),
    Pattern("pure_cyst", Category.TWO, lambda seen: seen.nodule.is_pure_cyst),
    Pattern(
        "spongiform",
        Category.TWO,
        lambda seen: seen.nodule.composition is Composition.SPONGIFORM,
    ),
    Pattern(
        "smooth_with_hypoechoic_tissue",
        Category.FOUR,
        lambda seen: seen.is_known and seen.is_dark and seen.nodule.margin is Margin.SMOOTH,
    ),
    Pattern(
        "smooth_and_bright",
        Category.THREE,
        lambda seen: seen.is_known and seen.is_bright and seen.nodule.margin is Margin.SMOOTH,
    ),
)

REASON_KEYS: Mapping[str, tuple[str, ...]] = {
    **thyroid_patterns.REASON_KEYS,
    "surveillance_or_fna_by_choice": (),
}


def assess_nodule(descriptors: Descriptors, max_size_mm: Decimal | None) -> PatternResult:
    """Return category, risk and biopsy of a nodule; no category where it fits no pattern.

    Raises MissingInput or InvalidInput naming the column.
    """
    nodule = completely(descriptors)
    seen = Seen(nodule, tuple(_high_risk(nodule)))
    pattern = first_match(PATTERNS, seen)
    if pattern is None:
        return unmatched(nodule)
    facts = CATEGORIES[Category(pattern.category)]
    fna, of_size = judge_size(pattern.category, facts.fna, max_size_mm)
    is_left_open = pattern.category is Category.FIVE and not fna
    notes = (Reason("surveillance_or_fna_by_choice"),) if is_left_open else ()
    return PatternResult(
        category=pattern.category,
        risk_percent=facts.risk_percent,
        fna=fna,
        reasons=(*explained(pattern, seen), of_size, *notes),
    )


def evaluate_row(row: Row) -> dict[str, str]:
    """Return category, risk and biopsy of a row with the ACR descriptors and `max_size_mm`."""
    return columns(result_of_row(row))


def result_of_row(row: Row) -> PatternResult:
    """Return category, risk and biopsy of the nodule that a row describes."""
    return assess_nodule(*read_inputs(row))


def _high_risk(nodule: Described) -> Iterator[str]:
    if nodule.shape is Shape.TALLER_THAN_WIDE:
        yield nodule.shape
    if nodule.margin in NOT_SMOOTH:
        yield nodule.margin
    if Focus.PUNCTATE in nodule.echogenic_foci:
        yield Focus.PUNCTATE
    is_solid = nodule.composition is Composition.SOLID
    if is_solid and nodule.echogenicity is Echogenicity.VERY_HYPOECHOIC:
        yield nodule.echogenicity
