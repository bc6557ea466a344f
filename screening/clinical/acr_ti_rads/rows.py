"""One nodule as a row of text columns, named as in the published vector file.

Source: section 15 of the clinical reference.
"""

from collections.abc import Mapping

from screening.clinical.acr_ti_rads.nodule import NoduleResult, assess_nodule
from screening.clinical.acr_ti_rads.score import Points, points_of
from screening.clinical.acr_ti_rads.vocabulary import (
    PUBLISHED_DEFAULTS,
    Readings,
    Recommendation,
)
from screening.clinical.inputs import Row, read_number
from screening.clinical.reasons import InvalidInput, in_words
from screening.clinical.thyroid_descriptors import (
    COLUMNS,
    Composition,
    Echogenicity,
    read_descriptors,
)

INPUTS = (*COLUMNS, "max_size_cm")
RESULTS = (
    "points_composition",
    "points_echogenicity",
    "points_shape",
    "points_margin",
    "points_foci",
    "total_points",
    "tr_level",
    "fna",
    "follow_up",
    "meets_follow_up_size",
    "follow_up_months",
    "reasons",
)
ON_ERROR: Mapping[str, str] = {"tr_level": "INVALID"}


def evaluate_row(row: Row, readings: Readings = PUBLISHED_DEFAULTS) -> dict[str, str]:
    """Return the result columns of a row; blank where there is no value."""
    return _columns(result_of_row(row, readings))


def result_of_row(row: Row, readings: Readings = PUBLISHED_DEFAULTS) -> NoduleResult:
    """Return points, level and recommendation of the nodule that a row describes."""
    size_cm = read_number(row, "max_size_cm")
    return assess_nodule(read_descriptors(row), size_cm, readings)


def left_on_error(row: Row) -> dict[str, str]:
    """Return what a row that has no level still has: the points of the impossible combination.

    The vector file prints them beside INVALID for a mixed nodule that is anechoic.
    """
    try:
        descriptors = read_descriptors(row)
    except InvalidInput:
        return {}
    seen = (descriptors.composition, descriptors.echogenicity)
    if seen != (Composition.MIXED, Echogenicity.ANECHOIC):
        return {}
    points = points_of(descriptors)
    return {
        **_points(points),
        "total_points": str(points.sum),
        "fna": _yes_or_no(False),
        "follow_up": _yes_or_no(False),
        "meets_follow_up_size": _yes_or_no(False),
        "follow_up_months": "",
    }


def _points(points: Points) -> dict[str, str]:
    return {
        "points_composition": _number(points.composition),
        "points_echogenicity": _number(points.echogenicity),
        "points_shape": _number(points.shape),
        "points_margin": _number(points.margin),
        "points_foci": _number(points.foci),
    }


def _columns(result: NoduleResult) -> dict[str, str]:
    return {
        **_points(result.score.points),
        "total_points": str(result.score.total),
        "tr_level": result.level.value,
        "fna": _yes_or_no(result.recommendation is Recommendation.FNA),
        "follow_up": _yes_or_no(result.recommendation is Recommendation.FOLLOW_UP),
        "meets_follow_up_size": _yes_or_no(result.meets_follow_up_size),
        "follow_up_months": ";".join(str(months) for months in result.follow_up_months),
        "reasons": in_words(result.reasons),
    }


def _number(points: int | None) -> str:
    return "" if points is None else str(points)


def _yes_or_no(answer: bool) -> str:
    return "yes" if answer else "no"
