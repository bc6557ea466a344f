"""Herder risk: the Mayo probability of a nodule, revised by its uptake on PET.

The risk is 1 / (1 + exp(-x)), where x is -4.739, 3.691 times the probability by Mayo (a proportion
from 0 to 1), and the term for the uptake.

Source: one public code, a secondary source; each result says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from screening.clinical.inputs import Row, check_model, read_number, read_word, required, within
from screening.clinical.logistic import RESULTS, Risk, logistic_risk, risk_columns
from screening.clinical.reasons import Reason

__all__ = ["INPUTS", "RESULTS", "HerderInputs", "Uptake", "evaluate_row", "herder_risk"]

MODEL = "Herder"
INPUTS = ("model", "mayo_probability", "pet")

CONSTANT = Decimal("-4.739")
MAYO_PROBABILITY = Decimal("3.691")


class Uptake(StrEnum):
    """The uptake of the nodule on FDG PET."""

    ABSENT = "absent"
    FAINT = "faint"
    MODERATE = "moderate"
    INTENSE = "intense"


PET: Mapping[Uptake, Decimal] = {
    Uptake.ABSENT: Decimal(0),
    Uptake.FAINT: Decimal("2.322"),
    Uptake.MODERATE: Decimal("4.617"),
    Uptake.INTENSE: Decimal("4.771"),
}


@dataclass(frozen=True, kw_only=True)
class HerderInputs:
    """The probability by Mayo, from 0 to 1, and the uptake; None is not known."""

    mayo_probability: Decimal | None
    pet: Uptake | None


def herder_risk(inputs: HerderInputs) -> Risk:
    """Return the probability that the nodule is cancer; MissingInput names what is not known."""
    terms = {
        "constant": CONSTANT,
        "mayo_probability": MAYO_PROBABILITY
        * within("mayo_probability", inputs.mayo_probability, 0, 1),
        "pet": PET[required("pet", inputs.pet)],
    }
    return logistic_risk(MODEL, terms, [Reason("coefficients_secondary", {"model": MODEL})])


def risk_of_row(row: Row) -> Risk:
    """Return the risk that a row of the published vector file asks for."""
    check_model(row, MODEL)
    inputs = HerderInputs(
        mayo_probability=read_number(row, "mayo_probability"), pet=read_word(Uptake, row, "pet")
    )
    return herder_risk(inputs)


def evaluate_row(row: Row) -> dict[str, str]:
    """Return the result columns of a row: those of the models of nodules."""
    return risk_columns(risk_of_row(row))
