"""The statistics as systems of `screening evaluate`, by their codes."""

from screening.indicators.bulk import funnels, intervals, standardized
from screening.protocol.systems import BulkSystem

SYSTEMS = (
    BulkSystem(
        "proportion-interval",
        "Interval of a proportion",
        intervals.PROPORTION_INPUTS,
        intervals.PROPORTION_RESULTS,
        intervals.evaluate_proportion,
    ),
    BulkSystem(
        "poisson-interval",
        "Interval of a rate",
        intervals.RATE_INPUTS,
        intervals.RATE_RESULTS,
        intervals.evaluate_rate,
    ),
    BulkSystem(
        "newcombe",
        "Newcombe's interval of a difference between two proportions",
        intervals.DIFFERENCE_INPUTS,
        intervals.DIFFERENCE_RESULTS,
        intervals.evaluate_difference,
    ),
    BulkSystem(
        "direct-rate",
        "Directly standardized rate",
        standardized.DIRECT_INPUTS,
        standardized.DIRECT_RESULTS,
        standardized.evaluate_direct,
    ),
    BulkSystem(
        "detection-ratio",
        "Standardized detection ratio",
        standardized.RATIO_INPUTS,
        standardized.RATIO_RESULTS,
        standardized.evaluate_ratio,
    ),
    BulkSystem(
        "funnel",
        "Limits of a funnel plot",
        funnels.INPUTS,
        funnels.RESULTS,
        funnels.evaluate_funnel,
    ),
)
