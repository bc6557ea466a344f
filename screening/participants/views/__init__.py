"""The pages of persons: search, register, record, change, death, void, history."""

from screening.participants.views import changing, deaths, registering, searching
from screening.participants.views.blueprint import blueprint
from screening.participants.views.record import PANELS, bind_panels

__all__ = [
    "PANELS",
    "bind_panels",
    "blueprint",
    "changing",
    "deaths",
    "registering",
    "searching",
]
