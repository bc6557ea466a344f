"""BCSC v1.0 risks against the transcribed constants and examples, warnings, and refusals."""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.clinical import bcsc
from screening.clinical.bcsc import (
    INPUTS,
    REASON_KEYS,
    RESULTS,
    AsianMortality,
    BcscInputs,
    BcscRisk,
    Race,
    Readings,
    bcsc_risk,
    evaluate_row,
)
from screening.clinical.reasons import InvalidInput, MissingInput
from tests.refusals import refused_column

PATH = Path(__file__).parents[2] / "golden" / "bcsc_coefficients.json"
PUBLISHED: dict[str, Any] = json.loads(PATH.read_text(encoding="utf-8"), parse_float=Decimal)
AT_60 = BcscInputs(age=60, race=Race.ASIAN, density=2)
TENTH = Readings(asian_mortality=AsianMortality.TENTH)


def name(example: dict[str, object]) -> str:
    return "-".join(str(value) for value in example.values())


@pytest.mark.parametrize("example", PUBLISHED["examples_own_computation"], ids=name)
def test_each_example_of_the_reference_gives_its_risk(example: dict[str, Any]) -> None:
    words = {True: "yes", False: "no", None: "unknown"}
    row = {
        "age": str(example["age"]),
        "race": example["race"],
        "density": str(example["density"]),
        "family_history": words[example["family_history"]],
        "biopsy": words[example["biopsy"]],
    }

    results = evaluate_row(row)

    assert tuple(results) == RESULTS
    assert round(float(results["risk5_pct"]), 6) == float(example["risk5_pct"])


def decimals(texts: tuple[str, ...]) -> list[Decimal]:
    return [Decimal(text) for text in texts]


@pytest.mark.parametrize("race", Race)
def test_the_curves_and_adjustments_are_those_of_the_reference(race: Race) -> None:
    assert decimals(bcsc.INCIDENCE[race]) == PUBLISHED["incidence_cubic_abcd"][race]
    assert decimals(bcsc.MORTALITY[race]) == PUBLISHED["mortality_n_m"][race]
    assert decimals(bcsc.ADJUSTMENTS[race]) == list(
        PUBLISHED["age_race_density_adjustment"][race].values()
    )


def test_the_multipliers_are_those_of_the_reference() -> None:
    hazards = PUBLISHED["density_relative_hazard"]
    for table, published in (
        (bcsc.DENSITY_HAZARDS_UNDER_65, hazards["under_65"]),
        (bcsc.DENSITY_HAZARDS_FROM_65, hazards["65_or_over"]),
    ):
        assert {str(key): Decimal(value) for key, value in table.items()} == published
    for answers, published in (
        (bcsc.FAMILY_HISTORY, PUBLISHED["family_history_multiplier"]),
        (bcsc.BIOPSY, PUBLISHED["biopsy_multiplier"]),
    ):
        assert Decimal(answers[True]) == published["yes"]
        assert Decimal(answers[False]) == published["no"]
        assert Decimal(answers[None]) == published["unknown"]


@pytest.mark.parametrize(
    ("readings", "percent"), [(Readings(), "0.857"), (TENTH, "0.932")], ids=["printed", "tenth"]
)
def test_an_asian_woman_of_60_has_the_risk_of_the_reading_in_force(
    readings: Readings, percent: str
) -> None:
    risk = bcsc_risk(AT_60, readings)

    assert risk.percent.quantize(Decimal("0.001")) == Decimal(percent)


def test_the_probable_misprint_is_a_reason_with_the_risk_by_the_other_reading() -> None:
    (warning,) = (
        reason
        for reason in bcsc_risk(AT_60).reasons
        if reason.key == "asian_mortality_probably_misprinted"
    )

    assert warning.values["choice"] == "as_printed"
    assert warning.values["otherwise_percent"] == bcsc_risk(AT_60, TENTH).percent.quantize(
        Decimal("0.000001")
    )


@pytest.mark.parametrize("race", [race for race in Race if race is not Race.ASIAN])
def test_the_reading_of_the_asian_constant_touches_no_other_race(race: Race) -> None:
    inputs = replace(AT_60, race=race)

    assert bcsc_risk(inputs, TENTH) == bcsc_risk(inputs)


