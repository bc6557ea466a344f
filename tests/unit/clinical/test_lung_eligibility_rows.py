"""Rows of the eligibility file: one rule set or all, ranges, and what is refused."""

import pytest

from screening.clinical.lung_eligibility import evaluate_row
from screening.clinical.reasons import InvalidInput
from tests.factories.lung_rows import FORMER_SMOKER, NEVER_SMOKED, SMOKER


def test_a_row_that_names_a_rule_set_gets_its_verdict_alone() -> None:
    results = evaluate_row({**SMOKER, "ruleset": "clcedteg2018"})

    assert results["eligible"] == "yes"
    assert results["reason"] == "criteria met"
    assert "uspstf2021" not in results


def test_an_unknown_rule_set_is_refused() -> None:
    with pytest.raises(InvalidInput) as refusal:
        evaluate_row({**SMOKER, "ruleset": "uspstf2030"})

    assert refusal.value.column == "ruleset"


@pytest.mark.parametrize(
    ("base", "column", "value"),
    [
        (SMOKER, "quit_years", "1"),
        (NEVER_SMOKED, "pack_years", "1"),
        (NEVER_SMOKED, "cigs_per_day", "5"),
        (SMOKER, "age", "111"),
        (SMOKER, "age", "sixty"),
        (SMOKER, "pack_years", "-1"),
        (SMOKER, "years_smoked", "56"),
        (FORMER_SMOKER, "quit_years", "56"),
        (SMOKER, "passive_years", "61"),
        (SMOKER, "status", "ex"),
        (SMOKER, "copd", "maybe"),
        (SMOKER, "occ_agent", "asbest"),
        (SMOKER, "education", "7"),
        (SMOKER, "pack_years", "30-20"),
    ],
)
def test_what_is_impossible_or_contradictory_is_refused_by_its_column(
    base: dict[str, str], column: str, value: str
) -> None:
    with pytest.raises(InvalidInput) as refusal:
        evaluate_row({**base, column: value})

    assert refusal.value.column == column


def test_a_current_smoker_may_have_quit_zero_years_ago() -> None:
    assert evaluate_row({**SMOKER, "quit_years": "0"})["uspstf2021"] == "yes"


def test_a_range_counts_if_both_ends_give_the_same_verdict() -> None:
    row = {**SMOKER, "pack_years": "", "cigs_per_day": "20-30", "years_smoked": "25"}

    results = evaluate_row(row)

    # 25 to 37.5 pack-years.
    assert results["uspstf2021"] == "yes"
    assert results["nlst"] == "insufficient_data"
    assert results["nlst_reason"] == "range too wide"


def test_ranges_in_several_columns_are_tried_in_all_combinations() -> None:
    row = {**SMOKER, "pack_years": "", "cigs_per_day": "20-30", "years_smoked": "10-20"}

    # 10 to 30 pack-years: the shortest time with the fewest cigarettes is too little.
    assert evaluate_row(row)["uspstf2021"] == "insufficient_data"
