"""What makes the answers of a woman doubtful, or another path than screening hers."""

from collections.abc import Iterator
from decimal import Decimal

from screening.clinical.breast_high_risk.woman import Woman
from screening.clinical.reasons import Reason, ReasonValue

# Below these a percentage was probably entered as a proportion (house rule).
UNLIKELY_LIFETIME_BELOW_PERCENT = Decimal(1)
UNLIKELY_GAIL_BELOW_PERCENT = Decimal("0.1")


def notes(woman: Woman) -> Iterator[Reason]:
    """Yield what a person should look at, whatever a rule set says."""
    if woman.age is None:
        yield Reason("input_missing", {"input": "age"})
    if woman.personal_breast_cancer:
        yield Reason("surveillance_after_breast_cancer")
    if woman.gail5_percent is not None:
        for because in _gail_exclusions(woman):
            yield Reason("gail_not_meant_for_her", {"because": because})
    if woman.lifetime_risk is not None and woman.lifetime_risk.model is None:
        yield Reason("model_not_stated", {"input": "lifetime_risk_pct"})
    yield from _unlikely(woman)
    if woman.age is not None and woman.density_age is not None and woman.density_age > woman.age:
        values: dict[str, ReasonValue] = {"density_age": woman.density_age, "age": woman.age}
        yield Reason("density_later_than_today", values)


def _gail_exclusions(woman: Woman) -> Iterator[str]:
    """Yield why the Gail model is not meant for a woman (clinical reference, section a1)."""
    answers = {
        "personal_breast_cancer": woman.personal_breast_cancer,
        "lcis": woman.lcis,
        "own_brca": woman.own_brca,
        "syndrome": woman.has_syndrome,
        "chest_rt_age": woman.chest_rt_age is not None,
    }
    yield from (column for column, answer in answers.items() if answer)


def _unlikely(woman: Woman) -> Iterator[Reason]:
    for column, percent, limit in (
        ("lifetime_risk_pct", woman.lifetime_percent, UNLIKELY_LIFETIME_BELOW_PERCENT),
        ("gail5_pct", woman.gail5_percent, UNLIKELY_GAIL_BELOW_PERCENT),
    ):
        if percent is not None and percent < limit:
            yield Reason("unlikely_input", {"input": column, "value": percent})
