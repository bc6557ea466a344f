"""PLCOm2012 and its version without race against the published vectors, and what they refuse."""

import csv
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from screening.clinical.pack_years import SmokingStatus
from screening.clinical.plco_m2012 import (
    INPUTS,
    ON_ERROR,
    RESULTS,
    Model,
    Race,
    Smoker,
    evaluate_row,
    missing_inputs,
    risk,
)
from screening.clinical.reasons import InvalidInput, MissingInput

VECTORS = Path(__file__).parents[2] / "golden" / "plcom2012_vectors.csv"
# The worked example of the reference: 3.7955985 % within six years.
EXAMPLE = Smoker(
    age=Decimal(60),
    race=Race.ASIAN,
    education=Decimal(3),
    bmi=Decimal("23.5"),
    copd=True,
    cancer_hist=False,
    fh_lung_cancer=True,
    smoking_status=SmokingStatus.CURRENT,
    cigs_per_day=Decimal(20),
    years_smoked=Decimal(40),
)


def vectors(status: str) -> list[dict[str, str]]:
    with VECTORS.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["status"] == status]


@pytest.mark.parametrize("row", vectors("ok"), ids=lambda row: row["id"])
def test_each_published_vector_gives_the_published_risk(row: dict[str, str]) -> None:
    results = evaluate_row(row)

    # The file prints ten decimals, so that a tiny probability has few digits left.
    assert float(results["logit"]) == pytest.approx(float(row["logit"]), rel=1e-8, abs=1e-10)
    expected = pytest.approx(float(row["probability"]), rel=1e-8, abs=1e-10)
    assert float(results["probability"]) == expected
    for column in ("status", "percent", "ge_1p3455", "ge_1p51"):
        assert results[column] == row[column], column
    assert set(results) == set(RESULTS)


@pytest.mark.parametrize("row", vectors("error"), ids=lambda row: f"{row['id']} {row['note']}")
def test_each_published_error_is_refused(row: dict[str, str]) -> None:
    with pytest.raises((InvalidInput, MissingInput)):
        evaluate_row(row)

    assert {"status": row["status"]} == ON_ERROR


def test_the_worked_example_gives_its_published_sum_and_risk() -> None:
    found = risk(Model.WITH_RACE, EXAMPLE)

    assert float(found.linear_predictor) == pytest.approx(-3.2326330, abs=5e-8)
    assert float(100 * found.probability) == pytest.approx(3.7955985, abs=5e-8)


@pytest.mark.parametrize(
    ("term", "published"),
    [
        ("age", "-0.155774"),
        ("education", "0.081274"),
        ("bmi", "0.095968"),
        ("copd", "0.355306"),
        ("fh_lung_cancer", "0.587185"),
        ("smoking_status", "0.259743"),
        ("cigs_per_day", "-0.178334"),
        ("years_smoked", "0.412517"),
        ("quit_years", "0.308572"),
        ("race", "-0.466585"),
    ],
)
def test_the_reasons_show_what_each_term_of_the_worked_example_adds(
    term: str, published: str
) -> None:
    reasons = risk(Model.WITH_RACE, EXAMPLE).reasons

    shown = {reason.values.get("of"): reason.values.get("is") for reason in reasons}
    assert shown[term] == Decimal(published)


def test_a_current_smoker_with_blank_quit_years_has_quit_zero_years_ago() -> None:
    typed = replace(EXAMPLE, quit_years=Decimal(0))

    assert risk(Model.WITH_RACE, EXAMPLE) == risk(Model.WITH_RACE, typed)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("smoking_status", SmokingStatus.NEVER),
        ("cigs_per_day", Decimal(0)),
        ("cigs_per_day", Decimal(-1)),
        ("quit_years", Decimal(2)),
        ("education", Decimal(0)),
        ("education", Decimal(7)),
        ("education", Decimal("2.5")),
        ("bmi", Decimal("9.9")),
        ("bmi", Decimal("80.1")),
        ("years_smoked", Decimal(0)),
        ("years_smoked", Decimal("55.1")),
    ],
)
def test_what_is_impossible_is_refused_by_its_column(column: str, value: object) -> None:
    smoker = replace(EXAMPLE, **{column: value})

    with pytest.raises(InvalidInput) as refusal:
        risk(Model.WITH_RACE, smoker)

    assert refusal.value.column == column


@pytest.mark.parametrize(
    "column",
    [
        "age", "race", "education", "bmi", "copd", "cancer_hist", "fh_lung_cancer",
        "smoking_status", "cigs_per_day", "years_smoked",
    ],
)  # fmt: skip
def test_what_is_not_known_is_named_and_never_assumed(column: str) -> None:
    smoker = replace(EXAMPLE, **{column: None})

    with pytest.raises(MissingInput) as refusal:
        risk(Model.WITH_RACE, smoker)

    assert refusal.value.column == column
    assert column in missing_inputs(Model.WITH_RACE, smoker)


def test_years_since_quitting_are_needed_of_former_smokers_only() -> None:
    former = replace(EXAMPLE, smoking_status=SmokingStatus.FORMER)

    assert missing_inputs(Model.WITH_RACE, EXAMPLE) == ()
    assert missing_inputs(Model.WITH_RACE, former) == ("quit_years",)


def test_the_version_without_race_needs_none_and_heeds_none() -> None:
    without = replace(EXAMPLE, race=None)

    assert missing_inputs(Model.NO_RACE, without) == ()
    assert risk(Model.NO_RACE, without) == risk(Model.NO_RACE, EXAMPLE)


@pytest.mark.parametrize(
    ("age", "is_flagged"), [("54", True), ("55", False), ("74", False), ("75", True)]
)
def test_an_age_outside_those_of_the_model_is_computed_and_flagged(
    age: str, is_flagged: bool
) -> None:
    keys = {r.key for r in risk(Model.WITH_RACE, replace(EXAMPLE, age=Decimal(age))).reasons}

    assert ("outside_the_development_range" in keys) is is_flagged


@pytest.mark.parametrize(
    ("column", "value"), [("cigs_per_day", "0.5"), ("cigs_per_day", "81"), ("bmi", "14.9")]
)
def test_what_is_unlikely_is_computed_and_flagged(column: str, value: str) -> None:
    smoker = replace(EXAMPLE, **{column: Decimal(value)})

    flagged = [r for r in risk(Model.WITH_RACE, smoker).reasons if r.key == "unlikely_input"]

    assert [reason.values for reason in flagged] == [{"input": column}]


def test_a_row_names_its_model() -> None:
    row = dict.fromkeys(INPUTS, "")

    with pytest.raises(MissingInput) as refusal:
        evaluate_row(row)

    assert refusal.value.column == "model"
