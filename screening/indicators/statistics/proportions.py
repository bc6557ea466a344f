"""Intervals of a proportion, `x` of `n`, and of the difference between two of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import hypot, sqrt

from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from screening.indicators.statistics.limits import LEVEL, Limits, clipped, quantile


@dataclass(frozen=True)
class Share:
    """Some of a whole: `x` of `n`."""

    x: int
    n: int

    @property
    def value(self) -> float:
        """The proportion."""
        return self.x / self.n


def wilson(x: int, n: int, level: float = LEVEL) -> Limits | None:
    """Return the score interval of Wilson for `x` of `n`."""
    return _of_proportion(x, n, level, _wilson)


def clopper_pearson(x: int, n: int, level: float = LEVEL) -> Limits | None:
    """Return the exact interval of Clopper and Pearson for `x` of `n`."""
    return _of_proportion(x, n, level, _clopper_pearson)


def wilson_cc(x: int, n: int, level: float = LEVEL) -> Limits | None:
    """Return Wilson's interval with continuity correction, kept up at one half as well."""
    return _of_proportion(x, n, level, _wilson_cc)


def wald(x: int, n: int, level: float = LEVEL) -> Limits | None:
    """Return the normal approximation, clipped to 0 and 1; only to reproduce papers."""
    if not 0 <= x <= n or n == 0:
        return None
    return clipped(*proportion_confint(x, n, alpha=1 - level, method="normal"))


def _of_proportion(
    x: int, n: int, level: float, method: Callable[[int, int, float], tuple[float, float]]
) -> Limits | None:
    """Give the limits between 0 and 1, exactly 0 at none and exactly 1 at all; None without n."""
    if not 0 <= x <= n or n == 0:
        return None
    lower, upper = method(x, n, level)
    return Limits(0.0 if x == 0 else float(lower), 1.0 if x == n else float(upper))


def _wilson(x: int, n: int, level: float) -> tuple[float, float]:
    lower, upper = proportion_confint(x, n, alpha=1 - level, method="wilson")
    return lower, upper


def _clopper_pearson(x: int, n: int, level: float) -> tuple[float, float]:
    lower, upper = proportion_confint(x, n, alpha=1 - level, method="beta")
    return lower, upper


def _wilson_cc(x: int, n: int, level: float) -> tuple[float, float]:
    z, p = quantile(level), x / n

    def limit(sign: int) -> float:
        root = sqrt(z * z - sign * 2 - 1 / n + 4 * p * (n * (1 - p) + sign))
        return float((2 * x + z * z - sign * (1 + z * root)) / (2 * (n + z * z)))

    # At none and at all one of the two roots is not real; that limit is 0 or 1 by definition.
    return (limit(1) if x > 0 else 0.0), (limit(-1) if x < n else 1.0)


PROPORTION_METHODS: Mapping[str, Callable[[int, int, float], Limits | None]] = {
    "wilson": wilson,
    "clopper_pearson": clopper_pearson,
    "wilson_cc": wilson_cc,
    "wald": wald,
}


def newcombe(one: Share, other: Share, level: float = LEVEL) -> Limits:
    """Return Newcombe's hybrid score interval of the difference between two proportions."""
    lower, upper = confint_proportions_2indep(
        one.x, one.n, other.x, other.n, method="newcomb", compare="diff", alpha=1 - level
    )
    return clipped(lower, upper, -1.0, 1.0)


def newcombe_cc(one: Share, other: Share, level: float = LEVEL) -> Limits:
    """Return the same from Wilson's limits with continuity correction."""
    difference = one.value - other.value
    (low, high), (other_low, other_high) = (
        _wilson_cc(share.x, share.n, level) for share in (one, other)
    )
    below = hypot(one.value - low, other_high - other.value)
    above = hypot(high - one.value, other.value - other_low)
    return clipped(difference - below, difference + above, -1.0, 1.0)


DIFFERENCE_METHODS: Mapping[str, Callable[[Share, Share, float], Limits]] = {
    "newcombe_hybrid_score": newcombe,
    "newcombe_hybrid_score_cc": newcombe_cc,
}
