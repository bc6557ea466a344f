"""What the pages of figures show."""

from screening.indicators.presenters.cells import Addresses
from screening.indicators.presenters.labels import COUNT_LABELS, Labels
from screening.indicators.presenters.page import (
    Chosen,
    ReportPresenter,
    Reports,
    present_report,
)
from screening.indicators.presenters.persons import (
    SORT_KEYS,
    PersonsHeading,
    PersonsPresenter,
    part_label,
    present_persons,
)
from screening.indicators.presenters.tables import SORT_KEYS as GROUP_SORT_KEYS

__all__ = [
    "COUNT_LABELS",
    "GROUP_SORT_KEYS",
    "SORT_KEYS",
    "Addresses",
    "Chosen",
    "Labels",
    "PersonsHeading",
    "PersonsPresenter",
    "ReportPresenter",
    "Reports",
    "part_label",
    "present_persons",
    "present_report",
]
