"""What the size table of ACR TI-RADS 2017 asks for one nodule: biopsy, follow-up or nothing."""

from dataclasses import dataclass
from decimal import Decimal

from screening.clinical.acr_ti_rads.score import Score, score
from screening.clinical.acr_ti_rads.tables import LEVELS, LevelFacts
from screening.clinical.acr_ti_rads.vocabulary import (
    PUBLISHED_DEFAULTS,
    Level,
    Readings,
    Recommendation,
)
from screening.clinical.reasons import Reason, ReasonValue
from screening.clinical.thyroid_descriptors import Descriptors, size_in_cm


@dataclass(frozen=True, kw_only=True)
class NoduleResult:
    """Score, recommendation and reasons of one nodule.

    `max_size_cm` may be None at a level that is left alone at any size. `follow_up_months` is
    empty unless follow-up is recommended; `meets_follow_up_size` also holds where FNA is.
    """

    score: Score
    max_size_cm: Decimal | None
    recommendation: Recommendation
    meets_follow_up_size: bool
    follow_up_months: tuple[int, ...]
    reasons: tuple[Reason, ...]

    @property
    def level(self) -> Level:
        """The level of the nodule."""
        return self.score.level


def assess_nodule(
    descriptors: Descriptors,
    max_size_cm: Decimal | None,
    readings: Readings = PUBLISHED_DEFAULTS,
) -> NoduleResult:
    """Return points, level and recommendation of a nodule of that largest diameter.

    Source: ACR TI-RADS 2017, size table. The size is compared as measured, never rounded, and a
    nodule exactly at a limit reaches it. Raises MissingInput or InvalidInput naming the column.
    """
    scored = score(descriptors, readings)
    facts = LEVELS[scored.level]
    if max_size_cm is not None or facts.fna_from_cm is not None:
        size_in_cm("max_size_cm", max_size_cm)
    recommendation = _recommendation(facts, max_size_cm)
    follows = recommendation is Recommendation.FOLLOW_UP
    return NoduleResult(
        score=scored,
        max_size_cm=max_size_cm,
        recommendation=recommendation,
        meets_follow_up_size=_reaches(max_size_cm, facts.follow_up_from_cm),
        follow_up_months=facts.follow_up_months if follows else (),
        reasons=(*scored.reasons, *_reasons(scored.level, facts, max_size_cm, recommendation)),
    )


def _recommendation(facts: LevelFacts, max_size_cm: Decimal | None) -> Recommendation:
    if _reaches(max_size_cm, facts.fna_from_cm):
        return Recommendation.FNA
    if _reaches(max_size_cm, facts.follow_up_from_cm):
        return Recommendation.FOLLOW_UP
    return Recommendation.NONE


def _reaches(max_size_cm: Decimal | None, limit_cm: Decimal | None) -> bool:
    return max_size_cm is not None and limit_cm is not None and max_size_cm >= limit_cm


def _reasons(
    level: Level, facts: LevelFacts, max_size_cm: Decimal | None, recommendation: Recommendation
) -> tuple[Reason, ...]:
    if facts.fna_from_cm is None or facts.follow_up_from_cm is None or max_size_cm is None:
        return (Reason("no_size_asks_for_more", {"level": level}),)
    size: dict[str, ReasonValue] = {"level": level, "size_cm": max_size_cm}
    if recommendation is Recommendation.FNA:
        return (Reason("fna_size_reached", {**size, "limit_cm": facts.fna_from_cm}),)
    if recommendation is Recommendation.NONE:
        return (Reason("below_follow_up_size", {**size, "limit_cm": facts.follow_up_from_cm}),)
    limits = {"limit_cm": facts.follow_up_from_cm, "fna_from_cm": facts.fna_from_cm}
    follow_up = Reason("follow_up_size_reached", {**size, **limits})
    if level is Level.TR5:
        return (follow_up, Reason("fna_only_by_shared_decision", size))
    return (follow_up,)
