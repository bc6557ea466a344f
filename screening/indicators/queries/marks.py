"""The marks of a screening exam or a cancer on a day of report, as conditions on the facts.

`GENERAL` is the whole table of general marks; a program's own marks are read from the packed days
of the fact. Every condition is true or false, never unknown, so that *not* can be said of it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, func, not_, or_, true
from sqlalchemy.orm import InstrumentedAttribute

from screening.indicators.models import CancerFact, ScreeningFact
from screening.indicators.rules.packing import WIDTH, pack_day
from screening.outcomes.rules import DetectionMode
from screening.protocol.measures import Counted, Tally
from screening.protocol.program import Program

Condition = ColumnElement[bool]
Day = InstrumentedAttribute[date] | InstrumentedAttribute[date | None]
Mark = Callable[[date], Condition]

F = ScreeningFact


def has_come(day: Day, as_of: date) -> Condition:
    """Tell whether a day is known and not after the day of report."""
    return and_(day.is_not(None), day <= as_of)


def _screened(_: date) -> Condition:
    return true()


def _with_result(as_of: date) -> Condition:
    return has_come(F.resolved_on, as_of)


def _positive(as_of: date) -> Condition:
    return and_(_with_result(as_of), F.is_positive.is_(True))


def _negative(as_of: date) -> Condition:
    return and_(_with_result(as_of), F.is_positive.is_(False))


def _more_imaging(as_of: date) -> Condition:
    return and_(_with_result(as_of), F.asks_more_imaging)


def _tissue_asked(as_of: date) -> Condition:
    return and_(_with_result(as_of), F.asks_tissue)


def _technical_repeat(_: date) -> Condition:
    return F.is_technical_repeat.is_(True)


def _followed(as_of: date) -> Condition:
    return F.complete_on <= as_of


def _pending(as_of: date) -> Condition:
    return F.complete_on > as_of


def _complete(as_of: date) -> Condition:
    return and_(_with_result(as_of), _followed(as_of))


def _lost(as_of: date) -> Condition:
    has_no_outcome = or_(F.outcome_on.is_(None), F.outcome_on > as_of)
    return and_(_positive(as_of), F.lost_from_on <= as_of, has_no_outcome)


def _screen_detected(as_of: date) -> Condition:
    return has_come(F.diagnosed_on, as_of)


def _interval_cancer(as_of: date) -> Condition:
    return has_come(F.interval_diagnosed_on, as_of)


def _cancer_in_window(as_of: date) -> Condition:
    missed = and_(_interval_cancer(as_of), F.interval_diagnosed_on <= F.window_ends_on)
    return or_(_screen_detected(as_of), missed)


def _without_cancer(as_of: date) -> Condition:
    return and_(_complete(as_of), not_(_cancer_in_window(as_of)))


def _true_positive(as_of: date) -> Condition:
    return and_(_followed(as_of), _positive(as_of), _cancer_in_window(as_of))


def _false_positive(as_of: date) -> Condition:
    return and_(_followed(as_of), _positive(as_of), not_(_cancer_in_window(as_of)))


def _true_negative(as_of: date) -> Condition:
    return and_(_followed(as_of), _negative(as_of), not_(_cancer_in_window(as_of)))


def _false_negative(as_of: date) -> Condition:
    return and_(_followed(as_of), _negative(as_of), _cancer_in_window(as_of))


def _negative_complete(as_of: date) -> Condition:
    return and_(_followed(as_of), _negative(as_of))


def _undecided(as_of: date) -> Condition:
    return and_(_pending(as_of), not_(_negative(as_of)), not_(_screen_detected(as_of)))


def _may_be_detected(as_of: date) -> Condition:
    return or_(_screen_detected(as_of), _undecided(as_of))


def _biopsied(as_of: date) -> Condition:
    return has_come(F.biopsied_on, as_of)


def _biopsied_benign(as_of: date) -> Condition:
    return and_(_biopsied(as_of), not_(_cancer_in_window(as_of)))


def _resected(as_of: date) -> Condition:
    return has_come(F.resected_on, as_of)


def _resected_benign(as_of: date) -> Condition:
    return has_come(F.benign_resected_on, as_of)


def _due_next_round(as_of: date) -> Condition:
    has_left = and_(F.left_on.is_not(None), F.left_on <= F.due_to_on)
    is_due = and_(_negative(as_of), F.due_to_on <= as_of)
    return and_(is_due, or_(not_(has_left), _returned(as_of)))


def _returned(as_of: date) -> Condition:
    return and_(
        has_come(F.next_screen_on, as_of),
        F.next_screen_on >= F.due_from_on,
        F.next_screen_on <= F.due_to_on,
    )


def _known_stage(as_of: date) -> Condition:
    return has_come(F.known_stage_on, as_of)


def _unknown_stage(as_of: date) -> Condition:
    return and_(_screen_detected(as_of), not_(_known_stage(as_of)))


def _early_stage(as_of: date) -> Condition:
    return has_come(F.early_stage_on, as_of)


def _stage_i(as_of: date) -> Condition:
    return has_come(F.stage_i_on, as_of)


GENERAL: Mapping[str, Mark] = {
    "screened": _screened,
    "with_result": _with_result,
    "positive": _positive,
    "negative": _negative,
    "more_imaging": _more_imaging,
    "tissue_asked": _tissue_asked,
    "technical_repeat": _technical_repeat,
    "complete": _complete,
    "pending": _pending,
    "followed": _followed,
    "lost": _lost,
    "screen_detected": _screen_detected,
    "undecided": _undecided,
    "may_be_detected": _may_be_detected,
    "interval_cancer": _interval_cancer,
    "cancer_in_window": _cancer_in_window,
    "true_positive": _true_positive,
    "false_positive": _false_positive,
    "true_negative": _true_negative,
    "false_negative": _false_negative,
    "without_cancer": _without_cancer,
    "negative_complete": _negative_complete,
    "biopsied": _biopsied,
    "biopsied_benign": _biopsied_benign,
    "resected": _resected,
    "resected_benign": _resected_benign,
    "due_next_round": _due_next_round,
    "returned": _returned,
    "known_stage": _known_stage,
    "unknown_stage": _unknown_stage,
    "early_stage": _early_stage,
    "stage_i": _stage_i,
}

OF_CANCER: Mapping[str, Condition] = {
    "screen_detected": CancerFact.mode == DetectionMode.SCREEN_DETECTED,
    "interval_cancer": CancerFact.mode == DetectionMode.INTERVAL,
    "known_stage": CancerFact.is_stage_known.is_(True),
    "unknown_stage": CancerFact.is_stage_known.is_(False),
    "early_stage": CancerFact.is_early_stage.is_(True),
    "stage_i": CancerFact.is_stage_i.is_(True),
}


@dataclass(frozen=True)
class Marks:
    """The marks of one program on one day of report."""

    program: Program
    as_of: date

    def all_of(self, tally: Tally) -> Condition:
        """Return the condition that every mark of a tally holds."""
        if tally.of is Counted.CANCERS:
            return and_(*self._of_cancer(tally.marks))
        return and_(*(self.of_exam(code) for code in tally.marks))

    def of_exam(self, code: str) -> Condition:
        """Return one mark of an exam; a mark that nobody defined is a fault of the definition."""
        if code in GENERAL:
            return GENERAL[code](self.as_of)
        return self._own(code, ScreeningFact.program_marks)

    def _of_cancer(self, codes: Iterable[str]) -> list[Condition]:
        conditions = [CancerFact.diagnosed_on <= self.as_of]
        for code in codes:
            if code in OF_CANCER:
                conditions.append(OF_CANCER[code])
            elif code in GENERAL:
                conditions.append(GENERAL[code](self.as_of))
            else:
                conditions.append(self._own(code, CancerFact.program_marks))
        return conditions

    def _own(self, code: str, packed: InstrumentedAttribute[str]) -> Condition:
        codes = [mark.code for mark in self.program.marks]
        start = codes.index(code) * WIDTH + 1
        return func.substr(packed, start, WIDTH) <= pack_day(self.as_of)
