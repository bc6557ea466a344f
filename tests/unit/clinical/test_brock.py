"""Brock risks against the published vectors, its limits, and what a risk factor does."""

import csv
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.clinical.brock import (
    INPUTS,
    RESULTS,
    BrockInputs,
    Model,
    NoduleType,
    Sex,
    brock_risk,
    evaluate_row,
)
from screening.clinical.reasons import InvalidInput, MissingInput
from tests.refusals import refused_column

VECTORS = Path(__file__).parents[2] / "golden" / "brock_vectors.csv"
CENTER = BrockInputs(
    age=Decimal(62),
    sex=Sex.MALE,
    family_history_lung_cancer=False,
    emphysema=False,
    nodule_size_mm=Decimal(4),
    nodule_type=NoduleType.SOLID,
    upper_lobe=False,
    nodule_count=Decimal(4),
    spiculation=False,
)


def vectors(status: str) -> list[dict[str, str]]:
    with VECTORS.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["status"] == status]


@pytest.mark.parametrize("row", vectors("ok"), ids=lambda row: row["id"])
def test_each_published_vector_gives_the_published_risk(row: dict[str, str]) -> None:
    results = evaluate_row(row)

    assert float(results["log_odds"]) == pytest.approx(float(row["log_odds"]), rel=1e-8)
    assert float(results["probability"]) == pytest.approx(
        float(row["probability"]), rel=1e-8, abs=1e-9
    )
    for column in ("status", "percent", "ge_10pct"):
        assert results[column] == row[column]
    assert tuple(results) == RESULTS


@pytest.mark.parametrize("row", vectors("error"), ids=lambda row: row["note"])
def test_each_published_error_is_refused(row: dict[str, str]) -> None:
    with pytest.raises(InvalidInput):
        evaluate_row(row)


def test_with_every_term_at_its_center_the_log_odds_are_the_constant() -> None:
    risk = brock_risk(CENTER)

    assert risk.linear_predictor == pytest.approx(Decimal("-6.7892"), abs=Decimal("1e-8"))


@pytest.mark.parametrize("column", [name for name in INPUTS if name != "model"])
def test_an_input_that_is_not_known_is_named(column: str) -> None:
    with pytest.raises(MissingInput) as refusal:
        brock_risk(replace(CENTER, **{column: None}))

    assert refusal.value.column == column


