"""Rule sets with other amounts than pack-years, and those by risk models, at their limits."""

import pytest

from screening.clinical.lung_eligibility import DEFAULT_READINGS, RULES, Reading, judge, read_person
from tests.factories.lung_rows import (
    FORMER_SMOKER,
    NEVER_SMOKED,
    NO_AMOUNTS,
    SMOKER,
    disputes,
    missing,
    reasons,
    verdict,
)

# NCCN.


def test_twenty_years_of_smoking_are_another_way_into_nccn() -> None:
    assert verdict("nccn_1_2026", SMOKER, pack_years="5", years_smoked="20") == "yes"
    assert verdict("nccn_1_2026", SMOKER, pack_years="5", years_smoked="19.9") == "no"
    assert verdict("nccn_1_2026", SMOKER, **{**NO_AMOUNTS, "years_smoked": "20"}) == "yes"


def test_nccn_takes_unknown_years_as_too_few_unless_read_strictly() -> None:
    row = {**SMOKER, **NO_AMOUNTS, "pack_years": "19.9"}
    strict = DEFAULT_READINGS - {Reading.NCCN_UNKNOWN_YEARS_ARE_FEW}

    assert verdict("nccn_1_2026", row) == "no"
    assert disputes("nccn_1_2026", row) == {Reading.NCCN_UNKNOWN_YEARS_ARE_FEW}
    assert verdict("nccn_1_2026", row, strict) == "insufficient_data"


def test_nccn_without_pack_years_and_with_too_few_years_is_open() -> None:
    row = {**SMOKER, **NO_AMOUNTS, "years_smoked": "19"}

    assert verdict("nccn_1_2026", row) == "insufficient_data"


# NELSON.


@pytest.mark.parametrize(
    ("cigarettes", "years", "expected"),
    [
        ("10", "40", "no"),
        ("15", "26", "no"),
        ("16", "26", "yes"),
        ("16", "25", "no"),
        ("11", "31", "yes"),
        ("11", "30", "no"),
        ("15", "31", "yes"),
    ],
)
def test_nelson_asks_for_more_than_its_cigarettes_for_more_than_its_years(
    cigarettes: str, years: str, expected: str
) -> None:
    assert verdict("nelson", SMOKER, cigs_per_day=cigarettes, years_smoked=years) == expected


@pytest.mark.parametrize(
    "changes",
    [
        {"cigs_per_day": "10", "years_smoked": "40"},
        {"cigs_per_day": "15", "years_smoked": "26"},
        {"age": "75"},
    ],
)
def test_the_paper_of_2014_lets_in_at_limits_of_nelson(changes: dict[str, str]) -> None:
    row = {**SMOKER, **changes}

    assert verdict("nelson", row, DEFAULT_READINGS | {Reading.NELSON_2014_WORDING}) == "yes"
    assert verdict("nelson", row) == "no"
    assert disputes("nelson", row) == {Reading.NELSON_2014_WORDING}


def test_the_paper_of_2014_asks_for_less_than_ten_years_since_quitting() -> None:
    row = {**FORMER_SMOKER, "quit_years": "10"}

    assert verdict("nelson", row) == "yes"
    assert verdict("nelson", row, DEFAULT_READINGS | {Reading.NELSON_2014_WORDING}) == "no"


def test_nelson_does_not_take_pack_years_for_amounts() -> None:
    row = {**SMOKER, "cigs_per_day": "", "years_smoked": ""}

    assert missing("nelson", row) == {"cigs_per_day", "years_smoked"}


def test_nelson_asks_for_the_amounts_before_the_time_since_quitting_unless_read_strictly() -> None:
    row = {**FORMER_SMOKER, "quit_years": "20", "cigs_per_day": "", "years_smoked": ""}

    assert verdict("nelson", row) == "insufficient_data"
    assert disputes("nelson", row) == {Reading.NELSON_AMOUNTS_FIRST}
    assert verdict("nelson", row, DEFAULT_READINGS - {Reading.NELSON_AMOUNTS_FIRST}) == "no"


