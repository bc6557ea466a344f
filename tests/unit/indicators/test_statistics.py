"""Intervals and medians against the published reference implementations."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from screening.indicators.statistics import (
    PROPORTION_METHODS,
    RATE_METHODS,
    Limits,
    MedianTime,
    clopper_pearson,
    garwood_exact,
    limits_of,
    median_time,
    wilson,
)

GOLDEN = Path(__file__).parents[2] / "golden"


def rows_of(name):
    with (GOLDEN / name).open(encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.parametrize("row", rows_of("proportion_ci_vectors.csv"), ids=lambda row: row["id"])
def test_the_interval_of_a_proportion_is_that_of_the_reference_implementation(row):
    limits = limits_of(row["method"], int(float(row["x"])), int(row["n"]), float(row["conf"]))

    assert limits.lower == pytest.approx(float(row["lower"]), abs=1e-9)
    assert limits.upper == pytest.approx(float(row["upper"]), abs=1e-9)


@pytest.mark.parametrize("row", rows_of("poisson_ci_vectors.csv"), ids=lambda row: row["id"])
def test_the_interval_of_a_rate_is_that_of_the_reference_implementation(row):
    per = float(row["multiplier"])
    limits = limits_of(row["method"], int(row["x"]), float(row["denominator"]), float(row["conf"]))

    lower = float(row["lower"]) / per if row["lower"] else None
    assert limits.lower == (None if lower is None else pytest.approx(lower, abs=1e-9))
    assert limits.upper == pytest.approx(float(row["upper"]) / per, abs=1e-9)


def test_the_hospitals_headline_has_its_published_intervals():
    assert wilson(98, 14010) == Limits(
        pytest.approx(0.00574367, abs=5e-9), pytest.approx(0.00851662, abs=5e-9)
    )
    assert clopper_pearson(98, 14010) == Limits(
        pytest.approx(0.00568242, abs=5e-9), pytest.approx(0.00851814, abs=5e-9)
    )


@pytest.mark.parametrize("method", [*PROPORTION_METHODS, *RATE_METHODS])
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
    assert garwood_exact(0, 1000).lower == 0


def kaplan_meier_sample():
    row = rows_of("kaplan_meier_vectors.csv")[0]
    days = [int(text) for text in row["durations"].split(";")]
    ended = Counter(d for d, e in zip(days, row["events"].split(";"), strict=True) if e == "1")
    return ended, Counter(days) - ended


def first_half(column):
    """The first day on which the published curve is one half or less."""
    rows = rows_of("kaplan_meier_vectors.csv")
    return next(int(row["time"]) for row in rows if float(row[column]) <= 0.5)


def test_the_median_is_where_the_published_curve_and_its_limits_come_down_to_half():
    time = median_time(*kaplan_meier_sample())

    assert time == MedianTime(
        median=first_half("survival"),
        lower=first_half("loglog_lower"),
        upper=first_half("loglog_upper"),
        n=20,
        open=8,
    )


def test_those_who_still_wait_are_not_dropped_from_the_median():
    treated = Counter({10: 3, 20: 1})

    assert median_time(treated, Counter()).median == 10
    assert median_time(treated, Counter({30: 4})).median == 20
    assert median_time(treated, Counter({30: 5})).median is None


def test_nobody_treated_yet_has_no_median():
    assert median_time(Counter(), Counter({4: 2})) == MedianTime(None, None, None, 2, 2)
    assert median_time(Counter(), Counter()) == MedianTime(None, None, None, 0, 0)
