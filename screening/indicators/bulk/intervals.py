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
    write,
    write_limits,
)
from screening.indicators.bulk.methods import OF_DIFFERENCES, OF_PROPORTIONS, OF_RATES
from screening.indicators.statistics.proportions import (
    DIFFERENCE_METHODS,
    PROPORTION_METHODS,
    Share,
)
from screening.indicators.statistics.rates import RATE_METHODS
from screening.protocol.systems import Worded
from screening.protocol.wording import N_, Sentence

NO_LOWER_LIMIT = N_("Byar's cube is negative: there is no lower limit, use garwood_exact")


def judge_proportion(row: Row) -> Worded:
    """Return the interval of x of n."""
    share = _share(row, "x", "n")
    (code, method), level = read_method(row, PROPORTION_METHODS), read_level(row)
    limits = method(share.x, share.n, level)
    return write_limits(limits), (at_level(OF_PROPORTIONS[code], level),)


def judge_rate(row: Row) -> Worded:
    """Return the rate of x over the denominator with its interval."""
    x, per = read_count(row, "x"), read_multiplier(row)
    exposure = read_amount(row, "denominator")
    (code, method), level = read_method(row, RATE_METHODS), read_level(row)
    limits = method(x, exposure, level)
    has_lower = limits is None or limits.lower is not None
    reasons = (at_level(OF_RATES[code], level), *(() if has_lower else (Sentence(NO_LOWER_LIMIT),)))
    return {"rate": write(x / exposure * per), **write_limits(limits, per)}, reasons


def judge_difference(row: Row) -> Worded:
    """Return the difference between two proportions with its interval."""
    one, other = _share(row, "x1", "n1"), _share(row, "x2", "n2")
    (code, method), level = read_method(row, DIFFERENCE_METHODS), read_level(row)
    results = {
        "difference": write(one.value - other.value),
        **write_limits(method(one, other, level)),
    }
    return results, (at_level(OF_DIFFERENCES[code], level),)


def _share(row: Row, some: str, whole: str) -> Share:
    x, n = read_count(row, some), read_count(row, whole, least=1)
    if x > n:
        raise InvalidInput(some, x, "it is at most {whole} ({n})", whole=whole, n=n)
    return Share(x, n)
