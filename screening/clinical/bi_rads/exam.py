"""One assessment of a woman out of both breasts and all modalities, and its marks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from screening.clinical.bi_rads.breast import Breast, BreastResult, assess_breast, worst
from screening.clinical.bi_rads.tables import CATEGORIES, RECALLED, TISSUE_ASKED
from screening.clinical.bi_rads.vocabulary import (
    REFERENCE_DEFAULTS,
    Category,
    Readings,
    Side,
)
from screening.clinical.reasons import MissingInput, Reason

REASON_KEYS: Mapping[str, tuple[str, ...]] = {
    # One breast.
    "assessed": ("side", "modality", "category"),
    "breast_absent": ("side",),
    "breast_not_assessed": ("side",),
    "work_up_replaced_zero": ("side", "category"),
    "work_up_replaced_nothing": ("side", "category"),
    "probably_benign_without_work_up": ("side",),
    # The woman; `over` is the category that another order might have put first.
    "leading_breast": ("side", "category"),
    "order_unverified": ("category", "over"),
    # `reading` is a field of Readings, `choice` the value in force.
    "disputed_reading": ("reading", "choice"),
}

# Categories whose place among the others is not printed, and those that they are surely above.
PLACE_UNVERIFIED = (Category.ZERO, Category.SIX)
SURELY_BELOW = (Category.ONE, Category.TWO)
DIVIDED = (Category.FOUR_A, Category.FOUR_B, Category.FOUR_C)


@dataclass(frozen=True, kw_only=True)
class Marks:
    """What one woman's screening stage counts as, before any work-up.

    Source: section c of the clinical reference. `recall` asks for something beyond the routine or
    a short interval; `asks_more_imaging` is the 0 of the ACR's recall rate. Chinese programs call
    a 3 suspicious and a 4 or 5 positive (Yang 2020), or all three positive (Wang 2019).
    """

    recall: bool
    recall_incl_short_interval: bool
    asks_more_imaging: bool
    audit_positive: bool
    audit_positive_pre2013: bool
    suspicious: bool
    positive_4_to_5: bool
    positive_3_to_5: bool


@dataclass(frozen=True, kw_only=True)
class ExamResult:
    """The assessment of a woman; action, interval and likelihood are those of `overall`."""

    left: BreastResult
    right: BreastResult
    overall: Category
    screening_stage_overall: Category
    marks: Marks
    recommended_action: str
    interval_months: str
    likelihood_percent: str
    biopsy_recommended: bool
    reasons: tuple[Reason, ...]


def assess_exam(left: Breast, right: Breast, readings: Readings = REFERENCE_DEFAULTS) -> ExamResult:
    """Return the assessment of both breasts: the worst of them.

    Raises MissingInput if neither breast was assessed.
    """
    breasts = (
        assess_breast(Side.LEFT, left, readings),
        assess_breast(Side.RIGHT, right, readings),
    )
    overall = worst((breast.overall for breast in breasts), readings)
    screening = worst((breast.screening for breast in breasts), readings)
    if overall is None or screening is None:
        raise MissingInput("mg_left")
    facts = CATEGORIES[overall]
    return ExamResult(
        left=breasts[0],
        right=breasts[1],
        overall=overall,
        screening_stage_overall=screening,
        marks=_marks(breasts, readings),
        recommended_action=facts.action,
        interval_months=facts.interval_months,
        likelihood_percent=facts.likelihood_percent,
        biopsy_recommended=overall in TISSUE_ASKED,
        reasons=tuple(_reasons(breasts, overall, screening, readings)),
    )


def _marks(breasts: Sequence[BreastResult], readings: Readings) -> Marks:
    found = [breast.screening for breast in breasts]
    audited = found
    if not readings.ultrasound_and_mri_count_in_audit:
        audited = [breast.by_mammography for breast in breasts]
    return Marks(
        recall=_has(found, RECALLED),
        recall_incl_short_interval=_has(found, (*RECALLED, Category.THREE)),
        asks_more_imaging=_has(found, (Category.ZERO,)),
        audit_positive=_has(audited, (*RECALLED, Category.THREE)),
        audit_positive_pre2013=_has(audited, RECALLED),
        suspicious=_has(found, (Category.THREE,)),
        positive_4_to_5=_has(found, TISSUE_ASKED),
        positive_3_to_5=_has(found, (*TISSUE_ASKED, Category.THREE)),
    )


def _has(found: Iterable[Category | None], categories: Sequence[Category]) -> bool:
    return any(category in categories for category in found)


def _reasons(
    breasts: Sequence[BreastResult], overall: Category, screening: Category, readings: Readings
) -> Iterator[Reason]:
    for breast in breasts:
        yield from breast.reasons
    for breast in breasts:
        if breast.overall is overall:
            yield Reason("leading_breast", {"side": breast.side, "category": overall})
    before = [category for breast in breasts for category in breast.before]
    after = [category for breast in breasts for category in breast.after]
    decided = [(screening, category) for category in before]
    decided += [(overall, category) for category in after]
    for category, other in dict.fromkeys(decided):
        if _is_order_unverified(category, other):
            yield Reason("order_unverified", {"category": category, "over": other})
    if _is_audit_disputed(breasts):
        choice = "yes" if readings.ultrasound_and_mri_count_in_audit else "no"
        values = {"reading": "ultrasound_and_mri_count_in_audit", "choice": choice}
        yield Reason("disputed_reading", values)


def _is_order_unverified(category: Category, other: Category) -> bool:
    if category is other or other in SURELY_BELOW:
        return False
    if category in PLACE_UNVERIFIED or other in PLACE_UNVERIFIED:
        return True
    pair = (category, other)
    return Category.FOUR in pair and any(one in DIVIDED for one in pair)


def _is_audit_disputed(breasts: Sequence[BreastResult]) -> bool:
    """Tell whether the audit would mark the woman otherwise by mammography alone."""
    positive = (*RECALLED, Category.THREE)
    for counted in (positive, RECALLED):
        by_all = _has((breast.screening for breast in breasts), counted)
        if by_all is not _has((breast.by_mammography for breast in breasts), counted):
            return True
    return False
