"""The status that measurements over several exams propose."""

from datetime import date
from decimal import Decimal

import pytest

from screening.clinical.lung_rads import (
    Finding,
    Morphology,
    Sighting,
    Status,
    derive_status,
    months_between,
    possible_statuses,
)
from screening.clinical.reasons import InvalidInput, MissingInput


def exam(month: str, total: str | None, part: str | None = None) -> Sighting:
    """Return the exam of a month's fifteenth; without a size the lesion was not visible."""
    return Sighting(
        examined_on=date.fromisoformat(f"{month}-15"),
        is_visible=total is not None,
        mean_diameter_mm=None if total is None else Decimal(total),
        solid_component_mm=None if part is None else Decimal(part),
    )


SOLID_COURSES = [
    ("first exam", [("2024-01", "7.0")], "baseline"),
    ("not there before", [("2024-01", None), ("2025-01", "5.0")], "new"),
    ("gone", [("2024-01", "5.0"), ("2025-01", None)], "resolved"),
    ("+1.6 mm in 12 months", [("2024-01", "5.0"), ("2025-01", "6.6")], "growing"),
    ("+1.5 mm exactly", [("2024-01", "6.0"), ("2025-01", "7.5")], "stable"),
    ("+1.6 mm in 3 months", [("2024-01", "6.0"), ("2024-04", "7.6")], "growing"),
    ("+1.4 mm in 3 months is not scaled up", [("2024-01", "6.0"), ("2024-04", "7.4")], "stable"),
    ("+1.6 mm in 24 months is scaled down", [("2023-01", "6.0"), ("2025-01", "7.6")], "stable"),
    ("+3.2 mm in 24 months", [("2023-01", "6.0"), ("2025-01", "9.2")], "growing"),
    (
        "+2.0 mm within 12 months over two intervals",
        [("2024-01", "6.0"), ("2024-07", "7.0"), ("2025-01", "7.9")],
        "growing",
    ),
    ("5.8 to 6.2", [("2024-01", "5.8"), ("2025-01", "6.2")], "threshold_crossed"),
    ("7.8 to 8.1", [("2024-01", "7.8"), ("2025-01", "8.1")], "threshold_crossed"),
    ("14.7 to 15.0", [("2024-01", "14.7"), ("2025-01", "15.0")], "threshold_crossed"),
    (
        "+1.0 mm a year for two years",
        [("2023-01", "6.0"), ("2024-01", "6.9"), ("2025-01", "7.8")],
        "slow_growing",
    ),
    (
        "slow growth over a limit is the higher of the two",
        [("2023-01", "5.0"), ("2024-01", "5.9"), ("2025-01", "6.8")],
        "slow_growing",
    ),
    (
        "fast growth once, then unchanged",
        [("2023-01", "6.0"), ("2024-01", "7.9"), ("2025-01", "7.9")],
        "stable",
    ),
    ("-1.6 mm", [("2024-01", "7.6"), ("2025-01", "6.0")], "decreased"),
    ("-1.5 mm exactly", [("2024-01", "7.5"), ("2025-01", "6.0")], "stable"),
    ("gone and back", [("2023-01", "5.0"), ("2024-01", None), ("2025-01", "5.0")], "new"),
]


@pytest.mark.parametrize(
    ("exams", "status"),
    [course[1:] for course in SOLID_COURSES],
    ids=[course[0] for course in SOLID_COURSES],
)
def test_the_course_of_a_solid_nodule_proposes_its_status(
    exams: list[tuple[str, str | None]], status: str
) -> None:
    sightings = [exam(month, total) for month, total in exams]

    assert derive_status(Finding.SOLID, sightings) == status
    assert derive_status(Finding.SOLID, sightings[::-1]) == status