def test_read_strictly_too_few_cigarettes_decide_nelson_without_years() -> None:
    row = {**SMOKER, "cigs_per_day": "10", "years_smoked": ""}

    assert verdict("nelson", row) == "insufficient_data"
    assert verdict("nelson", row, DEFAULT_READINGS - {Reading.NELSON_AMOUNTS_FIRST}) == "no"


def test_ielcap_says_that_only_the_age_was_checked() -> None:
    assert reasons("ielcap", NEVER_SMOKED) == ["age_only"]


# By LLPv2 this woman has 2.43 % (intercept -6.197, smoking +2.5072). By PLCOm2012 she has 1.505897
# or 1.514052 % with a BMI of 23.7 or 23.5: published vectors 66 and 11, which do not heed sex.
NEAR_THRESHOLDS = {
    **SMOKER,
    "sex": "female",
    "race": "asian",
    "education": "3",
    "bmi": "23.7",
    "cancer_hist": "no",
    "respiratory_disease": "no",
    "asbestos": "no",
    "family_history_lung": "none",
}


def test_tlhc_is_decided_by_either_model() -> None:
    assert verdict("tlhc", NEAR_THRESHOLDS) == "no"
    assert verdict("tlhc", NEAR_THRESHOLDS, bmi="23.5") == "yes"
    # By LLPv2 a man of the same age has 3.16 %.
    assert verdict("tlhc", NEAR_THRESHOLDS, sex="male") == "yes"


def test_one_model_above_its_threshold_suffices_for_tlhc() -> None:
    assert verdict("tlhc", NEAR_THRESHOLDS, sex="male", education="") == "yes"
    assert verdict("tlhc", NEAR_THRESHOLDS, bmi="23.5", asbestos="") == "yes"


def test_one_model_below_and_one_that_cannot_be_computed_leave_tlhc_open() -> None:
    assert missing("tlhc", NEAR_THRESHOLDS, education="") == {"education"}
    assert missing("tlhc", NEAR_THRESHOLDS, asbestos="", sex="") == {"asbestos", "sex"}


@pytest.mark.parametrize(("column", "value"), [("cigs_per_day", "0"), ("bmi", "9")])
def test_an_amount_that_the_model_refuses_is_one_it_lacks(column: str, value: str) -> None:
    assert missing("tlhc", NEAR_THRESHOLDS, **{column: value}) == {column}


def test_without_a_race_tlhc_is_judged_by_the_version_without_race_and_says_so() -> None:
    row = {**NEAR_THRESHOLDS, "race": "", "bmi": "23.5"}
    judged = judge(RULES["tlhc"], read_person(row))

    assert judged.verdict == "yes"
    assert judged.reasons[0].values["model"] == "PLCOm2012norace"
    asked = judge(RULES["tlhc"], read_person(row), DEFAULT_READINGS - {Reading.PLCO_WITHOUT_RACE})
    assert asked.verdict == "insufficient_data"
    assert asked.reasons[0].values == {"model": "PLCOm2012", "input": "race"}


@pytest.mark.parametrize(
    ("age", "expected"), [("54", "no"), ("55", "yes"), ("74", "yes"), ("75", "no")]
)
def test_the_ages_of_tlhc(age: str, expected: str) -> None:
    heavy = {**NEAR_THRESHOLDS, "cigs_per_day": "40", "pack_years": "80", "copd": "yes"}

    assert verdict("tlhc", heavy, age=age) == expected


def test_a_risk_model_is_a_way_into_nccn_as_a_setting() -> None:
    light = {**NEAR_THRESHOLDS, "pack_years": "19", "years_smoked": "19", "copd": "yes"}
    ill = {**light, "fdr_lung_cancer": "yes", "cancer_hist": "yes", "age": "74"}

    with_model = DEFAULT_READINGS | {Reading.NCCN_RISK_MODEL}

    assert verdict("nccn_1_2026", ill) == "no"
    assert verdict("nccn_1_2026", ill, with_model) == "yes"
    assert disputes("nccn_1_2026", ill) == set()
