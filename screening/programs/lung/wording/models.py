"""The sentences in which risk models, volume protocols and stages say how they came out."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from screening.clinical import bts, nelson
from screening.clinical.bts import Action
from screening.clinical.logistic import Risk
from screening.clinical.reasons import Reason
from screening.clinical.tnm_lung import StageGroup
from screening.programs.lung.staging import NOTES
from screening.protocol.fields import Field
from screening.protocol.systems import Texts
from screening.protocol.wording import N_, Sentence

# Terms of a sum that are no input by themselves.
TERMS: Mapping[str, str] = {
    "constant": N_("Constant"),
    "age_and_sex": N_("Age and sex"),
}
TEXTS: Mapping[str, str] = {
    "model": N_("Model: {name}"),
    "contribution": N_("{of}: {is}"),
    "outside_development_range": N_("Outside {from} to {to}, for which the model was made"),
    "outside_the_development_range": N_(
        "Outside the ages {from} to {to}, for which the model was made"
    ),
    "unlikely_input": N_("{input}: unusual; check it"),
    "coefficients_unverified": N_("The coefficients of {model} are not verified"),
    "coefficients_secondary": N_("The coefficients of {model} come from a secondary source"),
}

OF_CLASSES: Mapping[str, str] = {
    "benign_features": N_("Benign features"),
    "smaller_than_class_3": N_("{measured} below {from}: class 2"),
    "within_class_3": N_("{measured} from {from} to {up_to}: class 3"),
    "larger_than_class_3": N_("{measured} above {up_to}: class 4"),
}
MEASURES: Mapping[str, str] = {
    "volume_mm3": N_("Volume {value} mm³"),
    "smallest_diameter_mm": N_("Smallest diameter {value} mm"),
    "mean_diameter_mm": N_("Mean diameter {value} mm"),
    "solid_part_volume_mm3": N_("Volume of the solid part {value} mm³"),
    "diameter_mm": N_("Largest diameter {value} mm"),
}
FROM_ON = N_("{measured}, {from} or more: class 3")

OF_STEPS: Mapping[str, str] = {
    "clearly_benign": N_("Clearly benign"),
    "typical_perifissural": N_("Typical perifissural nodule"),
    "size_below": N_("{measured}, below {limit}"),
    "size_of_last_row": N_("{measured}, in the last row of the table"),
    "brock_risk": N_("Probability by Brock: {probability}"),
    "herder_risk": N_("Probability by Herder: {probability}"),
}
ACTIONS: Mapping[str, str] = {
    Action.DISCHARGE: N_("Discharge"),
    Action.CT_AT_12_MONTHS: N_("CT at 12 months"),
    Action.CT_AT_3_MONTHS: N_("CT at 3 months"),
    Action.BROCK_RISK: N_("Risk by the Brock model"),
    Action.SURVEILLANCE: N_("CT surveillance"),
    Action.PET_CT_AND_HERDER: N_("PET-CT and risk by the Herder model"),
    Action.BIOPSY_OR_DISCUSSION: N_("Biopsy, or discussion of the options"),
    Action.TREATMENT: N_("Excision or non-surgical treatment"),
    Action.STABLE: N_("Stable"),
    Action.WORK_UP: N_("Work-up"),
    Action.BIOPSY_OR_SURVEILLANCE: N_("Biopsy or CT surveillance"),
}

OF_STAGES: Mapping[str, str] = {
    "listed": N_("{T} {N} {M} stands in the stage table"),
    "same_group_for_every_letter": N_("{T} {N} {M}: the group is the same whatever the letter"),
    "metastasis_decides": N_("{M} decides, whatever T and N are"),
}

Explain = Callable[[Texts], Sequence[Sentence]]


def explain_risk(risk_of_row: Callable[[Texts], Risk], fields: Sequence[Field]) -> Explain:
    """Return what gives the reasons of a risk: its model, what each term adds, and notes."""
    return partial(_risk_sentences, risk_of_row, {field.code: field.label for field in fields})


def _risk_sentences(
    risk_of_row: Callable[[Texts], Risk], labels: Texts, row: Texts
) -> Sequence[Sentence]:
    return tuple(_risk_sentence(reason, labels) for reason in risk_of_row(row).reasons)


def _risk_sentence(reason: Reason, labels: Texts) -> Sentence:
    names = {**TERMS, **labels}
    values = {
        name: names.get(str(value), value) if name in ("of", "input") else value
        for name, value in reason.values.items()
    }
    return Sentence(TEXTS[reason.key], values)


def explain_class(row: Texts) -> Sequence[Sentence]:
    """Return why a nodule is in its NELSON class."""
    return tuple(_measured(OF_CLASSES, reason) for reason in nelson.class_of_row(row).reasons)


def explain_step(row: Texts) -> Sequence[Sentence]:
    """Return why the BTS guideline asks for its first step."""
    return tuple(_measured(OF_STEPS, reason) for reason in bts.step_of_row(row).reasons)


def _measured(texts: Mapping[str, str], reason: Reason) -> Sentence:
    values: dict[str, object] = dict(reason.values)
    for name in MEASURES:
        if name in values:
            values["measured"] = Sentence(MEASURES[name], {"value": values.pop(name)})
    is_open = values.get("up_to") == "no limit"
    return Sentence(FROM_ON if is_open else texts[reason.key], values)


def stage_sentences(stage: StageGroup) -> Sequence[Sentence]:
    """Return why there is a stage group, or none."""
    reason = stage.reason
    if reason.key in NOTES:
        return (Sentence(NOTES[reason.key]),)
    return (Sentence(OF_STAGES[reason.key], dict(reason.values)),)
