"""Eligibility for lung cancer screening by the published rule sets, side by side."""

from screening.clinical.lung_eligibility.person import Agent, PassiveSource, Person, check_person
from screening.clinical.lung_eligibility.readings import (
    DEFAULT_READINGS,
    OPTIONS,
    Reading,
    Readings,
)
from screening.clinical.lung_eligibility.rows import INPUTS, RESULTS, evaluate_row, read_person
from screening.clinical.lung_eligibility.rule_sets import RULES, Judgment, Rule, Verdict, judge

__all__ = [
    "DEFAULT_READINGS",
    "INPUTS",
    "OPTIONS",
    "RESULTS",
    "RULES",
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
    "read_person",
]
