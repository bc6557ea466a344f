"""ACR TI-RADS 2017 for an exam: the levels of its nodules, and what they ask for together."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from screening.clinical.acr_ti_rads import (
    LEVELS,
    PUBLISHED_DEFAULTS,
    SYSTEM,
    Circumstance,
    ExamResult,
    Level,
    NoduleResult,
    Readings,
    Recommendation,
    assess_exam,
    assess_nodule,
    not_meant_for,
    score,
)
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
from screening.programs.thyroid.category.seen import Seen, SeenNodule, look
from screening.programs.thyroid.category.steps import acr_step, growth_sentences
from screening.programs.thyroid.wording import acr, notes
from screening.protocol.category import Categorization, ExamRecord
from screening.protocol.wording import Sentence

ACR = System(SYSTEM, "2017")
MOST_BIOPSIED = 2

Assessed = Known[NoduleResult]


def categorize(
    record: ExamRecord, readings: Readings = PUBLISHED_DEFAULTS, version: str = ACR.version
) -> Categorization:
    """Return the ACR TI-RADS result of an exam; it never raises."""
    return replace(_categorize(record, readings), version=version)


def _categorize(record: ExamRecord, readings: Readings) -> Categorization:
    seen = look(record)
    known, still_open = assess_all(
        seen, partial(_assess, readings), partial(_by_level_alone, readings)
    )
    levels = {each.nodule.index: each.result.level.value for each in known}
    missing = problems_of(seen, still_open)
    if missing and (seen.unknown or not _is_highest(known)):
        return undecided(ACR, missing, by_finding(seen, levels))
    if not known:
        return _without_nodule(seen, record)
    exam = assess_exam([each.result for each in known])
    asking = [_asking(known[place], record) for place in exam.scored]
    result = decided(ACR, exam.level.value, seen, asking, record)
    result = replace(result, finding_categories=by_finding(seen, levels))
    reasons = [*_reasons(known, asking, exam, record), *left_open(still_open, exam.level.value)]
    return with_reasons(result, seen, [*reasons, *_scope(seen)], record)


def _assess(readings: Readings, nodule: SeenNodule) -> NoduleResult:
    return assess_nodule(nodule.sets.descriptors, nodule.sets.max_size_cm, readings)


def _by_level_alone(readings: Readings, nodule: SeenNodule) -> NoduleResult:
    """Return what the level asks for where the size is not known: the most that it can.

    At TR3 that would be FNA as well; its FNA size is so large that follow-up is taken instead.
    """
    scored = score(nodule.sets.descriptors, readings)
    is_low = scored.level is Level.TR3
    return NoduleResult(
        score=scored,
        max_size_cm=None,
        recommendation=Recommendation.FOLLOW_UP if is_low else Recommendation.FNA,
        meets_follow_up_size=True,
        follow_up_months=LEVELS[scored.level].follow_up_months if is_low else (),
        reasons=scored.reasons,
    )


def _is_highest(known: Sequence[Assessed]) -> bool:
    """Tell whether no other nodule could change the result: TR5 with FNA is the most there is."""
    return any(
        each.result.level is Level.TR5
        and each.result.recommendation is Recommendation.FNA
        and each.is_measured
        for each in known
    )


def _without_nodule(seen: Seen, record: ExamRecord) -> Categorization:
    said = [Sentence(notes.NO_NODULE), Sentence(notes.NO_LEVEL_WITHOUT_NODULE), *_scope(seen)]
    result = decided(ACR, Level.TR1.value, seen, (), record)
    return with_reasons(result, seen, said, record)


def _asking(known: Assessed, record: ExamRecord) -> Asking:
    step = acr_step(known.nodule, known.result, record)
    return known.asking(known.result.level.value, step)


def _reasons(
    known: Sequence[Assessed], asking: Sequence[Asking], exam: ExamResult, record: ExamRecord
) -> Iterator[Sentence]:
    """Yield why each reported nodule is what it is, in the order of the findings."""
    steps = {each.nodule.index: each.step for each in asking}
    for each in known:
        nodule, result = each.nodule, each.result
        if nodule.index not in steps:
            continue
        number = nodule.index + 1
        yield from acr.nodule_sentences(number, nodule.sets.descriptors, result)
        yield from notes.implied(number, nodule.implied, for_acr=True)
        if not each.is_measured:
            yield notes.size_unknown(number, result.level.value)
        yield from growth_sentences(nodule, record)
        yield from steps[nodule.index].reasons
    for reason in exam.reasons:
        if reason.key == "not_among_the_four_scored":
            number = known[int(reason.values["nodule"]) - 1].nodule.index + 1
            values = {"number": number, "points": reason.values["points"]}
            yield Sentence(acr.TEXTS[reason.key], values)
    yield from _not_biopsied(known, asking)


def _not_biopsied(known: Sequence[Assessed], asking: Sequence[Asking]) -> Iterator[Sentence]:
    """Yield the nodules that ask for tissue too, but after the two first in rank."""
    points = {each.nodule.index: each.result.score.total for each in known}
    for each in [each for each in asking if each.step.asks_tissue][MOST_BIOPSIED:]:
        index = each.nodule.index
        values = {"number": index + 1, "points": points[index]}
        yield Sentence(acr.TEXTS["not_among_the_two_biopsied"], values)


def _scope(seen: Seen) -> Iterator[Sentence]:
    circumstances = (Circumstance.SUSPICIOUS_NODE,) if seen.suspicious_nodes else ()
    yield from acr.sentences_of(0, not_meant_for(circumstances))
