"""Stepped management of Lung-RADS v2022, proof of benignity, and suspicious features."""

from decimal import Decimal

import pytest

from screening.clinical.lung_rads import (
    Category,
    Finding,
    Nodule,
    NoduleResult,
    Readings,
    Status,
    categorize_nodule,
    read_nodule,
)

# prior category, months since, category now
STEP_ROWS = [
    ("1", None, "2"),
    ("2", None, "2"),
    ("3", "5.9", "3"),
    ("3", "3", "3"),
    ("3", "6", "2"),
    ("3", "12", "2"),
    ("4A", "1", "4A"),
    ("4A", "2.9", "4A"),
    ("4A", "3", "3"),
    ("4A", "9", "3"),
    ("4B", None, "4B"),
    ("4X", None, "4B"),
]


@pytest.mark.parametrize("finding", ["solid", "cavitary", "part_solid"])
@pytest.mark.parametrize("status", ["stable", "decreased"])
@pytest.mark.parametrize(("prior", "months", "category"), STEP_ROWS)
def test_a_stable_or_decreased_nodule_takes_one_step_per_exam_whatever_its_size(
    finding: str, status: str, prior: str, months: str | None, category: str
) -> None:
    nodule = Nodule(
        finding=Finding(finding),
        status=Status(status),
        prior_category=Category(prior),
        months_since_prior_ct=None if months is None else Decimal(months),
    )

    assert categorize_nodule(nodule).category == category


def stable(prior: str, months: str, readings: Readings) -> NoduleResult:
    row = {"finding": "solid", "status": "stable", "mean_diameter_mm": "9.0"}
    row |= {"prior_category": prior, "months_since_prior_ct": months}
    return categorize_nodule(read_nodule(row), readings)


def test_a_protocol_may_count_an_exam_done_a_little_early_as_in_time() -> None:
    tolerant = Readings(step_tolerance_months=Decimal("0.5"))

    assert stable("3", "5.5", Readings()).category == "3"
    assert stable("3", "5.5", tolerant).category == "2"
    assert stable("4A", "2.4", tolerant).category == "4A"


def test_a_nodule_proven_benign_after_work_up_returns_to_category_2() -> None:
    row = {"finding": "solid", "status": "stable", "prior_category": "4B"}

    proven = categorize_nodule(read_nodule({**row, "benign_after_workup": "yes"}))
    unproven = categorize_nodule(read_nodule({**row, "benign_after_workup": "no"}))

    assert (proven.category, unproven.category) == ("2", "4B")


@pytest.mark.parametrize(
    ("size", "category", "before"),
    [("5.0", "2", "2"), ("7.0", "4X", "3"), ("9.0", "4X", "4A"), ("20.0", "4X", "4B")],
)
def test_suspicious_features_lift_3_and_4_but_not_2(size: str, category: str, before: str) -> None:
    row = {"finding": "solid", "status": "baseline", "mean_diameter_mm": size}

    result = categorize_nodule(read_nodule({**row, "suspicious_features": "spiculation"}))

    assert (result.category, result.category_before_features) == (category, before)


@pytest.mark.parametrize("features", ["", "none"])
def test_no_suspicious_feature_lifts_nothing(features: str) -> None:
    row = {"finding": "solid", "status": "baseline", "mean_diameter_mm": "7.0"}

    assert categorize_nodule(read_nodule({**row, "suspicious_features": features})).category == "3"
