"""The Chinese guideline of 2021: an age and at least one of five factors.

Source: clinical reference, section 3.7 (Chin J Oncol 2021;43:243; wording of the criteria from
the Shenzhen health commission).
"""

from screening.clinical.lung_eligibility.checks import (
    MET,
    Check,
    any_of,
    every,
    failed,
    met_because,
    missing,
    undecided,
)
from screening.clinical.lung_eligibility.criteria import (
    Ages,
    Exclusion,
    Exclusions,
    QuitLimit,
    age_within,
    not_excluded,
    smoked_enough,
)
from screening.clinical.lung_eligibility.person import Agent, PassiveSource, Person
from screening.clinical.lung_eligibility.readings import Reading, Readings
from screening.clinical.pack_years import SmokingStatus
from screening.clinical.reasons import Reason

AGES = Ages(50, 74)
PACK_YEARS = 30
QUIT_LIMIT = QuitLimit(15, is_included=False)
PASSIVE_YEARS = 20
EXPOSURE_YEARS = 1
AGENTS = (
    Agent.ASBESTOS, Agent.RADON, Agent.BERYLLIUM, Agent.CHROMIUM, Agent.CADMIUM, Agent.SILICA,
    Agent.SOOT, Agent.COAL_SOOT,
)  # fmt: skip
# Not in the text that was read, but in a public questionnaire built on the guideline.
DISPUTED_AGENTS = (Agent.NICKEL,)
EXCLUSIONS: Exclusions = {
    Exclusion.SYMPTOMS: Reading.SYMPTOMS_EXCLUDE,
    Exclusion.LUNG_CANCER: Reading.LUNG_CANCER_EXCLUDES,
    Exclusion.NOT_FIT: Reading.CHINA_FITNESS_EXCLUDES,
    Exclusion.HOME_OXYGEN: Reading.CHINA_FITNESS_EXCLUDES,
}


def check_china(person: Person, readings: Readings) -> Check:
    """Check a person: the factors that are met are the reasons of a yes."""
    factors = (
        _smoking(person, readings),
        _passive_smoking(person, readings),
        _answer(person.copd, "copd"),
        _occupation(person, readings),
        _answer(person.fdr_lung_cancer, "fdr_lung_cancer"),
    )
    return every(
        (
            *not_excluded(person, EXCLUSIONS, readings),
            age_within(person, AGES),
            one_factor_of(factors),
        )
    )


def one_factor_of(factors: tuple[Check, ...]) -> Check:
    """Join numbered factors of which one suffices, each that is met named by its number."""
    numbered = (
        met_because("factor_met", n=number) if factor.met is True else factor
        for number, factor in enumerate(factors, start=1)
    )
    found = any_of(numbered)
    if found.met is False:
        return Check(False, (Reason("no_factor_met"), *found.reasons))
    return found


def _answer(answer: bool | None, column: str) -> Check:
    return missing(column) if answer is None else Check(answer)


def _smoking(person: Person, readings: Readings) -> Check:
    if person.smoking_status is SmokingStatus.NEVER:
        return Check(met=False)
    return smoked_enough(person, PACK_YEARS, QUIT_LIMIT, readings)


def _passive_smoking(person: Person, readings: Readings) -> Check:
    """Check the years in one room with a person who meets factor 1."""
    decides = Reading.PASSIVE_SOURCE_DECIDES in readings
    if decides and person.passive_source is PassiveSource.LESS:
        return failed("passive_source_light", min=PACK_YEARS) if person.passive_years else _NOT
    years = person.passive_years
    if years is None:
        return missing("passive_years")
    is_at_limit = years == PASSIVE_YEARS and Reading.PASSIVE_AT_LIMIT in readings
    if years < PASSIVE_YEARS or (years == PASSIVE_YEARS and not is_at_limit):
        return failed("passive_years_below", min=PASSIVE_YEARS) if years else _NOT
    if decides and person.passive_source is None:
        return undecided("passive_source_unknown")
    return MET


_NOT = Check(met=False)


def _occupation(person: Person, readings: Readings) -> Check:
    """Check the agent and the years; either one that is known to fall short decides."""
    return every((_agent(person, readings), _exposure_years(person)))


def _agent(person: Person, readings: Readings) -> Check:
    if person.occ_agents is None:
        return missing("occ_agent")
    counted = set(AGENTS)
    if Reading.NICKEL_COUNTS in readings:
        counted |= set(DISPUTED_AGENTS)
    if counted & set(person.occ_agents):
        return MET
    if Agent.UNKNOWN in person.occ_agents:
        return missing("occ_agent")
    return failed("agent_not_listed") if person.occ_agents else _NOT


def _exposure_years(person: Person) -> Check:
    years = person.occ_years
    if years is None:
        # Without an agent the question is not put; the agent is what is missing then.
        return missing("occ_years") if person.occ_agents else Check(met=None)
    if years >= EXPOSURE_YEARS:
        return MET
    return failed("exposure_below", min=EXPOSURE_YEARS) if years else _NOT
