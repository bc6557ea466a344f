"""Sphere volumes, doubling times and the growth verdict against the published figures."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.clinical.nodule_growth import (
    Growth,
    GrowthVerdict,
    NelsonClass,
    growth_by_diameter,
    growth_by_volume,
    sphere_volume_mm3,
)
from screening.clinical.reasons import InvalidInput


@pytest.mark.parametrize(
    ("diameter_mm", "volume_mm3"),
    [
        (4, "33.5"),
        (5, "65.4"),
        (6, "113.1"),
        (8, "268.1"),
        (10, "523.6"),
        (15, "1767.1"),
        (20, "4188.8"),
        (30, "14137.2"),
    ],
)
def test_the_volume_is_that_of_a_sphere(diameter_mm: int, volume_mm3: str) -> None:
    assert sphere_volume_mm3(Decimal(diameter_mm)) == Decimal(volume_mm3)


PUBLISHED_DOUBLING_TIMES = [
    (growth_by_volume(100, 125, 90), "279.6"),
    (growth_by_volume(150, 190, 92), "269.8"),
    (growth_by_volume(100, 200, 365), "365.0"),
    (growth_by_diameter(Decimal(6), Decimal(8), 90), "72.3"),
    (growth_by_diameter(Decimal(8), Decimal("9.6"), 365), "462.6"),
    (growth_by_diameter(Decimal(7), Decimal("8.6"), 365), "409.7"),
]


@pytest.mark.parametrize(("growth", "days"), PUBLISHED_DOUBLING_TIMES)
def test_the_doubling_time_is_the_published_one(growth: Growth, days: str) -> None:
    assert growth.doubling_time_days == Decimal(days)
    assert growth.verdict is GrowthVerdict.GROWING


@pytest.mark.parametrize(
    ("later_mm3", "verdict"), [(180, GrowthVerdict.SHRINKING), (200, GrowthVerdict.NO_GROWTH)]
)
def test_what_does_not_grow_has_no_doubling_time(later_mm3: int, verdict: GrowthVerdict) -> None:
    growth = growth_by_volume(200, later_mm3, 90)

    assert (growth.verdict, growth.doubling_time_days) == (verdict, None)
    assert growth.nelson is NelsonClass.NEGATIVE


@pytest.mark.parametrize(
    ("later_mm3", "days", "nelson"),
    [
        (124, 10, NelsonClass.NEGATIVE),
        (125, 10, NelsonClass.POSITIVE),
        (200, 399, NelsonClass.POSITIVE),
        (200, 400, NelsonClass.INDETERMINATE),
        (200, 600, NelsonClass.INDETERMINATE),
        (200, 601, NelsonClass.NEGATIVE),
    ],
)
def test_nelson_asks_for_a_quarter_more_volume_and_then_grades_the_doubling_time(
    later_mm3: int, days: int, nelson: NelsonClass
) -> None:
    assert growth_by_volume(100, later_mm3, days).nelson is nelson


def test_a_quarter_more_volume_is_7_7_percent_more_diameter() -> None:
    growth = growth_by_diameter(Decimal(100), Decimal("107.7"), 90)

    assert round(growth.volume_change_percent) == 25


@pytest.mark.parametrize(
    ("earlier", "later", "days", "column"),
    [
        (0, 100, 90, "volume_mm3"),
        (100, 0, 90, "volume_mm3"),
        (100, 120, 0, "interval_days"),
        (100, 120, -1, "interval_days"),
    ],
)
def test_no_volume_or_no_time_between_is_refused(
    earlier: int, later: int, days: int, column: str
) -> None:
    with pytest.raises(InvalidInput) as refusal:
        growth_by_volume(earlier, later, days)

    assert refusal.value.column == column


@given(st.integers(1, 4_000_000), st.integers(1, 4_000_000), st.integers(1, 10_000))
def test_a_doubling_time_is_given_exactly_when_the_volume_rises(
    earlier: int, later: int, days: int
) -> None:
    growth = growth_by_volume(earlier, later, days)

    assert (growth.doubling_time_days is not None) == (later > earlier)
