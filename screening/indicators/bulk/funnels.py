"""Rows of the file of funnel limits."""

from screening.clinical.inputs import Row, read_number, required
from screening.clinical.reasons import InvalidInput
from screening.indicators.bulk.cells import (
    read_amount,
    read_count,
    read_method,
    read_share,
    write_limits,
)
from screening.indicators.bulk.methods import OF_FUNNELS, RATIO, WITH_SPREAD
from screening.indicators.statistics.funnels import (
    FUNNEL_METHODS,
    TAIL_95,
    TAIL_998,
    Funnel,
)
from screening.protocol.systems import Worded
from screening.protocol.wording import Sentence


def judge_funnel(row: Row) -> Worded:
    """Return the limits at 95 and 99.8 % around a target for a site of this size.

    Of a proportion the exact binomial limits: interpolated between whole counts, which is the
    usual one, or as they jump. The normal approximation is what inverting Wilson's interval
    gives too, and too low above for rare events. Of a ratio of observed to expected the exact
    Poisson limits of the expected number, over it. The arcsine limits can add the variance
    between sites where they differ more than chance makes them.

    Source: Spiegelhalter, Stat Med 2005;24:1185; compared with R.
    """
    code, method = read_method(row, FUNNEL_METHODS)
    if code == RATIO:
        target, size = read_amount(row, "target"), read_amount(row, "denominator")
    else:
        target, size = read_share(row, "target"), float(read_count(row, "denominator", least=1))
    funnel = Funnel(target, _spread(row, code))
    results: dict[str, str] = {}
    for name, tail in (("95", TAIL_95), ("998", TAIL_998)):
        limits = write_limits(method(funnel, size, tail))
        results |= {f"{end}{name}": text for end, text in limits.items()}
    return results, (Sentence(OF_FUNNELS[code]),)


def _spread(row: Row, code: str) -> float:
    """Return the variance between sites; only one method has one, and it has to be given."""
    tau2 = read_number(row, "tau2")
    if code == WITH_SPREAD:
        tau2 = required("tau2", tau2)
    if tau2 is None:
        return 0.0
    if code != WITH_SPREAD and tau2 != 0:
        raise InvalidInput("tau2", tau2, "it is 0 or blank with {code}", code=code)
    if not 0 <= tau2 <= 1:
        raise InvalidInput("tau2", tau2, "it lies between 0 and 1")
    return float(tau2)
