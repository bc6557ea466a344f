"""Funnel limits and the spread of sites against the published implementations."""

import pytest

from screening.indicators.statistics.funnels import (
    FUNNEL_METHODS,
    TAIL_95,
    TAIL_998,
    Funnel,
    measure_spread,
)
from screening.indicators.statistics.proportions import Share
from tests.factories.golden import golden_rows, row_id

SITES = golden_rows("funnel_sites.csv")


@pytest.mark.parametrize("row", golden_rows("funnel_vectors.csv"), ids=row_id)
def test_the_limits_for_a_site_are_those_of_the_reference_implementation(row):
    funnel = Funnel(float(row["target"]), float(row["tau2"] or 0))
    for name, tail in (("95", TAIL_95), ("998", TAIL_998)):
        limits = FUNNEL_METHODS[row["method"]](funnel, float(row["denominator"]), tail)

        assert limits.lower == pytest.approx(float(row[f"lower{name}"]), abs=1e-9)
        assert limits.upper == pytest.approx(float(row[f"upper{name}"]), abs=1e-9)


@pytest.fixture(scope="module")
def spread():
    return measure_spread([Share(int(row["numerator"]), int(row["denominator"])) for row in SITES])


def test_the_spread_of_sites_is_that_of_the_reference_implementation(spread):
    assert spread.funnel.target == pytest.approx(float(SITES[0]["target"]), abs=1e-9)
    assert spread.phi == pytest.approx(float(SITES[0]["phi"]), abs=1e-9)
    assert spread.funnel.tau2 == pytest.approx(float(SITES[0]["tau2"]), abs=1e-9)


@pytest.mark.parametrize(
    ("scores", "column"),
    [("scores", "Uzscore"), ("winsorized", "Wuzscore"), ("adjusted", "z_od")],
)
def test_the_scores_of_sites_are_those_of_the_reference_implementation(spread, scores, column):
    published = [float(row[column]) for row in SITES]

    assert getattr(spread, scores) == pytest.approx(published, abs=1e-9)


def test_sites_that_differ_no_more_than_by_chance_have_no_spread():
    spread = measure_spread([Share(50, 1000), Share(52, 1000), Share(49, 1000)])

    assert spread.funnel.tau2 == 0
    assert spread.adjusted == pytest.approx(spread.scores)


@pytest.mark.parametrize("method", sorted(set(FUNNEL_METHODS) - {"exact_poisson"}))
@pytest.mark.parametrize("target", [0, 0.007, 0.5, 0.999, 1])
@pytest.mark.parametrize("size", [1, 3, 20, 14010])
def test_limits_of_a_proportion_are_proportions_and_those_of_fewer_sites_lie_outside(
    method, target, size
):
    narrow, wide = (FUNNEL_METHODS[method](Funnel(target), size, t) for t in (TAIL_95, TAIL_998))

    assert 0 <= wide.lower <= narrow.lower <= narrow.upper <= wide.upper <= 1
