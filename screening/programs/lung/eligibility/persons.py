"""From the answers of the questionnaire to the person whom the rule sets judge."""

from dataclasses import replace

from screening.clinical.llp import FamilyHistory, Sex
from screening.clinical.lung_eligibility import Agent, PassiveSource, Person
from screening.clinical.pack_years import SmokingStatus
from screening.clinical.plco_m2012 import Race
from screening.programs.lung.questionnaire.answers import EXCLUSIVE, compute_answers
from screening.protocol.answers import answer, number, text, word
from screening.protocol.body import completed_years
from screening.protocol.eligibility import Candidate
from screening.protocol.fields import UNKNOWN, Payload

SEXES = {"F": Sex.FEMALE, "M": Sex.MALE}


def person_of(candidate: Candidate) -> Person:
    """Return the person as the rule sets see them; what is blank or *not known* is None.

    An answer that another one implies is taken from it: who had lung cancer had a cancer, who has
    no affected relative has none of any age. COPD is asked without chronic bronchitis, which
    PLCOm2012 counts too, so that its risk can come out too low.
    """
    answers = {**candidate.answers, **compute_answers(candidate.answers)}
    return _with_illnesses(_exposed(candidate, answers), answers)


def _exposed(candidate: Candidate, answers: Payload) -> Person:
    """Return the person with what they are and what they smoked and breathed."""
    agents = _agents(answers)
    return Person(
        age_years=completed_years(candidate),
        sex=SEXES.get(candidate.sex),
        smoking_status=word(SmokingStatus, answers, "smoking_status"),
        pack_years=number(answers, "pack_years"),
        quit_years=number(answers, "quit_years"),
        cigs_per_day=number(answers, "cigs_per_day"),
        years_smoked=number(answers, "years_smoked"),
        passive_years=number(answers, "passive_years"),
        passive_source=word(PassiveSource, answers, "passive_source"),
        occ_agents=agents,
        occ_years=number(answers, "occ_years"),
        asbestos=_answer(answers, "asbestos", is_implied=Agent.ASBESTOS in (agents or ())),
        education=_education(answers),
        race=word(Race, answers, "race"),
        bmi=number(answers, "bmi"),
    )


def _with_illnesses(person: Person, answers: Payload) -> Person:
    """Return the person with their illnesses and those of the family."""
    copd, tuberculosis = _answer(answers, "copd"), _answer(answers, "tuberculosis")
    family = _family_history(answers)
    years_ago = number(answers, "other_cancer_years_ago")
    had_cancer = answers.get("prior_lung_cancer") == "yes" or years_ago is not None
    return replace(
        person,
        copd=copd,
        tuberculosis=tuberculosis,
        lung_fibrosis=_answer(answers, "lung_fibrosis"),
        respiratory_disease=_answer(
            answers, "respiratory_disease", is_implied=copd is True or tuberculosis is True
        ),
        symptoms=_symptoms(answers),
        chest_ct_months_ago=number(answers, "chest_ct_months_ago"),
        resp_infection_weeks_ago=number(answers, "resp_infection_weeks_ago"),
        prior_lung_cancer=_answer(answers, "prior_lung_cancer"),
        cancer_hist=_answer(answers, "cancer_hist", is_implied=had_cancer),
        other_cancer_years_ago=years_ago,
        # Answered as a cancer, and neither as one of the lung nor with its year.
        has_undated_cancer=answers.get("cancer_hist") == "yes" and not had_cancer,
        fdr_lung_cancer=_has_relative(answers, family),
        family_history_lung=family,
        implants=_answer(answers, "implants"),
        home_oxygen=_answer(answers, "home_oxygen"),
        fit_for_curative_treatment=_answer(answers, "fit_for_curative_treatment"),
        nlcsp_high_risk=_answer(answers, "nlcsp_high_risk"),
    )


def _answer(answers: Payload, code: str, *, is_implied: bool = False) -> bool | None:
    """Return a yes or a no; an unanswered question is a yes where another answer implies it."""
    said = answer(answers, code)
    return True if said is None and is_implied else said


def _education(answers: Payload) -> int | None:
    level = text(answers, "education")
    return int(level) if level else None


def _picked(answers: Payload, code: str) -> tuple[str, ...] | None:
    """Return what was picked of a list; nothing picked is not answered."""
    picked = answers.get(code)
    return picked if isinstance(picked, tuple) and picked else None


def _symptoms(answers: Payload) -> tuple[str, ...] | None:
    picked = _picked(answers, "symptoms")
    if picked is None or set(picked) <= {UNKNOWN}:
        return None
    return tuple(code for code in picked if code not in (EXCLUSIVE, UNKNOWN))


def _agents(answers: Payload) -> tuple[Agent, ...] | None:
    picked = _picked(answers, "occ_agent")
    if picked is None or set(picked) <= {UNKNOWN}:
        return None
    return tuple(Agent(code) for code in picked if code != EXCLUSIVE)


def _family_history(answers: Payload) -> FamilyHistory | None:
    if not text(answers, "family_history_lung") and answer(answers, "fdr_lung_cancer") is False:
        return FamilyHistory.NONE
    return word(FamilyHistory, answers, "family_history_lung")


def _has_relative(answers: Payload, family: FamilyHistory | None) -> bool | None:
    said = answer(answers, "fdr_lung_cancer")
    if said is None and family is not None:
        return family is not FamilyHistory.NONE
    return said
