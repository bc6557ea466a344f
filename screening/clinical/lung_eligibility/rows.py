"""One person as a row of text columns, named as in the published vector file.

Source: clinical reference, section 15.2; columns for the sets without vectors as in 12.1.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from screening.clinical.inputs import (
    NOT_KNOWN,
    Row,
    Word,
    known_word,
    not_one_of,
    read_flag,
    read_items,
    read_number,
    read_text,
    read_word,
)
from screening.clinical.llp import FamilyHistory, read_sex
from screening.clinical.lung_eligibility.person import Agent, PassiveSource, Person
from screening.clinical.lung_eligibility.ranges import at_ends, in_common
from screening.clinical.lung_eligibility.readings import DEFAULT_READINGS, Readings
from screening.clinical.lung_eligibility.rule_sets import RULES, Judgment, judge
from screening.clinical.pack_years import SmokingStatus
from screening.clinical.plco_m2012 import EDUCATION_LEVELS, Race
from screening.clinical.reasons import InvalidInput, in_words

INPUTS = (
    "ruleset", "age", "status", "pack_years", "quit_years", "cigs_per_day", "years_smoked",
    "passive_years", "passive_source", "copd", "occ_agent", "occ_years", "fdr_lung_cancer",
    "symptoms", "prior_lung_cancer", "other_cancer_years_ago", "chest_ct_months_ago",
    "resp_infection_weeks_ago", "home_oxygen", "fit_for_curative_treatment",
    # Asked by sets that the vector file does not have.
    "sex", "race", "education", "bmi", "cancer_hist", "respiratory_disease", "asbestos",
    "family_history_lung", "lung_fibrosis", "tuberculosis", "nlcsp_high_risk",
)  # fmt: skip
IN_FILE = (
    "uspstf2021", "china2021", "nlst", "uspstf2013", "cms2022", "acs2023", "nccn_1_2026", "nelson",
)  # fmt: skip
WITH_REASON = ("uspstf2021", "china2021", "nlst")
RESULTS = (
    *IN_FILE,
    *(f"{code}_reason" for code in WITH_REASON),
    "eligible",
    "reason",
    "reasons",
)


def judge_row(row: Row, readings: Readings = DEFAULT_READINGS) -> dict[str, Judgment]:
    """Return the verdicts on the person of a row by set; of one set alone if `ruleset` names it."""
    people = [read_person(end) for end in at_ends(row)]
    code = read_text(row, "ruleset")
    if code and code not in RULES:
        raise not_one_of("ruleset", code, RULES)
    return {each: _judge(each, people, readings) for each in ((code,) if code else IN_FILE)}


def evaluate_row(row: Row, readings: Readings = DEFAULT_READINGS) -> dict[str, str]:
    """Return the verdict columns of a row with reasons; of one set alone if `ruleset` names it."""
    judgments = judge_row(row, readings)
    if read_text(row, "ruleset"):
        (judgment,) = judgments.values()
        reason = in_words(judgment.reasons)
        return {"eligible": judgment.verdict.value, "reason": reason, "reasons": _named(judgment)}
    return {
        **{code: judgment.verdict.value for code, judgment in judgments.items()},
        **{f"{code}_reason": in_words(judgments[code].reasons) for code in WITH_REASON},
        "reasons": " | ".join(_named(judgment) for judgment in judgments.values()),
    }


def _judge(code: str, people: Sequence[Person], readings: Readings) -> Judgment:
    return in_common([judge(RULES[code], person, readings) for person in people])


def _named(judgment: Judgment) -> str:
    return f"{judgment.rule_set}: {in_words(judgment.reasons)}"


def read_person(row: Row) -> Person:
    """Return the person whom a row describes; a blank is not known."""
    age = read_number(row, "age")
    person = Person(age_years=None if age is None else int(age), sex=read_sex(row))
    for add in (_add_smoking, _add_exposures, _add_lungs, _add_cancers, _add_background):
        person = add(person, row)
    return person


def _add_smoking(person: Person, row: Row) -> Person:
    return replace(
        person,
        smoking_status=_word_or_unknown(SmokingStatus, row, "status"),
        pack_years=read_number(row, "pack_years"),
        quit_years=read_number(row, "quit_years"),
        cigs_per_day=read_number(row, "cigs_per_day"),
        years_smoked=read_number(row, "years_smoked"),
    )


def _add_exposures(person: Person, row: Row) -> Person:
    occ_years = read_number(row, "occ_years")
    return replace(
        person,
        passive_years=read_number(row, "passive_years"),
        passive_source=_word_or_unknown(PassiveSource, row, "passive_source"),
        occ_agents=_agents(row, occ_years),
        occ_years=occ_years,
        asbestos=read_flag(row, "asbestos"),
    )


def _add_lungs(person: Person, row: Row) -> Person:
    return replace(
        person,
        copd=read_flag(row, "copd"),
        lung_fibrosis=read_flag(row, "lung_fibrosis"),
        tuberculosis=read_flag(row, "tuberculosis"),
        respiratory_disease=read_flag(row, "respiratory_disease"),
        symptoms=_symptoms(row),
        chest_ct_months_ago=read_number(row, "chest_ct_months_ago"),
        resp_infection_weeks_ago=read_number(row, "resp_infection_weeks_ago"),
        # The file has no column for implants; its verdicts take them as absent.
        implants=False,
        home_oxygen=read_flag(row, "home_oxygen"),
    )


def _add_cancers(person: Person, row: Row) -> Person:
    return replace(
        person,
        prior_lung_cancer=read_flag(row, "prior_lung_cancer"),
        cancer_hist=read_flag(row, "cancer_hist"),
        other_cancer_years_ago=read_number(row, "other_cancer_years_ago"),
        fdr_lung_cancer=read_flag(row, "fdr_lung_cancer"),
        family_history_lung=_word_or_unknown(FamilyHistory, row, "family_history_lung"),
    )


def _add_background(person: Person, row: Row) -> Person:
    return replace(
        person,
        fit_for_curative_treatment=read_flag(row, "fit_for_curative_treatment"),
        education=_education(row),
        race=_word_or_unknown(Race, row, "race"),
        bmi=read_number(row, "bmi"),
        nlcsp_high_risk=read_flag(row, "nlcsp_high_risk"),
    )


def _word_or_unknown(words: type[Word], row: Row, column: str) -> Word | None:
    return None if read_text(row, column) in NOT_KNOWN else read_word(words, row, column)


def _symptoms(row: Row) -> tuple[str, ...] | None:
    """Return any words but none, as the published file spells them."""
    return None if read_text(row, "symptoms") in NOT_KNOWN else read_items(row, "symptoms")


def _agents(row: Row, occ_years: Decimal | None) -> tuple[Agent, ...] | None:
    """Return the agents; a blank is none beside 0 years, as in the published file."""
    if not read_text(row, "occ_agent"):
        return () if occ_years == 0 else None
    return tuple(
        known_word(Agent, "occ_agent", item.casefold().replace(" ", "_").replace("-", "_"))
        for item in read_items(row, "occ_agent")
    )


def _education(row: Row) -> int | None:
    level = read_number(row, "education")
    if level is None:
        return None
    if level not in range(1, EDUCATION_LEVELS + 1):
        raise InvalidInput(
            "education", level, "it is a level from 1 to {highest}", highest=EDUCATION_LEVELS
        )
    return int(level)
