"""How values read on a page: dates, percentages, numbers, ages."""

from datetime import date, datetime
from typing import Protocol

from flask import Flask, current_app, request
from flask_login import current_user
from jinja2 import StrictUndefined

from screening.security.access import can
from screening.security.permissions import ROLE_LABELS, Role
from screening.web.locale import between, html_lang, language, languages, say, say_stored
from screening.web.navigation import navigation
from screening.web.sorting import page_url

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
    app.jinja_env.globals.update(
        between=between,
        can=can,
        current_user=current_user,  # imported macros see no context
        here=here,
        html_lang=html_lang,
        language=language,
        languages=languages,
        navigation=navigation,
        page_url=page_url,
        role_label=role_label,
        site_name=site_name,
    )


def here() -> str:
    """Return the address of this page, to come back to; of what was sent, the page that held it."""
    path, routes = request.path, current_app.create_url_adapter(request)
    while path and routes is not None and not routes.test(path, method="GET"):
        path = path.rpartition("/")[0]
    return request.full_path.rstrip("?") if path == request.path else path or "/"


def role_label(role: Role) -> str:
    """Return the name of a role in the language of the page."""
    return say(ROLE_LABELS[role])


class Named(Protocol):
    """A site, as far as its name goes."""

    @property
    def name(self) -> str:
        """The name in English."""

    @property
    def name_zh(self) -> str | None:
        """The name in Chinese, if there is one."""


def site_name(site: Named | None) -> str:
    """Return the name of a site in the language of the page."""
    if site is None:
        return ""
    return site.name_zh if site.name_zh and html_lang() != "en" else site.name


def day(value: date | None) -> str:
    """Return a date as ISO writes it; both languages read it."""
    return NOTHING if value is None else value.isoformat()


def moment(value: datetime | None) -> str:
    """Return a moment where the service runs, to the minute."""
    return NOTHING if value is None else f"{value.astimezone():%Y-%m-%d %H:%M}"


def percent(value: float | None, digits: int = 2) -> str:
    """Return a proportion as a percentage; None is no figure."""
    return NOTHING if value is None else f"{value * 100:.{digits}f}\u202f%"


def count(value: int | None) -> str:
    """Return a count with thin separators."""
    return NOTHING if value is None else f"{value:,}"


def dash(value: object) -> object:
    """Return a dash for what is not known."""
    return NOTHING if value in (None, "") else value
