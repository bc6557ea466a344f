"""From which day a mark of a screening exam holds, where several programs ask for the same."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from screening.protocol.facts import DoneProcedure, ExamFacts
from screening.protocol.schedule import Window
from screening.protocol.tumors import Tumor


def in_category(facts: ExamFacts, categories: tuple[str, ...]) -> date | None:
    """Return when the exam was found to be of one of these categories."""
    return facts.resulted_on if facts.category in categories else None


def window_over(facts: ExamFacts, categories: tuple[str, ...], window: Window) -> date | None:
    """Return the last day of the window, unless the person left before it ended."""
    if facts.category not in categories:
        return None
    latest_on = window.latest.after(facts.performed_on)
    left_on = [day for day in (facts.cancer_on, facts.died_on) if day is not None]
    return None if any(day <= latest_on for day in left_on) else latest_on


def done_in_window(
    facts: ExamFacts, categories: tuple[str, ...], window: Window, kinds: tuple[str, ...] = ()
) -> date | None:
    """Return the first day in the window with an exam, or a procedure of one of these kinds."""
    if facts.category not in categories:
        return None
    earliest_on = window.earliest.after(facts.performed_on)
    latest_on = window.latest.after(facts.performed_on)
    days = [exam.performed_on for exam in facts.later_exams]
    days += [done.performed_on for done in facts.procedures if done.kind in kinds]
    return min((day for day in days if earliest_on <= day <= latest_on), default=None)


def first_step_due(facts: ExamFacts, categories: tuple[str, ...], within_days: int) -> date | None:
    """Return when work-up was to have begun."""
    if facts.category not in categories:
        return None
    return facts.performed_on + timedelta(days=within_days)


def first_step_taken(
    facts: ExamFacts, categories: tuple[str, ...], within_days: int, *, counts_exams: bool = False
) -> date | None:
    """Return when work-up began in time: with a procedure, or with an exam if that counts too."""
    due_on = first_step_due(facts, categories, within_days)
    days = [done.performed_on for done in facts.procedures]
    if counts_exams:
        days += [exam.performed_on for exam in facts.later_exams]
    return min((day for day in days if due_on is not None and day <= due_on), default=None)


def first_done(procedures: Iterable[DoneProcedure]) -> date | None:
    """Return the day of the first of these procedures."""
    return min((done.performed_on for done in procedures), default=None)


def diagnosed(*tests: Callable[[Tumor], bool]) -> Callable[[ExamFacts], date | None]:
    """Return a mark: the diagnosis of the first cancer of the exam that passes every test."""

    def since(facts: ExamFacts) -> date | None:
        days = (tumor.diagnosed_on for tumor in facts.tumors if all(test(tumor) for test in tests))
        return min(days, default=None)

    return since
