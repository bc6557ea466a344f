"""LLPv2 and LLPv3: the 5-year risk of lung cancer of the Liverpool Lung Project.

The risk is 1 / (1 + exp(-x)), where x adds the intercept for age and sex, the term for the years
smoked, 0.6025 for a respiratory disease (pneumonia, bronchitis, emphysema, COPD or tuberculosis,
ever), 0.6754 for an earlier cancer, 0.6343 for asbestos at work, and the term for lung cancer in a
first-degree relative. Someone who never smoked has a result: 0 years smoked add nothing.

The five years run from half a year after the completed age. Where they cross from one age band into
the next, the intercept is the mean of both bands by the time spent in each; from 80 on there is no
next band. Below 40 there is no result.

The two models differ in their intercepts alone, which v3 fits to later incidence: a threshold for
v2, such as the 2.5 % of the English lung health checks, is not one for v3.

Source: two public codes for v2 and one for v3, all of them secondary sources.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from screening.clinical.inputs import (
    Row,
    not_one_of,
    out_of_range,
    read_flag,
    read_number,
    read_text,
    read_word,
    required,
)
from screening.clinical.logistic import Risk, logistic_risk, unrounded
from screening.clinical.pack_years import YOUNGEST_SMOKER_YEARS
from screening.clinical.reasons import InvalidInput, in_words

INPUTS = (
    "model", "age", "sex", "years_smoked", "respiratory_disease", "prior_cancer", "asbestos",
    "family_history_lung",
)  # fmt: skip
RESULTS = ("linear_predictor", "probability", "reasons")
ON_ERROR: Mapping[str, str] = {}

HORIZON_YEARS = 5
# At least this risk by LLPv2 for TLHC.
TLHC_THRESHOLD = Decimal("0.025")


class Model(StrEnum):
    """The two calibrations."""

    V2 = "LLPv2"
    V3 = "LLPv3"


class Sex(StrEnum):
    """Sex as the model's intercepts know it."""

    MALE = "male"
    FEMALE = "female"


class FamilyHistory(StrEnum):
    """The age at which the youngest affected first-degree relative got lung cancer."""

    NONE = "none"
    EARLY = "early_lt60"
    LATE = "late_ge60"


SPELLINGS_OF_SEX: Mapping[str, Sex] = {
    "male": Sex.MALE, "M": Sex.MALE, "female": Sex.FEMALE, "F": Sex.FEMALE,
}  # fmt: skip

YOUNGEST_YEARS = 40
BAND_YEARS = 5
# Bands 40-44, 45-49, ... 75-79, 80 and above.
INTERCEPTS: Mapping[tuple[Model, Sex], tuple[str, ...]] = {
    (Model.V2, Sex.MALE): (
        "-9.06", "-8.16", "-7.31", "-6.63", "-5.97", "-5.56", "-5.31", "-4.83", "-4.68",
    ),
    (Model.V2, Sex.FEMALE): (
        "-9.90", "-8.06", "-7.46", "-6.50", "-6.22", "-5.99", "-5.49", "-5.23", "-5.42",
    ),
    (Model.V3, Sex.MALE): (
        "-9.84", "-8.94", "-8.09", "-7.41", "-6.75", "-6.34", "-6.09", "-5.61", "-5.46",
    ),
    (Model.V3, Sex.FEMALE): (
        "-10.37", "-8.53", "-7.93", "-6.97", "-6.69", "-6.46", "-5.96", "-5.70", "-5.89",
    ),
}  # fmt: skip

# Above 0 and below the years of the row; the last row has no end.
SMOKING: tuple[tuple[int | None, str], ...] = (
    (20, "0.7692"),
    (40, "1.4516"),
    (60, "2.5072"),
    (None, "2.7243"),
)
RESPIRATORY_DISEASE = Decimal("0.6025")
PRIOR_CANCER = Decimal("0.6754")
ASBESTOS = Decimal("0.6343")
FAMILY: Mapping[FamilyHistory, str] = {
    FamilyHistory.NONE: "0",
    FamilyHistory.EARLY: "0.7034",
    FamilyHistory.LATE: "0.1677",
}


