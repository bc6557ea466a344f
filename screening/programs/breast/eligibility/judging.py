"""The verdict of a rule set on a woman: her risk, her age, and what the program cannot be for."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from screening.clinical.breast_high_risk import (
    CHINESE,
    REFERENCE_DEFAULTS,
    RULE_SETS,
    WESTERN,
    AcsMri,
    Guideline,
    Offer,
    Offers,
    Readings,
    Strength,
    Woman,
    judge,
    judge_mri,
    notes,
    offers_by,
)
from screening.clinical.breast_high_risk import Verdict as RiskVerdict
from screening.clinical.reasons import InvalidInput, Reason
from screening.programs.breast.eligibility.offers import offer_sentences
from screening.programs.breast.eligibility.reasons import label_of, sentences_of
from screening.programs.breast.eligibility.women import woman_of
from screening.protocol.eligibility import Candidate, Eligibility, Verdict
from screening.protocol.wording import N_, Sentence

GENERAL = "general"
NOT_FOR_MEN = N_("The program is for women")
SEX_NOT_KNOWN = N_("Not known: sex")
AGE_NOT_KNOWN = N_("Not known: age; enter the date of birth, or the age")
TOO_YOUNG = N_("The program begins for her at the age of {years}")
NOT_NOW = N_("At her age of {age} the program offers her no exam")
CONTRADICTION = N_("{input}: {value} is impossible, or contradicts another answer; correct it")
POSITIONS = {AcsMri.INSUFFICIENT_EVIDENCE: N_("Evidence insufficient: to be discussed")}


@dataclass(frozen=True)
class Risk:
    """Whether a rule set calls a woman at high risk (None: not known), why, and in whose words."""

    is_high: bool | None
    reasons: tuple[Reason, ...]
    position: str = ""


RiskRule = Callable[[Woman, Readings], Risk]
OF_VERDICT = {RiskVerdict.YES: True, RiskVerdict.NO: False, RiskVerdict.INSUFFICIENT_DATA: None}


@dataclass(frozen=True)
class Rule:
    """A rule set: how it finds those at high risk, and the guideline that says what they get."""

    code: str
    edition: str
    risk: RiskRule
    guideline: Guideline


def _chinese(code: str) -> RiskRule:
    def risk(woman: Woman, readings: Readings) -> Risk:
        found = judge(RULE_SETS[code], woman, readings)
        return Risk(OF_VERDICT[found.verdict], found.reasons)

    return risk


def _acs(woman: Woman, readings: Readings) -> Risk:
    found = judge_mri(woman)
    if found.verdict is AcsMri.ANNUAL:
        return Risk(True, found.reasons)
    is_high = None if found.missing else False
    position = "" if found.missing else POSITIONS.get(found.verdict, "")
    return Risk(is_high, found.reasons, position)


def _acr_nccn(woman: Woman, readings: Readings) -> Risk:
    """High risk is whoever the guideline recommends an exam beside everyone's."""
    found = offers_by(WESTERN["acr_nccn"], woman, readings)
    named = [
        group.group
        for group in found.groups
        if any(offer.strength is Strength.RECOMMENDED for offer in group.offers)
    ]
    if named:
        return Risk(True, tuple(Reason("group", {"group": name}) for name in named))
    missing = tuple(Reason("input_missing", {"input": column}) for column in found.missing)
    return Risk(None if missing else False, missing or (Reason("no_rule_met"),))


RULES: Mapping[str, Rule] = {
    rule.code: rule
    for rule in (
        Rule("cn2021", "2021", _chinese("cn2021"), CHINESE["cn2021"]),
        Rule("caca", N_("undated"), _chinese("caca"), CHINESE["cn2019"]),
        Rule("acs", N_("not stated"), _acs, WESTERN["acs"]),
        Rule("acr_nccn", N_("ACR 2018 and 2023, NCCN 1.2014"), _acr_nccn, WESTERN["acr_nccn"]),
    )
}


def judge_candidate(
    rule: Rule, candidate: Candidate, readings: Readings = REFERENCE_DEFAULTS
) -> Eligibility:
    """Return the verdict of a rule set; answers that contradict each other give none."""
    if candidate.sex == "M":
        return _without_risk(rule, Verdict.NO, Sentence(NOT_FOR_MEN))
    try:
        woman = woman_of(candidate)
        risk = rule.risk(woman, readings)
        offers = offers_by(rule.guideline, woman, readings)
    except InvalidInput as error:
        values = {"input": label_of(error.column), "value": str(error.value)}
        return _without_risk(rule, Verdict.INSUFFICIENT_DATA, Sentence(CONTRADICTION, values))
    verdict, because = _verdict(candidate, woman, risk, offers)
    doubts = sentences_of(note for note in notes(woman) if note.key != "input_missing")
    return Eligibility(
        rule_set=rule.code,
        version=rule.edition,
        verdict=verdict,
        reasons=(*sentences_of(risk.reasons), *because, *doubts),
        position=risk.position if verdict is Verdict.NO else "",
        is_high_risk=risk.is_high,
        offers=offer_sentences(offers),
    )


def _without_risk(rule: Rule, verdict: Verdict, reason: Sentence) -> Eligibility:
    return Eligibility(rule.code, rule.edition, verdict, (reason,))


def _verdict(
    candidate: Candidate, woman: Woman, risk: Risk, offers: Offers
) -> tuple[Verdict, Sequence[Sentence]]:
    """Return the verdict, and what led to it beside the risk: age, sex, a cancer before."""
    if woman.personal_breast_cancer or risk.is_high is False:
        return Verdict.NO, ()
    if risk.is_high is None:
        return Verdict.INSUFFICIENT_DATA, ()
    too_early = None if woman.age is None else _not_offered(offers, woman.age)
    if too_early is not None:
        return Verdict.NO, (too_early,)
    missing = tuple(_missing(candidate, woman))
    return Verdict.INSUFFICIENT_DATA if missing else Verdict.YES, missing


def _missing(candidate: Candidate, woman: Woman) -> Iterator[Sentence]:
    if woman.age is None:
        yield Sentence(AGE_NOT_KNOWN)
    if candidate.sex != "F":
        yield Sentence(SEX_NOT_KNOWN)


def _not_offered(offers: Offers, age: Decimal) -> Sentence | None:
    """Say why those at high risk are offered nothing at an age; None: something is."""
    own = list(_recommended(offers))
    # A start that is not printed keeps nobody out.
    if any(offer.covers(age) is not False for offer in own):
        return None
    starts = [Decimal(offer.from_years or 0) for offer in own if (offer.from_years or 0) > age]
    if not starts:
        return Sentence(NOT_NOW, {"age": age})
    return Sentence(TOO_YOUNG, {"years": f"{min(starts).normalize():f}"})


def _recommended(offers: Offers) -> Iterator[Offer]:
    for group in offers.groups:
        if group.group != GENERAL:
            yield from (each for each in group.offers if each.strength is Strength.RECOMMENDED)
