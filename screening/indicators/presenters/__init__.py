"""What the pages of figures show."""

from screening.indicators.presenters.labels import Labels
from screening.indicators.presenters.page import (
    Addresses,
    ReportPresenter,
    Reports,
    present_report,
)
from screening.indicators.presenters.persons import PersonsPresenter, present_persons

__all__ = [
    "Addresses",
    "Labels",
    "PersonsPresenter",
    "ReportPresenter",
    "Reports",
    "present_persons",
    "present_report",
]
