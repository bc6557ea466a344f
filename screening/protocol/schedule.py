"""Intervals and due dates: when the next exam is asked for, and how early or late it may be."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from dateutil.relativedelta import relativedelta


@dataclass(frozen=True)
class Interval:
    """Calendar months and days; month ends follow the shorter month (31 Aug + 6 = 28/29 Feb)."""

    months: int = 0
    days: int = 0

    def after(self, day: date) -> date:
        """Return the day this interval after `day`."""
        return _after(day, self.months, self.days)


@lru_cache(maxsize=65_536)
def _after(day: date, months: int, days: int) -> date:
    return day + relativedelta(months=months, days=days)


class DueDates(NamedTuple):
    """When an act is due, with the window around it and the rule that gave it."""

    earliest_on: date
    due_on: date
    latest_on: date
    rule: str


@dataclass(frozen=True)
class Window:
    """Earliest, target and latest time of a repeat exam after the exam that asked for it."""

    earliest: Interval
    due: Interval
    latest: Interval

    def after(self, day: date, rule: str) -> DueDates:
        """Return the dates of this window after an exam on `day`."""
        return DueDates(self.earliest.after(day), self.due.after(day), self.latest.after(day), rule)


@dataclass(frozen=True)
class Schedule:
    """A program's intervals and timers. Windows are keyed by the interval code of a category.

    `window_days` is how long after an exam a cancer still counts for it.
    `gap_months`: an exam later than this after the last one starts again as round 1.
    `pairing_days`: how long after a round's first exam another modality still joins it.
    `round_from_months`: a repeat exam asked for after so many months is a round of its own
    (0: only one at the routine interval is). `after_positive` keys the window after a positive
    exam that led to no cancer (blank: the routine one).
    """

    interval_months: int
    window_days: int
    gap_months: int
    windows: Mapping[str, Window]
    first_exam_within_days: int
    result_within_days: int
    first_review_within_days: int
    first_step_within_days: int
    lost_after_days: int
    participation_months: int
    adherence_from: Interval
    adherence_to: Interval
    repeat_within_days: int = 30
    pairing_days: int = 0
    round_from_months: int = 0
    after_positive: str = ""

    @property
    def routine(self) -> str:
        """The key of the window after a negative exam."""
        return str(self.interval_months)

    def opens_round(self, window: str) -> bool:
        """Tell whether the exam that a window asks for is the next round's."""
        if window == self.routine:
            return True
        if not window or not self.round_from_months:
            return False
        return self.windows[window].due.months >= self.round_from_months
