"""Tables and cases of the page of C-TIRADS 2020."""

from collections.abc import Iterator

from screening.clinical.c_ti_rads import CATEGORIES, FEATURES, CategoryFacts
from screening.clinical.c_ti_rads.tables import (
    CATEGORY_OF_SCORE,
    COMET_TAIL,
    FNA_OF_CATEGORY_3_FROM_MM,
    SMALL_BELOW_MM,
)
from screening.protocol.systems import Case, SystemPage, Table, Texts

NONE = "none"
PLAIN: Texts = {
    "nodule": "yes",
    "proven_malignant": "no",
    **dict.fromkeys(FEATURES, "no"),
    "max_size_mm": "12",
}
# Rows of 1, 2, 3, 4 and 5 points.
FOUR_A: Texts = {"solid": "yes"}
FOUR_B: Texts = {**FOUR_A, "vertical": "yes"}
THREE_POINTS: Texts = {**FOUR_B, "marked_hypoechoic": "yes"}
FOUR_POINTS: Texts = {**THREE_POINTS, "margin_ill_defined_irregular_or_ete": "yes"}
FIVE: Texts = {**FOUR_POINTS, "microcalcification": "yes"}


def _categories() -> Iterator[tuple[str, ...]]:
    for category, facts in CATEGORIES.items():
        scores = (str(score) for score, of in CATEGORY_OF_SCORE.items() if of is category)
        yield (
            category.value,
            " or ".join(scores) or NONE,
            facts.meaning,
            facts.risk_percent,
            f"{facts.fna_from_mm} mm" if facts.fna_from_mm else NONE,
            _observed(facts),
        )


def _observed(facts: CategoryFacts) -> str:
    return "{} of {}".format(*facts.observed) if facts.observed else ""


def _at(category: str, inputs: Texts, *sizes: str) -> Iterator[Case]:
    for size in sizes:
        yield Case(f"{category}, {size} mm", {**inputs, "max_size_mm": size})


PAGE = SystemPage(
    "screening.clinical.c_ti_rads",
    golden="c_tirads_vectors.csv",
    tests=(
        "test_c_ti_rads.py",
        "test_c_ti_rads_inputs.py",
        "test_thyroid_bulk.py",
        "test_thyroid_bulk_words.py",
    ),
    tables=(
        Table(
            "Points",
            ("feature", "points"),
            tuple((each, "-1" if each == COMET_TAIL else "1") for each in FEATURES),
        ),
        Table(
            "Categories",
            ("category", "score", "meaning", "risk of cancer, %", "FNA size", "cancers observed"),
            tuple(_categories()),
        ),
        Table(
            "Settings that are off until a site confirms them",
            ("setting", "what it would do"),
            (
                (
                    "fna_of_category_3_from_20_mm",
                    f"FNA of category 3 from {FNA_OF_CATEGORY_3_FROM_MM} mm on",
                ),
                (
                    "small_nodule_circumstances",
                    f"names what may speak for FNA below {SMALL_BELOW_MM} mm, which was recalled",
                ),
            ),
        ),
    ),
    cases=(
        Case("no suspicious feature: 3", {}),
        Case("a comet tail alone: 2", {"comet_tail": "yes"}),
        *_at("4A", FOUR_A, "14.9", "15", "15.1"),
        *_at("4B", FOUR_B, "9.9", "10", "10.1"),
        Case("3 points: 4C", THREE_POINTS),
        Case("4 points: still 4C", FOUR_POINTS),
        Case("5 points: 5", FIVE),
        Case("a feature and a comet tail: 3", {**FOUR_A, "comet_tail": "yes"}),
        Case("a comet tail beside microcalcification",
             {"microcalcification": "yes", "comet_tail": "yes"}),
        Case("a comet tail that is not known beside microcalcification",
             {"microcalcification": "yes", "comet_tail": "", "max_size_mm": "9"}),
        Case("a comet tail that is not known", {"comet_tail": ""}),
        Case("category 3 of 30 mm", {"max_size_mm": "30"}),
        Case("no nodule", {**dict.fromkeys(PLAIN, ""), "nodule": "no"}),
        Case("no nodule, and a feature", {**FOUR_A, "nodule": "no"}),
        Case("proven malignant, nothing else known",
             {**dict.fromkeys(PLAIN, ""), "proven_malignant": "yes"}),
        Case("size not known, 4A", {**FOUR_A, "max_size_mm": ""}),
        Case("size not known, 3: none is needed", {"max_size_mm": ""}),
        Case("margin not known", {"margin_ill_defined_irregular_or_ete": ""}),
        Case("centimeters typed for millimeters", {"max_size_mm": "1.2"}),
        Case("text in a number", {"max_size_mm": "12 mm"}),
        Case("another word than yes or no", {"solid": "partly"}),
    ),
    common=PLAIN,
    shown=("score", "category", "fna_if_threshold_inclusive", "fna_if_threshold_exclusive"),
)  # fmt: skip
