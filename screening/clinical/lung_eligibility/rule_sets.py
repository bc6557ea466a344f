"""Every rule set by its code, and the verdict of one or all of them on a person."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from screening.clinical.lung_eligibility import china, chinese_programs, nccn, nelson, tlhc
from screening.clinical.lung_eligibility.checks import Check
from screening.clinical.lung_eligibility.person import Person, check_person
from screening.clinical.lung_eligibility.readings import (
    DEFAULT_READINGS,
    OPTIONS,
    Reading,
    Readings,
)
from screening.clinical.lung_eligibility.smokers import SMOKER_RULES, check_smoker
from screening.clinical.reasons import Reason


class Verdict(StrEnum):
    """The answer of a rule set."""

    YES = "yes"
    NO = "no"
    INSUFFICIENT_DATA = "insufficient_data"


@dataclass(frozen=True)
class Rule:
    """One rule set: code, edition, its check, and the readings that can change its verdict."""

    code: str
    edition: str
    check: Callable[[Person, Readings], Check]
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True)
class Judgment:
    """The verdict of a rule set with its reasons."""

    rule_set: str
    edition: str
    verdict: Verdict
    reasons: tuple[Reason, ...]


USPSTF_READINGS = (
    Reading.USPSTF_QUIT_AT_LIMIT,
    Reading.LUNG_CANCER_EXCLUDES,
    Reading.HOME_OXYGEN_EXCLUDES,
)
ACS_READINGS = (Reading.LUNG_CANCER_EXCLUDES, Reading.HOME_OXYGEN_EXCLUDES)
HOUSE_READINGS = (Reading.SYMPTOMS_EXCLUDE, Reading.LUNG_CANCER_EXCLUDES)


def _smoker(code: str, edition: str, readings: tuple[Reading, ...] = ()) -> Rule:
    return Rule(code, edition, partial(check_smoker, SMOKER_RULES[code]), readings)


RULES: Mapping[str, Rule] = {
    rule.code: rule
    for rule in (
        _smoker("uspstf2021", "2021", USPSTF_READINGS),
        _smoker("uspstf2013", "2013", USPSTF_READINGS),
        _smoker("cms2022", "2022"),
        _smoker("acs2023", "2023", ACS_READINGS),
        Rule(
            "nccn_1_2026",
            "1.2026",
            nccn.check_nccn,
            (*ACS_READINGS, Reading.NCCN_UNKNOWN_YEARS_ARE_FEW, Reading.NCCN_RISK_MODEL),
        ),
        Rule(
            "china2021",
            "2021",
            china.check_china,
            (
                *HOUSE_READINGS,
                Reading.PASSIVE_AT_LIMIT,
                Reading.PASSIVE_SOURCE_DECIDES,
                Reading.NICKEL_COUNTS,
                Reading.CHINA_FITNESS_EXCLUDES,
            ),
        ),
        _smoker("nlst", "2011", (Reading.NLST_QUIT_AT_LIMIT, Reading.NLST_FITNESS_EXCLUDES)),
        Rule(
            "nelson",
            "2007",
            nelson.check_nelson,
            (Reading.NELSON_AMOUNTS_FIRST, Reading.NELSON_2014_WORDING),
        ),
        Rule("china_nlcsp", "2013-2018", chinese_programs.check_city),
        Rule("china_county2020", "2020", chinese_programs.check_county, HOUSE_READINGS),
        _smoker("clcedteg2018", "2018", HOUSE_READINGS),
        Rule("tlhc", "NHS England", tlhc.check_tlhc, (*HOUSE_READINGS, Reading.PLCO_WITHOUT_RACE)),
        Rule("ielcap", "2006-2022", tlhc.check_ielcap, HOUSE_READINGS),
    )
}
VERDICTS: Mapping[bool | None, Verdict] = {
    True: Verdict.YES,
    False: Verdict.NO,
    None: Verdict.INSUFFICIENT_DATA,
}


def judge(rule: Rule, person: Person, readings: Readings = DEFAULT_READINGS) -> Judgment:
    """Return the verdict of a rule set on a person, and why.

    Raises InvalidInput for a person whose answers are impossible or contradict each other.
    """
    check_person(person)
    found = rule.check(person, readings)
    reasons = found.reasons
    if found.met is True and not reasons:
        reasons = (Reason("criteria_met"),)
    notes = tuple(
        Reason("boundary_disputed", {"reading": reading})
        for reading in disputed(rule, person, readings)
    )
    return Judgment(rule.code, rule.edition, VERDICTS[found.met], (*reasons, *notes))


def disputed(rule: Rule, person: Person, readings: Readings) -> tuple[Reading, ...]:
    """Return the readings on which the verdict rests: each read otherwise would change it."""
    met = rule.check(person, readings).met
    return tuple(
        reading
        for reading in rule.readings
        if reading not in OPTIONS and rule.check(person, readings ^ {reading}).met is not met
    )
