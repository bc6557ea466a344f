"""Mayo, Herder, VA and PKU risks of a nodule: published figures, limits, risk factors."""

import csv
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.clinical import herder, mayo, pku, va
from screening.clinical.herder import HerderInputs, Uptake, herder_risk
from screening.clinical.mayo import MayoInputs, mayo_risk
from screening.clinical.reasons import ClinicalInputError, InvalidInput, MissingInput
from screening.clinical.va import VaInputs, va_risk

GOLDEN = Path(__file__).parents[2] / "golden"
EVALUATE: dict[str, Callable[[Mapping[str, str]], dict[str, str]]] = {
    "mayo": mayo.evaluate_row,
    "herder": herder.evaluate_row,
    "pku": pku.evaluate_row,
    "va": va.evaluate_row,
}
INPUTS = {"mayo": mayo.INPUTS, "herder": herder.INPUTS, "pku": pku.INPUTS, "va": va.INPUTS}


def vectors(model: str) -> list[dict[str, str]]:
    with (GOLDEN / f"{model}_vectors.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("model", "row"),
    [(model, row) for model in ("mayo", "pku") for row in vectors(model)],
    ids=lambda value: value if isinstance(value, str) else value["id"],
)
def test_each_published_vector_gives_the_published_risk(model: str, row: dict[str, str]) -> None:
    results = EVALUATE[model](row)

    assert float(results["linear_predictor"]) == pytest.approx(
        float(row["linear_predictor"]), rel=1e-8
    )
    assert float(results["probability"]) == pytest.approx(
        float(row["probability"]), rel=1e-8, abs=1e-9
    )


@pytest.mark.parametrize("row", vectors("herder"), ids=lambda row: row["pet"])
def test_each_herder_vector_gives_the_published_risk_as_far_as_its_rounded_input_allows(
    row: dict[str, str],
) -> None:
    """The file prints the Mayo probability to six decimals and the result of the exact one."""
    half_a_digit = 5e-7 * 3.691

    results = herder.evaluate_row(row)

    assert float(results["linear_predictor"]) == pytest.approx(
        float(row["linear_predictor"]), abs=half_a_digit
    )
    assert float(results["probability"]) == pytest.approx(
        float(row["probability"]), abs=half_a_digit / 4
    )


@pytest.mark.parametrize("row", vectors("herder"), ids=lambda row: row["pet"])
def test_herder_after_the_exact_mayo_risk_gives_the_published_digits(row: dict[str, str]) -> None:
    """A smoker of 65 with a 12 mm nodule has the Mayo risk that the file rounds."""
    before_pet = mayo_risk(replace(PLAIN, age=Decimal(65), diameter_mm=Decimal(12)))

    after_pet = herder_risk(
        HerderInputs(mayo_probability=before_pet.probability, pet=Uptake(row["pet"]))
    )

    assert round(before_pet.probability, 6) == Decimal(row["mayo_probability"])
    assert float(after_pet.linear_predictor) == pytest.approx(
        float(row["linear_predictor"]), rel=1e-8
    )
    assert float(after_pet.probability) == pytest.approx(float(row["probability"]), rel=1e-8)


PLAIN = MayoInputs(
    age=Decimal(60),
    ever_smoker=True,
    extrathoracic_cancer_gt5y=False,
    diameter_mm=Decimal(20),
    spiculation=False,
    upper_lobe=False,
)


def test_the_printed_mayo_example_is_met() -> None:
    """60 years, smoker, 20 mm, spiculated, upper lobe: x = 0.683, 66.4 %."""
    risk = mayo_risk(replace(PLAIN, spiculation=True, upper_lobe=True))

    assert risk.linear_predictor == Decimal("0.683")
    assert round(100 * risk.probability, 1) == Decimal("66.4")


def test_the_printed_va_example_is_met() -> None:
    """62 years, never smoked, 10 mm: x = -2.454, p = 0.079."""
    risk = va_risk(VaInputs(age=Decimal(62), ever_smoker=False, years_quit=None, diameter_mm=TEN))

    assert round(risk.linear_predictor, 3) == Decimal("-2.454")
    assert round(risk.probability, 3) == Decimal("0.079")


