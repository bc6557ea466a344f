"""Which values a group can have, as addresses and files name it, and how they follow another."""

import re

from screening.enrollments.rules import Source
from screening.indicators.rules.building import BAND_YEARS, INCIDENT, PREVALENT
from screening.indicators.rules.dimensions import Dimension
from screening.participants.rules import Sex
from screening.protocol.program import Program

PERIODS = {
    Dimension.YEAR: re.compile(r"[1-9][0-9]{3}"),
    Dimension.QUARTER: re.compile(r"[1-9][0-9]{3}-Q[1-4]"),
    Dimension.MONTH: re.compile(r"[1-9][0-9]{3}-(0[1-9]|1[0-2])"),
}
BAND = re.compile(r"([0-9]{1,3})-([0-9]{1,3})")
WIDEST_BAND = 7
MAY_BE_UNKNOWN = (Dimension.AGE_GROUP, Dimension.DISTRICT, Dimension.SOURCE, Dimension.CATEGORY)


def is_group(program: Program, dimension: Dimension, value: str | None) -> bool:
    """Tell whether a group can have this value; of sites and districts any name may be one."""
    if value is None:
        return dimension in MAY_BE_UNKNOWN
    if dimension in PERIODS:
        return PERIODS[dimension].fullmatch(value) is not None
    if dimension is Dimension.AGE_GROUP:
        return _is_band(value)
    codes = _codes(program, dimension)
    return codes is None or value in codes


def _is_band(value: str) -> bool:
    found = BAND.fullmatch(value)
    if found is None:
        return False
    first, last = (int(part) for part in found.groups())
    return first % BAND_YEARS == 0 and last == first + BAND_YEARS - 1


def _codes(program: Program, dimension: Dimension) -> set[str] | None:
    """Return the codes that a dimension knows; None where it takes any name."""
    known = {
        Dimension.SEX: {sex.value for sex in Sex},
        Dimension.SOURCE: {source.value for source in Source},
        Dimension.ROUND: {PREVALENT, INCIDENT},
        Dimension.MODALITY: {modality.code for modality in program.exam.modalities},
        Dimension.CATEGORY: {
            category.code for system in program.systems for category in system.categories
        },
    }
    return known.get(dimension)


def group_order(dimension: Dimension, value: str | None) -> tuple[bool, str]:
    """Return what sorts the groups of a dimension: those not known last, ages by their years."""
    text = value or ""
    return value is None, text.zfill(WIDEST_BAND) if dimension is Dimension.AGE_GROUP else text
