"""Lung rule sets against the published vectors, and on both sides of every limit."""

import csv
from pathlib import Path

import pytest

from screening.clinical.lung_eligibility import (
    DEFAULT_READINGS,
    RESULTS,
    RULES,
    Reading,
    evaluate_row,
)
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

VECTORS = Path(__file__).parents[2] / "golden" / "eligibility_vectors.csv"
SETS_OF_FILE = (
    "uspstf2021", "china2021", "nlst", "uspstf2013", "cms2022", "acs2023", "nccn_1_2026", "nelson",
)  # fmt: skip
SETS_WITH_DISPUTES_IN_FILE = ("uspstf2021", "china2021", "nlst")


def vectors() -> list[dict[str, str]]:
    with VECTORS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def name(row: dict[str, str]) -> str:
    return row["id"]


@pytest.mark.parametrize("row", vectors(), ids=name)
def test_each_published_vector_gives_the_published_verdicts(row: dict[str, str]) -> None:
    results = evaluate_row(row)

    assert {code: results[code] for code in SETS_OF_FILE} == {c: row[c] for c in SETS_OF_FILE}


@pytest.mark.parametrize("row", vectors(), ids=name)
def test_each_verdict_on_a_published_vector_has_a_reason(row: dict[str, str]) -> None:
    results = evaluate_row(row)

    assert set(results) <= set(RESULTS)
    assert all(results[f"{code}_reason"] for code in SETS_WITH_DISPUTES_IN_FILE)
    assert all(f"{code}: " in results["reasons"] for code in SETS_OF_FILE)


@pytest.mark.parametrize("row", vectors(), ids=name)
def test_a_verdict_is_marked_disputed_where_the_published_vector_is(row: dict[str, str]) -> None:
    marked = {code for code in SETS_WITH_DISPUTES_IN_FILE if disputes(code, row)}

    assert marked == set(filter(None, row["ambiguous_sets"].split(";")))


@pytest.mark.parametrize("rule_set", SETS_OF_FILE)
def test_the_example_smoker_is_let_in_by_every_set_of_the_file(rule_set: str) -> None:
    assert verdict(rule_set, SMOKER) == "yes"
    assert verdict(rule_set, FORMER_SMOKER) == "yes"


@pytest.mark.parametrize(
    ("rule_set", "lowest", "highest"),
    [
        ("uspstf2021", 50, 80),
        ("uspstf2013", 55, 80),
        ("cms2022", 50, 77),
        ("acs2023", 50, 80),
        ("nccn_1_2026", 50, None),
        ("china2021", 50, 74),
        ("nlst", 55, 74),
        ("nelson", 50, 74),
        ("china_county2020", 40, 80),
        ("clcedteg2018", 50, 74),
        ("ielcap", 40, None),
    ],
)
def test_both_ends_of_the_ages_are_included(
    rule_set: str, lowest: int, highest: int | None
) -> None:
    young = {"pack_years": "30", "cigs_per_day": "20", "years_smoked": "30"}

    assert verdict(rule_set, SMOKER, **young, age=str(lowest)) == "yes"
    assert verdict(rule_set, SMOKER, **young, age=str(lowest - 1)) == "no"
    assert reasons(rule_set, SMOKER, **young, age=str(lowest - 1)) == ["age_below"]
    if highest is None:
        assert verdict(rule_set, SMOKER, age="110") == "yes"
        return
    assert verdict(rule_set, SMOKER, age=str(highest)) == "yes"
    assert verdict(rule_set, SMOKER, age=str(highest + 1)) == "no"
    assert "age_above" in reasons(rule_set, SMOKER, age=str(highest + 1))


def test_age_is_counted_in_completed_years() -> None:
    assert verdict("uspstf2021", SMOKER, age="80.99") == "yes"
    assert verdict("uspstf2021", SMOKER, age="49.99") == "no"


@pytest.mark.parametrize(
    ("rule_set", "lowest"),
    [
        ("uspstf2021", 20),
        ("uspstf2013", 30),
        ("cms2022", 20),
        ("acs2023", 20),
        ("nccn_1_2026", 20),
        ("china2021", 30),
        ("nlst", 30),
        ("clcedteg2018", 20),
    ],
)
def test_the_lowest_pack_years_are_included(rule_set: str, lowest: int) -> None:
    unknown = {"cigs_per_day": "", "years_smoked": ""}

    assert verdict(rule_set, SMOKER, **unknown, pack_years=str(lowest)) == "yes"
    assert verdict(rule_set, SMOKER, **unknown, pack_years=f"{lowest - 1}.9") == "no"
    below = reasons(rule_set, SMOKER, **unknown, pack_years=f"{lowest - 1}.9")
    assert "pack_years_below" in below


