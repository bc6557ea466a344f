"""Logistic risk models: a linear predictor as a sum of named terms, and its probability."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from screening.clinical.reasons import Reason, in_words

MILLIONTH = Decimal("0.000001")
CONSTANT = "constant"
RESULTS = ("linear_predictor", "probability", "reasons")


@dataclass(frozen=True)
class Risk:
    """What a model says: the linear predictor, the probability, and the terms as reasons."""

    model: str
    linear_predictor: Decimal
    probability: Decimal
    reasons: tuple[Reason, ...]


def logistic_risk(model: str, terms: Mapping[str, Decimal], notes: Sequence[Reason] = ()) -> Risk:
    """Return the risk 1 / (1 + exp(-x)), where x is the sum of the terms.

    The reasons are the model, what each term adds to x to six decimals, and the notes.
    """
    linear_predictor = sum(terms.values(), Decimal(0))
    contributions = (
        Reason("contribution", {"of": name, "is": term.quantize(MILLIONTH) + 0})
        for name, term in terms.items()
    )
    return Risk(
        model=model,
        linear_predictor=linear_predictor,
        probability=1 / (1 + (-linear_predictor).exp()),
        reasons=(Reason("model", {"name": model}), *contributions, *notes),
    )


def weighted(
    coefficients: Mapping[str, Decimal], amounts: Mapping[str, Decimal | int]
) -> dict[str, Decimal]:
    """Return the terms of a model: the constant, and each coefficient times its amount."""
    terms = {name: coefficients[name] * amount for name, amount in amounts.items()}
    return {CONSTANT: coefficients[CONSTANT], **terms}


def risk_columns(risk: Risk) -> dict[str, str]:
    """Return the result columns that the vector files of most models have."""
    return {
        "linear_predictor": unrounded(risk.linear_predictor),
        "probability": unrounded(risk.probability),
        "reasons": in_words(risk.reasons),
    }


def unrounded(value: Decimal) -> str:
    """Return a figure for a file, with every digit that a reader of numbers keeps."""
    return repr(float(value))


def percent(probability: Decimal) -> str:
    """Return a probability in percent to six decimals."""
    return str((100 * probability).quantize(MILLIONTH))
