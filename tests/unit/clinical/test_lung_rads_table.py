"""Every row of the Lung-RADS v2022 decision table, its limits, its steps and its refusals."""

from decimal import Decimal

import pytest

from screening.clinical.lung_rads import (
    AirwayContent,
    AirwayLevel,
    Category,
    CystChange,
    CystType,
    Finding,
    Morphology,
    Nodule,
    Status,
    categorize_nodule,
    read_nodule,
)

# finding, status, mean diameter in mm, volume in mm3, solid part in mm, category
SIZE_ROWS = """
solid       baseline           5.9  -     -    2
solid       baseline           6.0  -     -    3
solid       baseline           7.9  -     -    3
solid       baseline           8.0  -     -    4A
solid       baseline           14.9 -     -    4A
solid       baseline           15.0 -     -    4B
solid       baseline           -    112   -    2
solid       baseline           -    113   -    3
solid       baseline           -    267   -    3
solid       baseline           -    268   -    4A
solid       baseline           -    1766  -    4A
solid       baseline           -    1767  -    4B
solid       threshold_crossed  6.2  -     -    3
solid       threshold_crossed  8.1  -     -    4A
solid       threshold_crossed  15.0 -     -    4B
solid       new                3.9  -     -    2
solid       new                4.0  -     -    3
solid       new                5.9  -     -    3
solid       new                6.0  -     -    4A
solid       new                7.9  -     -    4A
solid       new                8.0  -     -    4B
solid       new                -    33    -    2
solid       new                -    34    -    3
solid       new                -    112   -    3
solid       new                -    113   -    4A
solid       new                -    267   -    4A
solid       new                -    268   -    4B
solid       growing            7.9  -     -    4A
solid       growing            8.0  -     -    4B
solid       growing            -    267   -    4A
solid       growing            -    268   -    4B
solid       slow_growing       -    -     -    4B
cavitary    baseline           7.9  -     -    3
cavitary    new                8.0  -     -    4B
cavitary    growing            7.9  -     -    4A
cavitary    slow_growing       -    -     -    4B
part_solid  baseline           5.9  -     5.9  2
part_solid  baseline           6.0  -     5.9  3
part_solid  baseline           6.0  -     6.0  4A
part_solid  baseline           12.0 -     7.9  4A
part_solid  baseline           12.0 -     8.0  4B
part_solid  baseline           -    112   3.0  2
part_solid  baseline           -    113   3.0  3
part_solid  threshold_crossed  6.2  -     5.0  3
part_solid  threshold_crossed  9.0  -     6.2  4A
part_solid  threshold_crossed  9.0  -     8.1  4B
part_solid  new                5.9  -     3.9  3
part_solid  new                6.0  -     3.9  4A
part_solid  new                5.9  -     4.0  4B
part_solid  new                20.0 -     4.0  4B
part_solid  new                -    -     4.0  4B
part_solid  solid_component_new      9.0  -  3.9  4A
part_solid  solid_component_new      9.0  -  4.0  4B
part_solid  solid_component_growing  -    -  3.9  4A
part_solid  solid_component_growing  -    -  4.0  4B
part_solid  slow_growing       -    -     -    4B
non_solid   baseline           29.9 -     -    2
non_solid   baseline           30.0 -     -    3
non_solid   baseline           -    14136 -    2
non_solid   baseline           -    14137 -    3
non_solid   new                29.9 -     -    2
non_solid   new                30.0 -     -    3
non_solid   growing            29.9 -     -    2
non_solid   growing            30.0 -     -    3
non_solid   threshold_crossed  30.0 -     -    3
non_solid   stable             40.0 -     -    2
non_solid   slow_growing       40.0 -     -    2
non_solid   decreased          -    -     -    2
"""


@pytest.mark.parametrize("line", SIZE_ROWS.strip().splitlines())
def test_a_size_row_gives_its_printed_category(line: str) -> None:
    names = ("finding", "status", "mean_diameter_mm", "volume_mm3", "solid_component_mm")
    *inputs, category = line.split()

    row = {name: value for name, value in zip(names, inputs, strict=True) if value != "-"}

    assert categorize_nodule(read_nodule(row)).category == category


# status, mean diameter in mm, outline, category: 10 mm or an irregular outline count as solid
JUXTAPLEURAL_ROWS = [
    ("baseline", "9.9", "smooth_oval", "2"),
    ("baseline", "9.9", "smooth_lentiform", "2"),
    ("baseline", "9.9", "smooth_triangular", "2"),
    ("baseline", "10.0", "smooth_triangular", "4A"),
    ("baseline", "7.0", "irregular", "3"),
    ("new", "9.9", "smooth_oval", "2"),
    ("new", "10.0", "smooth_oval", "4B"),
    ("new", "5.0", "irregular", "3"),
    ("stable", "9.9", "smooth_oval", "2"),
    ("decreased", "9.9", "smooth_oval", "2"),
    ("growing", "7.0", "smooth_oval", "4A"),
    ("growing", "9.0", "smooth_oval", "4B"),
    ("threshold_crossed", "8.1", "smooth_oval", "4A"),
    ("slow_growing", "7.0", "smooth_oval", "4B"),
]


@pytest.mark.parametrize(("status", "size", "morphology", "category"), JUXTAPLEURAL_ROWS)
def test_a_juxtapleural_nodule_is_benign_if_small_and_smooth_else_as_solid(
    status: str, size: str, morphology: str, category: str
) -> None:
    nodule = Nodule(
        finding=Finding.JUXTAPLEURAL,
        status=Status(status),
        mean_diameter_mm=Decimal(size),
        morphology=Morphology(morphology),
    )

    assert categorize_nodule(nodule).category == category


