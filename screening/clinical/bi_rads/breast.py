"""One breast: the categories that its modalities gave, and what a work-up makes of them.

Source: section c of the clinical reference, rules of the vector file: a breast is the worst of its
modalities; a work-up replaces the 0 of each of them and nothing else.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from screening.clinical.bi_rads.vocabulary import Category, Modality, Readings, Side
from screening.clinical.reasons import Reason


@dataclass(frozen=True, kw_only=True)
class Breast:
    """What was read of a breast in one round; a modality that was not done is left out.

    `is_absent` says that there is no breast to examine, so that nothing is missing.
    """

    categories: Mapping[Modality, Category] = field(default_factory=dict)
    work_up: Category | None = None
    is_absent: bool = False


@dataclass(frozen=True, kw_only=True)
class BreastResult:
    """The category of a breast before and after the work-up; None if it was not assessed.

    `before` and `after` are those of its modalities, out of which the worst was taken;
    `by_mammography` is what mammography alone gave.
    """

    side: Side
    screening: Category | None
    overall: Category | None
    before: tuple[Category, ...]
    after: tuple[Category, ...]
    by_mammography: Category | None
    reasons: tuple[Reason, ...]


def worst(categories: Iterable[Category | None], readings: Readings) -> Category | None:
    """Return the most worrisome of categories; None if there is none."""
    known = [category for category in categories if category is not None]
    return max(known, key=readings.order.index, default=None)


def assess_breast(side: Side, breast: Breast, readings: Readings) -> BreastResult:
    """Return the category of a breast, and why."""
    read = dict(breast.categories)
    if readings.parallel_imaging_closes_zero and _is_closing_disputed(breast):
        del read[Modality.MAMMOGRAPHY]
    before = tuple(read.values())
    after = tuple(_after_work_up(category, breast.work_up) for category in before)
    return BreastResult(
        side=side,
        screening=worst(before, readings),
        overall=worst(after, readings),
        before=before,
        after=after,
        by_mammography=read.get(Modality.MAMMOGRAPHY),
        reasons=tuple(_reasons(side, breast, readings)),
    )


def _is_closing_disputed(breast: Breast) -> bool:
    """Tell whether a mammographic 0 waits for a work-up while other imaging is final."""
    others = [
        category for name, category in breast.categories.items() if name != Modality.MAMMOGRAPHY
    ]
    is_open = breast.categories.get(Modality.MAMMOGRAPHY) is Category.ZERO
    is_answered = breast.work_up is not None
    is_final = any(category is not Category.ZERO for category in others)
    return is_open and is_final and not is_answered


def _after_work_up(category: Category, work_up: Category | None) -> Category:
    return work_up if work_up is not None and category is Category.ZERO else category


def _reasons(side: Side, breast: Breast, readings: Readings) -> Iterator[Reason]:
    if not breast.categories:
        yield Reason("breast_absent" if breast.is_absent else "breast_not_assessed", {"side": side})
    for modality, category in breast.categories.items():
        yield Reason("assessed", {"side": side, "modality": modality, "category": category})
    if _is_closing_disputed(breast):
        choice = "yes" if readings.parallel_imaging_closes_zero else "no"
        values = {"reading": "parallel_imaging_closes_zero", "choice": choice}
        yield Reason("disputed_reading", values)
    if breast.work_up is not None:
        is_replaced = Category.ZERO in breast.categories.values()
        key = "work_up_replaced_zero" if is_replaced else "work_up_replaced_nothing"
        yield Reason(key, {"side": side, "category": breast.work_up})
    elif breast.categories.get(Modality.MAMMOGRAPHY) is Category.THREE:
        yield Reason("probably_benign_without_work_up", {"side": side})
