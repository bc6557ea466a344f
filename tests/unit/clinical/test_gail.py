"""Gail risks against the published vectors and coefficients, errors, and what a factor does."""

import csv
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from screening.clinical.gail import (
    RESULTS,
    GailRisk,
    Race,
    Woman,
    evaluate_row,
    gail_risk,
    read_woman,
)
from screening.clinical.reasons import InvalidInput, MissingInput

GOLDEN = Path(__file__).parents[2] / "golden"
NOT_COMPARED = ("pattern_number", "reasons")
NUMBERS = tuple(name for name in RESULTS if name.startswith(("rr_", "risk_", "avg_")))

LOWEST = Woman(
    age=Decimal(50),
    projection_age=Decimal(55),
    age_menarche=Decimal(14),
    age_first_birth=Decimal(19),
    biopsies=Decimal(0),
    first_degree_relatives=Decimal(0),
    race=Race.WHITE,
)


def vectors(valid: str) -> list[dict[str, str]]:
    with (GOLDEN / "gail_vectors.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["valid"] == valid]


@pytest.mark.parametrize("row", vectors("yes"), ids=lambda row: row["id"])
def test_each_published_vector_gives_the_published_risks(row: dict[str, str]) -> None:
    results = evaluate_row(row)

    assert tuple(results) == RESULTS
    for column in NUMBERS:
        assert float(results[column]) == pytest.approx(float(row[column]), rel=1e-8), column
    for column in set(RESULTS) - set(NUMBERS) - set(NOT_COMPARED):
        assert results[column] == row[column], column


@pytest.mark.parametrize("row", vectors("yes"), ids=lambda row: row["id"])
def test_the_pattern_is_numbered_as_in_the_published_package(row: dict[str, str]) -> None:
    assert evaluate_row(row)["pattern_number"] == row["pattern_number"]


@pytest.mark.parametrize("row", vectors("no"), ids=lambda row: row["case"])
def test_each_published_error_is_refused(row: dict[str, str]) -> None:
    with pytest.raises(InvalidInput):
        evaluate_row(row)


def risk_of(**changes: object) -> GailRisk:
    return gail_risk(replace(LOWEST, **changes))  # type: ignore[arg-type]  # named in each test


@pytest.mark.parametrize(
    ("race", "percent"), [(Race.WHITE, "1.78"), (Race.CHINESE, "0.83"), (Race.OTHER, "1.78")]
)
def test_the_average_risk_at_60_is_the_published_one(race: Race, percent: str) -> None:
    risk = risk_of(age=Decimal(60), projection_age=None, race=race)

    assert risk.average_projection_percent.quantize(Decimal("0.01")) == Decimal(percent)


@pytest.mark.parametrize(
    ("changes", "category"),
    [
        ({"age_menarche": Decimal(14)}, 0),
        ({"age_menarche": Decimal("13.99")}, 1),
        ({"age_menarche": Decimal(12)}, 1),
        ({"age_menarche": Decimal("11.99")}, 2),
        ({"age_menarche": None}, 0),
        ({"age_menarche": Decimal(11), "race": Race.BLACK}, 1),
        ({"age_menarche": Decimal(11), "race": Race.HISPANIC_US_BORN}, 0),
        ({"age_menarche": Decimal(11), "race": Race.HISPANIC_FOREIGN_BORN}, 2),
    ],
)
def test_menarche_counts_downwards_by_race(changes: dict[str, object], category: int) -> None:
    assert risk_of(**changes).categories.menarche == category


@pytest.mark.parametrize("race", [Race.WHITE, Race.JAPANESE])
@pytest.mark.parametrize(
    ("first_birth", "category"),
    [("19.9", 0), ("20", 1), ("24.9", 1), ("25", 2), ("29.9", 2), ("30", 3), ("49", 3)],
)
def test_the_age_at_first_birth_has_four_categories(
    first_birth: str, category: int, race: Race
) -> None:
    found = risk_of(age_first_birth=Decimal(first_birth), race=race).categories

    assert found.first_birth == category


@pytest.mark.parametrize("race", [Race.HISPANIC_US_BORN, Race.HISPANIC_FOREIGN_BORN])
@pytest.mark.parametrize(
    ("first_birth", "category"), [("19", 0), ("20", 1), ("29.9", 1), ("30", 2), ("98", 2)]
)
def test_of_hispanic_women_first_birth_has_three_categories(
    first_birth: str, category: int, race: Race
) -> None:
    row = {"age": "50", "age_first_birth": first_birth, "race_code": str(race.value)}

    assert gail_risk(read_woman(row)).categories.first_birth == category


def test_a_woman_who_has_not_given_birth_counts_like_a_first_birth_from_25_to_29() -> None:
    nulliparous = risk_of(age_first_birth=None, is_nulliparous=True)

    assert nulliparous.categories.first_birth == 2
    assert nulliparous.relative_risk.under_50 == (
        risk_of(age_first_birth=Decimal(27)).relative_risk.under_50
    )


@pytest.mark.parametrize(
    ("race", "biopsies", "relatives"),
    [
        (Race.WHITE, 2, 2),
        (Race.OTHER, 2, 2),
        (Race.BLACK, 2, 2),
        (Race.HISPANIC_US_BORN, 1, 1),
        (Race.HISPANIC_FOREIGN_BORN, 1, 1),
        (Race.CHINESE, 2, 1),
        (Race.OTHER_ASIAN, 2, 1),
    ],
)
def test_more_than_one_biopsy_or_relative_is_pooled_for_some_races(
    race: Race, biopsies: int, relatives: int
) -> None:
    found = risk_of(race=race, biopsies=Decimal(3), first_degree_relatives=Decimal(3)).categories

    assert (found.biopsies, found.relatives) == (biopsies, relatives)


def test_atypical_hyperplasia_multiplies_although_biopsies_are_pooled() -> None:
    twice = risk_of(
        race=Race.HISPANIC_US_BORN, biopsies=Decimal(2), atypical_hyperplasia=True
    ).relative_risk

    expected = Decimal("1.82") * Decimal("0.0970783641").exp()
    assert twice.under_50 == pytest.approx(expected, rel=Decimal("1e-20"))


def test_the_factors_change_on_the_fiftieth_birthday() -> None:
    """Of a White woman with one biopsy: exp(0.5293) before, less exp(0.2880) after."""
    biopsied = {"biopsies": Decimal(1)}
    before = risk_of(age=Decimal(49), projection_age=Decimal(50), **biopsied)
    after = risk_of(age=Decimal(50), projection_age=Decimal(51), **biopsied)
    before_average = before.projection_percent / before.average_projection_percent
    after_average = after.projection_percent / after.average_projection_percent

    assert before.relative_risk.under_50 == Decimal("0.5292641686").exp()
    assert before.relative_risk.from_50 == Decimal("0.2412216856").exp()
    assert after_average / before_average < Decimal("0.8")


def test_half_a_year_counts_for_half() -> None:
    """Rates this small add up almost linearly."""
    half = risk_of(age=Decimal("60.25"), projection_age=Decimal("60.75")).projection_percent
    year = risk_of(age=Decimal(60), projection_age=Decimal(61)).projection_percent

    assert half == pytest.approx(year / 2, rel=Decimal("0.01"))


def test_without_a_projection_age_it_is_five_years_on_and_never_above_90() -> None:
    assert risk_of(age=Decimal(60), projection_age=None).span.until == 65
    at_88 = risk_of(age=Decimal(88), projection_age=None)
    assert at_88.span.until == 90
    assert at_88.is_high is None


@pytest.mark.parametrize(
    ("column", "changes"),
    [
        ("age", {"age": Decimal("19.9")}),
        ("age", {"age": Decimal(90)}),
        ("age", {"age": Decimal("NaN")}),
        ("projection_age", {"projection_age": Decimal(50)}),
        ("projection_age", {"projection_age": Decimal("90.1")}),
        ("atypical_hyperplasia", {"atypical_hyperplasia": False}),
        ("atypical_hyperplasia", {"atypical_hyperplasia": True, "biopsies": None}),
        ("biopsies", {"biopsies": Decimal(-1)}),
        ("biopsies", {"biopsies": Decimal("1.5")}),
        ("first_degree_relatives", {"first_degree_relatives": Decimal("0.5")}),
        ("age_menarche", {"age_menarche": Decimal(0)}),
        ("age_menarche", {"age_menarche": Decimal(51)}),
        ("age_first_birth", {"age_first_birth": Decimal(13)}),
        ("age_first_birth", {"age_first_birth": Decimal(51)}),
        ("age_first_birth", {"is_nulliparous": True}),
        ("age_first_birth", {"age_first_birth": Decimal("NaN"), "race": Race.BLACK}),
    ],
)
def test_what_the_model_refuses_is_named(column: str, changes: dict[str, object]) -> None:
    with pytest.raises(InvalidInput) as refusal:
        risk_of(**changes)

    assert refusal.value.column == column


@pytest.mark.parametrize("column", ["age", "race"])
def test_without_age_or_race_there_is_no_risk(column: str) -> None:
    with pytest.raises(MissingInput):
        risk_of(**{column: None})


@pytest.mark.parametrize("code", ["12", "0", "1.5", "white"])
def test_an_unknown_race_is_refused_with_the_known_ones(code: str) -> None:
    with pytest.raises(InvalidInput, match=f"race_code is {code}; it is one of 1 white, 2 black"):
        evaluate_row({"age": "50", "race_code": code})


@pytest.mark.parametrize(
    ("column", "text"), [("age", "fifty"), ("age_menarche", "12 years"), ("biopsies", "two")]
)
def test_text_in_a_number_is_refused_with_column_and_value(column: str, text: str) -> None:
    row = {"age": "50", "race_code": "1", column: text}

    with pytest.raises(InvalidInput, match=f"{column} is {text}; it is a number"):
        evaluate_row(row)


@pytest.mark.parametrize("unknown", ["", "99", "99.0", "unknown"])
def test_what_is_not_known_counts_as_lowest_and_is_named(unknown: str) -> None:
    row = {
        "age": "50", "race_code": "6", "age_menarche": unknown, "age_first_birth": unknown,
        "biopsies": unknown, "atypical_hyperplasia": unknown, "first_degree_relatives": unknown,
    }  # fmt: skip

    results = evaluate_row(row)

    assert results["rr_under_50"] == "1.0"
    for column in ("age_menarche", "age_first_birth", "biopsies", "first_degree_relatives"):
        assert f"unknown taken as lowest (input {column})" in results["reasons"]


def test_what_does_not_count_for_a_race_is_not_missed() -> None:
    black = {reason.key for reason in risk_of(race=Race.BLACK, age_first_birth=None).reasons}
    us_born = risk_of(race=Race.HISPANIC_US_BORN, age_menarche=None).reasons

    assert "unknown_taken_as_lowest" not in black
    assert "unknown_taken_as_lowest" not in {reason.key for reason in us_born}


def test_women_of_asian_origin_are_warned_of_rates_of_the_united_states() -> None:
    keys = {reason.key for reason in risk_of(race=Race.CHINESE).reasons}

    assert {"rates_of_the_united_states", "not_for_recent_immigrants"} <= keys


@pytest.mark.parametrize(("age", "is_outside"), [(34, True), (35, False), (85, False), (86, True)])
def test_an_age_outside_those_of_the_national_tool_is_computed_and_noted(
    age: int, is_outside: bool
) -> None:
    risk = risk_of(age=Decimal(age), projection_age=None)

    keys = {reason.key for reason in risk.reasons}
    assert ("outside_the_ages_of_the_tool" in keys) is is_outside
