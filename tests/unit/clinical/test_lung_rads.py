"""Lung-RADS v2022 against the published vectors, and properties that hold for every input."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.clinical.lung_rads import (
    REASON_KEYS,
    AirwayContent,
    AirwayLevel,
    Category,
    CystChange,
    CystType,
    Finding,
    Morphology,
    Nodule,
    Readings,
    Rounding,
    Status,
    categorize_exam,
    categorize_nodule,
    evaluate_row,
)
from tests.refusals import refused_column

VECTORS = Path(__file__).parents[2] / "golden" / "lungrads_vectors.csv"
RESULT_COLUMNS = (
    "nodule_category",
    "exam_category",
    "report_code",
    "interval_months",
    "management",
    "positive_screen",
)
SEVERITY = ("0", "1", "2", "3", "4A", "4B", "4X")


def vectors() -> list[dict[str, str]]:
    with VECTORS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", vectors(), ids=lambda row: f"{row['id']} {row['basis']}")
def test_each_published_vector_gives_the_published_result(row: dict[str, str]) -> None:
    results, _ = evaluate_row(row)

    assert results == {column: row[column] for column in RESULT_COLUMNS}


@pytest.mark.parametrize("row", vectors(), ids=lambda row: row["id"])
def test_each_published_vector_is_given_with_a_reason(row: dict[str, str]) -> None:
    _, reasons = evaluate_row(row)

    assert reasons


def unknown_or(values: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.none() | values


TENTHS = st.integers(min_value=-5, max_value=2100).map(lambda tenths: Decimal(tenths) / 10)
SMALL = st.integers(min_value=0, max_value=400).map(lambda tenths: Decimal(tenths) / 10)
HUNDREDTHS = st.integers(min_value=50, max_value=4000).map(lambda part: Decimal(part) / 100)
READINGS = st.builds(
    Readings,
    stable_3_seen_from_3_months=st.sampled_from([Category.THREE, Category.TWO]),
    stable_4a_seen_from_9_months=st.sampled_from([Category.THREE, Category.TWO]),
    resolved=st.sampled_from([Category.TWO, Category.ONE]),
    rounding=st.sampled_from(Rounding),
    small_new_part_solid=st.sampled_from([Category.FOUR_B, Category.THREE]),
    threshold_rule_for_solid_part=st.booleans(),
    growing_non_solid_from_30_mm=st.sampled_from([Category.THREE, Category.TWO]),
    growing_juxtapleural_as_solid=st.booleans(),
    airway_content=st.sampled_from([Category.TWO, Category.ZERO]),
    step_tolerance_months=st.sampled_from([Decimal(0), Decimal("0.5")]),
)
NODULES = st.builds(
    Nodule,
    finding=st.sampled_from(Finding),
    status=unknown_or(st.sampled_from(Status)),
    mean_diameter_mm=unknown_or(TENTHS | SMALL | HUNDREDTHS | st.just(Decimal("NaN"))),
    long_mm=unknown_or(TENTHS | SMALL),
    short_mm=unknown_or(TENTHS | SMALL),
    solid_component_mm=unknown_or(SMALL | HUNDREDTHS),
    volume_mm3=unknown_or(st.integers(min_value=-1, max_value=20_000)),
    prior_category=unknown_or(st.sampled_from(Category)),
    months_since_prior_ct=unknown_or(SMALL),
    airway_level=unknown_or(st.sampled_from(AirwayLevel)),
    airway_content=unknown_or(st.sampled_from(AirwayContent)),
    cyst_type=unknown_or(st.sampled_from(CystType)),
    cyst_change=unknown_or(st.sampled_from(CystChange)),
    morphology=unknown_or(st.sampled_from(Morphology)),
    suspicious_features=st.sampled_from([(), ("spiculation",)]),
    benign_after_workup=unknown_or(st.booleans()),
)


@given(nodule=NODULES, readings=READINGS, s_findings=st.sampled_from([(), ("emphysema",)]))
def test_every_input_gives_an_explained_result_or_names_the_input_at_fault(
    nodule: Nodule, readings: Readings, s_findings: tuple[str, ...]
) -> None:
    column = refused_column(categorize_nodule, nodule, readings)
    if column is not None:
        assert column in Nodule.__dataclass_fields__
        return
    result = categorize_nodule(nodule, readings)
    exam = categorize_exam([Category.TWO, result, Category.ZERO], s_findings)

    assert result.reasons
    for reason in exam.reasons:
        assert set(reason.values) == set(REASON_KEYS[reason.key])


@given(
    finding=st.sampled_from([Finding.SOLID, Finding.CAVITARY, Finding.NON_SOLID]),
    status=st.sampled_from([Status.BASELINE, Status.NEW, Status.GROWING, Status.THRESHOLD_CROSSED]),
    sizes=st.tuples(HUNDREDTHS, HUNDREDTHS).map(sorted),
)
def test_a_larger_nodule_never_has_a_lower_category(
    finding: Finding, status: Status, sizes: list[Decimal]
) -> None:
    smaller, larger = (
        categorize_nodule(Nodule(finding=finding, status=status, mean_diameter_mm=size))
        for size in sizes
    )

    assert SEVERITY.index(smaller.category) <= SEVERITY.index(larger.category)


@given(
    finding=st.sampled_from([Finding.SOLID, Finding.NON_SOLID]),
    status=st.sampled_from([Status.BASELINE, Status.NEW, Status.GROWING]),
    volumes=st.tuples(st.integers(1, 20_000), st.integers(1, 20_000)).map(sorted),
)
def test_a_larger_volume_never_has_a_lower_category(
    finding: Finding, status: Status, volumes: list[int]
) -> None:
    smaller, larger = (
        categorize_nodule(Nodule(finding=finding, status=status, volume_mm3=volume))
        for volume in volumes
    )

    assert SEVERITY.index(smaller.category) <= SEVERITY.index(larger.category)


@given(
    status=st.sampled_from(
        [
            Status.BASELINE,
            Status.NEW,
            Status.THRESHOLD_CROSSED,
            Status.SOLID_COMPONENT_NEW,
            Status.SOLID_COMPONENT_GROWING,
        ]
    ),
    totals=st.tuples(HUNDREDTHS, HUNDREDTHS).map(sorted),
    parts=st.tuples(st.integers(1, 100), st.integers(1, 100)).map(sorted),
)
def test_a_part_solid_nodule_larger_in_total_and_solid_part_never_has_a_lower_category(
    status: Status, totals: list[Decimal], parts: list[int]
) -> None:
    smaller, larger = (
        categorize_nodule(
            Nodule(
                finding=Finding.PART_SOLID,
                status=status,
                mean_diameter_mm=max(total, Decimal("0.5")),
                solid_component_mm=max(total * part / 100, Decimal("0.05")),
            )
        )
        for total, part in zip(totals, parts, strict=True)
    )

    assert SEVERITY.index(smaller.category) <= SEVERITY.index(larger.category)
