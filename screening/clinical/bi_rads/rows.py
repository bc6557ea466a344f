"""One woman's round as a row of text columns, named as in the published vector file."""

from itertools import product

from screening.clinical.bi_rads.breast import Breast
from screening.clinical.bi_rads.exam import ExamResult, assess_exam
from screening.clinical.bi_rads.vocabulary import (
    REFERENCE_DEFAULTS,
    Category,
    Modality,
    Readings,
    Side,
)
from screening.clinical.inputs import Row, read_text
from screening.clinical.reasons import InvalidInput, in_words

WORK_UP = "workup"
INPUTS = tuple(f"{source}_{side}" for source, side in product((*Modality, WORK_UP), Side))
RESULTS = (
    "overall_left", "overall_right", "overall", "screening_stage_overall", "recall",
    "recall_incl_short_interval", "recommended_action", "interval_months",
    "likelihood_of_malignancy_pct", "audit_positive", "audit_positive_pre2013",
    "biopsy_recommended", "reasons",
)  # fmt: skip

ABSENT = "NA"


def evaluate_row(row: Row, readings: Readings = REFERENCE_DEFAULTS) -> dict[str, str]:
    """Return the result columns of a row: both breasts, the woman, her marks."""
    result = exam_of_row(row, readings)
    marks = result.marks
    return {
        "overall_left": _text(result.left.overall),
        "overall_right": _text(result.right.overall),
        "overall": result.overall.value,
        "screening_stage_overall": result.screening_stage_overall.value,
        "recall": _word(is_yes=marks.recall),
        "recall_incl_short_interval": _word(is_yes=marks.recall_incl_short_interval),
        "recommended_action": result.recommended_action,
        "interval_months": result.interval_months,
        "likelihood_of_malignancy_pct": result.likelihood_percent,
        "audit_positive": _word(is_yes=marks.audit_positive),
        "audit_positive_pre2013": _word(is_yes=marks.audit_positive_pre2013),
        "biopsy_recommended": _word(is_yes=result.biopsy_recommended),
        "reasons": in_words(result.reasons),
    }


def exam_of_row(row: Row, readings: Readings = REFERENCE_DEFAULTS) -> ExamResult:
    """Return the assessment of the woman whom a row describes."""
    return assess_exam(read_breast(row, Side.LEFT), read_breast(row, Side.RIGHT), readings)


def read_breast(row: Row, side: Side) -> Breast:
    """Return what a row says of a breast; a blank is a modality that was not done."""
    cells = {modality: read_text(row, f"{modality}_{side}") for modality in Modality}
    found = {modality: _category(row, f"{modality}_{side}") for modality in Modality}
    return Breast(
        categories={name: category for name, category in found.items() if category is not None},
        work_up=_category(row, f"{WORK_UP}_{side}"),
        is_absent=ABSENT in cells.values(),
    )


def _category(row: Row, column: str) -> Category | None:
    text = read_text(row, column)
    if text in ("", ABSENT):
        return None
    if text not in list(Category):
        known = ", ".join(sorted(Category))
        raise InvalidInput(
            column, text, "it is one of {codes}, {word} or blank", codes=known, word=ABSENT
        )
    return Category(text)


def _text(category: Category | None) -> str:
    return "" if category is None else category.value


def _word(*, is_yes: bool) -> str:
    return "yes" if is_yes else "no"
