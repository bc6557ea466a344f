"""The printed tables of C-TIRADS 2020: what counts, the categories, their risks and FNA sizes.

Source: Zhou et al., Endocrine 2020;70:256, as quoted by TouchREV Endocrinol 2024 and PeerJ 2026;
risks and observed malignancy: PMC9492922, table 4; FNA sizes: two public encodings, one of them
naming the Chinese guideline of 2023 (section 3 of the clinical reference).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from screening.clinical.c_ti_rads.vocabulary import Category

# One point each; a comet tail takes one away.
SUSPICIOUS_FEATURES = (
    "solid",
    "marked_hypoechoic",
    "microcalcification",
    "margin_ill_defined_irregular_or_ete",
    "vertical",
)
COMET_TAIL = "comet_tail"
FEATURES = (*SUSPICIOUS_FEATURES, COMET_TAIL)


@dataclass(frozen=True)
class CategoryFacts:
    """What the publication says of a category: meaning, risk of cancer in percent, FNA size.

    `observed` are the malignant and all nodules of PMC9492922; None where there are none.
    """

    meaning: str
    risk_percent: str
    fna_from_mm: int | None = None
    observed: tuple[int, int] | None = None


CATEGORIES: Mapping[Category, CategoryFacts] = {
    Category.ONE: CategoryFacts("no nodule", "0"),
    Category.TWO: CategoryFacts("benign", "0", observed=(0, 370)),
    Category.THREE: CategoryFacts("probably benign", "<2", observed=(31, 2271)),
    Category.FOUR_A: CategoryFacts("low suspicion", "2-10", 15, (301, 2834)),
    Category.FOUR_B: CategoryFacts("moderate suspicion", "10-50", 10, (854, 2134)),
    Category.FOUR_C: CategoryFacts("high suspicion", "50-90", 10, (2763, 3544)),
    Category.FIVE: CategoryFacts("highly suggestive of malignancy", ">90", 10, (334, 353)),
    Category.SIX: CategoryFacts("malignant, proven by biopsy", "100"),
}

CATEGORY_OF_SCORE: Mapping[int, Category] = {
    -1: Category.TWO,
    0: Category.THREE,
    1: Category.FOUR_A,
    2: Category.FOUR_B,
    3: Category.FOUR_C,
    4: Category.FOUR_C,
    5: Category.FIVE,
}

FNA_OF_CATEGORY_3_FROM_MM = 20
SMALL_BELOW_MM = 10
