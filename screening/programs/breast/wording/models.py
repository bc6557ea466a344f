"""The sentences in which risk models and stages of breast cancer say how they came out."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from screening.clinical.reasons import Reason
from screening.programs.breast.questionnaire.risk_models import RACES
from screening.programs.breast.staging import N1MI_NOT_LISTED, N1MI_READ_AS_N1, NOTES
from screening.protocol.fields import Field
from screening.protocol.wording import N_, Sentence

ORIGINS: Mapping[str, str] = {race.name.lower(): label for race, label in RACES.items()}
# What a sum or a product is made of.
TERMS: Mapping[str, str] = {
    "biopsies": N_("Biopsies"),
    "menarche": N_("First period"),
    "first_birth": N_("First live birth"),
    "relatives": N_("Relatives with breast cancer"),
    "first_birth_by_relatives": N_("First live birth together with relatives"),
    "atypical_hyperplasia": N_("Atypical hyperplasia"),
    "biopsies_from_50": N_("Biopsies, from the age of 50 on"),
    "usual_density": N_("Density usual at her age and origin"),
    "density": N_("Breast density"),
    "family_history": N_("First-degree relative with breast cancer"),
    "biopsy": N_("Breast biopsy"),
}
TEXTS: Mapping[str, str] = {
    # The Gail model.
    "race": N_("Origin: {race}"),
    "contribution": N_("{of}: {is}"),
    "unknown_taken_as_lowest": N_("Not known, so that nothing is added for it: {input}"),
    "five_years_taken": N_("No projection age: the risk is computed up to {until}"),
    "first_birth_not_counted": N_("{race}: the first birth does not count in the model"),
    "outside_the_ages_of_the_tool": N_("Outside the ages {from} to {to} of the national tool"),
    "rates_of_the_united_states": N_("The rates are those of women in the United States"),
    "not_for_recent_immigrants": N_(
        "The national tool warns that it is not made for women outside the United States and "
        "recent immigrants from Asia"
    ),
    "lifetime_risk_not_for_mri": N_("The risk up to 90 is not to be used to decide on MRI"),
    # The model of the BCSC.
    "before_density": N_("By age and origin alone: {percent} %"),
    "factor": N_("{of}: times {is}"),
    "coefficients_unverified": N_("The coefficients of {model} come from a secondary source"),
    "unknown_taken_as_average": N_("Not known, counted as the average: {input}"),
}
OF_ASIAN_MORTALITY: Mapping[str, str] = {
    "as_printed": N_(
        "The mortality of Asian women is probably misprinted ten times too high; it is used as "
        "printed, and with a tenth of it the risk is {otherwise_percent} %"
    ),
    "tenth": N_(
        "The mortality of Asian women is probably misprinted ten times too high; a tenth of it is "
        "used, and as printed the risk is {otherwise_percent} %"
    ),
}
OF_STAGES: Mapping[str, str] = {
    "listed": N_("{T} {N} {M} stands in the stage table"),
    "any_t_with_n3": N_("{N} decides, whatever T is"),
    "metastasis_decides": N_("{M} decides, whatever T and N are"),
    **NOTES,
}


def risk_sentences(reasons: Iterable[Reason], fields: Iterable[Field]) -> Sequence[Sentence]:
    """Return the reasons of a risk in words; inputs are called as their fields are."""
    labels = {field.code: field.label for field in fields}
    return tuple(_risk_sentence(reason, labels) for reason in reasons)


def _risk_sentence(reason: Reason, labels: Mapping[str, str]) -> Sentence:
    values: dict[str, Any] = dict(reason.values)
    if reason.key == "asian_mortality_probably_misprinted":
        return Sentence(OF_ASIAN_MORTALITY[values.pop("choice")], values)
    named = {"of": TERMS, "input": labels, "race": ORIGINS}
    shown = {
        name: named[name][str(value)] if name in named else value for name, value in values.items()
    }
    return Sentence(TEXTS[reason.key], shown)


def stage_sentences(reasons: Iterable[Reason]) -> Sequence[Sentence]:
    """Return why there is a stage group, or none."""
    return tuple(_stage_sentence(reason) for reason in reasons)


def _stage_sentence(reason: Reason) -> Sentence:
    if reason.key == "disputed_reading":
        counts = reason.values["choice"] == "yes"
        return Sentence(N1MI_READ_AS_N1 if counts else N1MI_NOT_LISTED)
    return Sentence(OF_STAGES[reason.key], dict(reason.values))
