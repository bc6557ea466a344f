"""Brock (PanCan) risk that a nodule on a first screening CT is cancer, models 2a and 2b.

The risk is 1 / (1 + exp(-x)), where x is the sum of the terms of the table: the constant, the age
less 62, female sex, lung cancer in the family, emphysema on CT, the size, the kind of nodule, an
upper lobe, the number of nodules less 4, and in model 2b spiculation. Yes is 1 and no is 0. The
size enters as (mm / 10) to the power -0.5, less 1.58113883, which is the same of 4 mm. The number
counts all non-calcified nodules of the exam, this one included; the lingula counts as upper lobe.

A size outside 3 to 30 mm is refused, since a larger one is a mass. Ages outside 50 to 75, in which
the model was developed, are computed and noted. The model describes a nodule and not a person: of
several nodules each is computed and the highest shown. `ge_10pct` is met from 10 % on, the limit
of the British guideline.

The coefficients of the parsimonious models 1a and 1b were not found in any text: they are refused
by name and not computed.

Source: McWilliams et al., N Engl J Med 2013;369:910; 2b as printed in PMC6717521, table 2, and in
three public codes. Model 2a comes from one secondary page and is not verified; each of its results
says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from screening.clinical.inputs import (
    Row,
    read_flag,
    read_number,
    read_text,
    read_word,
    required,
    within,
)
from screening.clinical.logistic import Risk, logistic_risk, percent, unrounded
from screening.clinical.reasons import InvalidInput, Reason, ReasonValue, in_words

INPUTS = (
    "model",
    "age",
    "sex",
    "family_history_lung_cancer",
    "emphysema",
    "nodule_size_mm",
    "nodule_type",
    "upper_lobe",
    "nodule_count",
    "spiculation",
)
RESULTS = ("status", "log_odds", "probability", "percent", "ge_10pct", "reasons")
ON_ERROR: Mapping[str, str] = {"status": "error"}


class Model(StrEnum):
    """The published versions that are computed."""

    FULL_WITH_SPICULATION = "2b_full_with_spiculation"
    FULL_WITHOUT_SPICULATION = "2a_full_without_spiculation"


NOT_AVAILABLE = ("1a_parsimonious_without_spiculation", "1b_parsimonious_with_spiculation")


class Sex(StrEnum):
    """The two values for which the model was made."""

    MALE = "male"
    FEMALE = "female"


class NoduleType(StrEnum):
    """The attenuation of the nodule."""

    SOLID = "solid"
    PART_SOLID = "part_solid"
    NON_SOLID = "non_solid"


@dataclass(frozen=True, kw_only=True)
class Coefficients:
    """One column of the table; spiculation is None where the model has no such term."""

    constant: Decimal
    age: Decimal
    female: Decimal
    family_history_lung_cancer: Decimal
    emphysema: Decimal
    nodule_size_mm: Decimal
    nodule_type: Mapping[NoduleType, Decimal]
    upper_lobe: Decimal
    nodule_count: Decimal
    spiculation: Decimal | None


COEFFICIENTS: Mapping[Model, Coefficients] = {
    Model.FULL_WITH_SPICULATION: Coefficients(
        constant=Decimal("-6.7892"),
        age=Decimal("0.0287"),
        female=Decimal("0.6011"),
        family_history_lung_cancer=Decimal("0.2961"),
        emphysema=Decimal("0.2953"),
        nodule_size_mm=Decimal("-5.3854"),
        nodule_type={
            NoduleType.SOLID: Decimal(0),
            NoduleType.PART_SOLID: Decimal("0.377"),
            NoduleType.NON_SOLID: Decimal("-0.1276"),
        },
        upper_lobe=Decimal("0.6581"),
        nodule_count=Decimal("-0.0824"),
        spiculation=Decimal("0.7729"),
    ),
    Model.FULL_WITHOUT_SPICULATION: Coefficients(
        constant=Decimal("-6.8071"),
        age=Decimal("0.0321"),
        female=Decimal("0.5635"),
        family_history_lung_cancer=Decimal("0.3013"),
        emphysema=Decimal("0.3462"),
        nodule_size_mm=Decimal("-5.6693"),
        nodule_type={
            NoduleType.SOLID: Decimal(0),
            NoduleType.PART_SOLID: Decimal("0.3395"),
            NoduleType.NON_SOLID: Decimal("-0.3055"),
        },
        upper_lobe=Decimal("0.7116"),
        nodule_count=Decimal("-0.0803"),
        spiculation=None,
    ),
}
CENTER_AGE = 62
CENTER_COUNT = 4
# The size enters as (mm / 10) to the power -0.5, less its value at 4 mm.
CENTER_SIZE = Decimal("1.58113883")

AGES = (18, 110)
DEVELOPMENT_AGES = (50, 75)
SIZES_MM = (3, 30)
COUNTS = (1, 200)
THRESHOLD = Decimal("0.10")


@dataclass(frozen=True, kw_only=True)
class BrockInputs:
    """A nodule and its bearer; None is not known. The count holds every non-calcified nodule."""

    age: Decimal | None
    sex: Sex | None
    family_history_lung_cancer: bool | None
    emphysema: bool | None
    nodule_size_mm: Decimal | None
    nodule_type: NoduleType | None
    upper_lobe: bool | None
    nodule_count: Decimal | None
    spiculation: bool | None = None


def brock_risk(inputs: BrockInputs, model: Model = Model.FULL_WITH_SPICULATION) -> Risk:
    """Return the probability that the nodule is cancer.

    Raises MissingInput or InvalidInput; a size outside 3 to 30 mm is refused, since a larger one
    is a mass. An age outside the 50 to 75 years of the development data is computed and noted.
    """
    return logistic_risk(model, _terms(inputs, COEFFICIENTS[model]), _notes(inputs, model))


def risk_of_row(row: Row) -> Risk:
    """Return the risk that a row of the published vector file asks for; a blank model is 2b."""
    return brock_risk(_read_inputs(row), _read_model(row))


def evaluate_row(row: Row) -> dict[str, str]:
    """Return the result columns of a row."""
    risk = risk_of_row(row)
    return {
        "status": "ok",
        "log_odds": unrounded(risk.linear_predictor),
        "probability": unrounded(risk.probability),
        "percent": percent(risk.probability),
        "ge_10pct": "yes" if risk.probability >= THRESHOLD else "no",
        "reasons": in_words(risk.reasons),
    }


def _terms(inputs: BrockInputs, column: Coefficients) -> dict[str, Decimal]:
    size_mm = within("nodule_size_mm", inputs.nodule_size_mm, *SIZES_MM)
    family_history = required("family_history_lung_cancer", inputs.family_history_lung_cancer)
    terms = {
        "constant": column.constant,
        "age": column.age * (within("age", inputs.age, *AGES) - CENTER_AGE),
        "sex": column.female * (required("sex", inputs.sex) is Sex.FEMALE),
        "family_history_lung_cancer": column.family_history_lung_cancer * family_history,
        "emphysema": column.emphysema * required("emphysema", inputs.emphysema),
        "nodule_size_mm": column.nodule_size_mm * _centered_size(size_mm),
        "nodule_type": column.nodule_type[required("nodule_type", inputs.nodule_type)],
        "upper_lobe": column.upper_lobe * required("upper_lobe", inputs.upper_lobe),
        "nodule_count": column.nodule_count * (_whole_count(inputs) - CENTER_COUNT),
    }
    if column.spiculation is not None:
        terms["spiculation"] = column.spiculation * required("spiculation", inputs.spiculation)
    return terms


def _centered_size(size_mm: Decimal) -> Decimal:
    return (size_mm / 10) ** Decimal("-0.5") - CENTER_SIZE


def _whole_count(inputs: BrockInputs) -> Decimal:
    count = within("nodule_count", inputs.nodule_count, *COUNTS)
    if count != count.to_integral_value():
        raise InvalidInput("nodule_count", count, "it is a whole number")
    return count


def _notes(inputs: BrockInputs, model: Model) -> list[Reason]:
    notes: list[Reason] = []
    youngest, oldest = DEVELOPMENT_AGES
    if inputs.age is not None and not youngest <= inputs.age <= oldest:
        ages: dict[str, ReasonValue] = {"age": inputs.age, "from": youngest, "to": oldest}
        notes.append(Reason("outside_development_range", ages))
    if model is Model.FULL_WITHOUT_SPICULATION:
        notes.append(Reason("coefficients_unverified", {"model": model}))
    return notes


def _read_model(row: Row) -> Model:
    text = read_text(row, "model")
    if text in NOT_AVAILABLE:
        raise InvalidInput("model", text, "its coefficients are not available")
    return read_word(Model, row, "model") or Model.FULL_WITH_SPICULATION


def _read_inputs(row: Row) -> BrockInputs:
    return BrockInputs(
        age=read_number(row, "age"),
        sex=read_word(Sex, row, "sex"),
        family_history_lung_cancer=read_flag(row, "family_history_lung_cancer"),
        emphysema=read_flag(row, "emphysema"),
        nodule_size_mm=read_number(row, "nodule_size_mm"),
        nodule_type=read_word(NoduleType, row, "nodule_type"),
        upper_lobe=read_flag(row, "upper_lobe"),
        nodule_count=read_number(row, "nodule_count"),
        spiculation=read_flag(row, "spiculation"),
    )
