"""K-TIRADS of a thyroid nodule, editions 2021 and 2016, from the ACR descriptors, for display.

The benign patterns are asked first, then the others; the first that fits gives the category, and
category and largest diameter say whether FNA is asked for. Suspicious features are punctate foci, a
shape that is taller than wide, and an irregular or lobulated margin. The edition of 2016 raises a
benign pattern with such a feature to category 4 and does not list an entirely calcified nodule; a
nodule whose composition calcification hides counts as one. It biopsies from its sizes on, that of
2021 above them. Category 4 of 2021 is biopsied above a size between 10 and 15 mm: 15 is taken.

Every descriptor must be known, and the size where the category has one. A nodule that fits no
pattern has no category, which is no error. Category 1 is an exam without a nodule, which is no row.
The result is shown beside that of the system of a site and never in its place.

Source: Korean Society of Thyroid Radiology 2021, PMC8628155; edition of 2016: PMC4842857.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from screening.clinical import thyroid_patterns
from screening.clinical.inputs import Row
from screening.clinical.thyroid_descriptors import (
    NOT_SMOOTH,
    Composition,
    Described,
    Descriptors,
    Focus,
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

INPUTS = thyroid_patterns.INPUTS
RESULTS = thyroid_patterns.RESULTS
REASON_KEYS = thyroid_patterns.REASON_KEYS


class Category(StrEnum):
    """A category of K-TIRADS; 1 is an exam without a nodule."""

    ONE = "1"
    TWO = "2"
    THREE = "3"
    FOUR = "4"
    FIVE = "5"


# What the benign category is made of; the first of the other patterns that matches counts.
BENIGN_PATTERNS = (
    Pattern("pure_cyst", Category.TWO, lambda seen: seen.nodule.is_pure_cyst),
    Pattern(
        "bright_spongiform",
        Category.TWO,
        lambda seen: seen.nodule.composition is Composition.SPONGIFORM and seen.is_bright,
    ),
    Pattern(
        "partially_cystic_with_comet_tail",
        Category.TWO,
        lambda seen: (
            seen.nodule.composition is Composition.MIXED
            and Focus.LARGE_COMET_TAIL in seen.nodule.echogenic_foci
        ),
    ),
)
ENTIRELY_CALCIFIED = Pattern(
    "entirely_calcified",
    Category.FOUR,
    lambda seen: seen.nodule.composition is Composition.UNDETERMINED_CALCIFICATION,
)
PATTERNS = (
    Pattern(
        "solid_hypoechoic_with_feature",
        Category.FIVE,
        lambda seen: seen.is_solid and seen.is_dark and bool(seen.features),
    ),
    Pattern(
        "solid_hypoechoic",
        Category.FOUR,
        lambda seen: seen.is_solid and seen.is_dark and seen.is_plain,
    ),
    Pattern(
        "partially_cystic_or_bright_with_feature",
        Category.FOUR,
        lambda seen: _is_partially_cystic_or_bright(seen) and bool(seen.features),
    ),
    Pattern(
        "partially_cystic_or_bright",
        Category.THREE,
        lambda seen: _is_partially_cystic_or_bright(seen) and seen.is_plain,
    ),
)


@dataclass(frozen=True, kw_only=True)
class Edition:
    """One edition: risks in percent, FNA sizes, and what a feature makes of a benign pattern.

    Category 4 of 2021 is biopsied above a size between 10 and 15 mm: 15 unless another risk lowers
    it to `fna_of_4_at_other_risk`.
    """

    system: str
    patterns: tuple[Pattern, ...]
    risk_percent: Mapping[Category, str]
    fna: Mapping[Category, Limit]
    fna_of_4_at_other_risk: Limit
    benign_pattern_with_feature: Category
    follow_up: Mapping[Category, str]


K2021 = Edition(
    system="k-ti-rads-2021",
    patterns=(ENTIRELY_CALCIFIED, *PATTERNS),
    risk_percent={
        Category.TWO: "<3",
        Category.THREE: "3-10",
        Category.FOUR: "10-40",
        Category.FIVE: ">60",
    },
    fna={
        Category.THREE: Limit(20, is_included=False),
        Category.FOUR: Limit(15, is_included=False),
        Category.FIVE: Limit(10, is_included=False),
    },
    fna_of_4_at_other_risk=Limit(10, is_included=False),
    benign_pattern_with_feature=Category.TWO,
    follow_up={
        Category.THREE: "at 1, 3 and 5 years, then at 5 years",
        Category.FOUR: "at 1, 3 and 5 years, then every 3 to 5 years",
        Category.FIVE: "every 6 months for 1 to 2 years, then every year",
    },
)
K2016 = Edition(
    system="k-ti-rads-2016",
    patterns=PATTERNS,
    risk_percent={
        Category.TWO: "<3",
        Category.THREE: "3-15",
        Category.FOUR: "15-50",
        Category.FIVE: ">60",
    },
    fna={
        Category.TWO: Limit(20, is_included=True),
        Category.THREE: Limit(15, is_included=True),
        Category.FOUR: Limit(10, is_included=True),
        Category.FIVE: Limit(10, is_included=True),
    },
    fna_of_4_at_other_risk=Limit(10, is_included=True),
    benign_pattern_with_feature=Category.FOUR,
    follow_up={},
)


def assess_nodule(
    descriptors: Descriptors,
    max_size_mm: Decimal | None,
    edition: Edition = K2021,
    *,
    has_other_risk: bool = False,
) -> PatternResult:
    """Return category, risk and biopsy of a nodule; no category where it fits no pattern.

    Raises MissingInput or InvalidInput naming the column.
    """
    nodule = completely(descriptors)
    seen = Seen(nodule, tuple(_suspicious(nodule)))
    pattern = _pattern(seen, edition)
    if pattern is None:
        return unmatched(nodule)
    category = Category(pattern.category)
    limit = edition.fna.get(category)
    if category is Category.FOUR and has_other_risk:
        limit = edition.fna_of_4_at_other_risk
    fna, of_size = judge_size(category, limit, max_size_mm)
    return PatternResult(
        category=category,
        risk_percent=edition.risk_percent[category],
        fna=fna,
        reasons=(*explained(pattern, seen), of_size),
    )


def evaluate_row(row: Row, edition: Edition = K2021) -> dict[str, str]:
    """Return category, risk and biopsy of a row with the ACR descriptors and `max_size_mm`."""
    return columns(result_of_row(row, edition))


def result_of_row(row: Row, edition: Edition = K2021) -> PatternResult:
    """Return category, risk and biopsy of the nodule that a row describes."""
    return assess_nodule(*read_inputs(row), edition)


def _pattern(seen: Seen, edition: Edition) -> Pattern | None:
    benign = first_match(BENIGN_PATTERNS, seen)
    if benign is None:
        return first_match(edition.patterns, seen)
    return (
        replace(benign, category=edition.benign_pattern_with_feature) if seen.features else benign
    )


def _is_partially_cystic_or_bright(seen: Seen) -> bool:
    return seen.is_known and (not seen.is_solid or seen.is_bright)


def _suspicious(nodule: Described) -> Iterator[str]:
    if Focus.PUNCTATE in nodule.echogenic_foci:
        yield Focus.PUNCTATE
    if nodule.shape is Shape.TALLER_THAN_WIDE:
        yield nodule.shape
    if nodule.margin in NOT_SMOOTH:
        yield nodule.margin
