"""What an exam's result asks for next, and when; pure."""

from datetime import date, timedelta

from screening.protocol.category import Category
from screening.protocol.program import Program
from screening.protocol.schedule import DueDates


def due_after(
    program: Program, system: str, category: Category, interval: str | None, day: date
) -> DueDates | None:
    """Return when the next exam is due after one on `day`; None: no exam is, work-up is.

    `interval` is the one of the very finding that led; None: the category's own. An exam that is
    not yet complete and names no interval is completed within the days of the first step.
    """
    rule = f"{system}:{category.code}"
    key = category.interval if interval is None else interval
    if key:
        return program.schedule.windows[key].after(day, rule)
    if category.is_positive is None:
        due = day + timedelta(days=program.schedule.first_step_within_days)
        return DueDates(day, due, due, rule)
    return None
