"""From the answers of the questionnaire to the woman whom the rule sets judge."""

from decimal import Decimal

from screening.clinical.bi_rads import Density
from screening.clinical.breast_high_risk import EnteredRisk, Gene, Woman, read_model
from screening.programs.breast.questionnaire import QUESTIONNAIRE
from screening.programs.breast.risk import first_birth_of, has_no_births
from screening.protocol.answers import answer, number, text, word
from screening.protocol.eligibility import Candidate
from screening.protocol.fields import Payload

NO_SYNDROME = "none"
BRCA = (Gene.BRCA1, Gene.BRCA2)


def woman_of(candidate: Candidate) -> Woman:
    """Return the woman as the rule sets see her; what is blank or *not known* is None.

    A variant of a gene that is named is one that she carries. The risk by the Gail model is the
    one that was typed, else the one that follows from the answers.
    """
    answers = candidate.answers
    derived = QUESTIONNAIRE.derive(answers, candidate.age_years)
    answers = {**answers, **derived}
    gene = word(Gene, answers, "gene")
    return Woman(
        age=_age(candidate),
        fdr_breast=number(answers, "fdr_breast"),
        fdr_ovarian=number(answers, "fdr_ovarian"),
        sdr_breast_lt50=number(answers, "sdr_breast_lt50"),
        sdr_ovarian_lt50=number(answers, "sdr_ovarian_lt50"),
        own_brca=True if gene in BRCA else answer(answers, "own_brca"),
        fdr_brca=answer(answers, "fdr_brca"),
        tested_brca_negative=answer(answers, "tested_brca_negative"),
        menarche=number(answers, "menarche"),
        menopause=number(answers, "menopause"),
        biopsy_or_benign_surgery=_has_benign_disease(answers),
        atypia=answer(answers, "atypia"),
        lcis=answer(answers, "lcis"),
        personal_breast_cancer=answer(answers, "personal_breast_cancer"),
        hrt_combined_months=number(answers, "hrt_combined_months"),
        hrt_estrogen_months=number(answers, "hrt_estrogen_months"),
        breastfeeding_months=number(answers, "breastfeeding_months"),
        live_births=Decimal(0) if has_no_births(answers) else number(answers, "live_births"),
        age_first_live_birth=first_birth_of(answers),
        abortions=number(answers, "abortions"),
        density=word(Density, answers, "density"),
        density_age=number(answers, "density_age"),
        chest_rt_age=number(answers, "chest_rt_age"),
        has_syndrome=_has_syndrome(answers),
        lifetime_risk=_lifetime_risk(answers),
        gail5_percent=number(answers, "gail5_pct"),
        gene=gene,
        chest_rt_gray=number(answers, "chest_rt_gray"),
        youngest_relative_age=number(answers, "youngest_relative_age"),
        personal_cancer_age=number(answers, "personal_cancer_age"),
        mri_possible=answer(answers, "mri_possible"),
    )


def _age(candidate: Candidate) -> Decimal | None:
    """Return the age by the date of birth, else the one that was answered."""
    if candidate.age_years is not None:
        return Decimal(candidate.age_years)
    return number(candidate.answers, "age")


def _has_benign_disease(answers: Payload) -> bool | None:
    """Return whether there was a biopsy; one that is counted answers the question too."""
    found = answer(answers, "biopsy_or_benign_surgery")
    return True if found is None and number(answers, "biopsies") else found


def _has_syndrome(answers: Payload) -> bool | None:
    syndrome = text(answers, "syndrome")
    return syndrome != NO_SYNDROME if syndrome else None


def _lifetime_risk(answers: Payload) -> EnteredRisk | None:
    percent = number(answers, "lifetime_risk_pct")
    if percent is None:
        return None
    column = "lifetime_risk_model"
    model, version = read_model(column, text(answers, column))
    return EnteredRisk(lifetime_percent=percent, model=model, version=version)
