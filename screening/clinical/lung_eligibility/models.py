"""Risk models as a way into screening: a probability at or above a threshold.

Source: clinical reference, sections 3.6, 3.11 and 4.
"""

from collections.abc import Sequence
from decimal import Decimal

from screening.clinical import llp, plco_m2012
from screening.clinical.logistic import Risk
from screening.clinical.lung_eligibility.checks import Check
from screening.clinical.lung_eligibility.person import Person
from screening.clinical.lung_eligibility.readings import Reading, Readings
from screening.clinical.reasons import ClinicalInputError, Reason, ReasonValue

HUNDREDTH = Decimal("0.01")

# What the models call by other names than the rule sets, and what the sets themselves ask for.
NAMES = {"fh_lung_cancer": "fdr_lung_cancer", "prior_cancer": "cancer_hist"}
ASKED_BY_SET = ("age", "smoking_status")


def plco_at_least(person: Person, threshold: Decimal, readings: Readings) -> Check:
    """Check the 6-year risk by PLCOm2012; as a setting by PLCOm2012norace without a race.

    An input that the model refuses (0 cigarettes a day of someone who smokes) is one it lacks.
    """
    model = plco_m2012.Model.WITH_RACE
    if person.race is None and Reading.PLCO_WITHOUT_RACE in readings:
        model = plco_m2012.Model.NO_RACE
    smoker = _smoker(person)
    missing = plco_m2012.missing_inputs(model, smoker)
    if missing:
        return _not_computable(model, missing)
    try:
        return _compare(plco_m2012.risk(model, smoker), threshold)
    except ClinicalInputError as error:
        return _not_computable(model, (error.column,))


def llp_v2_at_least(person: Person, threshold: Decimal) -> Check:
    """Check the 5-year risk by LLPv2 of someone whose age and years smoked are possible."""
    history = llp.History(
        age=person.age_years,
        sex=person.sex,
        years_smoked=person.years_smoked,
        respiratory_disease=person.respiratory_disease,
        prior_cancer=person.cancer_hist,
        asbestos=person.asbestos,
        family_history_lung=person.family_history_lung,
    )
    missing = llp.missing_inputs(history)
    if missing:
        return _not_computable(llp.Model.V2, missing)
    return _compare(llp.risk(llp.Model.V2, history), threshold)


def _smoker(person: Person) -> plco_m2012.Smoker:
    return plco_m2012.Smoker(
        age=None if person.age_years is None else Decimal(person.age_years),
        race=person.race,
        education=None if person.education is None else Decimal(person.education),
        bmi=person.bmi,
        copd=person.copd,
        cancer_hist=person.cancer_hist,
        fh_lung_cancer=person.fdr_lung_cancer,
        smoking_status=person.smoking_status,
        cigs_per_day=person.cigs_per_day,
        years_smoked=person.years_smoked,
        quit_years=person.quit_years,
    )


def _compare(risk: Risk, threshold: Decimal) -> Check:
    """Compare the unrounded probability; the reason shows percents to two decimals."""
    is_reached = risk.probability >= threshold
    values: dict[str, ReasonValue] = {
        "model": str(risk.model),
        "percent": (100 * risk.probability).quantize(HUNDREDTH),
        "threshold": (100 * threshold).quantize(HUNDREDTH),
    }
    return Check(is_reached, (Reason("risk_reached" if is_reached else "risk_below", values),))


def _not_computable(model: str, columns: Sequence[str]) -> Check:
    """Return what a model lacks; the names are those of a person's columns."""
    names = (NAMES.get(column, column) for column in columns if column not in ASKED_BY_SET)
    lacks = (Reason("model_lacks", {"model": str(model), "input": name}) for name in names)
    return Check(None, tuple(lacks))
