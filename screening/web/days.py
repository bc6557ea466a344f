"""Spans of days in the words of a desk: 3 months, 5 days late."""

from datetime import date

from flask_babel import gettext as _
from flask_babel import ngettext

DAYS_IN_MONTH = 30
DAYS_IN_TWO_MONTHS = 60


def lateness(due_on: date, day: date) -> str:
    """Return how late or how soon something is."""
    days = (day - due_on).days
    if days == 0:
        return str(_("today"))
    if days > 0:
        return str(_("%(amount)s late", amount=span(days)))
    return str(_("in %(amount)s", amount=span(-days)))


def span(days: int) -> str:
    """Return a number of days, or of months where days say too little."""
    if days < DAYS_IN_TWO_MONTHS:
        return str(ngettext("%(num)s day", "%(num)s days", days))
    return str(ngettext("%(num)s month", "%(num)s months", days // DAYS_IN_MONTH))