@dataclass(frozen=True, kw_only=True)
class History:
    """The inputs of the model, None where not known; age in completed years.

    `respiratory_disease` is pneumonia, bronchitis, emphysema, COPD or tuberculosis, ever;
    `prior_cancer` any malignant tumor before; `asbestos` exposure at work. Never smokers have a
    result: their `years_smoked` are 0.
    """

    age: int | None = None
    sex: Sex | None = None
    years_smoked: Decimal | None = None
    respiratory_disease: bool | None = None
    prior_cancer: bool | None = None
    asbestos: bool | None = None
    family_history_lung: FamilyHistory | None = None


def missing_inputs(history: History) -> tuple[str, ...]:
    """Return the names of the inputs that are not known."""
    known: dict[str, object] = {
        "age": history.age,
        "sex": history.sex,
        "years_smoked": history.years_smoked,
        "respiratory_disease": history.respiratory_disease,
        "prior_cancer": history.prior_cancer,
        "asbestos": history.asbestos,
        "family_history_lung": history.family_history_lung,
    }
    return tuple(name for name, value in known.items() if value is None)


def risk(model: Model, history: History) -> Risk:
    """Return the 5-year risk of lung cancer.

    Raises MissingInput for an input that is not known, and InvalidInput for an age below 40 or
    impossible years of smoking.
    """
    age = required("age", history.age)
    sex = required("sex", history.sex)
    family = required("family_history_lung", history.family_history_lung)
    terms = {
        "age_and_sex": _intercept(model, sex, age),
        "years_smoked": _smoking(age, required("years_smoked", history.years_smoked)),
        "respiratory_disease": RESPIRATORY_DISEASE
        * required("respiratory_disease", history.respiratory_disease),
        "prior_cancer": PRIOR_CANCER * required("prior_cancer", history.prior_cancer),
        "asbestos": ASBESTOS * required("asbestos", history.asbestos),
        "family_history_lung": Decimal(FAMILY[family]),
    }
    return logistic_risk(model, terms)


def risk_of_row(row: Row) -> Risk:
    """Return the risk that a row of the published vector file asks for."""
    return risk(required("model", read_word(Model, row, "model")), read_history(row))


def evaluate_row(row: Row) -> dict[str, str]:
    """Return the result columns of a row."""
    found = risk_of_row(row)
    return {
        "linear_predictor": unrounded(found.linear_predictor),
        "probability": unrounded(found.probability),
        "reasons": in_words(found.reasons),
    }


def read_history(row: Row) -> History:
    """Return the person whom a row describes; a blank is not known."""
    age = read_number(row, "age")
    return History(
        age=None if age is None else int(age),
        sex=read_sex(row),
        years_smoked=read_number(row, "years_smoked"),
        respiratory_disease=read_flag(row, "respiratory_disease"),
        prior_cancer=read_flag(row, "prior_cancer"),
        asbestos=read_flag(row, "asbestos"),
        family_history_lung=read_word(FamilyHistory, row, "family_history_lung"),
    )


def read_sex(row: Row) -> Sex | None:
    """Return the sex of a row, also written M and F; None for a blank."""
    text = read_text(row, "sex")
    if text and text not in SPELLINGS_OF_SEX:
        raise not_one_of("sex", text, SPELLINGS_OF_SEX)
    return SPELLINGS_OF_SEX.get(text)


def _intercept(model: Model, sex: Sex, age: int) -> Decimal:
    """Return the mean of the intercepts of the bands that the next five years cross, by time.

    The five years run from half a year after the completed age.
    """
    if not YOUNGEST_YEARS <= age <= 110:
        raise InvalidInput("age", age, "the model begins at {lowest}", lowest=YOUNGEST_YEARS)
    intercepts = [Decimal(text) for text in INTERCEPTS[model, sex]]
    start = age + Decimal("0.5")
    band = min(int(start - YOUNGEST_YEARS) // BAND_YEARS, len(intercepts) - 1)
    if band == len(intercepts) - 1:
        return intercepts[band]
    band_end = YOUNGEST_YEARS + BAND_YEARS * (band + 1)
    in_band = min(band_end - start, Decimal(HORIZON_YEARS))
    later = (HORIZON_YEARS - in_band) * intercepts[band + 1]
    return (in_band * intercepts[band] + later) / HORIZON_YEARS


def _smoking(age: int, years_smoked: Decimal) -> Decimal:
    longest = age - YOUNGEST_SMOKER_YEARS
    if not 0 <= years_smoked <= longest:
        raise out_of_range("years_smoked", years_smoked, 0, longest)
    if years_smoked == 0:
        return Decimal(0)
    return next(Decimal(text) for below, text in SMOKING if below is None or years_smoked < below)
