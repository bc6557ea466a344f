"""The Chinese county consensus of 2020 and the national city program of 2013 to 2018.

Source: clinical reference, section 3.8 (Chin Med J, May 2021; Lancet Respir Med 2022;10:378).
"""

from screening.clinical.lung_eligibility.checks import (
    MET,
    Check,
    any_of,
    every,
    failed,
    missing,
    undecided,
)
from screening.clinical.lung_eligibility.china import one_factor_of
from screening.clinical.lung_eligibility.criteria import (
    Ages,
    Exclusion,
    Exclusions,
    QuitLimit,
    age_within,
    not_excluded,
    smoked_enough,
)
from screening.clinical.lung_eligibility.person import Agent, Person
from screening.clinical.lung_eligibility.readings import Readings
from screening.clinical.lung_eligibility.smokers import HOUSE_EXCLUSIONS
from screening.clinical.pack_years import SmokingStatus
from screening.clinical.reasons import Reason

COUNTY_AGES = Ages(40, 80)
COUNTY_PACK_YEARS = 20
COUNTY_QUIT_LIMIT = QuitLimit(15, is_included=False)
# The printed list goes on after these; no shortest time is printed.
COUNTY_AGENTS = (Agent.ASBESTOS, Agent.BERYLLIUM, Agent.URANIUM, Agent.RADON)
COUNTY_PASSIVE_YEARS = 20
COUNTY_EXCLUSIONS = HOUSE_EXCLUSIONS

CITY_AGES = Ages(40, 74)
CITY_EXCLUSIONS: Exclusions = {Exclusion.SYMPTOMS: None, Exclusion.LUNG_CANCER: None}


def check_county(person: Person, readings: Readings) -> Check:
    """Check a person; without a factor, long passive smoking is the consensus's medium risk."""
    one_factor = one_factor_of(
        (
            _smoking(person, readings),
            _occupation(person),
            _lung_disease(person),
            _own_or_family_cancer(person),
        )
    )
    if one_factor.met is False and (person.passive_years or 0) >= COUNTY_PASSIVE_YEARS:
        medium = Reason("medium_risk", {"min": COUNTY_PASSIVE_YEARS})
        one_factor = Check(False, (*one_factor.reasons, medium))
    return every(
        (
            *not_excluded(person, COUNTY_EXCLUSIONS, readings),
            age_within(person, COUNTY_AGES),
            one_factor,
        )
    )


def check_city(person: Person, readings: Readings) -> Check:
    """Check a person; the weights of the score are not public, so its result is an answer."""
    return every(
        (
            *not_excluded(person, CITY_EXCLUSIONS, readings),
            age_within(person, CITY_AGES),
            _city_score(person),
        )
    )


def _city_score(person: Person) -> Check:
    if person.nlcsp_high_risk is None:
        return missing("nlcsp_high_risk")
    return MET if person.nlcsp_high_risk else failed("score_low")


def _answer(answer: bool | None, column: str) -> Check:
    return missing(column) if answer is None else Check(answer)


def _smoking(person: Person, readings: Readings) -> Check:
    if person.smoking_status is SmokingStatus.NEVER:
        return Check(met=False)
    return smoked_enough(person, COUNTY_PACK_YEARS, COUNTY_QUIT_LIMIT, readings)


def _occupation(person: Person) -> Check:
    """Check the agents; whether one that is not printed counts is not known."""
    if person.occ_agents is None or person.occ_agents == (Agent.UNKNOWN,):
        return missing("occ_agent")
    if set(COUNTY_AGENTS) & set(person.occ_agents):
        return MET
    return undecided("agent_not_printed") if person.occ_agents else Check(met=False)


def _lung_disease(person: Person) -> Check:
    return any_of(
        (
            _answer(person.copd, "copd"),
            _answer(person.lung_fibrosis, "lung_fibrosis"),
            _answer(person.tuberculosis, "tuberculosis"),
        )
    )


def _own_or_family_cancer(person: Person) -> Check:
    return any_of(
        (
            _answer(person.cancer_hist, "cancer_hist"),
            _answer(person.fdr_lung_cancer, "fdr_lung_cancer"),
        )
    )
