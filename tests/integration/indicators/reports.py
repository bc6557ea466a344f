"""Reports of the small program, and how tests read them."""

from datetime import date

from screening.indicators.actions import verify_facts
from screening.indicators.reports import Asked, make_report
from screening.security.actor import EVERYWHERE

LATE = date(2026, 1, 1)


def report_of(as_of=LATE, by=(), scope=EVERYWHERE, **asked):
    """Return a report; the facts behind it are those of the records."""
    report = make_report(scope, Asked("scan", as_of, by=by, **asked))
    assert verify_facts() == []
    return report


def whole(as_of=LATE, **asked):
    """Return the one row of a report without groups."""
    (row,) = report_of(as_of, **asked).rows
    return row


def pair(row, code):
    """Return numerator and denominator of a rate."""
    figure = row.rate(code)
    return figure.numerator, figure.denominator
