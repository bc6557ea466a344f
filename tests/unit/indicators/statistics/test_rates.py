"""Intervals of counts over an exposure against the published implementations."""

import pytest

from screening.indicators.statistics import limits_of
from screening.indicators.statistics.rates import (
    RATE_METHODS,
    RATIO_METHODS,
    garwood_exact,
    log_normal,
    phe_rule,
)
from tests.factories.golden import golden_rows, row_id


@pytest.mark.parametrize("row", golden_rows("poisson_ci_vectors.csv"), ids=row_id)
def test_the_interval_of_a_rate_is_that_of_the_reference_implementation(row):
    per = float(row["multiplier"])
    limits = limits_of(row["method"], int(row["x"]), float(row["denominator"]), float(row["conf"]))

    lower = float(row["lower"]) / per if row["lower"] else None
    assert limits.lower == (None if lower is None else pytest.approx(lower, abs=1e-9))
    assert limits.upper == pytest.approx(float(row["upper"]) / per, abs=1e-9)


@pytest.mark.parametrize("row", golden_rows("sdr_vectors.csv"), ids=row_id)
def test_the_interval_of_a_ratio_is_that_of_the_reference_implementation(row):
    method = RATIO_METHODS[row["method"]]
    limits = method(int(row["observed"]), float(row["expected"]), float(row["conf"]))

    assert limits.lower == pytest.approx(float(row["lower"]), abs=1e-9)
    assert limits.upper == pytest.approx(float(row["upper"]), abs=1e-9)


@pytest.mark.parametrize("method", RATE_METHODS)
def test_no_exposure_has_no_interval(method):
    assert limits_of(method, 0, 0) is None


@pytest.mark.parametrize("method", RATIO_METHODS)
def test_nothing_expected_has_no_interval(method):
    assert RATIO_METHODS[method](4, 0, 0.95) is None


def test_no_event_is_a_result_with_an_upper_limit():
    # -ln(0.025): the mean at which no event at all still has 2.5 %.
    assert garwood_exact(0, 1000).lower == 0
    assert garwood_exact(0, 1000).upper == pytest.approx(3.688879454113936 / 1000)


def test_english_figures_change_their_method_at_ten_events():
    assert phe_rule(9, 1) == RATIO_METHODS["garwood_exact"](9, 1, 0.95)
    assert phe_rule(10, 1) == RATIO_METHODS["byar_breslow_day"](10, 1, 0.95)


def test_a_logarithm_needs_an_event():
    assert log_normal(0, 4.7) is None
