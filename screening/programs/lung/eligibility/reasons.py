"""The sentence for every reason that a rule set gives."""

from collections.abc import Mapping

from screening.clinical.lung_eligibility import DEFAULT_READINGS, Reading, Readings
from screening.clinical.reasons import Reason
from screening.programs.lung.eligibility.readings import reading_words
from screening.programs.lung.questionnaire import QUESTIONNAIRE
from screening.protocol.fields import field_named
from screening.protocol.wording import N_, Sentence

TEXTS: Mapping[str, str] = {
    "criteria_met": N_("Every criterion of this rule set is met"),
    "age_below": N_("Younger than {min}"),
    "age_above": N_("Older than {max}"),
    "never_smoked": N_("Never smoked"),
    "pack_years_below": N_("Fewer than {min} pack-years"),
    "pack_years_missing": N_("Not known: pack-years; enter cigarettes a day and years smoked"),
    "quit_too_long": N_("Quit too long ago; the limit is {max} years"),
    "quit_date_missing": N_("Not known: years since quitting"),
    "years_smoked_below": N_("Smoked for less than {min} years"),
    "amounts_below": N_("Too few cigarettes a day, or too few years"),
    "symptomatic": N_("Has symptoms: refer for diagnosis instead of screening"),
    "previous_lung_cancer": N_("Had lung cancer: surveillance instead of screening"),
    "not_fit": N_("Not able or not willing to have curative surgery"),
    "home_oxygen": N_("Has oxygen at home"),
    "other_cancer": N_("Another cancer less than {years} years ago"),
    "recent_infection": N_("Treated chest infection {weeks} weeks ago or less"),
    "recent_ct": N_("Chest CT {months} months ago or less"),
    "implants": N_("Has metal implants in chest or back"),
    "input_missing": N_("Not known: {input}"),
    "no_factor_met": N_("None of the factors is met"),
    "passive_source_unknown": N_("Not known: how much the person smoked whose smoke was breathed"),
    "passive_source_light": N_("The smoke breathed was of someone who smoked too little to count"),
    "passive_years_below": N_("Passive smoking for less than {min} years"),
    "agent_not_listed": N_("The exposure at work is not one that counts"),
    "exposure_below": N_("Exposed at work for less than {min} year in total"),
    "agent_not_printed": N_("Whether this exposure at work counts is not known"),
    "medium_risk": N_("Medium risk by this set: passive smoking for {min} years or more"),
    "score_low": N_("Not at high risk by the program's own score"),
    "age_only": N_("Only the age was checked; what this set asks about smoking is not known"),
    "risk_reached": N_("{model}: {percent} %, the threshold is {threshold} %"),
    "risk_below": N_("{model}: {percent} %, below the threshold of {threshold} %"),
    "range_too_wide": N_("The range is too wide: its ends give different answers"),
    "model_lacks": N_("{model} cannot be computed; not known: {input}"),
}
FACTORS: Mapping[str, tuple[str, ...]] = {
    "china2021": (
        N_("Factor {n} is met: smoking"),
        N_("Factor {n} is met: passive smoking"),
        N_("Factor {n} is met: COPD"),
        N_("Factor {n} is met: exposure at work"),
        N_("Factor {n} is met: lung cancer in the family"),
    ),
    "china_county2020": (
        N_("Factor {n} is met: smoking"),
        N_("Factor {n} is met: exposure at work"),
        N_("Factor {n} is met: chronic lung disease"),
        N_("Factor {n} is met: own cancer, or lung cancer in the family"),
    ),
}
# Where the columns of files and the questions have different names, or there is no question.
FIELDS = {"status": "smoking_status"}
SEX = N_("Sex")


def sentence_of(reason: Reason, rule_set: str, readings: Readings = DEFAULT_READINGS) -> Sentence:
    """Return the sentence for a reason of a rule set."""
    values = dict(reason.values)
    if reason.key == "factor_met":
        return Sentence(FACTORS[rule_set][int(values["n"]) - 1], values)
    if reason.key == "boundary_disputed":
        return Sentence(reading_words(Reading(str(values["reading"])), readings))
    if "input" in values:
        values["input"] = label_of(str(values["input"]))
    return Sentence(TEXTS[reason.key], values)


def label_of(column: str) -> str:
    """Return what the questionnaire calls an input."""
    if column == "sex":
        return SEX
    return field_named(QUESTIONNAIRE.fields, FIELDS.get(column, column)).label
