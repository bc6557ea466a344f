"""Every reason that the rule sets give, by its key, with the names of the values it carries."""

from collections.abc import Mapping

REASON_KEYS: Mapping[str, tuple[str, ...]] = {
    # The Chinese rule sets; `rules` and `rule` are their printed codes.
    "rule_met": ("rule_set", "rule"),
    "no_rule_met": ("rule_set",),
    "too_few_items": ("rule_set", "rules", "needed"),
    # `reading` is a field of Readings or of its cuts, `choice` what would change the verdict.
    "verdict_rests_on_reading": ("reading", "choice"),
    "rule_text_unverified": ("rule_set",),
    "rule_from_secondary_source": ("rule_set",),
    # MRI by ACS, the criterion that applies first.
    "carrier": (),
    "untested_relative_of_carrier": (),
    "lifetime_risk_at_least": ("percent", "limit"),
    "lifetime_risk_between": ("percent", "from", "below"),
    "lifetime_risk_below": ("percent", "limit"),
    "chest_radiotherapy_between": ("age", "from", "to"),
    "syndrome": (),
    "precursor": (),
    "personal_history": (),
    "dense": ("density",),
    "lifetime_risk_not_computed": (),
    # What would change a verdict if it were known.
    "input_missing": ("input",),
    # What makes an answer doubtful.
    "surveillance_after_breast_cancer": (),
    "gail_not_meant_for_her": ("because",),
    "model_not_stated": ("input",),
    "unlikely_input": ("input", "value"),
    "density_later_than_today": ("density_age", "age"),
}
