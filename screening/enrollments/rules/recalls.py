"""How a waiting recall stands on a day; read off the clock, never stored; pure."""

from datetime import date
from enum import StrEnum


class Timing(StrEnum):
    """Whether an exam that is asked for is early, due or overdue."""

    EARLY = "early"
    DUE = "due"
    OVERDUE = "overdue"


def timing_of(earliest_on: date, latest_on: date, today: date) -> Timing:
    """Return how a recall stands: due within its window, both ends included."""
    if today < earliest_on:
        return Timing.EARLY
    return Timing.OVERDUE if today > latest_on else Timing.DUE
