"""Rows at the limits of the statistics, for their pages of documentation."""

from collections.abc import Mapping

from screening.protocol.systems import Case


def _share(words: str, x: str, n: str, method: str = "wilson") -> Case:
    return Case(words, {"x": x, "n": n, "method": method})


def _rate(words: str, x: str, method: str, **more: str) -> Case:
    return Case(words, {"x": x, "denominator": "1000", "method": method, **more})


CASES: Mapping[str, tuple[Case, ...]] = {
    "proportion-interval": (
        _share("98 of 14,010", "98", "14010"),
        _share("98 of 14,010, exactly", "98", "14010", "clopper_pearson"),
        _share("none", "0", "100"),
        _share("all", "100", "100"),
        _share("no one", "0", "0"),
        _share("more than all", "101", "100"),
    ),
    "poisson-interval": (
        _rate("no event", "0", "garwood_exact"),
        _rate("one event", "1", "garwood_exact"),
        _rate("one event, Byar's cube negative", "1", "byar_breslow_day", conf="0.998"),
        _rate("per 1,000", "98", "garwood_exact", denominator="14010", multiplier="1000"),
    ),
    "newcombe": (
        Case(
            "first example of the publication",
            {"x1": "56", "n1": "70", "x2": "48", "n2": "80", "method": "newcombe_hybrid_score"},
        ),
        Case(
            "none against all",
            {"x1": "0", "n1": "10", "x2": "10", "n2": "10", "method": "newcombe_hybrid_score"},
        ),
    ),
    "direct-rate": (
        Case(
            "two bands, nine events, Byar's limits",
            {
                "counts": "4;5",
                "populations": "1000;1000",
                "standard": "1;1",
                "method": "dobson_byar",
            },
        ),
        Case(
            "no event, gamma limits",
            {
                "counts": "0;0",
                "populations": "1000;1000",
                "standard": "1;1",
                "method": "fay_feuer_gamma",
            },
        ),
        Case(
            "a band without people",
            {
                "counts": "0;1",
                "populations": "0;1000",
                "standard": "1;1",
                "method": "fay_feuer_gamma",
            },
        ),
    ),
    "detection-ratio": (
        Case(
            "as many as expected",
            {
                "screened": "1000",
                "reference_rate_per_1000": "10",
                "observed": "10",
                "method": "garwood_exact",
            },
        ),
        Case(
            "none observed, limits on the logarithm",
            {
                "screened": "1000",
                "reference_rate_per_1000": "10",
                "observed": "0",
                "method": "log_normal",
            },
        ),
    ),
    "funnel": (
        Case(
            "a small site",
            {"target": "0.007", "denominator": "20", "method": "exact_binomial_interpolated"},
        ),
        Case(
            "spread between sites not given",
            {"target": "0.065", "denominator": "500", "method": "arcsine_additive_od"},
        ),
    ),
}