def test_every_result_says_that_its_source_is_a_secondary_one() -> None:
    assert bcsc_risk(AT_60).reasons[-1].key == "coefficients_unverified"


def test_an_unknown_biopsy_or_family_history_is_named() -> None:
    reasons = bcsc_risk(AT_60).reasons

    assert [
        reason.values["input"] for reason in reasons if reason.key == "unknown_taken_as_average"
    ] == ["family_history", "biopsy"]


@pytest.mark.parametrize("column", ["age", "race", "density"])
def test_age_race_and_density_are_needed(column: str) -> None:
    with pytest.raises(MissingInput) as refusal:
        bcsc_risk(replace(AT_60, **{column: None}))

    assert refusal.value.column == column


@pytest.mark.parametrize(
    ("column", "text", "message"),
    [
        ("age", "34", "age is 34; it lies between 35 and 89"),
        ("age", "90", "age is 90; it lies between 35 and 89"),
        ("age", "1e999999", "age is 1E.999999; it lies between 0 and 120"),
        ("age", "60.5", "age is 60.5; it is a whole number"),
        ("age", "sixty", "age is sixty; it is a number with a decimal point"),
        ("race", "chinese", "race is chinese; it is one of white, black, asian, hispanic"),
        ("density", "5", "density is 5; it is 1, 2, 3 or 4"),
        ("density", "e", "density is e; it is a number with a decimal point"),
        ("biopsy", "2", "biopsy is 2; it is yes, no, 1, 0 or blank"),
        ("model", "bcsc-v2", "model is bcsc-v2; its hazard ratios are not in print"),
        ("model", "bcsc-v3", "model is bcsc-v3; its look-up table is not free to use"),
        ("model", "gail", "model is gail; it is bcsc-v1"),
    ],
)
def test_what_the_table_does_not_have_is_refused(column: str, text: str, message: str) -> None:
    row = {"age": "60", "race": "white", "density": "2", column: text}

    with pytest.raises(InvalidInput, match=message):
        evaluate_row(row)


def test_a_density_may_be_a_letter() -> None:
    row = {"age": "60", "race": "white"}

    for letter, digit in zip("abcd", "1234", strict=True):
        assert evaluate_row({**row, "density": letter}) == evaluate_row({**row, "density": digit})


WOMEN = st.builds(
    BcscInputs,
    age=st.integers(35, 89),
    race=st.sampled_from(Race),
    density=st.integers(1, 4),
    family_history=st.none() | st.booleans(),
    biopsy=st.none() | st.booleans(),
)
READINGS = st.sampled_from([Readings(), TENTH])


@given(woman=WOMEN, readings=READINGS)
def test_denser_breasts_family_history_and_a_biopsy_raise_a_risk(
    woman: BcscInputs, readings: Readings
) -> None:
    def percents(changes: list[dict[str, object]]) -> list[Decimal]:
        changed: list[BcscInputs] = [replace(woman, **change) for change in changes]
        return [bcsc_risk(inputs, readings).percent for inputs in changed]

    by_density = percents([{"density": density} for density in (1, 2, 3, 4)])
    by_family = percents([{"family_history": answer} for answer in (False, None, True)])
    by_biopsy = percents([{"biopsy": answer} for answer in (False, None, True)])

    assert by_density == sorted(by_density)
    assert by_family == sorted(by_family)
    assert by_biopsy == sorted(by_biopsy)


@given(woman=WOMEN, readings=READINGS)
def test_every_risk_is_a_percentage_with_known_reasons(
    woman: BcscInputs, readings: Readings
) -> None:
    risk: BcscRisk = bcsc_risk(woman, readings)

    assert 0 < risk.percent < 100
    assert all(set(reason.values) == set(REASON_KEYS[reason.key]) for reason in risk.reasons)


CELLS = st.dictionaries(
    st.sampled_from(INPUTS),
    st.sampled_from(["", "1", "4", "60", "60.5", "-1", "NaN", "yes", "unknown", "asian", "b"]),
)


@given(row=CELLS)
def test_every_row_gives_a_risk_or_names_the_input_at_fault(row: dict[str, str]) -> None:
    column = refused_column(evaluate_row, row)

    assert column in INPUTS or float(evaluate_row(row)["risk5_pct"]) > 0
