"""Who is within and who is outside the recommendations on thyroid screening, set by set."""

from screening.programs.thyroid.eligibility.rule_sets import DEFAULT_RULE_SET, RULE_SETS

__all__ = ["DEFAULT_RULE_SET", "RULE_SETS"]