TEN = Decimal(10)
COMPLETE = {
    "mayo": {
        "age": "60",
        "ever_smoker": "1",
        "extrathoracic_cancer_gt5y": "0",
        "diameter_mm": "20",
        "spiculation": "no",
        "upper_lobe": "yes",
    },
    "herder": {"mayo_probability": "0.12", "pet": "faint"},
    "pku": {
        "age": "60",
        "family_history_any_cancer": "0",
        "diameter_mm": "15",
        "spiculation": "1",
        "calcification": "0",
        "smooth_border": "0",
    },
    "va": {"age": "60", "ever_smoker": "1", "years_quit": "3", "diameter_mm": "15"},
}


@pytest.mark.parametrize("model", COMPLETE)
def test_a_row_without_the_name_of_the_only_model_is_computed(model: str) -> None:
    results = EVALUATE[model](COMPLETE[model])

    assert 0 < float(results["probability"]) < 1
    assert results["reasons"]


@pytest.mark.parametrize(
    ("model", "column"), [(model, column) for model, row in COMPLETE.items() for column in row]
)
def test_an_input_that_is_not_known_is_named(model: str, column: str) -> None:
    with pytest.raises(MissingInput) as refusal:
        EVALUATE[model]({**COMPLETE[model], column: ""})

    assert refusal.value.column == column


@pytest.mark.parametrize("model", COMPLETE)
def test_a_row_of_another_model_is_refused(model: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        EVALUATE[model]({**COMPLETE[model], "model": "PLCOm2012"})

    assert refusal.value.column == "model"


@pytest.mark.parametrize(
    ("model", "column", "value"),
    [
        ("mayo", "diameter_mm", "0"),
        ("mayo", "age", "12"),
        ("herder", "mayo_probability", "12.3"),
        ("herder", "mayo_probability", "-0.1"),
        ("herder", "pet", "strong"),
        ("pku", "diameter_mm", "201"),
        ("va", "years_quit", "-1"),
        ("va", "years_quit", "56"),
    ],
)
def test_an_impossible_input_is_refused(model: str, column: str, value: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        EVALUATE[model]({**COMPLETE[model], column: value})

    assert refusal.value.column == column


def test_a_person_who_never_smoked_cannot_have_quit() -> None:
    with pytest.raises(InvalidInput) as refusal:
        va.evaluate_row({**COMPLETE["va"], "ever_smoker": "0", "years_quit": "3"})

    assert refusal.value.column == "years_quit"


@pytest.mark.parametrize(
    ("diameter_mm", "is_outside"), [("3.9", True), ("4", False), ("30", False), ("30.1", True)]
)
def test_a_diameter_outside_the_mayo_range_is_computed_and_noted(
    diameter_mm: str, is_outside: bool
) -> None:
    risk = mayo_risk(replace(PLAIN, diameter_mm=Decimal(diameter_mm)))

    keys = [reason.key for reason in risk.reasons]
    assert ("outside_development_range" in keys) is is_outside


def test_a_herder_risk_says_that_its_source_is_secondary() -> None:
    risk = herder_risk(HerderInputs(mayo_probability=Decimal("0.1"), pet=Uptake.ABSENT))

    assert risk.reasons[-1].key == "coefficients_secondary"


def refused_column(model: str, row: dict[str, str]) -> str | None:
    try:
        EVALUATE[model](row)
    except ClinicalInputError as error:
        return error.column
    return None


@pytest.mark.parametrize("model", EVALUATE)
@given(data=st.data())
def test_every_row_gives_a_risk_or_names_the_input_at_fault(
    model: str, data: st.DataObject
) -> None:
    cells = st.sampled_from(["", "0", "1", "yes", "unknown", "60", "-1", "0.5", "NaN", "faint"])
    row = data.draw(st.dictionaries(st.sampled_from(INPUTS[model]), cells))

    column = refused_column(model, row)

    assert column in INPUTS[model] or 0 < float(EVALUATE[model](row)["probability"]) < 1
