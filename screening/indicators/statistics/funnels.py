"""Funnel plots: how far sites of a size may lie from the target by chance, and how far they do."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import asin, pi, sin, sqrt

import numpy as np
from scipy import stats

from screening.indicators.statistics.limits import Limits, clipped
from screening.indicators.statistics.proportions import Share
from screening.indicators.statistics.rates import garwood_exact

# The share beyond each of the two limits that a funnel shows: 95 and 99.8 % lie between them.
TAIL_95, TAIL_998 = 0.025, 0.001
WINSORIZED = (0.1, 0.9)
# FunnelPlotR, whose arcsine limits are published with figures, keeps six decimals of z.
Z_DECIMALS = 6


@dataclass(frozen=True)
class Funnel:
    """The target and the spread between sites that is more than chance, 0 if there is none."""

    target: float
    tau2: float = 0.0


def exact_binomial_interpolated(funnel: Funnel, n: float, tail: float) -> Limits:
    """Return Spiegelhalter's limits of a proportion, smooth in the size of the site."""
    return clipped(*(_interpolated(funnel.target, n, share) / n for share in (tail, 1 - tail)))


def _interpolated(target: float, n: float, share: float) -> float:
    """Return the count below which this share lies, between the whole counts around it."""
    count = stats.binom.ppf(share, n, target)
    below, up_to = stats.binom.cdf((count - 1, count), n, target)
    return float(count - (up_to - share) / (up_to - below))


def exact_binomial_quantile(funnel: Funnel, n: float, tail: float) -> Limits:
    """Return the limits as whole counts over the size of the site; they jump."""
    return clipped(*(stats.binom.ppf(share, n, funnel.target) / n for share in (tail, 1 - tail)))


def normal(funnel: Funnel, n: float, tail: float) -> Limits:
    """Return the normal approximation, which is what inverting Wilson's interval gives too."""
    error = stats.norm.isf(tail) * sqrt(funnel.target * (1 - funnel.target) / n)
    return clipped(funnel.target - error, funnel.target + error)


def exact_poisson(funnel: Funnel, expected: float, tail: float) -> Limits | None:
    """Return the limits of a ratio of observed to expected, over the expected number."""
    return garwood_exact(funnel.target * expected, expected, 1 - 2 * tail)


def arcsine(funnel: Funnel, n: float, tail: float) -> Limits:
    """Return the limits on the arcsine of the root, with the spread between sites added."""
    z = round(stats.norm.isf(tail), Z_DECIMALS)
    error = z * sqrt(1 / (4 * n) + funnel.tau2)
    angle = asin(sqrt(funnel.target))
    # Beyond the ends of the scale the square would turn back.
    return Limits(sin(max(0.0, angle - error)) ** 2, sin(min(pi / 2, angle + error)) ** 2)


FUNNEL_METHODS: Mapping[str, Callable[[Funnel, float, float], Limits | None]] = {
    "exact_binomial_interpolated": exact_binomial_interpolated,
    "exact_binomial_quantile": exact_binomial_quantile,
    "normal": normal,
    "wilson_inverted": normal,
    "exact_poisson": exact_poisson,
    "arcsine_no_od": arcsine,
    "arcsine_additive_od": arcsine,
}


@dataclass(frozen=True)
class Spread:
    """How far the sites lie from their pooled rate, in standard errors, before and after."""

    funnel: Funnel
    phi: float
    scores: tuple[float, ...]
    winsorized: tuple[float, ...]
    adjusted: tuple[float, ...]


def measure_spread(sites: Sequence[Share]) -> Spread:
    """Return the overdispersion of the sites: `phi` by winsorized scores, `tau2` as added.

    The target is the pooled rate. Winsorizing keeps a few outlying sites from widening the funnel
    so far that they hide in it.
    """
    pooled = sum(site.x for site in sites) / sum(site.n for site in sites)
    sizes = 4 * np.array([site.n for site in sites], dtype=float)
    distances = np.array([asin(sqrt(site.value)) - asin(sqrt(pooled)) for site in sites])
    scores = distances * np.sqrt(sizes)
    kept = np.clip(scores, *np.quantile(scores, WINSORIZED))
    phi = float(np.mean(kept**2))
    more = len(sites) * phi - (len(sites) - 1)
    tau2 = max(0.0, float(more / (sizes.sum() - (sizes**2).sum() / sizes.sum())))
    adjusted = distances / np.sqrt(1 / sizes + tau2)
    return Spread(Funnel(pooled, tau2), phi, tuple(scores), tuple(kept), tuple(adjusted))
