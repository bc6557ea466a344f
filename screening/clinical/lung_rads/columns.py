"""One exam as a row of text columns, named as in the published vector files."""

from decimal import ROUND_HALF_UP

from screening.clinical.inputs import (
    Row,
    known_word,
    read_flag,
    read_items,
    read_number,
    read_word,
)
from screening.clinical.lung_rads.categorize import categorize_nodule
from screening.clinical.lung_rads.edition import Edition
from screening.clinical.lung_rads.exam import categorize_exam
from screening.clinical.lung_rads.nodule import Nodule
from screening.clinical.lung_rads.v2022 import V2022
from screening.clinical.lung_rads.vocabulary import (
    PUBLISHED_DEFAULTS,
    AirwayContent,
    AirwayLevel,
    Category,
    CystChange,
    CystType,
    Finding,
    Morphology,
    Readings,
    Status,
)
from screening.clinical.reasons import MissingInput, Reason


def evaluate_row(
    row: Row, readings: Readings = PUBLISHED_DEFAULTS, edition: Edition = V2022
) -> tuple[dict[str, str], tuple[Reason, ...]]:
    """Return the six result columns of a row, and the reasons; blank where there is no value."""
    nodule = categorize_nodule(read_nodule(row), readings, edition)
    others = [
        known_word(Category, "other_nodule_categories", item)
        for item in read_items(row, "other_nodule_categories")
    ]
    exam = categorize_exam([nodule, *others], read_items(row, "s_finding"), edition)
    positive = {True: "yes", False: "no", None: ""}[exam.positive]
    results = {
        "nodule_category": nodule.category.value,
        "exam_category": exam.category.value,
        "report_code": exam.report_code,
        "interval_months": exam.interval_months or "",
        "management": exam.management or "",
        "positive_screen": positive,
    }
    own = () if exam.leading_nodule == 0 else nodule.reasons
    return results, (*own, *exam.reasons)


def read_nodule(row: Row) -> Nodule:
    """Return the finding that a row describes; a blank is unknown or not applicable."""
    finding = read_word(Finding, row, "finding")
    if finding is None:
        raise MissingInput("finding")
    return Nodule(
        finding=finding,
        status=read_word(Status, row, "status"),
        mean_diameter_mm=read_number(row, "mean_diameter_mm"),
        long_mm=read_number(row, "long_mm"),
        short_mm=read_number(row, "short_mm"),
        solid_component_mm=read_number(row, "solid_component_mm"),
        volume_mm3=_whole(row, "volume_mm3"),
        prior_category=read_word(Category, row, "prior_category"),
        months_since_prior_ct=read_number(row, "months_since_prior_ct"),
        airway_level=read_word(AirwayLevel, row, "airway_level"),
        airway_content=read_word(AirwayContent, row, "airway_content"),
        cyst_type=read_word(CystType, row, "cyst_type"),
        cyst_change=read_word(CystChange, row, "cyst_change"),
        morphology=read_word(Morphology, row, "morphology"),
        suspicious_features=read_items(row, "suspicious_features"),
        benign_after_workup=read_flag(row, "benign_after_workup"),
        is_perifissural=read_flag(row, "perifissural"),
    )


def _whole(row: Row, column: str) -> int | None:
    number = read_number(row, column)
    return None if number is None else int(number.to_integral_value(ROUND_HALF_UP))
