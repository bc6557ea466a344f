"""C-TIRADS 2020 for an exam: the categories of its nodules, and what they ask for together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from screening.clinical.c_ti_rads import (
    PUBLISHED_DEFAULTS,
    SYSTEM,
    Category,
    NoduleResult,
    assess_nodule,
)
from screening.clinical.c_ti_rads.score import score
from screening.clinical.c_ti_rads.tables import CATEGORIES, CATEGORY_OF_SCORE
from screening.clinical.reasons import InvalidInput, MissingInput
from screening.programs.thyroid.category.joining import (
    Asking,
    System,
    by_finding,
    decided,
    undecided,
    with_reasons,
)
from screening.programs.thyroid.category.seen import SeenNodule, look, problem_of
from screening.programs.thyroid.category.steps import (
    chinese_step,
    growth_sentences,
    is_proven,
)
from screening.programs.thyroid.wording import chinese, notes
from screening.protocol.category import Categorization, ExamRecord
from screening.protocol.wording import Problem, Sentence

CHINESE = System(SYSTEM, "2020")
UNMEASURED = "max_size_mm"
ORDER = list(Category)


@dataclass(frozen=True)
class Assessed:
    """One nodule with its result, or what is still needed for one."""

    nodule: SeenNodule
    result: NoduleResult | None = None
    problem: Problem | None = None
    is_measured: bool = True


def categorize(record: ExamRecord) -> Categorization:
    """Return the C-TIRADS result of an exam; it never raises."""
    seen = look(record)
    assessed = [_assess(nodule) for nodule in seen.nodules]
    known = [each for each in assessed if each.result is not None]
    open_ones = [each for each in assessed if each.problem is not None]
    codes = {each.nodule.index: each.result.category.value for each in known if each.result}
    missing = (*seen.unknown, *(each.problem for each in open_ones if each.problem))
    if missing and (seen.unknown or not _is_highest(known)):
        return undecided(CHINESE, missing, by_finding(seen, codes))
    highest = max(
        (each.result.category for each in known if each.result),
        key=ORDER.index,
        default=Category.ONE,
    )
    asking = [_asking(each) for each in known]
    result = decided(CHINESE, highest.value, seen, asking, record)
    said = [*_reasons(known, asking, record), *_open(open_ones, highest)]
    return with_reasons(result, seen, said, record)


def _assess(nodule: SeenNodule) -> Assessed:
    described = nodule.sets.nodule
    if is_proven(nodule):
        described = replace(described, proven_malignant=True)
    try:
        return Assessed(nodule, assess_nodule(described))
    except MissingInput as error:
        if error.column == UNMEASURED:
            return Assessed(nodule, _by_category_alone(nodule), is_measured=False)
        return Assessed(nodule, problem=problem_of(nodule.index, error))
    except InvalidInput as error:
        return Assessed(nodule, problem=problem_of(nodule.index, error))


def _by_category_alone(nodule: SeenNodule) -> NoduleResult:
    """Return what the category asks for where the size is not known: the most that it can."""
    scored = score(nodule.sets.nodule, PUBLISHED_DEFAULTS)
    category = CATEGORY_OF_SCORE[scored.value]
    return NoduleResult(
        score=scored,
        category=category,
        fna=CATEGORIES[category].fna_from_mm is not None,
        fna_if_threshold_inclusive=None,
        fna_if_threshold_exclusive=None,
        reasons=scored.reasons,
    )


def _is_highest(known: Sequence[Assessed]) -> bool:
    """Tell whether no other nodule could change the result: 5 with FNA is the most there is."""
    return any(
        each.result is not None
        and each.result.category is Category.FIVE
        and bool(each.result.fna)
        and each.is_measured
        for each in known
    )


def _asking(assessed: Assessed) -> Asking:
    nodule, result = assessed.nodule, assessed.result
    assert result is not None  # noqa: S101 - nodules without a result are left out before
    step = chinese_step(nodule, result)
    return Asking(
        nodule,
        result.category.value,
        step,
        is_proven=is_proven(nodule),
        is_measured=assessed.is_measured,
    )


def _reasons(
    known: Sequence[Assessed], asking: Sequence[Asking], record: ExamRecord
) -> Iterator[Sentence]:
    if not known:
        yield Sentence(notes.NO_NODULE)
    for each, asks in zip(known, asking, strict=True):
        nodule, result = each.nodule, each.result
        assert result is not None  # noqa: S101 - as above
        number = nodule.index + 1
        yield from chinese.nodule_sentences(number, nodule.sets.nodule, result)
        yield from notes.implied(number, nodule.implied, for_acr=False)
        if not each.is_measured:
            yield notes.size_unknown(number, result.category.value)
        yield from growth_sentences(nodule, record)
        yield from asks.step.reasons


def _open(open_ones: Sequence[Assessed], category: Category) -> Iterator[Sentence]:
    for each in open_ones:
        if each.problem is not None:
            field = each.problem.field.rsplit("-", 1)[-1]
            yield notes.decides_alone(each.nodule.index + 1, field, category.value)
