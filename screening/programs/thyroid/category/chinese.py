"""C-TIRADS 2020 for an exam: the categories of its nodules, and what they ask for together."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from screening.clinical.c_ti_rads import (
    PUBLISHED_DEFAULTS,
    SYSTEM,
    Category,
    NoduleResult,
    Readings,
    assess_nodule,
)
from screening.clinical.c_ti_rads.nodule import fna_from_mm
from screening.clinical.c_ti_rads.score import score
from screening.clinical.c_ti_rads.tables import CATEGORY_OF_SCORE
from screening.programs.thyroid.category.assessing import (
    Known,
    assess_all,
    left_open,
    problems_of,
)
from screening.programs.thyroid.category.joining import (
    Asking,
    System,
    by_finding,
    decided,
    undecided,
    with_reasons,
)
from screening.programs.thyroid.category.seen import SeenNodule, look
from screening.programs.thyroid.category.steps import (
    chinese_step,
    growth_sentences,
    is_proven,
)
from screening.programs.thyroid.wording import chinese, notes
from screening.protocol.category import Categorization, ExamRecord
from screening.protocol.wording import Sentence

CHINESE = System(SYSTEM, "2020")
ORDER = list(Category)

Assessed = Known[NoduleResult]


def categorize(
    record: ExamRecord, readings: Readings = PUBLISHED_DEFAULTS, version: str = CHINESE.version
) -> Categorization:
    """Return the C-TIRADS result of an exam; it never raises."""
    return replace(_categorize(record, readings), version=version)


def _categorize(record: ExamRecord, readings: Readings) -> Categorization:
    seen = look(record)
    known, still_open = assess_all(
        seen, partial(_assess, readings), partial(_by_category_alone, readings)
    )
    codes = {each.nodule.index: each.result.category.value for each in known}
    missing = problems_of(seen, still_open)
    if missing and (seen.unknown or not _is_highest(known)):
        return undecided(CHINESE, missing, by_finding(seen, codes))
    categories = [each.result.category for each in known]
    highest = max(categories, key=ORDER.index, default=Category.ONE)
    asking = [_asking(each) for each in known]
    result = decided(CHINESE, highest.value, seen, asking, record)
    said = [*_reasons(known, asking, record), *left_open(still_open, highest.value)]
    return with_reasons(result, seen, said, record)


def _assess(readings: Readings, nodule: SeenNodule) -> NoduleResult:
    described = nodule.sets.nodule
    if is_proven(nodule):
        described = replace(described, proven_malignant=True)
    return assess_nodule(described, readings)


def _by_category_alone(readings: Readings, nodule: SeenNodule) -> NoduleResult:
    """Return what the category asks for where the size is not known: the most that it can."""
    scored = score(nodule.sets.nodule, readings)
    category = CATEGORY_OF_SCORE[scored.value]
    return NoduleResult(
        score=scored,
        category=category,
        fna=fna_from_mm(category, readings) is not None,
        fna_if_threshold_inclusive=None,
        fna_if_threshold_exclusive=None,
        reasons=scored.reasons,
    )


def _is_highest(known: Sequence[Assessed]) -> bool:
    """Tell whether no other nodule could change the result: 5 with FNA is the most there is."""
    return any(
        each.result.category is Category.FIVE and bool(each.result.fna) and each.is_measured
        for each in known
    )


def _asking(known: Assessed) -> Asking:
    return known.asking(known.result.category.value, chinese_step(known.nodule, known.result))


def _reasons(
    known: Sequence[Assessed], asking: Sequence[Asking], record: ExamRecord
) -> Iterator[Sentence]:
    if not known:
        yield Sentence(notes.NO_NODULE)
    for each, asks in zip(known, asking, strict=True):
        nodule, result = each.nodule, each.result
        number = nodule.index + 1
        yield from chinese.nodule_sentences(number, nodule.sets.nodule, result)
        yield from notes.implied(number, nodule.implied, for_acr=False)
        if not each.is_measured:
            yield notes.size_unknown(number, result.category.value)
        yield from growth_sentences(nodule, record)
        yield from asks.step.reasons
