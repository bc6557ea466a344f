"""PKU (Li, Beijing) risk that a solitary pulmonary nodule is cancer.

The risk is 1 / (1 + exp(-x)), where x adds the constant, the age in years, the largest diameter in
millimeters, and 1 for each yes, times the coefficients of the table. Any cancer in the family
counts. Calcification and a smooth border lower the risk.

Source: PMC6717521, table 2, which prints two to four digits.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from screening.clinical.inputs import Row, check_model, read_flag, read_number, required, within
from screening.clinical.logistic import RESULTS, Risk, logistic_risk, risk_columns, weighted

__all__ = ["INPUTS", "RESULTS", "PkuInputs", "evaluate_row", "pku_risk"]

MODEL = "PKU_SPN"
INPUTS = (
    "model",
    "age",
    "family_history_any_cancer",
    "diameter_mm",
    "spiculation",
    "calcification",
    "smooth_border",
)

COEFFICIENTS: Mapping[str, Decimal] = {
    "constant": Decimal("-4.496"),
    "age": Decimal("0.07"),
    "family_history_any_cancer": Decimal("1.267"),
    "diameter_mm": Decimal("0.0676"),
    "spiculation": Decimal("0.736"),
    "calcification": Decimal("-1.615"),
    "smooth_border": Decimal("-1.408"),
}

AGES = (18, 110)
DIAMETERS_MM = (Decimal("0.5"), 200)


@dataclass(frozen=True, kw_only=True)
class PkuInputs:
    """A nodule and its bearer; None is not known. Any cancer in the family counts."""

    age: Decimal | None
    family_history_any_cancer: bool | None
    diameter_mm: Decimal | None
    spiculation: bool | None
    calcification: bool | None
    smooth_border: bool | None


def pku_risk(inputs: PkuInputs) -> Risk:
    """Return the probability that the nodule is cancer; MissingInput names what is not known."""
    amounts: dict[str, Decimal | int] = {
        "age": within("age", inputs.age, *AGES),
        "family_history_any_cancer": required(
            "family_history_any_cancer", inputs.family_history_any_cancer
        ),
        "diameter_mm": within("diameter_mm", inputs.diameter_mm, *DIAMETERS_MM),
        "spiculation": required("spiculation", inputs.spiculation),
        "calcification": required("calcification", inputs.calcification),
        "smooth_border": required("smooth_border", inputs.smooth_border),
    }
    return logistic_risk(MODEL, weighted(COEFFICIENTS, amounts))


def risk_of_row(row: Row) -> Risk:
    """Return the risk that a row of the published vector file asks for."""
    check_model(row, MODEL)
    inputs = PkuInputs(
        age=read_number(row, "age"),
        family_history_any_cancer=read_flag(row, "family_history_any_cancer"),
        diameter_mm=read_number(row, "diameter_mm"),
        spiculation=read_flag(row, "spiculation"),
        calcification=read_flag(row, "calcification"),
        smooth_border=read_flag(row, "smooth_border"),
    )
    return pku_risk(inputs)


def evaluate_row(row: Row) -> dict[str, str]:
    """Return the result columns of a row: those of the models of nodules."""
    return risk_columns(risk_of_row(row))
