"""The Chinese rule sets by their codes, and the verdict of one of them on a woman."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from screening.clinical.breast_high_risk import caca, china
from screening.clinical.breast_high_risk.checks import Check
from screening.clinical.breast_high_risk.readings import (
    REFERENCE_DEFAULTS,
    MenarcheCut,
    Readings,
)
from screening.clinical.breast_high_risk.woman import Woman, check_woman
from screening.clinical.reasons import Reason, ReasonValue


class Verdict(StrEnum):
    """Whether a woman is at high risk; insufficient data where an unknown could make it a yes."""

    YES = "yes"
    NO = "no"
    INSUFFICIENT_DATA = "insufficient_data"


@dataclass(frozen=True)
class RuleSet:
    """One rule set: its rules in their order, and how they join to a verdict."""

    code: str
    edition: str
    rules: Mapping[str, china.Rule]
    join: Callable[[Mapping[str, Check], Readings], Check]
    is_text_unverified: bool


@dataclass(frozen=True, kw_only=True)
class Judgment:
    """The verdict of a rule set: the rules that are met, the inputs that could change it, why."""

    rule_set: str
    edition: str
    verdict: Verdict
    rules: tuple[str, ...]
    missing: tuple[str, ...]
    reasons: tuple[Reason, ...]


RULE_SETS: Mapping[str, RuleSet] = {
    "cn2021": RuleSet("cn2021", "2021", china.RULES, china.join_cn2021, is_text_unverified=True),
    "caca": RuleSet("caca", "undated", caca.RULES, caca.join_caca, is_text_unverified=False),
}
VERDICTS: Mapping[bool | None, Verdict] = {
    True: Verdict.YES,
    False: Verdict.NO,
    None: Verdict.INSUFFICIENT_DATA,
}


def judge(rule_set: RuleSet, woman: Woman, readings: Readings = REFERENCE_DEFAULTS) -> Judgment:
    """Return the verdict of a rule set on a woman, and why.

    Raises InvalidInput for answers that are impossible or contradict each other.
    """
    check_woman(woman)
    found, joined = _checks(rule_set, woman, readings)
    met = tuple(code for code, check in found.items() if check.met)
    return Judgment(
        rule_set=rule_set.code,
        edition=rule_set.edition,
        verdict=VERDICTS[joined.met],
        rules=met,
        missing=joined.missing,
        reasons=(
            *_rules_met(rule_set, met, joined, readings),
            *(Reason("input_missing", {"input": column}) for column in joined.missing),
            *_disputed(rule_set, woman, readings, joined.met),
            _source(rule_set),
        ),
    )


def high_risk(code: str, woman: Woman, readings: Readings) -> Check:
    """Return whether a rule set calls a woman at high risk, for criteria that go by it."""
    _, joined = _checks(RULE_SETS[code], woman, readings)
    return joined


def _checks(
    rule_set: RuleSet, woman: Woman, readings: Readings
) -> tuple[Mapping[str, Check], Check]:
    found = {code: rule(woman, readings) for code, rule in rule_set.rules.items()}
    return found, rule_set.join(found, readings)


def _rules_met(
    rule_set: RuleSet, met: tuple[str, ...], joined: Check, readings: Readings
) -> Iterator[Reason]:
    if not met:
        yield Reason("no_rule_met", {"rule_set": rule_set.code})
    elif joined.met:
        for code in met:
            yield Reason("rule_met", {"rule_set": rule_set.code, "rule": code})
    else:
        needed = readings.cn2021.items_c_from
        rules = "+".join(met)
        values: dict[str, ReasonValue] = {
            "rule_set": rule_set.code,
            "rules": rules,
            "needed": needed,
        }
        yield Reason("too_few_items", values)


def _disputed(
    rule_set: RuleSet, woman: Woman, readings: Readings, met: bool | None
) -> Iterator[Reason]:
    """Yield the other readings that would change the verdict."""
    for reading, choice, other in _other_readings(readings):
        _, joined = _checks(rule_set, woman, other)
        if joined.met is not met:
            values = {"reading": reading, "choice": choice}
            yield Reason("verdict_rests_on_reading", values)


def _other_readings(readings: Readings) -> Iterator[tuple[str, str, Readings]]:
    for cut in MenarcheCut:
        if cut is not readings.cn2021.menarche:
            cuts = replace(readings.cn2021, menarche=cut)
            yield "menarche", cut.value, replace(readings, cn2021=cuts)
    counts = not readings.tested_negative_relative_counts
    other = replace(readings, tested_negative_relative_counts=counts)
    yield "tested_negative_relative_counts", "yes" if counts else "no", other


def _source(rule_set: RuleSet) -> Reason:
    is_unseen = rule_set.is_text_unverified
    key = "rule_text_unverified" if is_unseen else "rule_from_secondary_source"
    return Reason(key, {"rule_set": rule_set.code})
