"""The sentence for every reason that a rule set gives."""

from collections.abc import Iterable, Iterator, Mapping

from screening.clinical.breast_high_risk import MenarcheCut
from screening.clinical.reasons import Reason
from screening.programs.breast.eligibility.offers import GROUPS
from screening.programs.breast.questionnaire import QUESTIONNAIRE
from screening.protocol.fields import field_named
from screening.protocol.wording import N_, Sentence

# The rules by their printed codes.
RULES: Mapping[str, Mapping[str, str]] = {
    "cn2021": {
        "A1": N_("A1: a first-degree relative with breast or ovarian cancer"),
        "A2": N_("A2: two or more second-degree relatives with breast cancer before 50"),
        "A3": N_("A3: two or more second-degree relatives with ovarian cancer before 50"),
        "A4": N_("A4: a BRCA1 or BRCA2 variant of her own or of a first-degree relative"),
        "B1": N_("B1: first period at 12 or before"),
        "B2": N_("B2: menopause at 55 or later"),
        "B3": N_("B3: breast biopsy, benign breast surgery or atypical hyperplasia"),
        "B4": N_("B4: combined hormone therapy for 6 months or more"),
        "B5": N_("B5: dense breasts at 45 or later"),
        "C1": N_("C1: never breastfed, or for less than 4 months"),
        "C2": N_("C2: no live birth, or the first at 30 or later"),
        "C3": N_("C3: hormone therapy with estrogen alone for 6 months or more"),
        "C4": N_("C4: two or more abortions"),
    },
    "caca": {
        "G1": N_("A first-degree relative with breast or ovarian cancer"),
        "G2": N_("Two or more second-degree relatives with breast or ovarian cancer before 50"),
        "G3": N_("A BRCA1 or BRCA2 variant of her own or of a first-degree relative"),
        "G4": N_("Atypical hyperplasia or LCIS before"),
        "G5": N_("Chest radiotherapy before 30"),
        "G6": N_("A 5-year risk by the Gail model of at least 1.67 %"),
    },
}
TEXTS: Mapping[str, str] = {
    "no_rule_met": N_("None of the items of this rule set is met"),
    "too_few_items": N_("Met: {rules}; {needed} items of group C are needed"),
    "group": N_("Belongs to: {group}"),
    "input_missing": N_("Not known: {input}"),
    "carrier": N_("Carries a BRCA variant"),
    "untested_relative_of_carrier": N_("Untested first-degree relative of a carrier"),
    "lifetime_risk_at_least": N_("Lifetime risk {percent} %, at least {limit} %"),
    "lifetime_risk_between": N_("Lifetime risk {percent} %, from {from} to below {below} %"),
    "lifetime_risk_below": N_("Lifetime risk {percent} %, below {limit} %"),
    "chest_radiotherapy_between": N_("Chest radiotherapy at {age}, between {from} and {to}"),
    "syndrome": N_("Hereditary syndrome of her own or of a first-degree relative"),
    "precursor": N_("LCIS or atypical hyperplasia before"),
    "personal_history": N_("Breast cancer before"),
    "dense": N_("Dense breasts ({density})"),
    "lifetime_risk_not_computed": N_("No criterion is met; no lifetime risk was entered"),
    "surveillance_after_breast_cancer": N_("Had breast cancer: surveillance instead of screening"),
    "gail_not_meant_for_her": N_("The Gail model is not meant for her: {because}"),
    "model_not_stated": N_("The model of the lifetime risk is not stated"),
    "unlikely_input": N_("{input}: {value} %, which is very little; was a proportion typed?"),
    "density_later_than_today": N_("The density is of an age ({density_age}) above hers ({age})"),
}
MENARCHE_CUTS: Mapping[str, str] = {
    MenarcheCut.AT_MOST_12: N_("12 or before"),
    MenarcheCut.BELOW_12: N_("before 12"),
    MenarcheCut.BELOW_13: N_("before 13"),
}
# Said by the label of the rule set already.
SAID_ELSEWHERE = ("rule_text_unverified", "rule_from_secondary_source")


def sentences_of(reasons: Iterable[Reason]) -> Iterator[Sentence]:
    """Yield the reasons in words."""
    for reason in reasons:
        if reason.key not in SAID_ELSEWHERE:
            yield _sentence(reason)


def _sentence(reason: Reason) -> Sentence:
    values = dict(reason.values)
    if reason.key == "rule_met":
        return Sentence(RULES[str(values["rule_set"])][str(values["rule"])])
    if reason.key == "verdict_rests_on_reading":
        return _disputed(str(values["reading"]), str(values["choice"]))
    shown: dict[str, object] = dict(values)
    for name in ("input", "because"):
        if name in values:
            shown[name] = label_of(str(values[name]))
    if "group" in values:
        shown["group"] = GROUPS[str(values["group"])]
    return Sentence(TEXTS[reason.key], shown)


def _disputed(reading: str, choice: str) -> Sentence:
    """Say which other reading of the rule would change the verdict."""
    if reading == "menarche":
        text = N_(
            "Disputed: were a first period early when it came {cut}, the verdict would change"
        )
        return Sentence(text, {"cut": MENARCHE_CUTS[choice]})
    if choice == "no":
        text = N_("Disputed: a relative's variant counts though she tested negative for it")
    else:
        text = N_("Disputed: a relative's variant does not count, as she tested negative for it")
    return Sentence(text)


def label_of(column: str) -> str:
    """Return what the questionnaire calls an input."""
    return field_named(QUESTIONNAIRE.fields, column).label
