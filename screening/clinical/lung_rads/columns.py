"""One exam as a row of text columns, named as in the published vector files."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeVar

from screening.clinical.lung_rads.categorize import categorize_nodule
from screening.clinical.lung_rads.exam import categorize_exam
from screening.clinical.lung_rads.nodule import Nodule
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
from screening.clinical.reasons import InvalidInput, MissingInput, Reason

Word = TypeVar("Word", bound=StrEnum)
Row = Mapping[str, str]


def evaluate_row(
    row: Row, readings: Readings = PUBLISHED_DEFAULTS
) -> tuple[dict[str, str], tuple[Reason, ...]]:
    """Return the six result columns of a row, and the reasons; blank where there is no value."""
    nodule = categorize_nodule(read_nodule(row), readings)
    others = [
        _known(Category, "other_nodule_categories", item)
        for item in _items(row, "other_nodule_categories")
    ]
    exam = categorize_exam([nodule, *others], _items(row, "s_finding"))
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
    finding = _word(Finding, row, "finding")
    if finding is None:
        raise MissingInput("finding")
    return Nodule(
        finding=finding,
        status=_word(Status, row, "status"),
        mean_diameter_mm=_number(row, "mean_diameter_mm"),
        long_mm=_number(row, "long_mm"),
        short_mm=_number(row, "short_mm"),
        solid_component_mm=_number(row, "solid_component_mm"),
        volume_mm3=_whole(row, "volume_mm3"),
        prior_category=_word(Category, row, "prior_category"),
        months_since_prior_ct=_number(row, "months_since_prior_ct"),
        airway_level=_word(AirwayLevel, row, "airway_level"),
        airway_content=_word(AirwayContent, row, "airway_content"),
        cyst_type=_word(CystType, row, "cyst_type"),
        cyst_change=_word(CystChange, row, "cyst_change"),
        morphology=_word(Morphology, row, "morphology"),
        suspicious_features=_items(row, "suspicious_features"),
        benign_after_workup=_yes_or_no(row, "benign_after_workup"),
    )


def _text(row: Row, column: str) -> str:
    return (row.get(column) or "").strip()


def _items(row: Row, column: str) -> tuple[str, ...]:
    """Return the items between semicolons; the word none is no item."""
    items = (item.strip() for item in _text(row, column).split(";"))
    return tuple(item for item in items if item not in ("", "none"))


def _word(words: type[Word], row: Row, column: str) -> Word | None:
    text = _text(row, column)
    return _known(words, column, text) if text else None


def _known(words: type[Word], column: str, text: str) -> Word:
    if text not in list(words):
        raise InvalidInput(column, text, f"it is one of {', '.join(words)}")
    return words(text)


def _number(row: Row, column: str) -> Decimal | None:
    text = _text(row, column)
    if not text:
        return None
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise InvalidInput(column, text, "it is a number with a decimal point") from None
    if not number.is_finite():
        raise InvalidInput(column, text, "it is a number with a decimal point")
    return number


def _whole(row: Row, column: str) -> int | None:
    number = _number(row, column)
    return None if number is None else int(number.to_integral_value(ROUND_HALF_UP))


def _yes_or_no(row: Row, column: str) -> bool | None:
    text = _text(row, column)
    if text not in ("", "yes", "no"):
        raise InvalidInput(column, text, "it is yes, no or blank")
    return None if not text else text == "yes"