@pytest.mark.parametrize(
    ("rule_set", "limit", "at_limit"),
    [
        ("uspstf2021", 15, "yes"),
        ("uspstf2013", 15, "yes"),
        ("cms2022", 15, "yes"),
        ("nlst", 15, "yes"),
        ("china2021", 15, "no"),
        ("nelson", 10, "yes"),
        ("clcedteg2018", 5, "yes"),
    ],
)
def test_the_limit_of_years_since_quitting(rule_set: str, limit: int, at_limit: str) -> None:
    assert verdict(rule_set, FORMER_SMOKER, quit_years=f"{limit - 1}.9") == "yes"
    assert verdict(rule_set, FORMER_SMOKER, quit_years=str(limit)) == at_limit
    assert verdict(rule_set, FORMER_SMOKER, quit_years=f"{limit}.1") == "no"
    assert "quit_too_long" in reasons(rule_set, FORMER_SMOKER, quit_years=f"{limit}.1")


@pytest.mark.parametrize("rule_set", ["acs2023", "nccn_1_2026"])
def test_sets_without_a_quit_limit_do_not_ask_for_the_time(rule_set: str) -> None:
    assert verdict(rule_set, FORMER_SMOKER, quit_years="40") == "yes"
    assert verdict(rule_set, FORMER_SMOKER, quit_years="") == "yes"


@pytest.mark.parametrize("rule_set", ["uspstf2021", "uspstf2013", "nlst"])
def test_exactly_at_the_quit_limit_the_verdict_is_disputed(rule_set: str) -> None:
    reading = {
        "nlst": Reading.NLST_QUIT_AT_LIMIT,
    }.get(rule_set, Reading.USPSTF_QUIT_AT_LIMIT)
    at_limit = {**FORMER_SMOKER, "quit_years": "15"}

    assert disputes(rule_set, at_limit) == {reading}
    assert disputes(rule_set, {**at_limit, "quit_years": "14.9"}) == set()
    assert verdict(rule_set, at_limit, DEFAULT_READINGS - {reading}) == "no"


@pytest.mark.parametrize("rule_set", [*SETS_OF_FILE, "clcedteg2018", "tlhc"])
def test_who_never_smoked_is_let_in_by_no_set_that_asks_for_smoking(rule_set: str) -> None:
    assert verdict(rule_set, NEVER_SMOKED) == "no"


@pytest.mark.parametrize("symptom", ["haemoptysis", "hemoptysis", "weight_loss_7kg", "cough"])
@pytest.mark.parametrize("rule_set", sorted(set(RULES) - {"nelson"}))
def test_any_symptom_leads_to_diagnosis_instead_of_screening(rule_set: str, symptom: str) -> None:
    assert verdict(rule_set, SMOKER, symptoms=symptom) == "no"
    assert "symptomatic" in reasons(rule_set, SMOKER, symptoms=symptom)


@pytest.mark.parametrize("rule_set", sorted(set(RULES) - {"nelson"}))
def test_an_earlier_lung_cancer_leads_to_surveillance(rule_set: str) -> None:
    assert verdict(rule_set, SMOKER, prior_lung_cancer="yes") == "no"
    assert "previous_lung_cancer" in reasons(rule_set, SMOKER, prior_lung_cancer="yes")


def test_nelson_has_no_exclusions() -> None:
    ill = {"symptoms": "cough", "prior_lung_cancer": "yes", "home_oxygen": "yes"}

    assert verdict("nelson", SMOKER, **ill) == "yes"


@pytest.mark.parametrize(
    ("rule_set", "unfit", "on_oxygen"),
    [
        ("uspstf2021", "no", "no"),
        ("uspstf2013", "no", "no"),
        ("acs2023", "no", "no"),
        ("nccn_1_2026", "no", "no"),
        ("nlst", "yes", "no"),
        ("cms2022", "yes", "yes"),
        ("china2021", "yes", "yes"),
    ],
)
def test_fitness_and_home_oxygen_exclude_where_the_reference_says_so(
    rule_set: str, unfit: str, on_oxygen: str
) -> None:
    assert verdict(rule_set, SMOKER, fit_for_curative_treatment="no") == unfit
    assert verdict(rule_set, SMOKER, home_oxygen="yes") == on_oxygen


@pytest.mark.parametrize(
    ("rule_set", "changes", "reading"),
    [
        ("uspstf2021", {"home_oxygen": "yes"}, Reading.HOME_OXYGEN_EXCLUDES),
        ("acs2023", {"home_oxygen": "yes"}, Reading.HOME_OXYGEN_EXCLUDES),
        ("nccn_1_2026", {"home_oxygen": "yes"}, Reading.HOME_OXYGEN_EXCLUDES),
        ("uspstf2021", {"prior_lung_cancer": "yes"}, Reading.LUNG_CANCER_EXCLUDES),
        ("china2021", {"symptoms": "cough"}, Reading.SYMPTOMS_EXCLUDE),
        ("china2021", {"home_oxygen": "yes"}, Reading.CHINA_FITNESS_EXCLUDES),
        ("china2021", {"fit_for_curative_treatment": "no"}, Reading.CHINA_FITNESS_EXCLUDES),
        ("nlst", {"fit_for_curative_treatment": "no"}, Reading.NLST_FITNESS_EXCLUDES),
    ],
)
def test_the_other_reading_of_an_exclusion_gives_the_other_verdict(
    rule_set: str, changes: dict[str, str], reading: Reading
) -> None:
    row = {**SMOKER, **changes}

    assert disputes(rule_set, row) == {reading}
    otherwise = verdict(rule_set, row, DEFAULT_READINGS ^ {reading})
    assert {verdict(rule_set, row), otherwise} == {"yes", "no"}


