"""PLCOm2012 and PLCOm2012norace: the 6-year risk of lung cancer of people who ever smoked.

The risk is 1 / (1 + exp(-x)), where x is the sum of the terms of the table: the constant, and each
coefficient times the input less its center. Cigarettes enter as 10 / (cigarettes a day), less
0.4021541613. Current smoking is 1 and former 0; the years since quitting of someone who smokes are
0. Yes is 1 and no is 0. The two models are different and never mixed: without a race only the one
that has none can be computed, and nobody is taken for white.

There is no result for someone who never smoked, for 0 cigarettes a day, for someone who smokes and
has quit, for a schooling outside 1 to 6, and for any input that is not known; the input is named.
Ages outside 55 to 74, in which the model was developed, are computed and noted.

Education and race are categories of the United States. `ge_1p51` is met from 1.51 % on, the limit
of the English lung health checks; `ge_1p3455` above 1.3455 %, the cut of 2013 that selects as many
as the NLST criteria.

Source: Tammemägi et al., N Engl J Med 2013;368:728, tables 2 and S3, for PLCOm2012. For the model
without race two independent public codes, a secondary source, for non-commercial use.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from screening.clinical.inputs import (
    Row,
    read_flag,
    read_number,
    read_word,
    required,
    within,
)
from screening.clinical.logistic import Risk, logistic_risk, percent, unrounded
from screening.clinical.pack_years import YOUNGEST_SMOKER_YEARS, SmokingStatus
from screening.clinical.reasons import InvalidInput, Reason, in_words

INPUTS = (
    "model", "age", "race", "education", "bmi", "copd", "cancer_hist", "fh_lung_cancer",
    "smoking_status", "cigs_per_day", "years_smoked", "quit_years",
)  # fmt: skip
RESULTS = ("status", "logit", "probability", "percent", "ge_1p3455", "ge_1p51", "reasons")
ON_ERROR: Mapping[str, str] = {"status": "error"}

HORIZON_YEARS = 6
# At least this risk for TLHC; above the second for the cut that equals NLST's in the 2013 paper.
TLHC_THRESHOLD = Decimal("0.0151")
NLST_THRESHOLD = Decimal("0.013455")
DEVELOPED_FROM_YEARS, DEVELOPED_TO_YEARS = 55, 74
EDUCATION_LEVELS = 6


class Model(StrEnum):
    """The two models; they are never mixed."""

    WITH_RACE = "PLCOm2012"
    NO_RACE = "PLCOm2012norace"


class Race(StrEnum):
    """The groups of the model, as in the United States."""

    WHITE = "white"
    BLACK = "black"
    HISPANIC = "hispanic"
    ASIAN = "asian"
    AMERICAN_INDIAN_ALASKAN_NATIVE = "american_indian_alaskan_native"
    NATIVE_HAWAIIAN_PACIFIC_ISLANDER = "native_hawaiian_pacific_islander"


# A row a term, a column a model (section 4.1).
MODELS = (Model.WITH_RACE, Model.NO_RACE)
COEFFICIENTS: Mapping[str, tuple[str, str]] = {
    "constant": ("-4.532506", "-4.536696"),
    "age": ("0.0778868", "0.0778895"),
    "education": ("-0.0812744", "-0.0811569"),
    "bmi": ("-0.0274194", "-0.0251066"),
    "copd": ("0.3553063", "0.3606082"),
    "cancer_hist": ("0.4589971", "0.4683545"),
    "fh_lung_cancer": ("0.587185", "0.584541"),
    "smoking_status": ("0.2597431", "0.2675539"),
    "cigs_per_day": ("-1.822606", "-1.767578"),
    "years_smoked": ("0.0317321", "0.031949"),
    "quit_years": ("-0.0308572", "-0.0312719"),
}
CENTERS: Mapping[str, Decimal] = {
    "age": Decimal(62),
    "education": Decimal(4),
    "bmi": Decimal(27),
    "cigs_per_day": Decimal("0.4021541613"),
    "years_smoked": Decimal(27),
    "quit_years": Decimal(10),
}
RACES: Mapping[Race, str] = {
    Race.WHITE: "0",
    Race.BLACK: "0.3944778",
    Race.HISPANIC: "-0.7434744",
    Race.ASIAN: "-0.466585",
    Race.AMERICAN_INDIAN_ALASKAN_NATIVE: "0",
    Race.NATIVE_HAWAIIAN_PACIFIC_ISLANDER: "1.027152",
}


@dataclass(frozen=True, kw_only=True)
class Smoker:
    """The inputs of the model, None where not known; ages and durations in years, BMI in kg/m2.

    `copd` includes emphysema and chronic bronchitis; `cancer_hist` is any cancer of one's own but
    skin cancer other than melanoma; `fh_lung_cancer` counts first-degree relatives.
    """

    age: Decimal | None = None
    race: Race | None = None
    education: Decimal | None = None
    bmi: Decimal | None = None
    copd: bool | None = None
    cancer_hist: bool | None = None
    fh_lung_cancer: bool | None = None
    smoking_status: SmokingStatus | None = None
    cigs_per_day: Decimal | None = None
    years_smoked: Decimal | None = None
    quit_years: Decimal | None = None


def missing_inputs(model: Model, smoker: Smoker) -> tuple[str, ...]:
    """Return the names of the inputs that a model needs and that are not known."""
    known: dict[str, object] = {
        "age": smoker.age,
        "race": "" if model is Model.NO_RACE else smoker.race,
        "education": smoker.education,
        "bmi": smoker.bmi,
        "copd": smoker.copd,
        "cancer_hist": smoker.cancer_hist,
        "fh_lung_cancer": smoker.fh_lung_cancer,
        "smoking_status": smoker.smoking_status,
        "cigs_per_day": smoker.cigs_per_day,
        "years_smoked": smoker.years_smoked,
        "quit_years": _quit_years(smoker),
    }
    return tuple(name for name, value in known.items() if value is None)


def risk(model: Model, smoker: Smoker) -> Risk:
    """Return the 6-year risk of lung cancer.

    Raises MissingInput for an input that is not known, race included, and InvalidInput for one
    that is impossible or contradicts another; the model is not defined for never smokers.
    """
    status = _check_status(smoker)
    values = {
        **_amounts(smoker),
        "copd": _as_number("copd", smoker.copd),
        "cancer_hist": _as_number("cancer_hist", smoker.cancer_hist),
        "fh_lung_cancer": _as_number("fh_lung_cancer", smoker.fh_lung_cancer),
        "smoking_status": Decimal(status is SmokingStatus.CURRENT),
    }
    column = MODELS.index(model)
    terms = {
        name: Decimal(row[column]) * (values[name] - CENTERS.get(name, 0))
        for name, row in COEFFICIENTS.items()
        if name != "constant"
    }
    if model is Model.WITH_RACE:
        terms["race"] = Decimal(RACES[required("race", smoker.race)])
    terms["constant"] = Decimal(COEFFICIENTS["constant"][column])
    return logistic_risk(model, terms, _notes(smoker))


def risk_of_row(row: Row) -> Risk:
    """Return the risk that a row of the published vector file asks for."""
    return risk(required("model", read_word(Model, row, "model")), read_smoker(row))


def evaluate_row(row: Row) -> dict[str, str]:
    """Return the result columns of a row."""
    found = risk_of_row(row)
    return {
        "status": "ok",
        "logit": unrounded(found.linear_predictor),
        "probability": unrounded(found.probability),
        "percent": percent(found.probability),
        "ge_1p3455": "yes" if found.probability > NLST_THRESHOLD else "no",
        "ge_1p51": "yes" if found.probability >= TLHC_THRESHOLD else "no",
        "reasons": in_words(found.reasons),
    }


def read_smoker(row: Row) -> Smoker:
    """Return the person whom a row describes; a blank is not known."""
    return Smoker(
        age=read_number(row, "age"),
        race=read_word(Race, row, "race"),
        education=read_number(row, "education"),
        bmi=read_number(row, "bmi"),
        copd=read_flag(row, "copd"),
        cancer_hist=read_flag(row, "cancer_hist"),
        fh_lung_cancer=read_flag(row, "fh_lung_cancer"),
        smoking_status=read_word(SmokingStatus, row, "smoking_status"),
        cigs_per_day=read_number(row, "cigs_per_day"),
        years_smoked=read_number(row, "years_smoked"),
        quit_years=read_number(row, "quit_years"),
    )


def _check_status(smoker: Smoker) -> SmokingStatus:
    status = required("smoking_status", smoker.smoking_status)
    if status is SmokingStatus.NEVER:
        raise InvalidInput("smoking_status", status, "the model is for people who ever smoked")
    if status is SmokingStatus.CURRENT and smoker.quit_years:
        raise InvalidInput("quit_years", smoker.quit_years, "someone who smokes now has not quit")
    return status


def _quit_years(smoker: Smoker) -> Decimal | None:
    return Decimal(0) if smoker.smoking_status is SmokingStatus.CURRENT else smoker.quit_years


def _amounts(smoker: Smoker) -> dict[str, Decimal]:
    """Return the numbers of the model, cigarettes as the tenth of their inverse it asks for."""
    age = within("age", smoker.age, 18, 110)
    longest = age - YOUNGEST_SMOKER_YEARS
    education = within("education", smoker.education, 1, EDUCATION_LEVELS)
    if education != education.to_integral_value():
        raise InvalidInput(
            "education", education, "it is a level from 1 to {highest}", highest=EDUCATION_LEVELS
        )
    cigarettes = _above_zero("cigs_per_day", within("cigs_per_day", smoker.cigs_per_day, 0, 200))
    years = within("years_smoked", smoker.years_smoked, 0, longest)
    return {
        "age": age,
        "education": education,
        "bmi": within("bmi", smoker.bmi, 10, 80),
        "cigs_per_day": 10 / cigarettes,
        "years_smoked": _above_zero("years_smoked", years),
        "quit_years": within("quit_years", _quit_years(smoker), 0, longest),
    }


def _above_zero(column: str, value: Decimal) -> Decimal:
    if value == 0:
        raise InvalidInput(column, value, "it is above 0 for someone who ever smoked")
    return value


def _as_number(column: str, answer: bool | None) -> Decimal:
    return Decimal(required(column, answer))


def _notes(smoker: Smoker) -> list[Reason]:
    """Return what makes a result weak: outside the ages of development, unlikely amounts."""
    notes = []
    age, bmi, cigarettes = smoker.age or 0, smoker.bmi or 0, smoker.cigs_per_day or 0
    if not DEVELOPED_FROM_YEARS <= age <= DEVELOPED_TO_YEARS:
        ages = {"from": DEVELOPED_FROM_YEARS, "to": DEVELOPED_TO_YEARS}
        notes.append(Reason("outside_the_development_range", ages))
    if not 1 <= cigarettes <= 80:
        notes.append(Reason("unlikely_input", {"input": "cigs_per_day"}))
    if not 15 <= bmi <= 50:
        notes.append(Reason("unlikely_input", {"input": "bmi"}))
    return notes
