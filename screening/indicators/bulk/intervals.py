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
    """Return the interval of x of n, a proportion.

    Wilson: (2x + z² ± z √(z² + 4x(1 - x/n))) / 2(n + z²), where z is the quantile of the level.
    Clopper and Pearson: the quantiles of the beta distributions with x and n - x + 1, and with
    x + 1 and n - x. At none of n the lower limit is exactly 0, at all of n the upper one
    exactly 1. The normal approximation is there to reproduce published tables. n is at least 1.

    Source: Wilson 1927; Clopper and Pearson 1934; computed by statsmodels and compared with R.
    """
    share = _share(row, "x", "n")
    (code, method), level = read_method(row, PROPORTION_METHODS), read_level(row)
    limits = method(share.x, share.n, level)
    return write_limits(limits), (at_level(OF_PROPORTIONS[code], level),)


def judge_rate(row: Row) -> Worded:
    """Return the rate of x events over a denominator, with its interval.

    Garwood: the exact Poisson limits, by quantiles of chi-squared with 2x and 2x + 2 degrees of
    freedom. Byar as Breslow and Day print it: x(1 - 1/9x - z/3√x)³ and (x + 1)(1 - 1/9(x + 1) +
    z/3√(x + 1))³; where the cube is negative there is no lower limit. The third method is
    another formula under Byar's name, with half an event added to both limits. Rate and limits
    are multiplied by `multiplier`.

    Source: Garwood 1936; Breslow and Day 1987; compared with R.
    """
    x, per = read_count(row, "x"), read_multiplier(row)
    exposure = read_amount(row, "denominator")
    (code, method), level = read_method(row, RATE_METHODS), read_level(row)
    limits = method(x, exposure, level)
    has_lower = limits is None or limits.lower is not None
    reasons = (at_level(OF_RATES[code], level), *(() if has_lower else (Sentence(NO_LOWER_LIMIT),)))
    return {"rate": write(x / exposure * per), **write_limits(limits, per)}, reasons


def judge_difference(row: Row) -> Worded:
    """Return the difference between two proportions, the first less the second, with its interval.

    Newcombe's hybrid score interval: from the Wilson limits l and u of each proportion p, d
    less √((p1 - l1)² + (u2 - p2)²), and d plus √((u1 - p1)² + (p2 - l2)²). The other method
    takes Wilson's limits with continuity correction. Limits beyond -1 and 1 are set to these.

    Source: Newcombe, Stat Med 1998;17:873, methods 10 and 11; compared with R.
    """
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