def test_the_model_without_spiculation_needs_no_spiculation() -> None:
    inputs = replace(CENTER, spiculation=None)

    assert brock_risk(inputs, Model.FULL_WITHOUT_SPICULATION).probability > 0


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("nodule_size_mm", "2.9"),
        ("nodule_size_mm", "30.1"),
        ("nodule_count", "0"),
        ("nodule_count", "1.5"),
        ("age", "17"),
        ("age", "111"),
    ],
)
def test_an_impossible_number_is_refused(column: str, value: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        brock_risk(replace(CENTER, **{column: Decimal(value)}))

    assert refusal.value.column == column


@pytest.mark.parametrize("size_mm", ["3", "30"])
def test_the_smallest_and_the_largest_nodule_have_a_risk(size_mm: str) -> None:
    assert 0 < brock_risk(replace(CENTER, nodule_size_mm=Decimal(size_mm))).probability < 1


@pytest.mark.parametrize(
    ("age", "is_outside"), [(49, True), (50, False), (75, False), (76, True), (80, True)]
)
def test_an_age_outside_the_development_data_is_computed_and_noted(
    age: int, is_outside: bool
) -> None:
    risk = brock_risk(replace(CENTER, age=Decimal(age)))

    keys = [reason.key for reason in risk.reasons]
    assert ("outside_development_range" in keys) is is_outside


@pytest.mark.parametrize(
    "model", ["1a_parsimonious_without_spiculation", "1b_parsimonious_with_spiculation"]
)
def test_a_parsimonious_model_is_refused_because_its_coefficients_are_not_available(
    model: str,
) -> None:
    with pytest.raises(InvalidInput, match="its coefficients are not available"):
        evaluate_row({"model": model})


def test_a_row_without_a_model_is_computed_by_the_verified_one_and_says_so() -> None:
    row = {
        **{name: "0" for name in INPUTS if name != "model"},
        "age": "62",
        "sex": "male",
        "nodule_size_mm": "8",
        "nodule_type": "solid",
        "nodule_count": "1",
    }

    results = evaluate_row(row)

    assert results["reasons"].startswith("model (name 2b_full_with_spiculation)")
    assert "unverified" not in results["reasons"]


def test_the_model_from_one_secondary_page_is_marked_unverified() -> None:
    risk = brock_risk(CENTER, Model.FULL_WITHOUT_SPICULATION)

    assert risk.reasons[-1].key == "coefficients_unverified"


MODELS = st.sampled_from(Model)
NODULES = st.builds(
    BrockInputs,
    age=st.integers(18, 110).map(Decimal),
    sex=st.sampled_from(Sex),
    family_history_lung_cancer=st.booleans(),
    emphysema=st.booleans(),
    nodule_size_mm=st.integers(30, 300).map(lambda tenths: Decimal(tenths) / 10),
    nodule_type=st.sampled_from(NoduleType),
    upper_lobe=st.booleans(),
    nodule_count=st.integers(1, 200).map(Decimal),
    spiculation=st.booleans(),
)


@given(nodule=NODULES, model=MODELS, other_mm=st.integers(30, 300))
def test_a_larger_nodule_never_has_a_lower_risk(
    nodule: BrockInputs, model: Model, other_mm: int
) -> None:
    other = replace(nodule, nodule_size_mm=Decimal(other_mm) / 10)
    smaller, larger = sorted((nodule, other), key=lambda inputs: inputs.nodule_size_mm or 0)

    risks = [brock_risk(inputs, model).probability for inputs in (smaller, larger)]

    assert risks == sorted(risks)


@given(
    nodule=NODULES,
    model=MODELS,
    factor=st.sampled_from(
        [
            {"sex": Sex.FEMALE},
            {"family_history_lung_cancer": True},
            {"emphysema": True},
            {"upper_lobe": True},
            {"spiculation": True},
        ]
    ),
)
def test_a_further_risk_factor_never_lowers_the_risk(
    nodule: BrockInputs, model: Model, factor: dict[str, object]
) -> None:
    with_factor = replace(nodule, **factor)  # type: ignore[arg-type]  # one field of the sample

    assert brock_risk(with_factor, model).probability >= brock_risk(nodule, model).probability


@given(nodule=NODULES, model=MODELS)
def test_each_year_of_age_raises_the_risk(nodule: BrockInputs, model: Model) -> None:
    assert nodule.age is not None
    older = replace(nodule, age=min(nodule.age + 1, Decimal(110)))

    assert brock_risk(older, model).probability >= brock_risk(nodule, model).probability


@given(nodule=NODULES, model=MODELS)
def test_a_part_solid_nodule_has_the_highest_risk_and_a_non_solid_one_the_lowest(
    nodule: BrockInputs, model: Model
) -> None:
    """Published: part-solid is positive, non-solid negative against solid."""
    risks = [
        brock_risk(replace(nodule, nodule_type=kind), model).probability
        for kind in (NoduleType.NON_SOLID, NoduleType.SOLID, NoduleType.PART_SOLID)
    ]

    assert risks == sorted(risks)


@given(nodule=NODULES, model=MODELS)
def test_more_nodules_lower_the_risk_of_each_as_the_published_coefficient_is_negative(
    nodule: BrockInputs, model: Model
) -> None:
    assert nodule.nodule_count is not None
    more = replace(nodule, nodule_count=min(nodule.nodule_count + 1, Decimal(200)))

    assert brock_risk(more, model).probability <= brock_risk(nodule, model).probability


CELLS = st.dictionaries(
    st.sampled_from(INPUTS),
    st.sampled_from(["", "0", "1", "yes", "unknown", "62", "-1", "8.5", "NaN", "solid", "male"]),
)


@given(row=CELLS)
def test_every_row_gives_a_risk_or_names_the_input_at_fault(row: dict[str, str]) -> None:
    column = refused_column(evaluate_row, row)

    assert column in INPUTS or 0 < float(evaluate_row(row)["probability"]) < 1
