"""Lung-RADS v1.1 beside v2022: what did not change, and properties that hold for every input."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.clinical.lung_rads import (
    REASON_KEYS,
    V1_1,
    AirwayContent,
    AirwayLevel,
    Category,
    Finding,
    Morphology,
    Nodule,
    Status,
    categorize_exam,
    categorize_nodule,
    evaluate_row,
)
from screening.clinical.reasons import ClinicalInputError, Reason

VECTORS = Path(__file__).parents[2] / "golden" / "lungrads_vectors.csv"


def same_in_both_editions() -> list[dict[str, str]]:
    """Rows whose section 5.12 names no change: sizes at baseline, new, growing, benign findings."""
    changed_findings = ("juxtapleural", "airway", "cyst", "infection_or_inflammation")
    changed_statuses = ("stable", "decreased", "slow_growing")
    with VECTORS.open(encoding="utf-8", newline="") as file:
        return [
            row
            for row in csv.DictReader(file)
            if row["finding"] not in changed_findings
            and (row["finding"] == "non_solid" or row["status"] not in changed_statuses)
        ]


@pytest.mark.parametrize("row", same_in_both_editions(), ids=lambda row: row["id"])
def test_rows_that_v2022_left_alone_have_the_category_of_its_vectors(row: dict[str, str]) -> None:
    results, _ = evaluate_row(row, edition=V1_1)

    assert results["exam_category"] == row["exam_category"]


TENTHS = st.integers(min_value=5, max_value=400).map(lambda tenths: Decimal(tenths) / 10)
NODULES = st.builds(
    Nodule,
    finding=st.sampled_from(Finding),
    status=st.none() | st.sampled_from(Status),
    mean_diameter_mm=st.none() | TENTHS,
    solid_component_mm=st.none() | TENTHS,
    volume_mm3=st.none() | st.integers(min_value=-1, max_value=20_000),
    prior_category=st.none() | st.sampled_from(Category),
    months_since_prior_ct=st.none() | TENTHS,
    airway_level=st.none() | st.sampled_from(AirwayLevel),
    airway_content=st.none() | st.sampled_from(AirwayContent),
    morphology=st.none() | st.sampled_from(Morphology),
    suspicious_features=st.sampled_from([(), ("spiculation",)]),
    is_perifissural=st.none() | st.booleans(),
)


def outcome(nodule: Nodule) -> tuple[Reason, ...] | str:
    try:
        result = categorize_nodule(nodule, edition=V1_1)
    except ClinicalInputError as error:
        return error.column
    return categorize_exam([Category.TWO, result], edition=V1_1).reasons


@given(nodule=NODULES)
def test_every_input_gives_an_explained_result_or_names_the_input_at_fault(nodule: Nodule) -> None:
    found = outcome(nodule)

    if isinstance(found, str):
        assert found in Nodule.__dataclass_fields__
    else:
        assert found
        assert all(set(reason.values) == set(REASON_KEYS[reason.key]) for reason in found)
