"""Eligibility for lung cancer screening by the published rule sets, side by side."""

from screening.clinical.lung_eligibility.person import Agent, PassiveSource, Person, check_person
from screening.clinical.lung_eligibility.readings import (
    DEFAULT_READINGS,
    OPTIONS,
    Reading,
    Readings,
)
from screening.clinical.lung_eligibility.rows import (
    IN_FILE,
    INPUTS,
    RESULTS,
    WITH_REASON,
    evaluate_row,
    judge_row,
    read_person,
)
from screening.clinical.lung_eligibility.rule_sets import RULES, Judgment, Rule, Verdict, judge

__all__ = [
    "DEFAULT_READINGS",
    "INPUTS",
    "IN_FILE",
    "OPTIONS",
    "RESULTS",
    "RULES",
    "WITH_REASON",
    "Agent",
    "Judgment",
    "PassiveSource",
    "Person",
    "Reading",
    "Readings",
    "Rule",
    "Verdict",
    "check_person",
    "evaluate_row",
    "judge",
    "judge_row",
    "read_person",
]