PART_SOLID_COURSES = [
    ([("2024-01", "9.0", "0"), ("2025-01", "9.0", "3.0")], "solid_component_new"),
    ([("2024-01", "9.0", "2.0"), ("2025-01", "9.0", "3.6")], "solid_component_growing"),
    ([("2024-01", "9.0", "2.0"), ("2025-01", "9.0", "3.5")], "stable"),
    ([("2024-01", "9.0", "2.0"), ("2025-01", "11.0", "2.0")], "stable"),
    ([("2024-01", "5.0", "2.0"), ("2025-01", "7.0", "2.0")], "threshold_crossed"),
    ([("2024-01", "9.0", "5.8"), ("2025-01", "9.0", "6.2")], "threshold_crossed"),
    (
        [("2023-01", "9.0", "2.0"), ("2024-01", "9.0", "3.0"), ("2025-01", "9.0", "4.0")],
        "slow_growing",
    ),
]


@pytest.mark.parametrize(("exams", "status"), PART_SOLID_COURSES)
def test_the_course_of_a_part_solid_nodule_says_which_part_grows(
    exams: list[tuple[str, str, str]], status: str
) -> None:
    sightings = [exam(month, total, part) for month, total, part in exams]

    assert derive_status(Finding.PART_SOLID, sightings) == status


def test_growth_over_a_limit_supports_both_statuses() -> None:
    sightings = [exam("2024-01", "5.0"), exam("2025-01", "7.0")]

    statuses = possible_statuses(Finding.SOLID, sightings)

    assert statuses == (Status.GROWING, Status.THRESHOLD_CROSSED)
    assert derive_status(Finding.SOLID, sightings) is Status.GROWING


def test_a_smooth_juxtapleural_nodule_has_no_limit_below_10_mm() -> None:
    sightings = [exam("2024-01", "7.8"), exam("2025-01", "8.1")]

    smooth = derive_status(Finding.JUXTAPLEURAL, sightings, Morphology.SMOOTH_OVAL)
    irregular = derive_status(Finding.JUXTAPLEURAL, sightings, Morphology.IRREGULAR)

    assert (smooth, irregular) == (Status.STABLE, Status.THRESHOLD_CROSSED)


@pytest.mark.parametrize("finding", [Finding.AIRWAY, Finding.CYST])
def test_the_reader_gives_the_status_of_what_has_no_size_rows(finding: Finding) -> None:
    with pytest.raises(MissingInput, match="status"):
        derive_status(finding, [exam("2024-01", "5.0"), exam("2025-01", "5.0")])


@pytest.mark.parametrize(
    ("finding", "column"),
    [(Finding.SOLID, "mean_diameter_mm"), (Finding.PART_SOLID, "solid_component_mm")],
)
def test_a_measure_missing_on_one_of_the_exams_is_named(finding: Finding, column: str) -> None:
    current = exam("2025-01", "5.0")
    unmeasured = Sighting(
        examined_on=date(2024, 1, 15),
        mean_diameter_mm=Decimal(5) if finding is Finding.PART_SOLID else None,
    )

    with pytest.raises(MissingInput) as refusal:
        derive_status(finding, [unmeasured, current])

    assert refusal.value.column == column


def test_a_course_without_any_exam_has_no_status() -> None:
    with pytest.raises(MissingInput):
        derive_status(Finding.SOLID, [])


@pytest.mark.parametrize(
    "sightings",
    [
        [exam("2024-01", None)],
        [exam("2024-01", None), exam("2025-01", None)],
        [exam("2024-01", "5.0"), exam("2024-01", "6.0")],
    ],
)
def test_a_course_that_cannot_be_is_refused(sightings: list[Sighting]) -> None:
    with pytest.raises(InvalidInput):
        derive_status(Finding.SOLID, sightings)


@pytest.mark.parametrize(
    ("earlier", "later", "months"),
    [
        ("2024-01-15", "2025-01-15", Decimal(12)),
        ("2023-08-31", "2024-02-29", Decimal(6)),
        ("2023-08-31", "2024-03-01", 6 + Decimal(1) / 30),
        ("2024-01-15", "2024-06-30", Decimal("5.5")),
        ("2024-01-31", "2024-02-28", Decimal(28) / 30),
        ("2024-01-20", "2024-04-19", 2 + Decimal(29) / 30),
        ("2024-01-15", "2024-01-15", Decimal(0)),
    ],
)
def test_months_are_calendar_months(earlier: str, later: str, months: Decimal) -> None:
    assert months_between(date.fromisoformat(earlier), date.fromisoformat(later)) == months
