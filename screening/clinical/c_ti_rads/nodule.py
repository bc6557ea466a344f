"""Category and biopsy of one nodule by C-TIRADS 2020."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from screening.clinical.c_ti_rads.score import Score, has_nodule, score
from screening.clinical.c_ti_rads.tables import (
    CATEGORIES,
    CATEGORY_OF_SCORE,
    FNA_OF_CATEGORY_3_FROM_MM,
    SMALL_BELOW_MM,
)
from screening.clinical.c_ti_rads.vocabulary import (
    PUBLISHED_DEFAULTS,
    Category,
    Circumstance,
    Nodule,
    Readings,
)
from screening.clinical.reasons import MissingInput, Reason, ReasonValue
from screening.clinical.thyroid_descriptors import size_in_mm


@dataclass(frozen=True, kw_only=True)
class NoduleResult:
    """Category and biopsy of a nodule, and why.

    `score` is None without a nodule, and for a proven cancer whose features are not known. `fna`
    follows the reading of the threshold; all three answers are None for a proven cancer.
    """

    score: Score | None
    category: Category
    fna: bool | None
    fna_if_threshold_inclusive: bool | None
    fna_if_threshold_exclusive: bool | None
    reasons: tuple[Reason, ...]

    @property
    def risk_percent(self) -> str:
        """The published risk of cancer of the category, in percent."""
        return CATEGORIES[self.category].risk_percent

    @property
    def category_plain_sum(self) -> Category | None:
        """The category if a comet tail is always subtracted; None if it is not known."""
        if self.score is None or self.category is Category.SIX:
            return self.category
        plain_sum = self.score.plain_sum
        return None if plain_sum is None else CATEGORY_OF_SCORE[plain_sum]


def assess_nodule(
    nodule: Nodule,
    readings: Readings = PUBLISHED_DEFAULTS,
    circumstances: Iterable[Circumstance] = (),
) -> NoduleResult:
    """Return category, risk and biopsy of a nodule.

    Source: C-TIRADS 2020 (section 3 of the clinical reference). The size is compared as measured.
    Raises MissingInput or InvalidInput naming the column.
    """
    if nodule.max_size_mm is not None:
        size_in_mm("max_size_mm", nodule.max_size_mm)
    if nodule.proven_malignant:
        return _proven(nodule, readings)
    if not has_nodule(nodule):
        return _at_any_size(None, Category.ONE, (Reason("no_nodule"),), fna=False)
    scored = score(nodule, readings)
    category = CATEGORY_OF_SCORE[scored.value]
    of_score = Reason("category_of_score", {"score": scored.value, "category": category})
    limit_mm = fna_from_mm(category, readings)
    if limit_mm is None:
        never = Reason("no_size_asks_for_fna", {"category": category})
        return _at_any_size(scored, category, (*scored.reasons, of_score, never), fna=False)
    size_mm = size_in_mm("max_size_mm", nodule.max_size_mm)
    result = _by_size(scored, size_mm, limit_mm, readings)
    for_small = _of_circumstances(size_mm, circumstances, readings)
    reasons = (*scored.reasons, of_score, *result.reasons, *for_small)
    return replace(result, reasons=reasons)


def _by_size(scored: Score, size_mm: Decimal, limit_mm: int, readings: Readings) -> NoduleResult:
    category = CATEGORY_OF_SCORE[scored.value]
    return NoduleResult(
        score=scored,
        category=category,
        fna=_reaches(size_mm, limit_mm, is_inclusive=readings.threshold_inclusive),
        fna_if_threshold_inclusive=_reaches(size_mm, limit_mm, is_inclusive=True),
        fna_if_threshold_exclusive=_reaches(size_mm, limit_mm, is_inclusive=False),
        reasons=tuple(_of_size(category, size_mm, limit_mm, readings)),
    )


def _proven(nodule: Nodule, readings: Readings) -> NoduleResult:
    """Return category 6, whatever else is seen."""
    try:
        scored = score(nodule, readings)
    except MissingInput:
        scored = None
    return _at_any_size(scored, Category.SIX, (Reason("proven_malignant"),), fna=None)


def _at_any_size(
    scored: Score | None, category: Category, reasons: tuple[Reason, ...], *, fna: bool | None
) -> NoduleResult:
    return NoduleResult(
        score=scored,
        category=category,
        fna=fna,
        fna_if_threshold_inclusive=fna,
        fna_if_threshold_exclusive=fna,
        reasons=reasons,
    )


def fna_from_mm(category: Category, readings: Readings) -> int | None:
    """Return the size from which a category asks for biopsy; None: at no size."""
    if category is Category.THREE and readings.fna_of_category_3_from_20_mm:
        return FNA_OF_CATEGORY_3_FROM_MM
    return CATEGORIES[category].fna_from_mm


def _reaches(size_mm: Decimal, limit_mm: int, *, is_inclusive: bool) -> bool:
    return size_mm > limit_mm or (is_inclusive and size_mm == limit_mm)


def _of_size(
    category: Category, size_mm: Decimal, limit_mm: int, readings: Readings
) -> Iterator[Reason]:
    reached = _reaches(size_mm, limit_mm, is_inclusive=readings.threshold_inclusive)
    values: dict[str, ReasonValue] = {
        "category": category,
        "size_mm": size_mm,
        "limit_mm": limit_mm,
    }
    yield Reason("fna_size_reached" if reached else "below_fna_size", values)
    if size_mm == limit_mm:
        yield _disputed("threshold_inclusive", "yes" if readings.threshold_inclusive else "no")
    if category is Category.THREE:
        yield _disputed("fna_of_category_3_from_20_mm", "yes")


def _of_circumstances(
    size_mm: Decimal, circumstances: Iterable[Circumstance], readings: Readings
) -> Iterator[Reason]:
    """Name what may speak for biopsy of a small nodule, if the site has confirmed that it does."""
    present = set(circumstances)
    if size_mm >= SMALL_BELOW_MM or not readings.small_nodule_circumstances or not present:
        return
    for circumstance in Circumstance:
        if circumstance in present:
            yield Reason("fna_may_be_considered", {"circumstance": circumstance})
    yield _disputed("small_nodule_circumstances", "yes")


def _disputed(reading: str, choice: str) -> Reason:
    return Reason("disputed_reading", {"reading": reading, "choice": choice})
