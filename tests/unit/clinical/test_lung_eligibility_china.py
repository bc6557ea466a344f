"""The Chinese rule sets, factor by factor, at their limits."""

import pytest

from screening.clinical.lung_eligibility import DEFAULT_READINGS, RULES, Reading, judge, read_person
from tests.factories.lung_rows import (
    FORMER_SMOKER,
    NEVER_SMOKED,
    SMOKER,
    disputes,
    missing,
    reasons,
    verdict,
)

# China 2021.


@pytest.mark.parametrize(
    ("changes", "factor"),
    [
        ({"passive_years": "20", "passive_source": "ge30py_smoker"}, 2),
        ({"copd": "yes"}, 3),
        ({"occ_agent": "asbestos", "occ_years": "1"}, 4),
        ({"fdr_lung_cancer": "yes"}, 5),
    ],
)
def test_one_factor_of_the_chinese_guideline_suffices_and_is_named(
    changes: dict[str, str], factor: int
) -> None:
    judged = judge(RULES["china2021"], read_person({**NEVER_SMOKED, **changes}))

    assert judged.verdict == "yes"
    assert [r.values["n"] for r in judged.reasons if r.key == "factor_met"] == [factor]


def test_every_factor_that_is_met_is_named() -> None:
    changes = {"copd": "yes", "occ_agent": "silica", "occ_years": "2"}

    judged = judge(RULES["china2021"], read_person({**SMOKER, **changes}))

    assert [reason.values["n"] for reason in judged.reasons] == [1, 3, 4]


@pytest.mark.parametrize(("years", "expected"), [("19.9", "no"), ("20", "yes"), ("20.1", "yes")])
def test_passive_smoking_counts_from_twenty_years(years: str, expected: str) -> None:
    passive = {"passive_years": years, "passive_source": "ge30py_smoker"}

    assert verdict("china2021", NEVER_SMOKED, **passive) == expected


def test_exactly_twenty_years_of_passive_smoking_are_disputed() -> None:
    row = {**NEVER_SMOKED, "passive_years": "20", "passive_source": "ge30py_smoker"}

    assert disputes("china2021", row) == {Reading.PASSIVE_AT_LIMIT}
    assert verdict("china2021", row, DEFAULT_READINGS - {Reading.PASSIVE_AT_LIMIT}) == "no"
    assert disputes("china2021", {**row, "passive_years": "20.1"}) == set()


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("ge30py_smoker", "yes"),
        ("lt30py_smoker", "no"),
        ("unknown", "insufficient_data"),
        ("", "insufficient_data"),
    ],
)
def test_the_smoker_in_the_room_must_meet_the_smoking_factor(source: str, expected: str) -> None:
    passive = {"passive_years": "25", "passive_source": source}

    assert verdict("china2021", NEVER_SMOKED, **passive) == expected


def test_who_smoked_in_the_room_is_not_asked_below_twenty_years() -> None:
    assert verdict("china2021", NEVER_SMOKED, passive_years="19", passive_source="") == "no"


@pytest.mark.parametrize(
    ("agent", "expected"),
    [
        *((agent, "yes") for agent in (
            "asbestos", "radon", "beryllium", "chromium", "cadmium", "silica", "soot", "coal_soot",
            "coal soot", "nickel", "other;silica",
        )),
        *((agent, "no") for agent in ("diesel_exhaust", "uranium", "other", "none")),
        ("unknown", "insufficient_data"),
    ],
)  # fmt: skip
def test_the_agents_that_count_as_exposure_at_work(agent: str, expected: str) -> None:
    assert verdict("china2021", NEVER_SMOKED, occ_agent=agent, occ_years="5") == expected


def test_nickel_is_disputed() -> None:
    row = {**NEVER_SMOKED, "occ_agent": "nickel", "occ_years": "5"}

    assert disputes("china2021", row) == {Reading.NICKEL_COUNTS}
    assert verdict("china2021", row, DEFAULT_READINGS - {Reading.NICKEL_COUNTS}) == "no"


@pytest.mark.parametrize(
    ("years", "expected"), [("0.9", "no"), ("1", "yes"), ("", "insufficient_data")]
)
def test_exposure_at_work_counts_from_one_year(years: str, expected: str) -> None:
    exposure = {"occ_agent": "asbestos", "occ_years": years}

    assert verdict("china2021", NEVER_SMOKED, **exposure) == expected


@pytest.mark.parametrize("column", ["copd", "fdr_lung_cancer", "passive_years"])
def test_a_factor_that_is_not_known_leaves_open_unless_another_is_met(column: str) -> None:
    assert missing("china2021", NEVER_SMOKED, **{column: ""}) == {column}
    assert verdict("china2021", SMOKER, **{column: ""}) == "yes"


def test_an_unknown_agent_leaves_open_unless_the_exposure_was_short() -> None:
    unexposed = {"occ_agent": "", "occ_years": ""}

    assert missing("china2021", NEVER_SMOKED, **unexposed) == {"occ_agent"}
    assert verdict("china2021", NEVER_SMOKED, occ_agent="unknown", occ_years="0.5") == "no"


# The sets without published vectors: hand-reasoned from the reference.


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "no"),
        ({"occ_agent": "uranium", "occ_years": "0.1"}, "yes"),
        ({"occ_agent": "radon", "occ_years": ""}, "yes"),
        ({"occ_agent": "silica", "occ_years": "5"}, "insufficient_data"),
        ({"copd": "yes"}, "yes"),
        ({"lung_fibrosis": "yes"}, "yes"),
        ({"tuberculosis": "yes"}, "yes"),
        ({"tuberculosis": ""}, "insufficient_data"),
        ({"cancer_hist": "yes"}, "yes"),
        ({"fdr_lung_cancer": "yes"}, "yes"),
        ({"passive_years": "20"}, "no"),
    ],
)
def test_the_factors_of_the_county_consensus(changes: dict[str, str], expected: str) -> None:
    healthy = {**NEVER_SMOKED, "lung_fibrosis": "no", "tuberculosis": "no", "cancer_hist": "no"}

    assert verdict("china_county2020", healthy, **changes) == expected


def test_the_county_consensus_lets_in_former_smokers_within_its_limit() -> None:
    healthy = {"lung_fibrosis": "no", "tuberculosis": "no", "cancer_hist": "no"}
    former = {**FORMER_SMOKER, **healthy, "pack_years": "20"}

    assert verdict("china_county2020", former, quit_years="14.9") == "yes"
    assert verdict("china_county2020", former, quit_years="15") == "no"
    assert verdict("china_county2020", former, pack_years="19.9") == "no"


def test_long_passive_smoking_is_medium_risk_by_the_county_consensus() -> None:
    healthy = {**NEVER_SMOKED, "lung_fibrosis": "no", "tuberculosis": "no", "cancer_hist": "no"}

    assert "medium_risk" in reasons("china_county2020", healthy, passive_years="20")
    assert "medium_risk" not in reasons("china_county2020", healthy, passive_years="19")


@pytest.mark.parametrize(
    ("answer", "expected"), [("yes", "yes"), ("no", "no"), ("", "insufficient_data")]
)
def test_the_city_programs_own_score_decides(answer: str, expected: str) -> None:
    assert verdict("china_nlcsp", NEVER_SMOKED, nlcsp_high_risk=answer) == expected


@pytest.mark.parametrize(
    ("age", "expected"), [("39", "no"), ("40", "yes"), ("74", "yes"), ("75", "no")]
)
def test_the_ages_of_the_city_program(age: str, expected: str) -> None:
    assert verdict("china_nlcsp", NEVER_SMOKED, age=age, nlcsp_high_risk="yes") == expected
