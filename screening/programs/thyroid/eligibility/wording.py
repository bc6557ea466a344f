"""What each body says, in words: positions, criteria, reasons, and how far a source is good."""

from collections.abc import Mapping
from dataclasses import dataclass

from screening.clinical.reasons import Reason
from screening.clinical.thyroid_screening import LAY_BODY, Position, Risk
from screening.programs.thyroid.questionnaire import QUESTIONNAIRE
from screening.protocol.fields import field_named
from screening.protocol.wording import N_, Sentence

POSITIONS: Mapping[Position, str] = {
    Position.SCREEN: N_("Within the recommendation"),
    Position.SHARED_DECISION: N_("By shared decision"),
    Position.SURVEILLANCE: N_("Regular surveillance"),
    Position.CLINICAL_REFERRAL: N_("Refer for diagnosis"),
    Position.OUTSIDE_RECOMMENDATION: N_("Outside the recommendation"),
    Position.DO_NOT_SCREEN: N_("Recommends against screening"),
    Position.INSUFFICIENT_EVIDENCE: N_("Evidence insufficient"),
    Position.NOT_ADDRESSED: N_("Says nothing of such a person"),
    Position.INSUFFICIENT_DATA: N_("Not enough data"),
}

RISKS: Mapping[Risk, str] = {
    Risk.SYMPTOMS: N_("Symptoms or a mass in the neck"),
    Risk.UNDER_18: N_("Younger than 18"),
    Risk.IRRADIATION: N_("Ionizing radiation to head, neck or the whole body"),
    Risk.EARLY_OR_TOTAL_IRRADIATION: N_("Radiation to head or neck in childhood, or total-body"),
    Risk.RELATIVE: N_("Thyroid cancer in a parent, child, brother or sister"),
    Risk.SYNDROME: N_("A hereditary syndrome"),
    Risk.FAMILY_SYNDROME: N_("A hereditary syndrome in the family"),
    Risk.MEN2: N_("Multiple endocrine neoplasia type 2 (MEN2)"),
    Risk.PRIOR_CANCER: N_("Thyroid cancer of one's own before"),
    Risk.CALCITONIN: N_("Calcitonin above normal"),
    Risk.EXPOSED_SURVIVOR: N_("Cancer in childhood whose treatment reached the thyroid"),
}

TEXTS: Mapping[str, str] = {
    "risk_present": N_("Present: {risk}"),
    "no_risk_present": N_("None of the risks that this body names is present"),
    "input_missing": N_("Not known: {input}"),
    "ultrasound_every_year": N_("The sheets advise a neck ultrasound every year from {from_years}"),
    "neck_exam_every_2_to_3_years": N_(
        "The sheets advise an exam of the neck every 2 to 3 years from {from_years}"
    ),
    "younger_than_the_sheets": N_("The sheets begin at the age of {from_years}"),
    "contradicts_the_guideline": N_(
        "This contradicts the Chinese guideline of 2023, which advises against ultrasound "
        "without a high risk"
    ),
}


@dataclass(frozen=True)
class Publication:
    """How a body is called, where it said so, what it says, and how far the source is good."""

    title: str
    source: str
    criteria: tuple[str, ...]
    label: str = ""


NOT_A_REFUSAL = N_(
    "Outside a recommendation is no refusal: a person may be enrolled by decision of a clinician, "
    "and is recorded as outside"
)
RECALLED = N_("Intervals of this body were recalled and not read; to be confirmed by the site")

PUBLICATIONS: Mapping[str, Publication] = {
    "high_risk": Publication(
        N_("High-risk list of the program"),
        N_("China, seven societies 2023; USPSTF 2017; NCI PDQ"),
        (
            N_("Any one of: ionizing radiation to head, neck or the whole body, or fallout"),
            N_("Thyroid cancer in a parent, child, brother or sister"),
            N_("MEN2, familial medullary cancer, FAP, Cowden, Carney, Werner or Gardner syndrome"),
            N_("Thyroid cancer of one's own before; calcitonin above normal"),
            N_("Symptoms or a mass in the neck are a referral for diagnosis, not screening"),
        ),
        NOT_A_REFUSAL,
    ),
    "uspstf2017": Publication(
        N_("USPSTF 2017"),
        N_("US Preventive Services Task Force, 2017"),
        (
            N_("Grade D: recommends against screening adults without symptoms"),
            N_(
                "Says nothing of people under 18, with symptoms, radiation, a hereditary syndrome "
                "or an affected relative"
            ),
        ),
        N_("Screening found more harm than benefit in the general population"),
    ),
    "korea2015": Publication(
        N_("Korea, national guideline 2015"),
        N_("Korean committee for thyroid cancer screening, 2015"),
        (
            N_("Evidence is insufficient; ultrasound is not routinely advised in healthy people"),
            N_("Says nothing of people with symptoms"),
        ),
    ),
    "china2023": Publication(
        N_("China, seven societies 2023"),
        "Chin J Endocrinol Metab 2023;39:181",
        (
            N_("No ultrasound screening without a high risk (recommendation 2)"),
            N_(
                "Screen: radiation to head or neck in childhood, total-body irradiation, an "
                "affected first-degree relative, a hereditary syndrome of person or family"
            ),
        ),
        N_("A weak recommendation on evidence of low quality"),
    ),
    "ighg2018": Publication(
        N_("IGHG 2018: survivors of childhood cancer"),
        N_("International Guideline Harmonization Group, 2018"),
        (
            N_("Survivors whose thyroid lay in the field or who had 131I-MIBG: shared decision"),
            N_("Palpation and ultrasound are equal; a decision aid is to be used"),
        ),
        RECALLED,
    ),
    "men2": Publication(
        N_("MEN2 carriers"),
        N_("ATA 2009, as the NCI PDQ prints it"),
        (
            N_("RET test, calcitonin and neck ultrasound; early thyroidectomy by the codon"),
            N_("This is care by a specialist rather than screening"),
        ),
        N_("The levels of 2015 were not read; to be confirmed by the site"),
    ),
    LAY_BODY: Publication(
        N_("China, lay screening sheets"),
        N_("Sheets of anticancer associations and health news, undated"),
        (
            N_("Exam of the neck every 2 to 3 years from 20, every year from 30"),
            N_("Ultrasound of the neck every year from 30, in everybody"),
        ),
        N_("No guideline: contradicted by the Chinese guideline of 2023; for comparison only"),
    ),
}
CONTRADICTION = N_("{input}: {value} is impossible; correct it")


def sentence_of(reason: Reason) -> Sentence:
    """Return the sentence for a reason of a body."""
    values: dict[str, object] = dict(reason.values)
    if "risk" in values:
        values["risk"] = RISKS[Risk(str(values["risk"]))]
    if "input" in values:
        values["input"] = label_of(str(values["input"]))
    return Sentence(TEXTS[reason.key], values)


def label_of(column: str) -> str:
    """Return what the questionnaire calls an input."""
    return field_named(QUESTIONNAIRE.fields, column).label
