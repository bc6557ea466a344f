"""Standardized rates against the published data sets, and the tables they are weighted by."""

import pytest

from screening.indicators.statistics.standardized import (
    DIRECT_METHODS,
    Stratum,
    fay_feuer_gamma,
    standardize,
)
from screening.indicators.statistics.standards import REFERENCE_RATES, STANDARD_POPULATIONS
from tests.factories.golden import golden_rows, row_id


def numbers(cell):
    return [float(item) for item in cell.split(";")]


@pytest.mark.parametrize("row", golden_rows("dsr_vectors.csv"), ids=row_id)
def test_a_standardized_rate_and_its_interval_are_those_of_the_reference_implementation(row):
    columns = (map(int, numbers(row["counts"])), *map(numbers, (row["populations"],)))
    strata = zip(*columns, numbers(row["standard"]), strict=True)
    rate = standardize([Stratum(*stratum) for stratum in strata])
    limits = DIRECT_METHODS[row["method"]](rate, float(row["conf"]))
    per = float(row["multiplier"])

    assert rate.total == int(row["total_count"])
    assert rate.crude * per == pytest.approx(float(row["crude_rate"]), rel=1e-8)
    assert rate.value * per == pytest.approx(float(row["dsr"]), rel=1e-8)
    if row["lower"]:
        assert limits.lower * per == pytest.approx(float(row["lower"]), rel=1e-8)
        assert limits.upper * per == pytest.approx(float(row["upper"]), rel=1e-8)
    else:
        assert limits is None


def test_no_event_has_an_upper_limit_by_gamma_alone():
    rate = standardize([Stratum(0, 1000, 1), Stratum(0, 500, 3)])

    # One event more in the stratum where it weighs most, with the distribution of one event.
    assert fay_feuer_gamma(rate).lower == 0
    assert fay_feuer_gamma(rate).upper == pytest.approx(0.75 / 500 * 3.688879454113936)
    assert DIRECT_METHODS["dobson_exact"](rate, 0.95) is None
    assert DIRECT_METHODS["dobson_byar"](rate, 0.95) is None


def test_standard_populations_are_the_published_ones_band_by_band():
    published = {
        (row["standard"], row["age_group"]): float(row["population"])
        for row in golden_rows("standard_populations.csv")
    }

    ours = {(each.code, band): n for each in STANDARD_POPULATIONS for band, n in each.bands.items()}
    assert ours == published


@pytest.mark.parametrize(
    ("code", "people"),
    [("segi_1960_world", 100_000), ("china_2000_census", 1_242_612_226),
     ("china_2020_census", 1_409_778_724)],
)  # fmt: skip
def test_a_standard_population_sums_to_its_published_total(code, people):
    (standard,) = (each for each in STANDARD_POPULATIONS if each.code == code)

    assert sum(standard.bands.values()) == people


def test_reference_rates_are_the_published_ones_without_the_row_that_could_not_be_read():
    prevalent, incident = REFERENCE_RATES
    rows = [
        row
        for row in golden_rows("sdr_reference_nhsbsp_2021.csv")
        if row["expected_invasive_per_1000_prevalent"]
    ]

    for standard, column in ((prevalent, "prevalent"), (incident, "incident")):
        assert standard.bands == {
            row["age_band"]: float(row[f"expected_invasive_per_1000_{column}"]) for row in rows
        }


@pytest.mark.parametrize("standard", [*STANDARD_POPULATIONS, *REFERENCE_RATES])
def test_every_standard_names_its_source(standard):
    assert standard.title
    assert standard.source
