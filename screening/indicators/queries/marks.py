"""The marks of a screening exam or a cancer on a day of report, as conditions on the facts.

`PRIMITIVE` and `DERIVED` are the whole table of general marks. A derived mark is a formula over
other marks, which holds for conditions in SQL and for arrays of counted signatures alike; a
program's own marks are read from the days stored with the fact. Every condition is true or false,
never unknown, so that *not* can be said of it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol, Self

from sqlalchemy import BigInteger, ColumnElement, and_, case, func, literal, or_, true
from sqlalchemy.orm import InstrumentedAttribute

from screening.indicators.models import CancerFact, ProcedureFact, ScreeningFact
from screening.indicators.rules.packing import WIDTH, pack_day
from screening.outcomes.rules import DetectionMode
from screening.protocol.measures import Counted, Tally
from screening.protocol.program import Program

Condition = ColumnElement[bool]
Day = InstrumentedAttribute[date] | InstrumentedAttribute[date | None]


class Truth(Protocol):
    """What formulas are made of: conditions, or arrays of truth values."""

    def __and__(self, other: Self, /) -> Self: ...
    def __or__(self, other: Self, /) -> Self: ...
    def __invert__(self) -> Self: ...


Formula = Callable[[Callable[[str], Truth]], Truth]

F = ScreeningFact


def has_come(day: Day, as_of: date) -> Condition:
    """Tell whether a day is known and not after the day of report."""
    return and_(day.is_not(None), day <= as_of)


PRIMITIVE: Mapping[str, Callable[[date], Condition]] = {
    "screened": lambda as_of: true(),
    "with_result": lambda as_of: has_come(F.resolved_on, as_of),
    "reported": lambda as_of: has_come(F.resulted_on, as_of),
    "judged_positive": lambda as_of: F.is_positive.is_(True),
    "asked_more_imaging": lambda as_of: F.asks_more_imaging.is_(True),
    "asked_tissue": lambda as_of: F.asks_tissue.is_(True),
    "technical_repeat": lambda as_of: F.is_technical_repeat.is_(True),
    "followed": lambda as_of: F.complete_on <= as_of,
    "with_outcome": lambda as_of: has_come(F.outcome_on, as_of),
    "past_lost_days": lambda as_of: F.lost_from_on <= as_of,
    "screen_detected": lambda as_of: has_come(F.diagnosed_on, as_of),
    "interval_cancer": lambda as_of: has_come(F.interval_diagnosed_on, as_of),
    "interval_in_window": lambda as_of: and_(
        F.interval_diagnosed_on.is_not(None), F.interval_diagnosed_on <= F.window_ends_on
    ),
    "beside_cancer": lambda as_of: has_come(F.round_cancer_on, as_of),
    "biopsied": lambda as_of: has_come(F.biopsied_on, as_of),
    "resected": lambda as_of: has_come(F.resected_on, as_of),
    "resected_benign": lambda as_of: has_come(F.benign_resected_on, as_of),
    "past_next_round": lambda as_of: F.due_to_on <= as_of,
    "left_before_next_round": lambda as_of: and_(F.left_on.is_not(None), F.left_on <= F.due_to_on),
    "returned": lambda as_of: and_(
        F.next_screen_on.is_not(None),
        F.next_screen_on <= as_of,
        F.next_screen_on.between(F.due_from_on, F.due_to_on),
    ),
    "known_stage": lambda as_of: has_come(F.known_stage_on, as_of),
    "early_stage": lambda as_of: has_come(F.early_stage_on, as_of),
    "stage_i": lambda as_of: has_come(F.stage_i_on, as_of),
}

DERIVED: Mapping[str, Formula] = {
    "pending": lambda has: ~has("followed"),
    "positive": lambda has: has("with_result") & has("judged_positive"),
    "negative": lambda has: has("with_result") & ~has("judged_positive"),
    "more_imaging": lambda has: has("with_result") & has("asked_more_imaging"),
    "tissue_asked": lambda has: has("with_result") & has("asked_tissue"),
    # Of several modalities in one round, the one that a cancer belongs to answers for the round.
    "complete": lambda has: has("with_result") & has("followed") & ~has("beside_cancer"),
    "lost": lambda has: has("positive") & has("past_lost_days") & ~has("with_outcome"),
    "cancer_in_window": lambda has: (
        has("screen_detected")
        | has("beside_cancer")
        | (has("interval_cancer") & has("interval_in_window"))
    ),
    "true_positive": lambda has: has("complete") & has("positive") & has("cancer_in_window"),
    "false_positive": lambda has: has("complete") & has("positive") & ~has("cancer_in_window"),
    "true_negative": lambda has: has("complete") & has("negative") & ~has("cancer_in_window"),
    "false_negative": lambda has: has("complete") & has("negative") & has("cancer_in_window"),
    "without_cancer": lambda has: has("complete") & ~has("cancer_in_window"),
    "negative_complete": lambda has: has("followed") & has("negative"),
    "undecided": lambda has: (
        has("pending") & ~has("negative") & ~has("screen_detected") & ~has("beside_cancer")
    ),
    "may_be_detected": lambda has: has("screen_detected") | has("undecided"),
    "awaits_result": lambda has: ~has("reported"),
    "awaits_diagnosis": lambda has: has("positive") & has("undecided"),
    "diagnosed_or_awaited": lambda has: has("screen_detected") | has("awaits_diagnosis"),
    "biopsied_benign": lambda has: has("biopsied") & ~has("cancer_in_window"),
    "due_next_round": lambda has: (
        has("negative")
        & has("past_next_round")
        & (has("returned") | ~has("left_before_next_round"))
    ),
    "unknown_stage": lambda has: has("screen_detected") & ~has("known_stage"),
}

OF_CANCER: Mapping[str, Callable[[date], Condition]] = {
    "screen_detected": lambda as_of: CancerFact.mode == DetectionMode.SCREEN_DETECTED,
    "interval_cancer": lambda as_of: CancerFact.mode == DetectionMode.INTERVAL,
    "known_stage": lambda as_of: CancerFact.is_stage_known.is_(True),
    "unknown_stage": lambda as_of: CancerFact.is_stage_known.is_(False),
    "early_stage": lambda as_of: CancerFact.is_early_stage.is_(True),
    "stage_i": lambda as_of: CancerFact.is_stage_i.is_(True),
    "awaits_treatment": lambda as_of: or_(
        CancerFact.treated_on.is_(None), CancerFact.treated_on > as_of
    ),
}


@dataclass(frozen=True)
class Marks:
    """The marks of one program on one day of report."""

    program: Program
    as_of: date

    def all_of(self, tally: Tally) -> Condition:
        """Return the condition that every mark of a tally holds."""
        if tally.of is Counted.CANCERS:
            return and_(CancerFact.diagnosed_on <= self.as_of, *self._of_cancer(tally.marks))
        if tally.of is Counted.PROCEDURES:
            done = ProcedureFact.performed_on <= self.as_of
            return and_(done, *map(self._of_procedure, tally.marks))
        return and_(*(self.of_exam(code) for code in tally.marks))

    def of_exam(self, code: str) -> Condition:
        """Return one mark of an exam; a mark that nobody defined is a fault of the definition."""
        if code in PRIMITIVE:
            return PRIMITIVE[code](self.as_of)
        if code in DERIVED:
            formula = DERIVED[code](self.of_exam)
            assert isinstance(formula, ColumnElement)  # noqa: S101 - made of conditions alone
            return formula
        return self._own(code, ScreeningFact.program_marks)

    def bits(self) -> ColumnElement[int]:
        """Return the primitive marks that hold, one bit each in the order of the table."""
        return _bits(condition(self.as_of) for condition in PRIMITIVE.values())

    def own_bits(self) -> ColumnElement[int]:
        """Return the program's own marks that hold, one bit each in their order."""
        packed = ScreeningFact.program_marks
        is_settled = ScreeningFact.settled_on <= self.as_of
        unsettled = _bits(self._own(mark.code, packed) for mark in self.program.marks)
        return case((is_settled, ScreeningFact.settled_marks), else_=unsettled)

    def _of_cancer(self, codes: Iterable[str]) -> Iterable[Condition]:
        for code in codes:
            if code in OF_CANCER:
                yield OF_CANCER[code](self.as_of)
            elif code in PRIMITIVE or code in DERIVED:
                yield self.of_exam(code)
            else:
                yield self._own(code, CancerFact.program_marks)

    def _of_procedure(self, code: str) -> Condition:
        if code in PRIMITIVE or code in DERIVED:
            return self.of_exam(code)
        return self._own(code, ProcedureFact.program_marks)

    def _own(self, code: str, packed: InstrumentedAttribute[str]) -> Condition:
        codes = [mark.code for mark in self.program.marks]
        start = codes.index(code) * WIDTH + 1
        return func.substr(packed, start, WIDTH) <= pack_day(self.as_of)


def _bits(conditions: Iterable[Condition]) -> ColumnElement[int]:
    total: ColumnElement[int] = literal(0, BigInteger)
    for position, condition in enumerate(conditions):
        total = total + case((condition, literal(1 << position, BigInteger)), else_=0)
    return total
