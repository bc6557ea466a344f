"""The NCI's BCRAT (modified Gail model 2): the risk of invasive breast cancer in five years."""

from screening.clinical.gail.risk import HIGH_RISK_PERCENT, REASON_KEYS, GailRisk, gail_risk
from screening.clinical.gail.rows import (
    INPUTS,
    ON_ERROR,
    RESULTS,
    SYSTEM,
    evaluate_row,
    read_woman,
)
from screening.clinical.gail.woman import Race, Span, Woman

__all__ = [
    "HIGH_RISK_PERCENT",
    "INPUTS",
    "ON_ERROR",
    "REASON_KEYS",
    "RESULTS",
    "SYSTEM",
    "GailRisk",
    "Race",
    "Span",
    "Woman",
    "evaluate_row",
    "gail_risk",
    "read_woman",
]
