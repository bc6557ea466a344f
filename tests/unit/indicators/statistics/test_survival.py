"""Medians of waiting times against the published curve."""

from collections import Counter

import pytest

from screening.indicators.statistics import MedianTime, median_time
from tests.factories.golden import golden_rows

ROWS = golden_rows("kaplan_meier_vectors.csv")


def kaplan_meier_sample():
    days = [int(text) for text in ROWS[0]["durations"].split(";")]
    ended = Counter(d for d, e in zip(days, ROWS[0]["events"].split(";"), strict=True) if e == "1")
    return ended, Counter(days) - ended


def first_half(column):
    """The first day on which the published curve is one half or less."""
    return next(int(row["time"]) for row in ROWS if float(row[column]) <= 0.5)


def test_the_median_is_where_the_published_curve_and_its_limits_come_down_to_half():
    time = median_time(*kaplan_meier_sample())

    assert time == MedianTime(
        median=first_half("survival"),
        lower=first_half("loglog_lower"),
        upper=first_half("loglog_upper"),
        n=20,
        open=8,
    )


@pytest.mark.parametrize(("waiting", "median"), [({}, 10), ({30: 4}, 20), ({30: 5}, None)])
def test_those_who_still_wait_are_not_dropped_from_the_median(waiting, median):
    treated = Counter({10: 3, 20: 1})

    assert median_time(treated, Counter(waiting)).median == median


def test_nobody_treated_yet_has_no_median():
    assert median_time(Counter(), Counter({4: 2})) == MedianTime(None, None, None, 2, 2)
    assert median_time(Counter(), Counter()) == MedianTime(None, None, None, 0, 0)
