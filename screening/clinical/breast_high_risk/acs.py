"""MRI beside mammography by the American Cancer Society: the first criterion that applies.

Source: sections b and f of the clinical reference. The lifetime
risk is that of a family-history model; Gail's is not accepted.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from screening.clinical.breast_high_risk.checks import (
    MET,
    NOT_MET,
    Check,
    any_of,
    at_least,
    decided,
    undecided,
    yes,
)
from screening.clinical.breast_high_risk.reason_keys import REASON_KEYS
from screening.clinical.breast_high_risk.woman import Woman, check_woman
from screening.clinical.reasons import Reason, ReasonValue

HIGH_FROM_PERCENT = 20
INSUFFICIENT_FROM_PERCENT = 15
CHEST_RADIOTHERAPY_AGES = (10, 30)
LIMITS_SHOWN: Mapping[str, Mapping[str, int]] = {
    "lifetime_risk_at_least": {"limit": HIGH_FROM_PERCENT},
    "lifetime_risk_between": {"from": INSUFFICIENT_FROM_PERCENT, "below": HIGH_FROM_PERCENT},
    "lifetime_risk_below": {"limit": INSUFFICIENT_FROM_PERCENT},
    "chest_radiotherapy_between": dict(zip(("from", "to"), CHEST_RADIOTHERAPY_AGES, strict=True)),
}


class AcsMri(StrEnum):
    """What the society says of MRI, as worded in the vector file."""

    ANNUAL = "annual MRI+MG"
    INSUFFICIENT_EVIDENCE = "insufficient evidence"
    NOT_RECOMMENDED = "MRI not recommended"
    NO_CRITERION = "no criterion met"


@dataclass(frozen=True, kw_only=True)
class MriJudgment:
    """The verdict, the inputs that could change it, and why."""

    verdict: AcsMri
    missing: tuple[str, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Criterion:
    """One criterion: its reason, what it leads to, and how it is judged."""

    key: str
    verdict: AcsMri
    check: Callable[[Woman], Check]


def carrier(woman: Woman) -> Check:
    """Check for a variant of her own."""
    return yes("own_brca", woman.own_brca)


def untested_relative(woman: Woman) -> Check:
    """Check for a first-degree relative's variant; who is not known to be tested is untested."""
    if woman.tested_brca_negative:
        return NOT_MET
    return yes("fdr_brca", woman.fdr_brca)


def lifetime_high(woman: Woman) -> Check:
    """Check for a lifetime risk of 20 % or more."""
    return at_least("lifetime_risk_pct", woman.lifetime_percent, HIGH_FROM_PERCENT)


def chest_radiotherapy(woman: Woman) -> Check:
    """Check for radiotherapy of the chest from 10 to 30, both included; a blank is none."""
    lowest, highest = CHEST_RADIOTHERAPY_AGES
    age = woman.chest_rt_age
    return Check(age is not None and lowest <= age <= highest)


def syndrome(woman: Woman) -> Check:
    """Check for a syndrome of her own or of a first-degree relative."""
    return yes("syndrome", woman.has_syndrome)


def lifetime_between(woman: Woman) -> Check:
    """Check for a lifetime risk from 15 % to below 20 %."""

    def is_between(percent: Decimal) -> bool:
        return INSUFFICIENT_FROM_PERCENT <= percent < HIGH_FROM_PERCENT

    return decided("lifetime_risk_pct", woman.lifetime_percent, is_between)


def precursor(woman: Woman) -> Check:
    """Check for LCIS or atypical hyperplasia."""
    return any_of(yes("lcis", woman.lcis), yes("atypia", woman.atypia))


def personal_history(woman: Woman) -> Check:
    """Check for breast cancer of her own."""
    return yes("personal_breast_cancer", woman.personal_breast_cancer)


def dense(woman: Woman) -> Check:
    """Check for dense breasts."""
    return undecided("density") if woman.density is None else Check(woman.density.is_dense)


def lifetime_low(woman: Woman) -> Check:
    """Check for a lifetime risk below 15 %."""

    def is_low(percent: Decimal) -> bool:
        return percent < INSUFFICIENT_FROM_PERCENT

    return decided("lifetime_risk_pct", woman.lifetime_percent, is_low)


CRITERIA = (
    Criterion("carrier", AcsMri.ANNUAL, carrier),
    Criterion("untested_relative_of_carrier", AcsMri.ANNUAL, untested_relative),
    Criterion("lifetime_risk_at_least", AcsMri.ANNUAL, lifetime_high),
    Criterion("chest_radiotherapy_between", AcsMri.ANNUAL, chest_radiotherapy),
    Criterion("syndrome", AcsMri.ANNUAL, syndrome),
    Criterion("lifetime_risk_between", AcsMri.INSUFFICIENT_EVIDENCE, lifetime_between),
    Criterion("precursor", AcsMri.INSUFFICIENT_EVIDENCE, precursor),
    Criterion("personal_history", AcsMri.INSUFFICIENT_EVIDENCE, personal_history),
    Criterion("dense", AcsMri.INSUFFICIENT_EVIDENCE, dense),
    Criterion("lifetime_risk_below", AcsMri.NOT_RECOMMENDED, lifetime_low),
    Criterion("lifetime_risk_not_computed", AcsMri.NO_CRITERION, lambda _: MET),
)


def judge_mri(woman: Woman) -> MriJudgment:
    """Return what the society says of MRI for a woman; what is not known fires no criterion.

    Raises InvalidInput for answers that are impossible or contradict each other.
    """
    check_woman(woman)
    checks = [(criterion, criterion.check(woman)) for criterion in CRITERIA]
    first = next(criterion for criterion, check in checks if check.met)
    missing = dict.fromkeys(
        column
        for criterion, check in checks[: CRITERIA.index(first)]
        if criterion.verdict is not first.verdict
        for column in check.missing
    )
    if first.key == "untested_relative_of_carrier" and woman.tested_brca_negative is None:
        missing["tested_brca_negative"] = None
    return MriJudgment(
        verdict=first.verdict,
        missing=tuple(missing),
        reasons=(
            Reason(first.key, _values(first.key, woman)),
            *(Reason("input_missing", {"input": column}) for column in missing),
        ),
    )


def _values(key: str, woman: Woman) -> dict[str, ReasonValue]:
    """Return what the sentence of a criterion shows."""
    measured: dict[str, ReasonValue | None] = {
        "percent": woman.lifetime_percent,
        "age": woman.chest_rt_age,
        "density": woman.density,
    }
    shown: dict[str, ReasonValue] = dict(LIMITS_SHOWN.get(key, {}))
    for name in REASON_KEYS[key]:
        value = measured.get(name)
        if value is not None:
            shown[name] = value
    return shown
