"""Sets that ask for an age, pack-years and mostly a time since quitting, all of them required.

USPSTF 2021 and 2013, CMS 2022, ACS 2023, NLST and the Chinese expert group of 2018.
Source: clinical reference, sections 3.2 to 3.5, 3.8 and 3.9.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from screening.clinical.lung_eligibility.checks import Check, every
from screening.clinical.lung_eligibility.criteria import (
    Ages,
    Exclusion,
    Exclusions,
    QuitLimit,
    age_within,
    not_excluded,
    smoked_enough,
)
from screening.clinical.lung_eligibility.person import Person
from screening.clinical.lung_eligibility.readings import Reading, Readings

USPSTF_EXCLUSIONS: Exclusions = {
    Exclusion.SYMPTOMS: None,
    Exclusion.LUNG_CANCER: Reading.LUNG_CANCER_EXCLUDES,
    Exclusion.NOT_FIT: None,
    Exclusion.HOME_OXYGEN: Reading.HOME_OXYGEN_EXCLUDES,
}
CMS_EXCLUSIONS: Exclusions = {Exclusion.SYMPTOMS: None, Exclusion.LUNG_CANCER: None}
NLST_EXCLUSIONS: Exclusions = {
    Exclusion.SYMPTOMS: None,
    Exclusion.LUNG_CANCER: None,
    Exclusion.OTHER_CANCER: None,
    Exclusion.HOME_OXYGEN: None,
    Exclusion.RECENT_INFECTION: None,
    Exclusion.RECENT_CT: None,
    Exclusion.IMPLANTS: None,
    Exclusion.NOT_FIT: Reading.NLST_FITNESS_EXCLUDES,
}
# Section 3.1: what every set excludes where its own text names nothing.
HOUSE_EXCLUSIONS: Exclusions = {
    Exclusion.SYMPTOMS: Reading.SYMPTOMS_EXCLUDE,
    Exclusion.LUNG_CANCER: Reading.LUNG_CANCER_EXCLUDES,
}


@dataclass(frozen=True)
class SmokerRule:
    """The limits of one set; pack-years are included."""

    ages: Ages
    pack_years: int
    quit_limit: QuitLimit | None
    exclusions: Exclusions


SMOKER_RULES: Mapping[str, SmokerRule] = {
    "uspstf2021": SmokerRule(
        Ages(50, 80),
        20,
        QuitLimit(15, reading=Reading.USPSTF_QUIT_AT_LIMIT),
        USPSTF_EXCLUSIONS,
    ),
    "uspstf2013": SmokerRule(
        Ages(55, 80),
        30,
        QuitLimit(15, reading=Reading.USPSTF_QUIT_AT_LIMIT),
        USPSTF_EXCLUSIONS,
    ),
    "cms2022": SmokerRule(Ages(50, 77), 20, QuitLimit(15), CMS_EXCLUSIONS),
    "acs2023": SmokerRule(Ages(50, 80), 20, None, USPSTF_EXCLUSIONS),
    "nlst": SmokerRule(
        Ages(55, 74),
        30,
        QuitLimit(15, reading=Reading.NLST_QUIT_AT_LIMIT),
        NLST_EXCLUSIONS,
    ),
    "clcedteg2018": SmokerRule(Ages(50, 74), 20, QuitLimit(5), HOUSE_EXCLUSIONS),
}


def check_smoker(rule: SmokerRule, person: Person, readings: Readings) -> Check:
    """Check a person against the limits of a set."""
    return every(
        (
            *not_excluded(person, rule.exclusions, readings),
            age_within(person, rule.ages),
            smoked_enough(person, rule.pack_years, rule.quit_limit, readings),
        )
    )
