"""Mayo risk that a solitary pulmonary nodule is cancer.

The risk is 1 / (1 + exp(-x)), where x adds the constant, the age in years, the largest diameter in
millimeters, and 1 for each yes, times the coefficients of the table. The cancer outside the chest
is one more than five years ago: people with a later one were not in the data of the model.
Diameters outside 4 to 30 mm are computed and noted.

Source: Swensen et al., Arch Intern Med 1997;157:849, with the constant -6.8272 of three public
texts; PMC6717521 prints it as -6.872, with a digit lost.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from screening.clinical.inputs import Row, check_model, read_flag, read_number, required, within
from screening.clinical.logistic import RESULTS, Risk, logistic_risk, risk_columns, weighted
from screening.clinical.reasons import Reason, ReasonValue

__all__ = ["INPUTS", "RESULTS", "MayoInputs", "evaluate_row", "mayo_risk"]

MODEL = "Mayo_SPN"
INPUTS = (
    "model",
    "age",
    "ever_smoker",
    "extrathoracic_cancer_gt5y",
    "diameter_mm",
    "spiculation",
    "upper_lobe",
)

COEFFICIENTS: Mapping[str, Decimal] = {
    "constant": Decimal("-6.8272"),
    "age": Decimal("0.0391"),
    "ever_smoker": Decimal("0.7917"),
    "extrathoracic_cancer_gt5y": Decimal("1.3388"),
    "diameter_mm": Decimal("0.1274"),
    "spiculation": Decimal("1.0407"),
    "upper_lobe": Decimal("0.7838"),
}

AGES = (18, 110)
DIAMETERS_MM = (Decimal("0.5"), 200)
# This range is recalled, not read: a diameter outside it is computed and noted.
DEVELOPMENT_DIAMETERS_MM = (4, 30)


@dataclass(frozen=True, kw_only=True)
class MayoInputs:
    """A nodule and its bearer; None is not known.

    `extrathoracic_cancer_gt5y` is a cancer outside the chest more than five years before; people
    with a later one were not in the model's data.
    """

    age: Decimal | None
    ever_smoker: bool | None
    extrathoracic_cancer_gt5y: bool | None
    diameter_mm: Decimal | None
    spiculation: bool | None
    upper_lobe: bool | None


def mayo_risk(inputs: MayoInputs) -> Risk:
    """Return the probability that the nodule is cancer; MissingInput names what is not known."""
    diameter_mm = within("diameter_mm", inputs.diameter_mm, *DIAMETERS_MM)
    amounts: dict[str, Decimal | int] = {
        "age": within("age", inputs.age, *AGES),
        "ever_smoker": required("ever_smoker", inputs.ever_smoker),
        "extrathoracic_cancer_gt5y": required(
            "extrathoracic_cancer_gt5y", inputs.extrathoracic_cancer_gt5y
        ),
        "diameter_mm": diameter_mm,
        "spiculation": required("spiculation", inputs.spiculation),
        "upper_lobe": required("upper_lobe", inputs.upper_lobe),
    }
    return logistic_risk(MODEL, weighted(COEFFICIENTS, amounts), _notes(diameter_mm))


def risk_of_row(row: Row) -> Risk:
    """Return the risk that a row of the published vector file asks for."""
    check_model(row, MODEL)
    return mayo_risk(
        MayoInputs(
            age=read_number(row, "age"),
            ever_smoker=read_flag(row, "ever_smoker"),
            extrathoracic_cancer_gt5y=read_flag(row, "extrathoracic_cancer_gt5y"),
            diameter_mm=read_number(row, "diameter_mm"),
            spiculation=read_flag(row, "spiculation"),
            upper_lobe=read_flag(row, "upper_lobe"),
        )
    )


def evaluate_row(row: Row) -> dict[str, str]:
    """Return the result columns of a row: those of the models of nodules."""
    return risk_columns(risk_of_row(row))


def _notes(diameter_mm: Decimal) -> list[Reason]:
    smallest, largest = DEVELOPMENT_DIAMETERS_MM
    if smallest <= diameter_mm <= largest:
        return []
    sizes: dict[str, ReasonValue] = {"diameter_mm": diameter_mm, "from": smallest, "to": largest}
    return [Reason("outside_development_range", sizes)]
