"""C-TIRADS 2020 against the published vectors and its printed tables, in every reading."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from screening.clinical.c_ti_rads import (
    CATEGORIES,
    FEATURES,
    RESULTS,
    Circumstance,
    Nodule,
    Readings,
    assess_nodule,
    evaluate_row,
)

VECTORS = Path(__file__).parents[2] / "golden" / "c_tirads_vectors.csv"
PLAIN_SUM = Readings(highest_focus_counts=False)
EXCLUSIVE = Readings(threshold_inclusive=False)
CATEGORY_3_FROM_20 = Readings(fna_of_category_3_from_20_mm=True)
SMALL = Readings(small_nodule_circumstances=True)


def vectors() -> list[dict[str, str]]:
    with VECTORS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def nodule(*features: str, size_mm: str | None = "8") -> Nodule:
    """Return a nodule with these features and no others."""
    return Nodule(
        nodule=True,
        proven_malignant=False,
        max_size_mm=None if size_mm is None else Decimal(size_mm),
        **{feature: feature in features for feature in FEATURES},
    )


SOLID = ("solid",)
FOUR_B = ("solid", "vertical")
TAIL_AND_CALCIUM = ("solid", "microcalcification", "comet_tail")


@pytest.mark.parametrize("row", vectors(), ids=lambda row: f"{row['id']} {row['note']}")
def test_each_published_vector_gives_the_published_result(row: dict[str, str]) -> None:
    results = evaluate_row(row)

    assert tuple(results) == RESULTS
    assert results.pop("reasons")
    assert results == {column: row[column] for column in results}


@pytest.mark.parametrize("row", vectors(), ids=lambda row: row["id"])
def test_each_reading_of_several_foci_gives_the_category_that_the_vectors_keep_for_it(
    row: dict[str, str],
) -> None:
    results = evaluate_row(row, PLAIN_SUM)

    assert results["category"] == row["category_plain_sum"]
    assert results["score"] == row["score_plain_sum"]


@pytest.mark.parametrize("feature", FEATURES)
def test_each_feature_counts_one_point_and_a_comet_tail_one_less(feature: str) -> None:
    scored = assess_nodule(nodule(feature)).score

    assert scored is not None
    assert scored.value == (-1 if feature == "comet_tail" else 1)


@pytest.mark.parametrize(
    ("category", "meaning", "risk", "size_mm"),
    [
        ("1", "no nodule", "0", None),
        ("2", "benign", "0", None),
        ("3", "probably benign", "<2", None),
        ("4A", "low suspicion", "2-10", 15),
        ("4B", "moderate suspicion", "10-50", 10),
        ("4C", "high suspicion", "50-90", 10),
        ("5", "highly suggestive of malignancy", ">90", 10),
        ("6", "malignant, proven by biopsy", "100", None),
    ],
)
def test_each_category_has_its_published_meaning_risk_and_size(
    category: str, meaning: str, risk: str, size_mm: int | None
) -> None:
    facts = {str(key): facts for key, facts in CATEGORIES.items()}[category]

    assert (facts.meaning, facts.risk_percent, facts.fna_from_mm) == (meaning, risk, size_mm)


def test_the_observed_malignancy_is_that_of_11506_nodules() -> None:
    observed = [facts.observed for facts in CATEGORIES.values() if facts.observed]

    assert sum(total for _, total in observed) == 11506
    assert sum(malignant for malignant, _ in observed) == 0 + 31 + 301 + 854 + 2763 + 334


@pytest.mark.parametrize(
    ("features", "size_mm", "inclusive", "exclusive"),
    [
        (SOLID, "14.99", False, False),
        (SOLID, "15.0", True, False),
        (SOLID, "15.01", True, True),
        (FOUR_B, "9.99", False, False),
        (FOUR_B, "10", True, False),
        (FOUR_B, "10.01", True, True),
    ],
)
def test_a_nodule_at_its_fna_size_is_biopsied_by_one_reading_alone(
    features: tuple[str, ...], size_mm: str, inclusive: bool, exclusive: bool
) -> None:
    result = assess_nodule(nodule(*features, size_mm=size_mm))
    otherwise = assess_nodule(nodule(*features, size_mm=size_mm), EXCLUSIVE)
    is_disputed = "disputed_reading" in {reason.key for reason in result.reasons}

    assert (result.fna, otherwise.fna) == (inclusive, exclusive)
    assert result.fna_if_threshold_exclusive is exclusive
    assert is_disputed == (inclusive is not exclusive)


def test_category_3_is_biopsied_only_where_the_site_confirmed_it() -> None:
    large = nodule(size_mm="20")

    assert assess_nodule(large).fna is False
    assert assess_nodule(large, CATEGORY_3_FROM_20).fna is True
    assert assess_nodule(nodule(size_mm="19.9"), CATEGORY_3_FROM_20).fna is False


def test_a_comet_tail_beside_a_microcalcification_names_the_reading_in_force() -> None:
    for readings, choice, category in ((Readings(), "yes", "4B"), (PLAIN_SUM, "no", "4A")):
        result = assess_nodule(nodule(*TAIL_AND_CALCIUM), readings)
        disputed = [reason for reason in result.reasons if reason.key == "disputed_reading"]

        assert result.category == category
        assert [reason.values["choice"] for reason in disputed] == [choice]


@pytest.mark.parametrize(("size_mm", "shown"), [("9.9", True), ("10", False)])
def test_circumstances_of_a_small_nodule_count_only_where_the_site_confirmed_them(
    size_mm: str, shown: bool
) -> None:
    small = nodule(*FOUR_B, size_mm=size_mm)
    circumstances = [Circumstance.NEAR_CAPSULE]

    confirmed = assess_nodule(small, SMALL, circumstances)

    assert ("fna_may_be_considered" in {reason.key for reason in confirmed.reasons}) is shown
    assert assess_nodule(small, Readings(), circumstances) == assess_nodule(small)


def test_a_proven_cancer_is_category_6_even_where_nothing_else_is_known() -> None:
    results = evaluate_row({"proven_malignant": "yes"})

    assert (results["category"], results["score"]) == ("6", "")
    assert results["fna_if_threshold_inclusive"] == "n/a"
