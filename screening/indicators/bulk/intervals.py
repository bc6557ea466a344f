"""Rows of the files of proportions, of rates, and of differences between two proportions."""

from screening.clinical.inputs import Row
from screening.clinical.reasons import InvalidInput
from screening.indicators.bulk.cells import (
    at_level,
    read_amount,
    read_count,
    read_level,
    read_method,
    read_multiplier,
    sentences,
    write,
    write_limits,
)
from screening.indicators.statistics.proportions import (
    DIFFERENCE_METHODS,
    PROPORTION_METHODS,
    Share,
)
from screening.indicators.statistics.rates import RATE_METHODS

PROPORTION_INPUTS = ("x", "n", "method", "conf")
PROPORTION_RESULTS = ("lower", "upper", "reasons")
RATE_INPUTS = ("x", "denominator", "multiplier", "method", "conf")
RATE_RESULTS = ("rate", "lower", "upper", "reasons")
DIFFERENCE_INPUTS = ("x1", "n1", "x2", "n2", "method", "conf")
DIFFERENCE_RESULTS = ("difference", "lower", "upper", "reasons")

NAMES = {
    "wilson": "Wilson's score interval",
    "clopper_pearson": "Clopper and Pearson's exact interval",
    "wilson_cc": "Wilson's score interval with continuity correction",
    "wald": "normal approximation (Wald), only to reproduce published tables",
    "garwood_exact": "Garwood's exact Poisson interval",
    "byar_breslow_day": "Byar's approximation, Breslow and Day",
    "byar_rothman_x_plus_half": "Byar's name for another formula, half an event added",
    "newcombe_hybrid_score": "Newcombe's hybrid score interval",
    "newcombe_hybrid_score_cc": "Newcombe's hybrid score interval with continuity correction",
}
NO_LOWER_LIMIT = "Byar's cube is negative: there is no lower limit, use garwood_exact"


def evaluate_proportion(row: Row) -> dict[str, str]:
    """Return the interval of x of n."""
    share = _share(row, "x", "n")
    (code, method), level = read_method(row, PROPORTION_METHODS), read_level(row)
    limits = method(share.x, share.n, level)
    return {**write_limits(limits), "reasons": at_level(NAMES[code], level)}


def evaluate_rate(row: Row) -> dict[str, str]:
    """Return the rate of x over the denominator with its interval."""
    x, per = read_count(row, "x"), read_multiplier(row)
    exposure = read_amount(row, "denominator")
    (code, method), level = read_method(row, RATE_METHODS), read_level(row)
    limits = method(x, exposure, level)
    has_lower = limits is None or limits.lower is not None
    return {
        "rate": write(x / exposure * per),
        **write_limits(limits, per),
        "reasons": sentences((at_level(NAMES[code], level), "" if has_lower else NO_LOWER_LIMIT)),
    }


def evaluate_difference(row: Row) -> dict[str, str]:
    """Return the difference between two proportions with its interval."""
    one, other = _share(row, "x1", "n1"), _share(row, "x2", "n2")
    (code, method), level = read_method(row, DIFFERENCE_METHODS), read_level(row)
    return {
        "difference": write(one.value - other.value),
        **write_limits(method(one, other, level)),
        "reasons": at_level(NAMES[code], level),
    }


def _share(row: Row, some: str, whole: str) -> Share:
    x, n = read_count(row, some), read_count(row, whole, least=1)
    if x > n:
        raise InvalidInput(some, x, f"it is at most {whole} ({n})")
    return Share(x, n)
