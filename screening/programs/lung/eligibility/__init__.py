"""Eligibility for lung screening by the published rule sets, the one in force named."""

from screening.programs.lung.eligibility.rule_sets import DEFAULT_RULE_SET, RULE_SETS

__all__ = ["DEFAULT_RULE_SET", "RULE_SETS"]
