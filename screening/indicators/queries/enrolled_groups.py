"""How enrollments are grouped: the columns of a dimension, and the text of their values."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, literal, or_, select

from screening.accounts.models import Site
from screening.enrollments.models import Enrollment
from screening.indicators.queries.days import Day, age_band, part_of
from screening.indicators.rules import OF_TIME, Dimension, days_of, period_of
from screening.indicators.rules.building import BAND_YEARS, age_group
from screening.participants.models import Participant

PLAIN: Mapping[Dimension, Any] = {
    Dimension.SITE: Enrollment.site_id,
    Dimension.SEX: Participant.sex,
    Dimension.DISTRICT: Participant.district,
    Dimension.SOURCE: Enrollment.source,
}


def columns_of(dimension: Dimension, day: Day) -> list[ColumnElement[Any]]:
    """Return the columns that a dimension groups by; two for ages, which may span two bands."""
    if dimension in PLAIN:
        return [PLAIN[dimension]]
    if dimension is Dimension.AGE_GROUP:
        return [age_band(Participant.born_to, day), age_band(Participant.born_from, day)]
    return [part_of("year", day), part_of("month", day)]


def text_of(dimension: Dimension, values: Sequence[Any], codes: Mapping[int, str]) -> str | None:
    """Return the value of a group as files and pages write it."""
    if dimension is Dimension.SITE:
        return codes[values[0]]
    if dimension in OF_TIME:
        return period_of(dimension, values[0], values[1])
    if dimension is Dimension.AGE_GROUP:
        least, greatest = values
        return age_group(None if least is None else (least * BAND_YEARS, greatest * BAND_YEARS))
    return None if values[0] is None else str(values[0])


def is_in(dimension: Dimension, value: str | None, day: Day) -> ColumnElement[bool]:
    """Return the condition that an enrollment belongs to a group."""
    if dimension is Dimension.SITE:
        number = select(Site.id).where(Site.code == value).scalar_subquery()
        return Enrollment.site_id == number
    if dimension is Dimension.AGE_GROUP:
        return _is_of_age(value, day)
    if dimension in OF_TIME:
        first, last = days_of(dimension, value or "")
        return (literal(day) if isinstance(day, date) else day).between(first, last)
    column: ColumnElement[Any] = PLAIN[dimension]
    return column.is_(None) if value is None else column == value


def _is_of_age(value: str | None, day: Day) -> ColumnElement[bool]:
    least, greatest = columns_of(Dimension.AGE_GROUP, day)
    if value is None:
        return or_(Participant.born_from.is_(None), least != greatest)
    band = int(value.split("-")[0]) // BAND_YEARS
    return and_(least == band, greatest == band)
