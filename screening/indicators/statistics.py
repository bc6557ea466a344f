"""Intervals and medians of the report: numbers in, numbers out, by statsmodels and scipy."""

import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from scipy import stats
from statsmodels.stats.proportion import proportion_confint
from statsmodels.stats.rates import confint_poisson

LEVEL = 0.95


@dataclass(frozen=True)
class Limits:
    """The lower and the upper limit of an interval, in the unit of its figure.

    A lower limit that the method does not have is None.
    """

    lower: float | None
    upper: float


@dataclass(frozen=True)
class MedianTime:
    """A median time in days with its limits; None where the curve does not come down to half.

    `n` counts everyone who waited, `open` those still waiting at the end of their observation.
    """

    median: int | None
    lower: int | None
    upper: int | None
    n: int
    open: int


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
    lower, upper = proportion_confint(x, n, alpha=1 - level, method="normal")
    return Limits(max(0.0, float(lower)), min(1.0, float(upper)))


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
    z, p = _quantile(level), x / n

    def limit(sign: int) -> float:
        root = sqrt(z * z - sign * 2 - 1 / n + 4 * p * (n * (1 - p) + sign))
        return float((2 * x + z * z - sign * (1 + z * root)) / (2 * (n + z * z)))

    # At none and at all one of the two roots is not real; that limit is 0 or 1 by definition.
    return (limit(1) if x > 0 else 0.0), (limit(-1) if x < n else 1.0)


def garwood_exact(x: int, exposure: float, level: float = LEVEL) -> Limits | None:
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
    z, more = _quantile(level), x + 1
    upper = more * (1 - 1 / (9 * more) + z / (3 * sqrt(more))) ** 3
    if x == 0:
        return Limits(0.0, upper / exposure)
    root = 1 - 1 / (9 * x) - z / (3 * sqrt(x))
    return Limits(x * root**3 / exposure if root >= 0 else None, upper / exposure)


def byar_rothman_x_plus_half(x: int, exposure: float, level: float = LEVEL) -> Limits | None:
    """Return the other formula that goes by Byar's name, with half an event added."""
    if exposure <= 0 or x < 0:
        return None
    z, half = _quantile(level), x + 0.5

    def limit(sign: int) -> float:
        return float(half * (1 - 1 / (9 * half) + sign * z / 3 * sqrt(1 / half)) ** 3)

    return Limits(limit(-1) / exposure, limit(1) / exposure)


def _quantile(level: float) -> float:
    return float(stats.norm.ppf((1 + level) / 2))


PROPORTION_METHODS: Mapping[str, Callable[[int, int, float], Limits | None]] = {
    "wilson": wilson,
    "clopper_pearson": clopper_pearson,
    "wilson_cc": wilson_cc,
    "wald": wald,
}
RATE_METHODS: Mapping[str, Callable[[int, float, float], Limits | None]] = {
    "garwood_exact": garwood_exact,
    "byar_breslow_day": byar_breslow_day,
    "byar_rothman_x_plus_half": byar_rothman_x_plus_half,
}


def limits_of(method: str, x: int, n: int, level: float = LEVEL) -> Limits | None:
    """Return the interval by the code of its method; None where there is nothing to divide by."""
    if method in RATE_METHODS:
        return RATE_METHODS[method](x, n, level)
    return PROPORTION_METHODS[method](x, n, level)


def median_time(
    ended: Mapping[int, int], waiting: Mapping[int, int], level: float = LEVEL
) -> MedianTime:
    """Return the Kaplan-Meier median of days, with log-log limits.

    `ended` and `waiting` say how many waited so many days: until the event, or until they were
    last seen without it.
    """
    n_ended, n_waiting = sum(ended.values()), sum(waiting.values())
    if n_ended == 0:
        return MedianTime(None, None, None, n_waiting, n_waiting)
    sample = stats.CensoredData(uncensored=_repeated(ended), right=_repeated(waiting))
    survival = stats.ecdf(sample).sf
    # Where the curve is 1 or 0 the log-log limit does not exist; scipy says so by a warning.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        interval = survival.confidence_interval(confidence_level=level, method="log-log")
    median, lower, upper = (
        _first_half(curve.quantiles, curve.probabilities)
        for curve in (survival, interval.low, interval.high)
    )
    return MedianTime(median, lower, upper, n_ended + n_waiting, n_waiting)


def _repeated(counts: Mapping[int, int]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    days = sorted(counts)
    return np.repeat(np.array(days, dtype=float), [counts[day] for day in days])


def _first_half(days: Sequence[float], shares: Sequence[float]) -> int | None:
    """Return the first day on which the share still waiting is one half or less."""
    for day, share in zip(days, shares, strict=True):
        if share <= 0.5:
            return int(day)
    return None
