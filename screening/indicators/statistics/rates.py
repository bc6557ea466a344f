"""Intervals of a count of events over an exposure: person-time, or an expected number."""

from collections.abc import Callable, Mapping
from math import exp, sqrt

from statsmodels.stats.rates import confint_poisson

from screening.indicators.statistics.limits import LEVEL, Limits, quantile

EXACT_BELOW = 10


def garwood_exact(x: float, exposure: float, level: float = LEVEL) -> Limits | None:
    """Return the exact Poisson interval of `x` events over an exposure."""
    if exposure <= 0 or x < 0:
        return None
    lower, upper = confint_poisson(x, exposure, method="exact-c", alpha=1 - level)
    return Limits(0.0 if x == 0 else float(lower), float(upper))


def byar_breslow_day(x: int, exposure: float, level: float = LEVEL) -> Limits | None:
    """Return Byar's approximation as Breslow and Day print it.

    Where its cube would be negative there is no lower limit.
    """
    if exposure <= 0 or x < 0:
        return None
    z, more = quantile(level), x + 1
    upper = more * (1 - 1 / (9 * more) + z / (3 * sqrt(more))) ** 3
    if x == 0:
        return Limits(0.0, upper / exposure)
    root = 1 - 1 / (9 * x) - z / (3 * sqrt(x))
    return Limits(x * root**3 / exposure if root >= 0 else None, upper / exposure)


def byar_rothman_x_plus_half(x: int, exposure: float, level: float = LEVEL) -> Limits | None:
    """Return the other formula that goes by Byar's name, with half an event added."""
    if exposure <= 0 or x < 0:
        return None
    z, half = quantile(level), x + 0.5

    def limit(sign: int) -> float:
        return float(half * (1 - 1 / (9 * half) + sign * z / 3 * sqrt(1 / half)) ** 3)

    return Limits(limit(-1) / exposure, limit(1) / exposure)


RATE_METHODS: Mapping[str, Callable[[int, float, float], Limits | None]] = {
    "garwood_exact": garwood_exact,
    "byar_breslow_day": byar_breslow_day,
    "byar_rothman_x_plus_half": byar_rothman_x_plus_half,
}


def phe_rule(x: int, exposure: float, level: float = LEVEL) -> Limits | None:
    """Return what English figures are published with: exact below ten events, else Byar's."""
    method = garwood_exact if x < EXACT_BELOW else byar_breslow_day
    return method(x, exposure, level)


def log_normal(x: int, exposure: float, level: float = LEVEL) -> Limits | None:
    """Return the limits that are symmetric on the logarithm; without an event there are none."""
    if exposure <= 0 or x <= 0:
        return None
    factor = exp(quantile(level) / sqrt(x))
    return Limits(x / exposure / factor, x / exposure * factor)


# The exposure of a ratio of observed to expected is the expected number, taken as known.
RATIO_METHODS: Mapping[str, Callable[[int, float, float], Limits | None]] = {
    "garwood_exact": garwood_exact,
    "byar_breslow_day": byar_breslow_day,
    "phe_rule": phe_rule,
    "log_normal": log_normal,
}
