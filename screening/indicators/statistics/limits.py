"""What every interval shares: its limits, its level, and the quantiles of the normal curve."""

from dataclasses import dataclass

from scipy import stats

LEVEL = 0.95


@dataclass(frozen=True)
class Limits:
    """The lower and the upper limit of an interval, in the unit of its figure.

    A lower limit that the method does not have is None.
    """

    lower: float | None
    upper: float


def clipped(lower: float, upper: float, least: float = 0.0, most: float = 1.0) -> Limits:
    """Return limits that lie between the least and the greatest value that there can be."""
    return Limits(min(most, max(least, float(lower))), max(least, min(most, float(upper))))


def quantile(level: float) -> float:
    """Return how many standard errors on either side hold this share of the normal curve."""
    return float(stats.norm.ppf((1 + level) / 2))
