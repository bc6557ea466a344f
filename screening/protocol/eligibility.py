"""Eligibility rule sets side by side: verdict, reasons, and the criteria that a person can read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from screening.protocol.fields import Payload
from screening.protocol.wording import Sentence


class Verdict(StrEnum):
    """The answer of a rule set; insufficient data names what is missing in its reasons."""

    YES = "yes"
    NO = "no"
    INSUFFICIENT_DATA = "insufficient_data"


@dataclass(frozen=True)
class Eligibility:
    """One rule set's verdict with the reasons that led to it.

    `position` is what the body says in its own words, where yes and no are too coarse for it.
    `is_high_risk`: the person belongs to the group that the rule set looks for, of whatever age;
    None: not known, or it looks for none. `offers` says which exams it offers, when and how often.
    """

    rule_set: str
    version: str
    verdict: Verdict
    reasons: tuple[Sentence, ...]
    position: str = ""
    is_high_risk: bool | None = None
    offers: tuple[Sentence, ...] = ()


@dataclass(frozen=True)
class Candidate:
    """Whom a rule set judges: answers, completed years of age (None: not known), sex, the day."""

    answers: Payload
    age_years: int | None
    sex: str
    on: date


@dataclass(frozen=True)
class RuleSet:
    """A published eligibility rule; `criteria` says it in words, `label` marks weak sources.

    One that `finds_high_risk` parts a surveyed population into those at high risk and the others.
    """

    code: str
    title: str
    version: str
    source: str
    criteria: tuple[Sentence, ...]
    judge: Callable[[Candidate], Eligibility]
    label: str = ""
    finds_high_risk: bool = False
