"""BI-RADS of the American College of Radiology: one assessment out of breasts and modalities."""

from screening.clinical.bi_rads.breast import Breast, BreastResult
from screening.clinical.bi_rads.density import denser
from screening.clinical.bi_rads.exam import REASON_KEYS, ExamResult, Marks, assess_exam
from screening.clinical.bi_rads.rows import INPUTS, RESULTS, evaluate_row, read_breast
from screening.clinical.bi_rads.tables import CATEGORIES, SHORT_INTERVAL_MONTHS, CategoryFacts
from screening.clinical.bi_rads.vocabulary import (
    EDITION,
    ORDER,
    REFERENCE_DEFAULTS,
    SYSTEM,
    Category,
    Density,
    Modality,
    Readings,
    Side,
)

__all__ = [
    "CATEGORIES",
    "EDITION",
    "INPUTS",
    "ORDER",
    "REASON_KEYS",
    "REFERENCE_DEFAULTS",
    "RESULTS",
    "SHORT_INTERVAL_MONTHS",
    "SYSTEM",
    "Breast",
    "BreastResult",
    "Category",
    "CategoryFacts",
    "Density",
    "ExamResult",
    "Marks",
    "Modality",
    "Readings",
    "Side",
    "assess_exam",
    "denser",
    "evaluate_row",
    "read_breast",
]
