"""Direct age standardization: a rate over strata, weighted as a standard population is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from scipy import stats

from screening.indicators.statistics.limits import LEVEL, Limits, quantile
from screening.indicators.statistics.rates import byar_breslow_day, garwood_exact

# Byar's limits are not published on fewer events.
FEWEST_FOR_BYAR = 10


@dataclass(frozen=True)
class Stratum:
    """The events and the people of an age band, and its weight in the standard population."""

    count: int
    population: float
    weight: float


@dataclass(frozen=True)
class Standardized:
    """A rate weighted by a standard, with what its limits are computed from.

    `widest` is the greatest weight of a single event; it keeps the upper limit honest where a
    stratum is tiny.
    """

    total: int
    crude: float
    value: float
    variance: float
    widest: float


def standardize(strata: Sequence[Stratum]) -> Standardized:
    """Return the directly standardized rate; every stratum needs people."""
    whole = sum(stratum.weight for stratum in strata)
    steps = [stratum.weight / whole / stratum.population for stratum in strata]
    total = sum(stratum.count for stratum in strata)
    pairs = [(step, stratum.count) for step, stratum in zip(steps, strata, strict=True)]
    return Standardized(
        total,
        total / sum(stratum.population for stratum in strata),
        sum(step * count for step, count in pairs),
        sum(step * step * count for step, count in pairs),
        max(steps),
    )


def fay_feuer_gamma(rate: Standardized, level: float = LEVEL) -> Limits:
    """Return the gamma interval of Fay and Feuer, which never goes below 0."""
    tail = (1 - level) / 2
    lower = 0.0
    if rate.total > 0:
        shape = rate.value**2 / rate.variance
        lower = stats.gamma.ppf(tail, shape, scale=rate.variance / rate.value)
    value, variance = rate.value + rate.widest, rate.variance + rate.widest**2
    upper = stats.gamma.isf(tail, value**2 / variance, scale=variance / value)
    return Limits(float(lower), float(upper))


def dobson_exact(rate: Standardized, level: float = LEVEL) -> Limits | None:
    """Return Dobson's interval over the exact limits of the count; None without an event."""
    return _dobson(rate, garwood_exact(rate.total, 1, level))


def dobson_byar(rate: Standardized, level: float = LEVEL) -> Limits | None:
    """Return Dobson's interval over Byar's limits; None on fewer than ten events."""
    if rate.total < FEWEST_FOR_BYAR:
        return None
    return _dobson(rate, byar_breslow_day(rate.total, 1, level))


def _dobson(rate: Standardized, of_count: Limits | None) -> Limits | None:
    """Carry the limits of the count over; the lower one can fall below 0 and is not clipped."""
    if of_count is None or rate.total == 0:
        return None
    scale = sqrt(rate.variance / rate.total)
    lower = of_count.lower
    return Limits(
        None if lower is None else rate.value + scale * (lower - rate.total),
        rate.value + scale * (of_count.upper - rate.total),
    )


def normal(rate: Standardized, level: float = LEVEL) -> Limits:
    """Return the normal approximation, unclipped; only for comparison."""
    error = quantile(level) * sqrt(rate.variance)
    return Limits(rate.value - error, rate.value + error)


DIRECT_METHODS: Mapping[str, Callable[[Standardized, float], Limits | None]] = {
    "fay_feuer_gamma": fay_feuer_gamma,
    "dobson_byar": dobson_byar,
    "dobson_exact": dobson_exact,
    "normal": normal,
}
