"""What a row may leave out, and how a row that cannot be computed is refused."""

import pytest

from screening.clinical.reasons import ClinicalInputError
from screening.indicators.bulk.systems import SYSTEMS
from screening.indicators.statistics.standards import STANDARD_POPULATIONS
from tests.factories.golden import golden_rows

OF_CODE = {system.code: system for system in SYSTEMS}
GOOD = {
    "proportion-interval": {"x": "98", "n": "14010", "method": "wilson"},
    "poisson-interval": {"x": "98", "denominator": "14010", "method": "garwood_exact"},
    "newcombe": {
        "x1": "98", "n1": "14010", "x2": "60", "n2": "12000", "method": "newcombe_hybrid_score",
    },
    "direct-rate": {
        "counts": "9;19", "populations": "1000;900", "standard": "3;2",
        "method": "fay_feuer_gamma",
    },
    "detection-ratio": {
        "screened": "2400;9800", "reference_rate_per_1000": "3.56;4.37", "observed": "40",
        "method": "garwood_exact",
    },
    "funnel": {"target": "0.007", "denominator": "250", "method": "exact_binomial_interpolated"},
}  # fmt: skip


def evaluated(code, **changes):
    return dict(OF_CODE[code].evaluate({**GOOD[code], **changes}))


@pytest.mark.parametrize("code", GOOD)
def test_level_multiplier_and_names_can_be_left_out(code):
    results = evaluated(code)

    assert all(results.values())
    assert results == evaluated(code, conf="", multiplier="", tau2="", strata="", bands="")


@pytest.mark.parametrize("code", sorted(set(GOOD) - {"funnel"}))
def test_without_a_level_it_is_95_percent_and_the_reasons_say_so(code):
    assert evaluated(code) == evaluated(code, conf="0.95")
    assert "95 %" in evaluated(code)["reasons"]
    assert evaluated(code) != evaluated(code, conf="0.998")


def test_counts_may_be_written_with_an_exponent():
    assert evaluated("proportion-interval", n="1e+05") == evaluated(
        "proportion-interval", n="100000"
    )


REFUSED = [
    ("proportion-interval", {"n": "0"}, "n is 0; it is a whole number from 1 to 1000000000000"),
    ("proportion-interval", {"x": "9.5"}, "x is 9.5; it is a whole number from 0 to"),
    ("proportion-interval", {"x": "-1"}, "x is -1; it is a whole number from 0 to"),
    ("proportion-interval", {"x": "9", "n": "8"}, "x is 9; it is at most n (8)"),
    ("proportion-interval", {"n": "1e400"}, "n is 1E+400; it is a whole number"),
    ("proportion-interval", {"x": "many"}, "x is many; it is a number"),
    ("proportion-interval", {"x": ""}, "x is needed here and is not known"),
    ("proportion-interval", {"method": ""}, "method is needed here and is not known"),
    ("proportion-interval", {"method": "exact"},
     "method is exact; it is one of wilson, clopper_pearson, wilson_cc, wald"),
    ("proportion-interval", {"conf": "95"}, "conf is 95; it lies above 0 and up to"),
    ("proportion-interval", {"conf": "0"}, "conf is 0; it lies above 0 and up to"),
    ("poisson-interval", {"denominator": "0"}, "denominator is 0; it is a number from 1E-12 to"),
    ("poisson-interval", {"multiplier": "-1"}, "multiplier is -1; it is a number from"),
    ("poisson-interval", {"method": "wilson"}, "method is wilson; it is one of garwood_exact,"),
    ("newcombe", {"x2": "12001"}, "x2 is 12001; it is at most n2 (12000)"),
    ("newcombe", {"n1": ""}, "n1 is needed here and is not known"),
    ("direct-rate", {"populations": "1000;0"}, "populations is 0; it is a number from"),
    ("direct-rate", {"populations": "1000"},
     "populations is a list of 1; it has as many items as counts (2)"),
    ("direct-rate", {"strata": "40-49"},
     "strata is a list of 1; it has as many items as counts (2)"),
    ("direct-rate", {"counts": "9;"}, "counts is 9;; between ; stands an item"),
    ("direct-rate", {"counts": "9;19.5"}, "counts is 19.5; it is a whole number"),
    ("direct-rate", {"standard": "3;0"}, "standard is 0; it is a number from"),
    ("direct-rate", {"standard": "mars"},
     "standard is mars; it is a list of numbers, or one of segi_1960_world,"),
    ("direct-rate", {"standard": "china_2020_census"},
     "strata is blank; with china_2020_census each is one of 0-4, 5-9,"),
    ("direct-rate", {"standard": "china_2020_census", "strata": "40-44;45-50"},
     "strata is 45-50; with china_2020_census each is one of"),
    ("direct-rate", {"counts": "0;0", "method": "dobson_exact"},
     "counts is 0;0; dobson_exact needs an event"),
    ("detection-ratio", {"screened": "0;0"}, "screened is 0;0; someone was screened"),
    ("detection-ratio", {"reference_rate_per_1000": "0;0"},
     "reference_rate_per_1000 is 0;0; one of its numbers is above 0"),
    ("detection-ratio", {"observed": "0", "method": "log_normal"},
     "observed is 0; log_normal needs at least 1"),
    ("funnel", {"target": "1.2"}, "target is 1.2; it is a proportion from 0 to 1"),
    ("funnel", {"denominator": "67.4"}, "denominator is 67.4; it is a whole number from 1 to"),
    ("funnel", {"method": "arcsine_additive_od"}, "tau2 is needed here and is not known"),
    ("funnel", {"method": "normal", "tau2": "0.1"}, "tau2 is 0.1; it is 0 or blank with normal"),
    ("funnel", {"method": "arcsine_additive_od", "tau2": "2"},
     "tau2 is 2; it lies between 0 and 1"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "changes", "message"), REFUSED)
