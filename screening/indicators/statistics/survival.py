"""Median times over those who still wait."""

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import stats

from screening.indicators.statistics.limits import LEVEL


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
