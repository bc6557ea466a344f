"""Lung-RADS v1.1: every row of its table, what v2022 changed, and refusals."""

from decimal import Decimal

import pytest

from screening.clinical.lung_rads import (
    V1_1,
    AirwayContent,
    AirwayLevel,
    Finding,
    Morphology,
    Nodule,
    Readings,
    Status,
    categorize_nodule,
    evaluate_row,
    read_nodule,
)
from screening.clinical.reasons import InvalidInput, MissingInput


def category_of(**cells: str) -> str:
    return categorize_nodule(read_nodule(cells), edition=V1_1).category


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
solid       new                3.9  -     -    2
solid       new                4.0  -     -    3
solid       new                5.9  -     -    3
solid       new                6.0  -     -    4A
solid       new                7.9  -     -    4A
solid       new                8.0  -     -    4B
solid       new                -    33    -    2
solid       new                -    34    -    3
solid       growing            7.9  -     -    4A
solid       growing            8.0  -     -    4B
solid       slow_growing       7.9  -     -    4A
solid       slow_growing       8.0  -     -    4B
solid       threshold_crossed  8.1  -     -    4A
cavitary    baseline           7.9  -     -    3
part_solid  baseline           5.9  -     5.0  2
part_solid  baseline           6.0  -     5.9  3
part_solid  baseline           12.0 -     6.0  4A
part_solid  baseline           12.0 -     7.9  4A
part_solid  baseline           12.0 -     8.0  4B
part_solid  new                5.9  -     3.9  3
part_solid  new                6.0  -     3.9  4A
part_solid  new                6.0  -     4.0  4B
part_solid  solid_component_new      9.0  -  3.9  4A
part_solid  solid_component_new      9.0  -  4.0  4B
part_solid  solid_component_growing  9.0  -  3.9  4A
part_solid  solid_component_growing  9.0  -  4.0  4B
non_solid   baseline           29.9 -     -    2
non_solid   baseline           30.0 -     -    3
non_solid   baseline           -    14136 -    2
non_solid   baseline           -    14137 -    3
non_solid   new                30.0 -     -    3
non_solid   growing            29.9 -     -    2
non_solid   stable             40.0 -     -    2
non_solid   slow_growing       40.0 -     -    2
none        -                  -    -     -    1
benign_calcification -         -    -     -    1
fat_containing       -         -    -     -    1
prior_ct_pending     -         -    -     -    0
incomplete_exam      -         -    -     -    0
"""


@pytest.mark.parametrize("line", SIZE_ROWS.strip().splitlines())
def test_a_printed_row_gives_its_category(line: str) -> None:
    names = ("finding", "status", "mean_diameter_mm", "volume_mm3", "solid_component_mm")
    *inputs, category = line.split()

    row = {name: value for name, value in zip(names, inputs, strict=True) if value != "-"}

    assert category_of(**row) == category


# prior category, months since, category now: unchanged for three months is 2
UNCHANGED = [
    ("1", "12", "2"),
    ("2", "1", "2"),
    ("3", "2.9", "3"),
    ("3", "3", "2"),
    ("4A", "2.9", "4A"),
    ("4A", "3", "2"),
    ("4B", "2.9", "4B"),
    ("4B", "3", "2"),
    ("4X", "12", "4B"),
]


@pytest.mark.parametrize(("prior", "months", "category"), UNCHANGED)
@pytest.mark.parametrize("status", ["stable", "decreased"])
@pytest.mark.parametrize("finding", ["solid", "part_solid", "cavitary"])
def test_a_category_3_or_4_that_does_not_change_for_three_months_is_benign(
    finding: str, status: str, prior: str, months: str, category: str
) -> None:
    cells = {"prior_category": prior, "months_since_prior_ct": months}

    assert category_of(finding=finding, status=status, **cells) == category


# at a fissure, status, mean diameter in mm, outline, category
PERIFISSURAL = [
    ("yes", "baseline", "9.9", "smooth_oval", "2"),
    ("yes", "new", "9.9", "smooth_triangular", "2"),
    ("yes", "baseline", "10.0", "smooth_oval", "4A"),
    ("yes", "baseline", "7.0", "irregular", "3"),
    ("yes", "growing", "9.0", "smooth_oval", "4B"),
    ("no", "baseline", "7.0", "smooth_oval", "3"),
    ("", "baseline", "7.0", "smooth_oval", "3"),
    ("", "new", "8.0", "smooth_lentiform", "4B"),
]


@pytest.mark.parametrize(("at_fissure", "status", "size", "morphology", "category"), PERIFISSURAL)
def test_a_pleural_nodule_is_benign_only_if_small_smooth_and_at_a_fissure(
    at_fissure: str, status: str, size: str, morphology: str, category: str
) -> None:
    cells = {"mean_diameter_mm": size, "morphology": morphology, "perifissural": at_fissure}

    assert category_of(finding="juxtapleural", status=status, **cells) == category


def test_the_outline_of_a_small_nodule_at_a_fissure_is_needed() -> None:
    with pytest.raises(MissingInput) as refusal:
        category_of(finding="juxtapleural", status="new", mean_diameter_mm="8", perifissural="yes")

    assert refusal.value.column == "morphology"


def test_a_growing_nodule_at_a_fissure_stays_benign_where_the_site_reads_it_so() -> None:
    nodule = Nodule(
        finding=Finding.JUXTAPLEURAL,
        status=Status.GROWING,
        mean_diameter_mm=Decimal(8),
        morphology=Morphology.SMOOTH_OVAL,
        is_perifissural=True,
    )

    result = categorize_nodule(nodule, Readings(growing_juxtapleural_as_solid=False), V1_1)

    assert result.category == "2"


@pytest.mark.parametrize("level", [*AirwayLevel, None])
@pytest.mark.parametrize("status", [Status.BASELINE, Status.STABLE, Status.DECREASED])
def test_an_endobronchial_nodule_is_4a_at_any_level(
    level: AirwayLevel | None, status: Status
) -> None:
    nodule = Nodule(finding=Finding.AIRWAY, status=status, airway_level=level)

    result = categorize_nodule(nodule, edition=V1_1)

    assert (result.category, result.management) == ("4A", "3-month LDCT")


def test_secretions_in_an_airway_are_no_nodule() -> None:
    nodule = Nodule(
        finding=Finding.AIRWAY,
        status=Status.NEW,
        airway_content=AirwayContent.AIR_OR_SECRETIONS,
    )

    assert categorize_nodule(nodule, edition=V1_1).category == "2"


@pytest.mark.parametrize("finding", ["cyst", "infection_or_inflammation"])
def test_what_came_with_v2022_is_not_classified(finding: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        category_of(finding=finding, status="baseline")

    assert refusal.value.column == "finding"


@pytest.mark.parametrize("status", ["growing", "slow_growing"])
def test_the_part_of_a_part_solid_nodule_that_grows_has_to_be_named(status: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        category_of(finding="part_solid", status=status, mean_diameter_mm="9")

    assert refusal.value.column == "status"


WORK_UP = (
    "chest CT with or without contrast, PET/CT (if solid component >= 8 mm) and/or tissue sampling"
)


@pytest.mark.parametrize(
    ("status", "size", "interval", "management"),
    [
        ("baseline", "5", "12", "12-month screening LDCT"),
        ("baseline", "6", "6", "6-month LDCT"),
        ("new", "6", "3", "3-month LDCT"),
        (
            "baseline",
            "8",
            "3",
            "3-month LDCT; PET/CT may be considered (solid nodule or component >= 8 mm)",
        ),
        ("baseline", "15", "", WORK_UP),
        ("new", "8", "", f"{WORK_UP}; 1-month LDCT may be considered (large new nodule)"),
    ],
)
def test_the_management_is_that_of_the_edition(
    status: str, size: str, interval: str, management: str
) -> None:
    row = {"finding": "solid", "status": status, "mean_diameter_mm": size}

    results, _ = evaluate_row(row, edition=V1_1)

    assert (results["interval_months"], results["management"]) == (interval, management)


def test_other_nodules_and_significant_findings_make_the_exam_as_in_v2022() -> None:
    row = {
        "finding": "solid",
        "status": "baseline",
        "mean_diameter_mm": "5",
        "other_nodule_categories": "3;4B",
        "s_finding": "emphysema",
    }

    results, _ = evaluate_row(row, edition=V1_1)

    assert (results["nodule_category"], results["report_code"]) == ("2", "4BS")
    assert results["management"].startswith("chest CT with or without contrast")
    assert results["positive_screen"] == "yes"


@pytest.mark.parametrize("category", ["3", "4A", "4B"])
def test_suspicious_features_lift_a_category_3_or_4_to_4x(category: str) -> None:
    size = {"3": "6", "4A": "8", "4B": "15"}[category]

    lifted = category_of(
        finding="solid",
        status="baseline",
        mean_diameter_mm=size,
        suspicious_features="spiculation",
    )

    assert lifted == "4X"
