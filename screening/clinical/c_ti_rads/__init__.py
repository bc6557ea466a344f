"""C-TIRADS 2020, the Chinese guideline: score, category and biopsy of a thyroid nodule."""

from screening.clinical.c_ti_rads.nodule import NoduleResult, assess_nodule
from screening.clinical.c_ti_rads.reason_keys import REASON_KEYS
from screening.clinical.c_ti_rads.rows import INPUTS, RESULTS, evaluate_row, read_nodule
from screening.clinical.c_ti_rads.score import Score
from screening.clinical.c_ti_rads.tables import CATEGORIES, FEATURES, CategoryFacts
from screening.clinical.c_ti_rads.vocabulary import (
    PUBLISHED_DEFAULTS,
    SYSTEM,
    Category,
    Circumstance,
    Nodule,
    Readings,
)

__all__ = [
    "CATEGORIES",
    "FEATURES",
    "INPUTS",
    "PUBLISHED_DEFAULTS",
    "REASON_KEYS",
    "RESULTS",
    "SYSTEM",
    "Category",
    "CategoryFacts",
    "Circumstance",
    "Nodule",
    "NoduleResult",
    "Readings",
    "Score",
    "assess_nodule",
    "evaluate_row",
    "read_nodule",
]
