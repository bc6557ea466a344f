"""Numbers in, numbers out: intervals, medians, standardized rates, funnels, by scipy's means."""

from screening.indicators.statistics.limits import LEVEL, Limits
from screening.indicators.statistics.methods import limits_of
from screening.indicators.statistics.survival import MedianTime, median_time

__all__ = ["LEVEL", "Limits", "MedianTime", "limits_of", "median_time"]
