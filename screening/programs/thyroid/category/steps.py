"""What one nodule asks for next: tissue, another scan in some months, or nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from screening.clinical import acr_ti_rads, c_ti_rads
from screening.clinical.acr_ti_rads import Action, Course, Recommendation
from screening.clinical.reasons import MissingInput, Reason
from screening.programs.thyroid.category.course import (
    Earlier,
    Past,
    grown_since,
    months_between,
    past_of,
    scheduled_months,
)
from screening.programs.thyroid.category.seen import SeenNodule
from screening.programs.thyroid.schedule import SHORT_MONTHS
from screening.programs.thyroid.wording import acr, notes
from screening.protocol.category import ExamRecord
from screening.protocol.wording import Sentence

BENIGN, MALIGNANT = "II", "VI"
UNSETTLED = ("III", "IV", "V")
SUSPICIOUS = (
    c_ti_rads.Category.FOUR_A,
    c_ti_rads.Category.FOUR_B,
    c_ti_rads.Category.FOUR_C,
    c_ti_rads.Category.FIVE,
)


@dataclass(frozen=True)
class Step:
    """What a nodule asks for; without tissue and months nothing more than the routine exam."""

    asks_tissue: bool = False
    months: int | None = None
    reasons: tuple[Sentence, ...] = ()


def is_proven(nodule: SeenNodule) -> bool:
    """Tell whether pathology has called a nodule malignant."""
    return bool(nodule.sets.nodule.proven_malignant) or _cytology(nodule) == MALIGNANT


def _cytology(nodule: SeenNodule) -> str:
    return str(nodule.payload.get("prior_cytology") or "")


def after_cytology(nodule: SeenNodule, *, is_asked: bool) -> Step | None:
    """Return what follows from the cytology so far; None where it does not decide.

    Benign cytology stands in for another FNA; one that is not settled asks for tissue again,
    whatever the size (usual management by Bethesda 2023).
    """
    number, cytology = nodule.index + 1, _cytology(nodule)
    if is_proven(nodule):
        return Step(reasons=(notes.cytology(number, MALIGNANT),))
    if cytology in UNSETTLED:
        return Step(asks_tissue=True, reasons=(notes.cytology(number, cytology),))
    if cytology == BENIGN and is_asked:
        return Step(months=SHORT_MONTHS, reasons=(notes.cytology(number, BENIGN),))
    return None


def acr_step(nodule: SeenNodule, result: acr_ti_rads.NoduleResult, record: ExamRecord) -> Step:
    """Return what a nodule asks for by ACR TI-RADS: its size table, or the course of follow-up."""
    is_asked = result.recommendation is Recommendation.FNA
    decided = after_cytology(nodule, is_asked=is_asked)
    if decided is not None:
        return decided
    past = past_of(nodule.payload, record.priors)
    if is_asked or past.level is None:
        return Step(is_asked, next(iter(result.follow_up_months), None))
    return _followed(nodule, result, past, record)


def _followed(
    nodule: SeenNodule, result: acr_ti_rads.NoduleResult, past: Past, record: ExamRecord
) -> Step:
    """Return what follows a scan of a nodule that was seen before and is below its FNA size."""
    first, number = past.first_followed, nodule.index + 1
    assert first is not None  # noqa: S101 - a past with a level has an exam
    growth = grown_since(first.payload, nodule.payload)
    schedule = acr_ti_rads.LEVELS[result.level].follow_up_months
    months = months_between(first.on, record.performed_on)
    course = Course(
        previous_level=past.level,
        months_since_first_exam=scheduled_months(months, schedule),
        has_grown=growth.is_significant_acr if growth else None,
        had_fna=False,
    )
    try:
        found = acr_ti_rads.next_step(result, course)
    except MissingInput:
        return Step(months=SHORT_MONTHS, reasons=(notes.not_compared(number),))
    said = tuple(acr.sentences_of(number, [each for each in found.reasons if _is_new(each)]))
    if found.action is Action.BY_READER:
        return Step(months=SHORT_MONTHS, reasons=said)
    return Step(months=_until(found.months, months, course), reasons=said)


def _is_new(reason: Reason) -> bool:
    """Tell whether a reason of the course says what the table of sizes has not said already."""
    return reason.key != "no_follow_up_at_this_size"


def _until(left: Decimal | None, since: Decimal, course: Course) -> int | None:
    """Return the whole months to the next scan; what was counted early is still to pass."""
    if left is None or course.months_since_first_exam is None:
        return None
    return max(1, round(left + course.months_since_first_exam - since))


def chinese_step(nodule: SeenNodule, result: c_ti_rads.NoduleResult) -> Step:
    """Return what a nodule asks for by C-TIRADS; months of follow-up are a house setting."""
    decided = after_cytology(nodule, is_asked=bool(result.fna))
    if decided is not None:
        return decided
    if result.fna or result.category not in SUSPICIOUS:
        return Step(asks_tissue=bool(result.fna))
    said = notes.house_follow_up(nodule.index + 1, result.category.value, SHORT_MONTHS)
    return Step(months=SHORT_MONTHS, reasons=(said,))


def growth_sentences(nodule: SeenNodule, record: ExamRecord) -> Iterator[Sentence]:
    """Yield how a nodule changed since the earlier scan from which its follow-up counts."""
    first: Earlier | None = past_of(nodule.payload, record.priors).first_followed
    found = grown_since(first.payload, nodule.payload) if first else None
    if first is not None and found is not None:
        yield notes.growth(nodule.index + 1, found, first.on)
