"""Eligibility for lung cancer screening by the published rule sets, side by side.

Each set answers yes, no, or that the data do not suffice, and says why. Ages are completed years,
both limits included. Criteria that are all required: the first that is known to fail decides no,
whatever else is unknown. Sets with several ways in: one that is met decides yes. Without a
decision, an unknown that could change the verdict is named and the data do not suffice. An amount
that is given as a range, such as 20-30 pack-years, is judged at both ends; where the ends differ
the data do not suffice.

Symptoms that suggest lung cancer mean a diagnostic referral, and an earlier lung cancer means
surveillance: neither person is screened. Where a set does not say so itself it is a rule of the
house, marked so below.

The sets in the published file of rows are all answered unless `ruleset` names one; those without
rows there (two Chinese programs, the Chinese expert group, TLHC and I-ELCAP) are answered only when
named. Implants, which NLST excludes, have no column: they are taken as absent.

Source: each set's own publication, named beside its title in the table below.
"""

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
