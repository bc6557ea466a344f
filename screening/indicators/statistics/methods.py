"""The intervals that a measure's definition can name, by the codes of their methods."""

from screening.indicators.statistics.limits import LEVEL, Limits
from screening.indicators.statistics.proportions import PROPORTION_METHODS
from screening.indicators.statistics.rates import RATE_METHODS


def limits_of(method: str, x: int, n: int, level: float = LEVEL) -> Limits | None:
    """Return the interval by the code of its method; None where there is nothing to divide by."""
    if method in RATE_METHODS:
        return RATE_METHODS[method](x, n, level)
    return PROPORTION_METHODS[method](x, n, level)
