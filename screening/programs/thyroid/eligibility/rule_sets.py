"""The rule sets of the thyroid program: each body's position as a verdict with its own words."""

from collections.abc import Mapping
from functools import partial

from screening.clinical.reasons import InvalidInput
from screening.clinical.thyroid_screening import BODIES, LAY_BODY, Judgment, Position, judge
from screening.programs.thyroid.eligibility.persons import person_of
from screening.programs.thyroid.eligibility.wording import (
    CONTRADICTION,
    POSITIONS,
    PUBLICATIONS,
    label_of,
    sentence_of,
)
from screening.protocol.eligibility import Candidate, Eligibility, RuleSet, Verdict
from screening.protocol.wording import N_, Sentence

DEFAULT_RULE_SET = "high_risk"
# What stands for the year of bodies whose position has none of its own.
EDITIONS: Mapping[str, str] = {
    "high_risk": N_("list of the questionnaire"),
    "men2": N_("ATA 2009, as the NCI prints it"),
    LAY_BODY: N_("undated"),
}

# Whom a body would have examined; everybody else may still be enrolled, and is recorded so.
EXAMINED = (Position.SCREEN, Position.SHARED_DECISION, Position.SURVEILLANCE)
VERDICTS: Mapping[Position, Verdict] = {
    **dict.fromkeys(Position, Verdict.NO),
    **dict.fromkeys(EXAMINED, Verdict.YES),
    Position.INSUFFICIENT_DATA: Verdict.INSUFFICIENT_DATA,
}


def judge_candidate(code: str, candidate: Candidate) -> Eligibility:
    """Return the position of a body on a person; an impossible answer gives none."""
    try:
        return _eligibility(judge(code, person_of(candidate)))
    except InvalidInput as error:
        values = {"input": label_of(error.column), "value": str(error.value)}
        reasons = (Sentence(CONTRADICTION, values),)
        return Eligibility(code, edition_of(code), Verdict.INSUFFICIENT_DATA, reasons)


def _eligibility(judgment: Judgment) -> Eligibility:
    return Eligibility(
        rule_set=judgment.body,
        version=judgment.edition,
        verdict=VERDICTS[judgment.position],
        reasons=tuple(sentence_of(reason) for reason in judgment.reasons),
        position=POSITIONS[judgment.position],
    )


def edition_of(code: str) -> str:
    """Return the edition of a body: a year, or what stands for it."""
    return EDITIONS.get(code) or BODIES[code].edition


def _rule_set(code: str) -> RuleSet:
    publication = PUBLICATIONS[code]
    return RuleSet(
        code=code,
        title=publication.title,
        version=edition_of(code),
        source=publication.source,
        criteria=tuple(Sentence(text) for text in publication.criteria),
        judge=partial(judge_candidate, code),
        label=publication.label,
    )


RULE_SETS: tuple[RuleSet, ...] = tuple(_rule_set(code) for code in PUBLICATIONS)
