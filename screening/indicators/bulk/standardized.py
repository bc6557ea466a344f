"""Rows of the files of directly standardized rates and of ratios of detected to expected."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from screening.clinical.inputs import Row, read_text
from screening.clinical.reasons import InvalidInput
from screening.indicators.bulk.cells import (
    as_long_as,
    at_level,
    is_number,
    read_amounts,
    read_count,
    read_counts,
    read_level,
    read_list,
    read_method,
    read_multiplier,
    read_rates,
    write,
    write_limits,
)
from screening.indicators.bulk.methods import OF_DIRECT_RATES, OF_RATIOS
from screening.indicators.statistics.rates import RATIO_METHODS
from screening.indicators.statistics.standardized import (
    DIRECT_METHODS,
    FEWEST_FOR_BYAR,
    Standardized,
    Stratum,
    standardize,
)
from screening.indicators.statistics.standards import (
    REFERENCE_RATES,
    STANDARD_POPULATIONS,
    Standard,
)
from screening.protocol.systems import Worded
from screening.protocol.wording import N_, Sentence

PER_1000 = 1000


@dataclass(frozen=True)
class Published:
    """A cell that holds numbers, or the code of published ones that the age bands look up."""

    column: str
    names: str
    standards: Sequence[Standard]
    read: Callable[[Row, str], list[float]]


WEIGHTS = Published("standard", "strata", STANDARD_POPULATIONS, read_amounts)
RATES = Published("reference_rate_per_1000", "bands", REFERENCE_RATES, read_rates)
TOO_FEW = N_("fewer than {number} events: no limits by this method")


def judge_direct(row: Row) -> Worded:
    """Return the directly standardized rate with its interval; nothing is clipped.

    Each age band's rate is weighted by its share of the standard population. Fay and Feuer:
    limits of the gamma distribution, never below 0. Dobson: the limits of the whole count,
    exact or Byar's, carried over to the rate; the lower one can fall below 0 where one small
    band dominates. With Byar's limits and fewer than ten events the rate has no limits, which
    is no error. A standard is one of the published ones by its code, looked up by the names of
    the bands, or a list of numbers.

    Source: Fay and Feuer, Stat Med 1997;16:791; Dobson et al. 1991; compared with R.
    """
    counts = read_counts(row, "counts")
    size = len(counts)
    strata = _names(row, "strata", "counts", size)
    populations = as_long_as("populations", read_amounts(row, "populations"), "counts", size)
    weights, named = _numbers(row, WEIGHTS, strata)
    as_long_as("standard", weights, "counts", size)
    rate = standardize([Stratum(*each) for each in zip(counts, populations, weights, strict=True)])
    per, level = read_multiplier(row), read_level(row)
    code, method = read_method(row, DIRECT_METHODS)
    limits = method(rate, level)
    if limits is None and code != "dobson_byar":
        raise InvalidInput("counts", read_text(row, "counts"), "{code} needs an event", code=code)
    results = {
        "total_count": write(rate.total),
        "crude_rate": write(rate.crude * per),
        "dsr": write(rate.value * per),
        **write_limits(limits, per),
    }
    method_used = at_level(OF_DIRECT_RATES[code], level)
    return results, (*_standard(named), method_used, *_left_out(rate, code))


def _standard(title: str) -> tuple[Sentence, ...]:
    return (Sentence(title),) if title else ()


def _left_out(rate: Standardized, code: str) -> tuple[Sentence, ...]:
    if code == "dobson_byar" and rate.total < FEWEST_FOR_BYAR:
        return (Sentence(TOO_FEW, {"number": FEWEST_FOR_BYAR}),)
    return ()


def judge_ratio(row: Row) -> Worded:
    """Return the ratio of observed to expected detections with its interval.

    Expected are the persons screened of each age band, times its reference rate per 1,000. The
    limits are those of the observed count over the expected number, which is taken as fixed.
    The reference rates are those published for England in 2021 by their code, looked up by the
    names of the bands, or a list of numbers. Ratios of two sites compare with 1 and not with each
    other.

    Source: standardized detection ratio of the NHS, rates from April 2021; compared with R.
    """
    screened = read_counts(row, "screened")
    bands = _names(row, "bands", "screened", len(screened))
    rates, named = _numbers(row, RATES, bands)
    as_long_as("reference_rate_per_1000", rates, "screened", len(screened))
    expected = sum(n * rate for n, rate in zip(screened, rates, strict=True)) / PER_1000
    if expected == 0:
        raise InvalidInput(
            "screened",
            read_text(row, "screened"),
            "someone was screened in a band whose rate is above 0",
        )
    observed, level = read_count(row, "observed"), read_level(row)
    code, method = read_method(row, RATIO_METHODS)
    limits = method(observed, expected, level)
    if limits is None:
        raise InvalidInput("observed", observed, "{code} needs at least 1", code=code)
    results = {
        "expected": write(expected),
        "sdr": write(observed / expected),
        **write_limits(limits),
    }
    return results, (*_standard(named), at_level(OF_RATIOS[code], level))


def _names(row: Row, column: str, first: str, size: int) -> Sequence[str]:
    """Return the names of the age bands; without them there is nothing to look up by."""
    if not read_text(row, column):
        return ()
    return as_long_as(column, read_list(row, column), first, size)


def _numbers(row: Row, published: Published, bands: Sequence[str]) -> tuple[list[float], str]:
    """Return a list of numbers as typed, or published ones by their code, with their title."""
    text = read_text(row, published.column)
    if not text or is_number(text):
        return published.read(row, published.column), ""
    standard = next((each for each in published.standards if each.code == text), None)
    if standard is None:
        raise InvalidInput(
            published.column,
            text,
            "it is a list of numbers, or one of {codes}",
            codes=", ".join(each.code for each in published.standards),
        )
    for band in bands or ("",):
        if band not in standard.bands:
            raise InvalidInput(
                published.names,
                band or "blank",
                "with {standard} each is one of {codes}",
                standard=text,
                codes=", ".join(standard.bands),
            )
    return [standard.bands[band] for band in bands], standard.title
