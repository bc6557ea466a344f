"""The pages of cases: the list, the page of one case, its decisions, its procedures."""

from screening.cases.views import deciding, listing, procedures
from screening.cases.views.blueprint import blueprint
from screening.cases.views.record import panel

__all__ = ["blueprint", "deciding", "listing", "panel", "procedures"]