def test_a_bad_cell_is_refused_by_its_column_its_value_and_what_is_allowed(code, changes, message):
    with pytest.raises(ClinicalInputError) as refused:
        evaluated(code, **changes)

    assert str(refused.value).startswith(message)


def test_fewer_than_ten_events_have_a_rate_without_byars_limits_and_say_why():
    results = evaluated("direct-rate", counts="4;5", method="dobson_byar", multiplier="1000")

    # (3 x 4/1000 + 2 x 5/900) / 5 per 1000.
    assert float(results["dsr"]) == pytest.approx(4.622222222)
    assert (results["lower"], results["upper"]) == ("", "")
    assert "fewer than 10 events" in results["reasons"]


def test_where_byar_has_no_lower_limit_the_exact_method_is_named():
    results = evaluated("poisson-interval", x="1", method="byar_breslow_day", conf="0.998")

    assert results["lower"] == ""
    assert "use garwood_exact" in results["reasons"]


@pytest.mark.parametrize("standard", STANDARD_POPULATIONS, ids=lambda each: each.code)
def test_a_standard_population_is_also_taken_by_its_name_and_named_in_the_reasons(standard):
    bands = "40-44;45-49"
    weights = ";".join(str(standard.bands[band]) for band in bands.split(";"))

    named = evaluated("direct-rate", standard=standard.code, strata=bands)
    typed = evaluated("direct-rate", standard=weights, strata=bands)

    assert named.pop("reasons").startswith(standard.title)
    assert typed.pop("reasons")
    assert named == typed


def test_the_published_reference_rates_are_taken_by_their_name():
    row = next(r for r in golden_rows("sdr_vectors.csv") if r["description"].startswith("prev"))
    inputs = {name: row[name] for name in OF_CODE["detection-ratio"].inputs}

    named = evaluated(
        "detection-ratio", **{**inputs, "reference_rate_per_1000": "nhsbsp_2021_prevalent"}
    )

    assert float(named["expected"]) == pytest.approx(float(row["expected"]))
    assert float(named["sdr"]) == pytest.approx(float(row["sdr"]))