def test_a_verdict_that_stands_on_another_criterion_is_not_disputed() -> None:
    assert disputes("uspstf2021", {**SMOKER, "age": "49", "home_oxygen": "yes"}) == set()


@pytest.mark.parametrize(
    ("column", "excluded", "allowed", "key"),
    [
        ("other_cancer_years_ago", "4.9", "5", "other_cancer"),
        ("chest_ct_months_ago", "18", "19", "recent_ct"),
        ("resp_infection_weeks_ago", "12", "13", "recent_infection"),
    ],
)
def test_the_limits_of_the_exclusions_of_the_nlst(
    column: str, excluded: str, allowed: str, key: str
) -> None:
    assert verdict("nlst", SMOKER, **{column: excluded}) == "no"
    assert reasons("nlst", SMOKER, **{column: excluded}) == [key]
    assert verdict("nlst", SMOKER, **{column: allowed}) == "yes"
    assert verdict("uspstf2021", SMOKER, **{column: excluded}) == "yes"


def test_every_criterion_that_fails_is_a_reason() -> None:
    found = reasons("uspstf2021", SMOKER, age="49", symptoms="cough", pack_years="19")

    assert found == ["symptomatic", "age_below", "pack_years_below"]


# What is not known.


@pytest.mark.parametrize(
    ("column", "rule_sets"),
    [
        ("age", SETS_OF_FILE),
        ("status", SETS_OF_FILE),
        ("symptoms", tuple(set(SETS_OF_FILE) - {"nelson"})),
        ("prior_lung_cancer", tuple(set(SETS_OF_FILE) - {"nelson"})),
        ("fit_for_curative_treatment", ("uspstf2021", "uspstf2013", "acs2023", "nccn_1_2026")),
        ("home_oxygen", ("uspstf2021", "uspstf2013", "acs2023", "nccn_1_2026", "nlst")),
        ("cigs_per_day", ("nelson",)),
        ("years_smoked", ("nelson",)),
    ],
)
def test_one_input_that_is_not_known_leaves_open_and_is_named(
    column: str, rule_sets: tuple[str, ...]
) -> None:
    blank = {column: ""}

    open_sets = {c for c in SETS_OF_FILE if verdict(c, SMOKER, **blank) == "insufficient_data"}

    assert open_sets == set(rule_sets)
    assert all(missing(code, SMOKER, **blank) == {column} for code in rule_sets)


@pytest.mark.parametrize("rule_set", ["uspstf2021", "cms2022", "acs2023", "nlst"])
def test_a_criterion_that_fails_decides_whatever_is_not_known(rule_set: str) -> None:
    assert verdict(rule_set, {"age": "40"}) == "no"
    assert verdict(rule_set, {"status": "never"}) == "no"
    assert verdict(rule_set, {"symptoms": "cough"}) == "no"
    assert verdict(rule_set, {"pack_years": "19.9"}) == "no"


def test_a_quit_time_beyond_the_limit_decides_without_pack_years() -> None:
    unknown = {**FORMER_SMOKER, **NO_AMOUNTS}

    assert verdict("uspstf2021", unknown, quit_years="16") == "no"
    assert verdict("uspstf2021", unknown, quit_years="14") == "insufficient_data"


def test_a_former_smokers_unknown_quit_time_matters_only_with_enough_pack_years() -> None:
    unknown = {**FORMER_SMOKER, "quit_years": ""}

    assert missing("uspstf2021", unknown) == {"quit_date_missing"}
    assert verdict("uspstf2021", unknown, pack_years="19.9") == "no"


def test_the_time_since_quitting_is_not_asked_of_current_smokers() -> None:
    assert verdict("uspstf2021", SMOKER, quit_years="") == "yes"


def test_pack_years_follow_from_cigarettes_and_years() -> None:
    unknown = {**SMOKER, "pack_years": ""}

    assert verdict("uspstf2021", unknown, cigs_per_day="16", years_smoked="25") == "yes"
    assert verdict("uspstf2021", unknown, cigs_per_day="15", years_smoked="26") == "no"


def test_an_unknown_status_is_named_alone_since_amounts_are_asked_of_smokers() -> None:
    unknown = {**SMOKER, **NO_AMOUNTS, "status": "unknown"}

    assert missing("uspstf2021", unknown) == {"status"}
    assert missing("nelson", unknown) == {"status"}
    assert missing("nccn_1_2026", unknown) == {"status"}
