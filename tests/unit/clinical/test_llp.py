"""LLPv2 and LLPv3 against the published vectors, the walk over age bands, and what is refused."""

import csv
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from screening.clinical.llp import (
    RESULTS,
    FamilyHistory,
    History,
    Model,
    Sex,
    evaluate_row,
    missing_inputs,
    risk,
)
from screening.clinical.reasons import InvalidInput, MissingInput

VECTORS = Path(__file__).parents[2] / "golden" / "llp_vectors.csv"
NEVER_SMOKED = History(
    age=60,
    sex=Sex.MALE,
    years_smoked=Decimal(0),
    respiratory_disease=False,
    prior_cancer=False,
    asbestos=False,
    family_history_lung=FamilyHistory.NONE,
)
# The worked example of the reference.
EXAMPLE = replace(NEVER_SMOKED, years_smoked=Decimal(40), respiratory_disease=True)


def vectors() -> list[dict[str, str]]:
    with VECTORS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def predictor(model: Model, history: History) -> Decimal:
    return risk(model, history).linear_predictor


@pytest.mark.parametrize("row", vectors(), ids=lambda row: f"{row['id']} {row['model']}")
def test_each_published_vector_gives_the_published_risk(row: dict[str, str]) -> None:
    results = evaluate_row(row)

    expected = pytest.approx(float(row["probability"]), rel=1e-8, abs=1e-10)
    assert float(results["probability"]) == expected
    assert set(results) == set(RESULTS)


@pytest.mark.parametrize(("model", "sum_of_terms"), [(Model.V2, "-2.8193"), (Model.V3, "-3.5993")])
def test_the_worked_example_gives_its_published_sum(model: Model, sum_of_terms: str) -> None:
    assert predictor(model, EXAMPLE) == Decimal(sum_of_terms)


@pytest.mark.parametrize(
    ("age", "intercept"),
    [
        # 4.5 years of the band 40-44 and half a year of the next.
        (40, "-8.970"),
        # 0.5 years of 40-44, 4.5 of 45-49.
        (44, "-8.250"),
        # 0.5 years of 75-79, 4.5 of 80 and above.
        (79, "-4.695"),
        (80, "-4.68"),
        (95, "-4.68"),
    ],
)
def test_the_intercept_is_the_mean_over_the_five_years_ahead(age: int, intercept: str) -> None:
    assert predictor(Model.V2, replace(NEVER_SMOKED, age=age)) == Decimal(intercept)


@pytest.mark.parametrize(
    ("years", "term"),
    [
        ("0", "0"),
        ("0.1", "0.7692"),
        ("19.9", "0.7692"),
        ("20", "1.4516"),
        ("39.9", "1.4516"),
        ("40", "2.5072"),
        ("59.9", "2.5072"),
        ("60", "2.7243"),
    ],
)
def test_smoking_counts_by_its_years(years: str, term: str) -> None:
    at_75 = replace(NEVER_SMOKED, age=75)

    smoker = replace(at_75, years_smoked=Decimal(years))

    assert predictor(Model.V2, smoker) - predictor(Model.V2, at_75) == Decimal(term)


@pytest.mark.parametrize(
    ("column", "value", "term"),
    [
        ("respiratory_disease", True, "0.6025"),
        ("prior_cancer", True, "0.6754"),
        ("asbestos", True, "0.6343"),
        ("family_history_lung", FamilyHistory.EARLY, "0.7034"),
        ("family_history_lung", FamilyHistory.LATE, "0.1677"),
    ],
)
def test_each_answer_adds_its_published_term(column: str, value: object, term: str) -> None:
    exposed = replace(NEVER_SMOKED, **{column: value})

    assert predictor(Model.V2, exposed) - predictor(Model.V2, NEVER_SMOKED) == Decimal(term)


@pytest.mark.parametrize(
    "column",
    [
        "age", "sex", "years_smoked", "respiratory_disease", "prior_cancer", "asbestos",
        "family_history_lung",
    ],
)  # fmt: skip
def test_what_is_not_known_is_named_and_never_assumed(column: str) -> None:
    history = replace(EXAMPLE, **{column: None})

    with pytest.raises(MissingInput) as refusal:
        risk(Model.V2, history)

    assert refusal.value.column == column
    assert missing_inputs(history) == (column,)


@pytest.mark.parametrize(
    ("column", "value"),
    [("age", 39), ("age", 111), ("years_smoked", Decimal(-1)), ("years_smoked", Decimal(56))],
)
def test_what_is_impossible_is_refused_by_its_column(column: str, value: object) -> None:
    with pytest.raises(InvalidInput) as refusal:
        risk(Model.V2, replace(EXAMPLE, **{column: value}))

    assert refusal.value.column == column


def test_sex_is_also_read_as_letters() -> None:
    row = {**vectors()[0], "sex": "M"}

    assert evaluate_row(row) == evaluate_row(vectors()[0])
    with pytest.raises(InvalidInput):
        evaluate_row({**row, "sex": "X"})
