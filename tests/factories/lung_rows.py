"""Rows of the lung eligibility file as persons, and what a rule set says of them."""

from screening.clinical.lung_eligibility import (
    DEFAULT_READINGS,
    RULES,
    Readings,
    judge,
    read_person,
)

# Someone whom every set of the file lets in; 20 a day for 40 years.
SMOKER = {
    "age": "60",
    "status": "current",
    "pack_years": "40",
    "cigs_per_day": "20",
    "years_smoked": "40",
    "passive_years": "0",
    "copd": "no",
    "occ_years": "0",
    "fdr_lung_cancer": "no",
    "symptoms": "none",
    "prior_lung_cancer": "no",
    "home_oxygen": "no",
    "fit_for_curative_treatment": "yes",
}
FORMER_SMOKER = {**SMOKER, "status": "former", "quit_years": "5"}
NO_AMOUNTS = {"pack_years": "", "cigs_per_day": "", "years_smoked": ""}
NEVER_SMOKED = {**SMOKER, "status": "never", **NO_AMOUNTS}


def verdict(
    rule_set: str,
    base: dict[str, str],
    readings: Readings = DEFAULT_READINGS,
    /,
    **changes: str,
) -> str:
    """Return the verdict of a rule set on a row with some cells changed."""
    return judge(RULES[rule_set], read_person({**base, **changes}), readings).verdict.value


def reasons(rule_set: str, base: dict[str, str], /, **changes: str) -> list[str]:
    """Return the keys of the reasons of a verdict."""
    judged = judge(RULES[rule_set], read_person({**base, **changes}))
    return [reason.key for reason in judged.reasons]


def missing(rule_set: str, base: dict[str, str], /, **changes: str) -> set[object]:
    """Return what a verdict that is left open asks for: columns, or keys where one has none."""
    judged = judge(RULES[rule_set], read_person({**base, **changes}))
    open_reasons = (reason for reason in judged.reasons if reason.key != "boundary_disputed")
    return {reason.values.get("input", reason.key) for reason in open_reasons}


def disputes(rule_set: str, row: dict[str, str]) -> set[object]:
    """Return the disputed readings on which a verdict rests."""
    judged = judge(RULES[rule_set], read_person(row))
    disputed = (reason for reason in judged.reasons if reason.key == "boundary_disputed")
    return {reason.values["reading"] for reason in disputed}
