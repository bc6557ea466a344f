"""Eligibility for lung cancer screening over rows: a person a row, a verdict a rule set."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from screening.clinical import lung_eligibility
from screening.clinical.lung_eligibility import DEFAULT_READINGS, Readings
from screening.clinical.lung_eligibility.person import LIMITS
from screening.programs.lung.bulk.fields import SEX, YEARS_OLD, between, question
from screening.programs.lung.eligibility.questions import BULK, readings_of
from screening.programs.lung.eligibility.reasons import sentence_of
from screening.programs.lung.eligibility.rule_sets import PUBLICATIONS
from screening.programs.lung.pages.eligibility import PAGE
from screening.protocol.columns import amount, as_input, pick, text
from screening.protocol.fields import Field, ShownWhen
from screening.protocol.readings import InForce
from screening.protocol.systems import BulkSystem, Texts
from screening.protocol.wording import N_, Sentence

SMOKED = ShownWhen("status", ("current", "former"))
VERDICTS = {
    "yes": N_("Eligible"),
    "no": N_("Not eligible"),
    "insufficient_data": N_("Not enough data"),
}
# What the questions of the same name say about themselves holds here too.
KEEPING_HINT = (
    "passive_years", "copd", "occ_agent", "occ_years", "fdr_lung_cancer", "symptoms",
    "prior_lung_cancer", "other_cancer_years_ago", "chest_ct_months_ago",
    "resp_infection_weeks_ago", "home_oxygen", "fit_for_curative_treatment",
)  # fmt: skip
OF_OTHER_SETS = (
    "cancer_hist", "respiratory_disease", "asbestos", "family_history_lung", "lung_fibrosis",
    "tuberculosis", "nlcsp_high_risk",
)  # fmt: skip
RANGE = N_("A range such as 20-30 is judged at both ends")


def _kept(code: str) -> Field:
    asked = question(code)
    return as_input(asked, hint=asked.hint, shown_when=asked.shown_when)


def _smoked(code: str, shown_when: ShownWhen = SMOKED) -> Field:
    return as_input(question(code), hint=RANGE, shown_when=shown_when)


FIELDS = (
    pick(
        "ruleset",
        N_("Rule set"),
        {code: publication.title for code, publication in PUBLICATIONS.items()},
        N_("Blank: every set of the published file"),
    ),
    amount("age", N_("Age"), YEARS_OLD, between(LIMITS["age"]), N_("Completed years")),
    as_input(question("smoking_status"), "status", hint=question("smoking_status").hint),
    _smoked("pack_years"),
    _smoked("quit_years", ShownWhen("status", ("former",))),
    _smoked("cigs_per_day"),
    _smoked("years_smoked"),
    _kept("passive_years"),
    as_input(question("passive_source")),
    *(_kept(code) for code in KEEPING_HINT[1:]),
    SEX,
    as_input(question("race")),
    as_input(question("education")),
    as_input(question("bmi")),
    *(_kept(code) for code in OF_OTHER_SETS),
)
OUTCOMES = (
    *(pick(code, PUBLICATIONS[code].title, VERDICTS) for code in lung_eligibility.IN_FILE),
    *(text(f"{code}_reason", N_("Reason")) for code in lung_eligibility.WITH_REASON),
    pick("eligible", N_("Verdict of the set that is asked for"), VERDICTS),
    text("reason", N_("Reason")),
)


def explain(row: Texts, readings: Readings = DEFAULT_READINGS) -> Sequence[Sentence]:
    """Return the reasons of every verdict on the person of a row."""
    return tuple(
        Sentence(
            N_("{rule_set}: {reason}"),
            {
                "rule_set": PUBLICATIONS[code].title,
                "reason": sentence_of(reason, code, readings),
            },
        )
        for code, judgment in lung_eligibility.judge_row(row, readings).items()
        for reason in judgment.reasons
    )


ELIGIBILITY = BulkSystem(
    BULK,
    N_("Eligibility for lung cancer screening"),
    lung_eligibility.INPUTS,
    lung_eligibility.RESULTS,
    lung_eligibility.evaluate_row,
    fields=FIELDS,
    outcomes=OUTCOMES,
    explain=explain,
    page=PAGE,
)


def eligibility_under(in_force: InForce) -> BulkSystem:
    """Return the system where these readings are in force."""
    readings = readings_of(in_force)
    return replace(
        ELIGIBILITY,
        evaluate=partial(lung_eligibility.evaluate_row, readings=readings),
        explain=partial(explain, readings=readings),
    )
