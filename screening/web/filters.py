"""How values read on a page: dates, percentages, numbers, ages."""

from datetime import date, datetime

from flask import Flask
from flask_babel import format_datetime
from jinja2 import StrictUndefined

from screening.web.locale import say, say_stored

NOTHING = "\N{EN DASH}"


def init_filters(app: Flask) -> None:
    """Register the filters; a name that a template does not get raises."""
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(
        say=say,
        say_stored=say_stored,
        day=day,
        moment=moment,
        percent=percent,
        dash=dash,
        count=count,
    )


def day(value: date | None) -> str:
    """Return a date as ISO writes it; both languages read it."""
    return NOTHING if value is None else value.isoformat()


def moment(value: datetime | None) -> str:
    """Return a moment in the reader's zone, to the minute."""
    return NOTHING if value is None else format_datetime(value, "yyyy-MM-dd HH:mm")


def percent(value: float | None, digits: int = 2) -> str:
    """Return a proportion as a percentage; None is no figure."""
    return NOTHING if value is None else f"{value * 100:.{digits}f}\u202f%"


def count(value: int | None) -> str:
    """Return a count with thin separators."""
    return NOTHING if value is None else f"{value:,}"


def dash(value: object) -> object:
    """Return a dash for what is not known."""
    return NOTHING if value in (None, "") else value
