"""Who is at high risk and offered the program, by the published rule sets; one is in force."""

from screening.programs.breast.eligibility.rule_sets import DEFAULT_RULE_SET, RULE_SETS

__all__ = ["DEFAULT_RULE_SET", "RULE_SETS"]
