"""Findings of the lung program: columns, measurements, what is refused and what is asked."""

from decimal import Decimal

import pytest

from screening.programs.lung.exam import EXAM
from screening.programs.lung.findings import FINDING
from screening.protocol.fields import field_named
from screening.protocol.payload import check_payload, read_payload
from screening.protocol.wording import Problem

VECTOR_COLUMNS = [
    "finding", "status", "mean_diameter_mm", "long_mm", "short_mm", "solid_component_mm",
    "volume_mm3", "growth_mm_12m", "prior_category", "months_since_prior_ct", "airway_level",
    "airway_content", "cyst_type", "cyst_change", "morphology", "suspicious_features",
    "benign_after_workup",
]  # fmt: skip


def problems_of(**texts: str) -> list[Problem]:
    payload, unreadable = read_payload(FINDING.fields, {"finding": "solid", **texts})
    return [*unreadable, *FINDING.problems(payload)]


def refused(**texts: str) -> list[str]:
    return [problem.field for problem in problems_of(**texts) if not problem.is_question]


def asked(**texts: str) -> list[str]:
    return [problem.field for problem in problems_of(**texts) if problem.is_question]


def test_a_finding_has_the_columns_of_the_vector_file() -> None:
    codes = {field.code for field in FINDING.fields}

    assert codes == {*VECTOR_COLUMNS, "lobe", "lesion_no", "comment"}


@pytest.mark.parametrize(
    ("long_mm", "short_mm", "mean_mm"),
    [("6.3", "5.6", "6.0"), ("8.4", "7.5", "8.0"), ("8.3", "7.5", "7.9"), ("16.0", "13.0", "14.5")],
)
def test_the_mean_diameter_rounds_an_exact_half_up(
    long_mm: str, short_mm: str, mean_mm: str
) -> None:
    payload = {"long_mm": Decimal(long_mm), "short_mm": Decimal(short_mm)}

    assert FINDING.compute(payload) == {"mean_diameter_mm": Decimal(mean_mm)}


def test_a_typed_mean_diameter_is_kept() -> None:
    assert FINDING.compute({"mean_diameter_mm": Decimal(7), "long_mm": Decimal(8)}) == {}


def test_the_short_axis_is_not_longer_than_the_long_one() -> None:
    assert refused(long_mm="8", short_mm="8.1") == ["short_mm"]
    assert problems_of(long_mm="8", short_mm="8") == []


def test_the_solid_part_is_not_larger_than_the_nodule() -> None:
    nodule = {"finding": "part_solid", "long_mm": "9", "short_mm": "7"}

    assert refused(**nodule, solid_component_mm="8.1") == ["solid_component_mm"]
    assert problems_of(**nodule, solid_component_mm="8") == []


def test_a_part_solid_nodule_says_which_part_grows() -> None:
    assert refused(finding="part_solid", status="growing") == ["status"]
    assert refused(finding="solid", status="solid_component_new") == ["status"]


def test_a_mass_is_asked_above_thirty_millimeters() -> None:
    assert problems_of(mean_diameter_mm="30") == []
    assert asked(mean_diameter_mm="30.1") == ["mean_diameter_mm"]
    assert asked(long_mm="61") == ["long_mm"]


def test_a_tiny_nodule_that_grows_was_perhaps_typed_in_centimeters() -> None:
    assert asked(mean_diameter_mm="2.5", status="growing") == ["mean_diameter_mm"]
    assert problems_of(mean_diameter_mm="2.5", status="stable") == []
    assert asked(mean_diameter_mm="1.9") == ["mean_diameter_mm"]


@pytest.mark.parametrize(("size", "is_refused"), [("0.4", True), ("0.5", False), ("201", True)])
def test_sizes_outside_the_possible_are_refused(size: str, *, is_refused: bool) -> None:
    assert bool(refused(mean_diameter_mm=size)) is is_refused


def test_a_volume_more_than_twice_that_of_the_sphere_is_asked() -> None:
    # A sphere of 10 mm has 524 mm3.
    assert asked(mean_diameter_mm="10", volume_mm3="1049") == ["volume_mm3"]
    assert asked(mean_diameter_mm="10", volume_mm3="261") == ["volume_mm3"]
    assert problems_of(mean_diameter_mm="10", volume_mm3="1048") == []


def test_a_typed_mean_that_the_axes_do_not_give_is_asked() -> None:
    assert asked(mean_diameter_mm="9", long_mm="8", short_mm="6") == ["mean_diameter_mm"]


def test_no_suspicious_feature_stands_alone() -> None:
    assert refused(suspicious_features="none;spiculation") == ["suspicious_features"]


def test_the_kind_of_finding_is_always_needed() -> None:
    assert [problem.field for problem in FINDING.problems({})] == ["finding"]


def test_the_solid_part_is_asked_of_part_solid_nodules_only() -> None:
    field = field_named(FINDING.fields, "solid_component_mm")

    assert field.applies({"finding": "part_solid"})
    assert not field.applies({"finding": "solid"})


@pytest.mark.parametrize(
    ("code", "impossible", "unlikely", "likely"),
    [
        ("ctdi_vol_mgy", "0", "6.01", "3.0"),
        ("dlp_mgy_cm", "4001", "151", "74"),
        ("slice_thickness_mm", "0", "2.6", "1.0"),
        ("kvp", "69", "141", "120"),
    ],
)
def test_technique_is_held_against_its_limits(
    code: str, impossible: str, unlikely: str, likely: str
) -> None:
    def kinds(text: str) -> list[bool]:
        payload, _ = read_payload(EXAM.technique, {code: text})
        return [problem.is_question for problem in check_payload(EXAM.technique, payload)]

    assert kinds(impossible) == [False]
    assert kinds(unlikely) == [True]
    assert kinds(likely) == []