def test_a_stable_juxtapleural_nodule_outside_the_benign_pattern_steps_down_like_a_solid_one() -> (
    None
):
    nodule = Nodule(
        finding=Finding.JUXTAPLEURAL,
        status=Status.STABLE,
        mean_diameter_mm=Decimal(11),
        morphology=Morphology.SMOOTH_OVAL,
        prior_category=Category.FOUR_A,
        months_since_prior_ct=Decimal(3),
    )

    assert categorize_nodule(nodule).category == "3"


SEGMENTAL, SUBSEGMENTAL = AirwayLevel.SEGMENTAL_OR_PROXIMAL, AirwayLevel.SUBSEGMENTAL
TUBULAR, SECRETIONS = AirwayContent.TUBULAR, AirwayContent.AIR_OR_SECRETIONS
ANNUAL = "12-month screening LDCT"
REFERRAL = "referral for further clinical evaluation"
AIRWAY_ROWS = [
    (SUBSEGMENTAL, None, Status.BASELINE, "2", ANNUAL),
    (SUBSEGMENTAL, None, Status.NEW, "2", ANNUAL),
    (SUBSEGMENTAL, None, Status.STABLE, "2", ANNUAL),
    (SUBSEGMENTAL, None, Status.GROWING, "2", ANNUAL),
    (SUBSEGMENTAL, TUBULAR, Status.BASELINE, "2", ANNUAL),
    (SEGMENTAL, SECRETIONS, Status.BASELINE, "2", ANNUAL),
    (SEGMENTAL, None, Status.BASELINE, "4A", "3-month LDCT"),
    (SEGMENTAL, None, Status.NEW, "4A", "3-month LDCT"),
    (SEGMENTAL, None, Status.STABLE, "4B", REFERRAL),
    (SEGMENTAL, None, Status.GROWING, "4B", REFERRAL),
]


@pytest.mark.parametrize(("level", "content", "status", "category", "management"), AIRWAY_ROWS)
def test_an_airway_finding_goes_by_its_level_and_content(
    level: AirwayLevel,
    content: AirwayContent | None,
    status: Status,
    category: str,
    management: str,
) -> None:
    nodule = Nodule(
        finding=Finding.AIRWAY,
        status=status,
        airway_level=level,
        airway_content=content,
        prior_category=Category.FOUR_A,
        months_since_prior_ct=Decimal(3),
    )

    result = categorize_nodule(nodule)

    assert (result.category, result.management) == (category, management)


THIN, THICK = CystType.THIN_UNILOCULAR, CystType.THICK_UNILOCULAR
SEPTATE, BECAME_SEPTATE = CystType.MULTILOCULAR, CystType.BECAME_MULTILOCULAR
CYST_ROWS = [
    (THIN, None, Status.BASELINE, "1"),
    (THIN, None, Status.STABLE, "1"),
    (THICK, None, Status.BASELINE, "4A"),
    (THICK, None, Status.NEW, "4A"),
    (SEPTATE, None, Status.BASELINE, "4A"),
    (SEPTATE, None, Status.NEW, "4A"),
    (BECAME_SEPTATE, None, Status.GROWING, "4A"),
    (THICK, CystChange.CYSTIC_COMPONENT_GROWING, Status.GROWING, "3"),
    (THICK, CystChange.WALL_OR_NODULARITY_GROWING, Status.GROWING, "4B"),
    (SEPTATE, CystChange.MULTILOCULAR_GROWING, Status.GROWING, "4B"),
    (SEPTATE, CystChange.INCREASED_LOCULATION, Status.GROWING, "4B"),
    (BECAME_SEPTATE, CystChange.INCREASED_LOCULATION, Status.GROWING, "4B"),
    (SEPTATE, CystChange.NEW_OR_INCREASED_OPACITY, Status.GROWING, "4B"),
    (THICK, None, Status.STABLE, "3"),
    (SEPTATE, None, Status.DECREASED, "3"),
]


@pytest.mark.parametrize(("cyst_type", "change", "status", "category"), CYST_ROWS)
def test_a_cyst_goes_by_its_wall_then_its_change_then_its_type_then_the_steps(
    cyst_type: CystType, change: CystChange | None, status: Status, category: str
) -> None:
    nodule = Nodule(
        finding=Finding.CYST,
        status=status,
        cyst_type=cyst_type,
        cyst_change=change,
        prior_category=Category.FOUR_A,
        months_since_prior_ct=Decimal(3),
    )

    assert categorize_nodule(nodule).category == category


EXIT_ROWS = [
    ("prior_ct_pending", "0", "obtain prior chest CT for comparison", None),
    ("incomplete_exam", "0", "additional LDCT imaging", None),
    ("infection_or_inflammation", "0", "1-3 month LDCT", "1-3"),
    ("none", "1", ANNUAL, "12"),
    ("benign_calcification", "1", ANNUAL, "12"),
    ("fat_containing", "1", ANNUAL, "12"),
]


@pytest.mark.parametrize(("finding", "category", "management", "interval"), EXIT_ROWS)
def test_a_finding_without_a_nodule_to_measure_needs_nothing_else(
    finding: str, category: str, management: str, interval: str | None
) -> None:
    result = categorize_nodule(Nodule(finding=Finding(finding)))

    assert (result.category, result.management) == (category, management)
    assert result.interval_months == interval
