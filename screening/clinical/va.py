"""VA (Gould) risk that a solitary pulmonary nodule is cancer.

The risk is 1 / (1 + exp(-x)), where x adds the constant, the age in years, smoking ever, the years
since quitting and the largest diameter in millimeters, times the coefficients of the table. The
years since quitting are 0 for someone who smokes or never smoked; quitting lowers the risk.

Source: Gould et al. 2007, by PMC6717521, table 2, which prints the last term without its sign; a
second page has the minus.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from screening.clinical.inputs import Row, check_model, read_flag, read_number, required, within
from screening.clinical.logistic import RESULTS, Risk, logistic_risk, risk_columns, weighted
from screening.clinical.reasons import InvalidInput

__all__ = ["INPUTS", "RESULTS", "VaInputs", "evaluate_row", "va_risk"]

MODEL = "VA_SPN"
INPUTS = ("model", "age", "ever_smoker", "years_quit", "diameter_mm")

COEFFICIENTS: Mapping[str, Decimal] = {
    "constant": Decimal("-8.404"),
    "age": Decimal("0.0779"),
    "ever_smoker": Decimal("2.061"),
    "years_quit": Decimal("-0.0567"),
    "diameter_mm": Decimal("0.112"),
}

AGES = (18, 110)
DIAMETERS_MM = (Decimal("0.5"), 200)
YEARS_BEFORE_SMOKING = 5


@dataclass(frozen=True, kw_only=True)
class VaInputs:
    """A nodule and its bearer; None is not known.

    `years_quit` is 0 for people who smoke; those who never smoked need none. The diameter is the
    largest.
    """

    age: Decimal | None
    ever_smoker: bool | None
    years_quit: Decimal | None
    diameter_mm: Decimal | None


def va_risk(inputs: VaInputs) -> Risk:
    """Return the probability that the nodule is cancer; MissingInput names what is not known."""
    amounts: dict[str, Decimal | int] = {
        "age": within("age", inputs.age, *AGES),
        "ever_smoker": required("ever_smoker", inputs.ever_smoker),
        "years_quit": _years_quit(inputs),
        "diameter_mm": within("diameter_mm", inputs.diameter_mm, *DIAMETERS_MM),
    }
    return logistic_risk(MODEL, weighted(COEFFICIENTS, amounts))


def risk_of_row(row: Row) -> Risk:
    """Return the risk that a row of the published vector file asks for."""
    check_model(row, MODEL)
    inputs = VaInputs(
        age=read_number(row, "age"),
        ever_smoker=read_flag(row, "ever_smoker"),
        years_quit=read_number(row, "years_quit"),
        diameter_mm=read_number(row, "diameter_mm"),
    )
    return va_risk(inputs)


def evaluate_row(row: Row) -> dict[str, str]:
    """Return the result columns of a row: those of the models of nodules."""
    return risk_columns(risk_of_row(row))


def _years_quit(inputs: VaInputs) -> Decimal:
    if inputs.ever_smoker:
        age = within("age", inputs.age, *AGES)
        return within("years_quit", inputs.years_quit, 0, age - YEARS_BEFORE_SMOKING)
    if inputs.years_quit:
        raise InvalidInput("years_quit", inputs.years_quit, "it is 0 for a person who never smoked")
    return Decimal(0)
