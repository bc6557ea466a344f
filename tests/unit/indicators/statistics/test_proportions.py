"""Intervals of proportions and of their differences against the published implementations."""

import pytest

from screening.indicators.statistics import Limits, limits_of
from screening.indicators.statistics.proportions import (
    DIFFERENCE_METHODS,
    PROPORTION_METHODS,
    Share,
    clopper_pearson,
    newcombe,
    wilson,
)
from tests.factories.golden import golden_rows, row_id


@pytest.mark.parametrize("row", golden_rows("proportion_ci_vectors.csv"), ids=row_id)
def test_the_interval_of_a_proportion_is_that_of_the_reference_implementation(row):
    limits = limits_of(row["method"], int(float(row["x"])), int(row["n"]), float(row["conf"]))

    assert limits.lower == pytest.approx(float(row["lower"]), abs=1e-9)
    assert limits.upper == pytest.approx(float(row["upper"]), abs=1e-9)


@pytest.mark.parametrize("row", golden_rows("newcombe_vectors.csv"), ids=row_id)
def test_the_interval_of_a_difference_is_that_of_the_reference_implementation(row):
    one, other = (Share(int(row[f"x{which}"]), int(row[f"n{which}"])) for which in "12")
    limits = DIFFERENCE_METHODS[row["method"]](one, other, float(row["conf"]))

    assert one.value - other.value == pytest.approx(float(row["difference"]), abs=1e-9)
    assert limits.lower == pytest.approx(float(row["lower"]), abs=1e-9)
    assert limits.upper == pytest.approx(float(row["upper"]), abs=1e-9)


def test_the_hospitals_headline_has_its_published_intervals():
    assert wilson(98, 14010) == Limits(
        pytest.approx(0.00574367, abs=5e-9), pytest.approx(0.00851662, abs=5e-9)
    )
    assert clopper_pearson(98, 14010) == Limits(
        pytest.approx(0.00568242, abs=5e-9), pytest.approx(0.00851814, abs=5e-9)
    )


@pytest.mark.parametrize("method", PROPORTION_METHODS)
def test_nothing_examined_has_no_interval(method):
    assert limits_of(method, 0, 0) is None


@pytest.mark.parametrize("method", PROPORTION_METHODS)
def test_none_and_all_end_exactly_at_the_ends(method):
    assert limits_of(method, 0, 14010).lower == 0
    assert limits_of(method, 14010, 14010).upper == 1


@pytest.mark.parametrize("method", PROPORTION_METHODS)
def test_more_events_than_exams_have_no_interval_of_a_proportion(method):
    assert limits_of(method, 3, 2) is None


def test_no_event_is_a_result_with_an_upper_limit():
    assert clopper_pearson(0, 14010).upper == pytest.approx(0.000263, abs=1e-6)


@pytest.mark.parametrize("method", DIFFERENCE_METHODS)
@pytest.mark.parametrize("sizes", [(1, 1), (1, 2), (3, 7), (14010, 12000)])
def test_a_difference_never_exceeds_the_whole_and_turns_around_with_its_sides(method, sizes):
    first, second = sizes
    all_, none = Share(first, first), Share(0, second)
    forth = DIFFERENCE_METHODS[method](all_, none, 0.99)
    back = DIFFERENCE_METHODS[method](none, all_, 0.99)

    assert -1 <= forth.lower <= 1 == forth.upper
    assert (back.lower, back.upper) == (-1, pytest.approx(-forth.lower, abs=1e-12))


def test_two_equal_groups_differ_by_nothing_either_way():
    limits = newcombe(Share(50, 1000), Share(50, 1000))

    assert limits.lower == pytest.approx(-limits.upper, abs=1e-12)
    assert limits.lower < 0 < limits.upper
