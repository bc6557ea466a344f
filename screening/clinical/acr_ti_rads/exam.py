"""The nodules of one exam by ACR TI-RADS 2017: which are reported, which are biopsied."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from screening.clinical.acr_ti_rads.nodule import NoduleResult
from screening.clinical.acr_ti_rads.vocabulary import Level, Recommendation
from screening.clinical.reasons import MissingInput, Reason, ReasonValue

MOST_SCORED = 4
MOST_BIOPSIED = 2


@dataclass(frozen=True, kw_only=True)
class ExamResult:
    """The nodules that an exam reports, as positions in the order handed in, the first in rank
    first; `biopsied` are those of them whose size asks for FNA, at most two.
    """

    level: Level
    recommendation: Recommendation
    scored: tuple[int, ...]
    biopsied: tuple[int, ...]
    followed: tuple[int, ...]
    reasons: tuple[Reason, ...]


def assess_exam(nodules: Sequence[NoduleResult]) -> ExamResult:
    """Return what the exam reports: at most four nodules, of which at most two are biopsied.

    Source: ACR TI-RADS 2017 as quoted in section 2 of the clinical reference: those with the
    highest points, and of equal points the larger. (A worksheet of the College words it
    otherwise: the two largest and any with important features.) Raises MissingInput without one.
    """
    if not nodules:
        raise MissingInput("composition")
    ranked = sorted(range(len(nodules)), key=lambda index: _rank(nodules[index]), reverse=True)
    scored, left_out = ranked[:MOST_SCORED], ranked[MOST_SCORED:]
    asking = [index for index in scored if nodules[index].recommendation is Recommendation.FNA]
    followed = [
        index for index in scored if nodules[index].recommendation is Recommendation.FOLLOW_UP
    ]
    return ExamResult(
        level=nodules[scored[0]].level,
        recommendation=_widest(nodules[index] for index in scored),
        scored=tuple(scored),
        biopsied=tuple(asking[:MOST_BIOPSIED]),
        followed=tuple(followed),
        reasons=(
            *_reasons("not_among_the_four_scored", nodules, left_out),
            *_reasons("not_among_the_two_biopsied", nodules, asking[MOST_BIOPSIED:]),
        ),
    )


def _rank(nodule: NoduleResult) -> tuple[int, bool, object]:
    size = nodule.max_size_cm
    return (nodule.score.total, size is not None, size or 0)


def _widest(nodules: Iterable[NoduleResult]) -> Recommendation:
    order = list(Recommendation)
    return max((nodule.recommendation for nodule in nodules), key=order.index)


def _reasons(key: str, nodules: Sequence[NoduleResult], indexes: Sequence[int]) -> list[Reason]:
    reasons: list[Reason] = []
    for index in indexes:
        values: dict[str, ReasonValue] = {
            "nodule": index + 1,
            "points": nodules[index].score.total,
        }
        reasons.append(Reason(key, values))
    return reasons
