"""Tables and cases of the page of BI-RADS."""

from collections.abc import Iterator, Sequence

from screening.clinical.bi_rads import CATEGORIES, ORDER, Category
from screening.clinical.bi_rads.tables import RECALLED, TISSUE_ASKED
from screening.programs.breast.category.categories import CATEGORIES as NAMED
from screening.programs.breast.wording.reasons import READINGS
from screening.protocol.systems import Case, SystemPage, Table

POSITIVE = (*RECALLED, Category.THREE)


def _categories() -> Iterator[tuple[str, ...]]:
    for category, facts in CATEGORIES.items():
        yield (
            category.value,
            NAMED[category].label,
            facts.likelihood_percent,
            facts.action,
            facts.interval_months,
        )


def _listed(categories: Sequence[Category]) -> str:
    return ", ".join(category.value for category in sorted(categories))


def _mammography(words: str, left: str, right: str) -> Case:
    return Case(words, {"mg_left": left, "mg_right": right})


def _left(words: str, **categories: str) -> Case:
    inputs = {f"{source}_left": category for source, category in categories.items()}
    return Case(words, {**inputs, "mg_right": "1"})


PAGE = SystemPage(
    "screening.clinical.bi_rads",
    golden="birads_vectors.csv",
    tests=("test_bi_rads.py", "test_bi_rads_properties.py", "test_breast_bulk.py"),
    tables=(
        Table(
            "Categories",
            ("category", "name", "likelihood of cancer, %", "action", "months"),
            tuple(_categories()),
        ),
        Table(
            "Order, from least to most worrisome",
            ("place", "category"),
            tuple((str(place), each.value) for place, each in enumerate(ORDER, 1)),
        ),
        Table(
            "Marks of the screening stage",
            ("mark", "met by"),
            (
                ("recall", _listed(RECALLED)),
                ("recall_incl_short_interval", _listed(POSITIVE)),
                ("audit_positive", _listed(POSITIVE)),
                ("audit_positive_pre2013", _listed(RECALLED)),
                ("biopsy_recommended, after the work-up", _listed(TISSUE_ASKED)),
            ),
        ),
        Table(
            "What the publication leaves open, and how it is read",
            ("reading in force", "the other reading"),
            (
                READINGS["parallel_imaging_closes_zero"][::-1],
                READINGS["ultrasound_and_mri_count_in_audit"],
            ),
        ),
    ),
    cases=(
        _mammography("both negative", "1", "1"),
        _mammography("benign on one side", "1", "2"),
        _mammography("probably benign: no recall", "3", "1"),
        _mammography("incomplete: recall", "0", "1"),
        _mammography("0 beside 3", "0", "3"),
        _mammography("0 beside 4A", "0", "4A"),
        _mammography("0 beside a known cancer", "0", "6"),
        _mammography("3 beside a known cancer", "3", "6"),
        _mammography("4 that was not divided beside 4A", "4", "4A"),
        _mammography("4 that was not divided beside 4B", "4", "4B"),
        _mammography("one breast absent", "NA", "2"),
        _mammography("one breast not assessed", "", "2"),
        _mammography("neither breast assessed", "", ""),
        _mammography("both absent", "NA", "NA"),
        _left("work-up closes a 0", mg="0", workup="2"),
        _left("work-up, and another modality", mg="0", us="3", workup="2"),
        _left("work-up without a 0", mg="4A", workup="2"),
        _left("work-up without imaging", workup="2"),
        _left("benign ultrasound beside a mammographic 4A", mg="4A", us="2"),
        _left("final ultrasound does not close a 0", mg="0", us="2"),
        _left("MRI alone is positive", mg="1", mri="4B"),
        _left("a code that there is not", mg="4a"),
    ),
    shown=("overall", "screening_stage_overall", "recall", "audit_positive", "recommended_action"),
)
