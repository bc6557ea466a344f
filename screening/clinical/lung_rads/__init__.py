"""Lung-RADS of the American College of Radiology, v2022 and v1.1: category of a screening CT."""

from screening.clinical.lung_rads.categorize import categorize_nodule
from screening.clinical.lung_rads.columns import evaluate_row, read_nodule
from screening.clinical.lung_rads.edition import Edition
from screening.clinical.lung_rads.exam import ExamResult, categorize_exam
from screening.clinical.lung_rads.nodule import Nodule, NoduleResult
from screening.clinical.lung_rads.reason_keys import REASON_KEYS
from screening.clinical.lung_rads.sizes import mean_diameter_mm
from screening.clinical.lung_rads.status import (
    Sighting,
    derive_status,
    months_between,
    possible_statuses,
)
from screening.clinical.lung_rads.steps import step_down
from screening.clinical.lung_rads.tables import CATEGORIES, CategoryFacts
from screening.clinical.lung_rads.v1_1 import V1_1
from screening.clinical.lung_rads.v2022 import V2022
from screening.clinical.lung_rads.vocabulary import (
    PUBLISHED_DEFAULTS,
    SYSTEM,
    AirwayContent,
    AirwayLevel,
    Category,
    CystChange,
    CystType,
    Finding,
    Morphology,
    Readings,
    Rounding,
    Status,
)

__all__ = [
    "CATEGORIES",
    "PUBLISHED_DEFAULTS",
    "REASON_KEYS",
    "SYSTEM",
    "V1_1",
    "V2022",
    "AirwayContent",
    "AirwayLevel",
    "Category",
    "CategoryFacts",
    "CystChange",
    "CystType",
    "Edition",
    "ExamResult",
    "Finding",
    "Morphology",
    "Nodule",
    "NoduleResult",
    "Readings",
    "Rounding",
    "Sighting",
    "Status",
    "categorize_exam",
    "categorize_nodule",
    "derive_status",
    "evaluate_row",
    "mean_diameter_mm",
    "months_between",
    "possible_statuses",
    "read_nodule",
    "step_down",
]
