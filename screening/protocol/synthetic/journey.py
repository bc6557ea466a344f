"""How synthetic persons keep to a program: planned, coming back, or leaving it."""

import random
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from screening.protocol.synthetic.draws import pick, weekday_from
from screening.protocol.synthetic.tables import PersonRows

LONG_OVERDUE = timedelta(days=270)
LOST_SHARE = 0.93
OUTCOME_OF_LEAVING = {"lost": "lost", "withdrew": "declined", "moved": "lost"}
LATEST_ENROLLMENT = timedelta(days=20)
BOOKED_AHEAD = timedelta(days=21)


@dataclass(frozen=True)
class Plan:
    """What is to happen to a person: in which round a cancer is found, or after which one."""

    enrolled_on: date
    cancer_round: int | None = None
    has_interval_cancer: bool = False

    def awaits_cancer(self, number: int) -> bool:
        """Tell whether a later round than this one is to find a cancer."""
        return self.cancer_round is not None and number < self.cancer_round


@dataclass(frozen=True)
class Timetable:
    """Over how many years persons join, and how long rounds and a work-up last at most."""

    years_back: int
    longest_workup: timedelta
    longest_round: timedelta
    round_of_cancer: dict[str, float]


@dataclass(frozen=True)
class Counts:
    """How many persons are screened, and in how many of them a cancer is found, and when."""

    screened: int
    cancers: int
    interval_cancers: int = 0


def draw_plans(
    draw: random.Random, today: date, counts: Counts, timetable: Timetable
) -> Iterator[Plan]:
    """Yield one plan per screened person; every planned cancer is found before today."""
    kinds = ["cancer"] * counts.cancers + ["interval"] * counts.interval_cancers
    kinds += [""] * (counts.screened - len(kinds))
    draw.shuffle(kinds)
    first_day = today - timedelta(days=365 * timetable.years_back)
    for kind in kinds:
        cancer_round = int(pick(draw, timetable.round_of_cancer)) if kind == "cancer" else None
        latest = today - LATEST_ENROLLMENT
        if cancer_round is not None:
            rounds = (cancer_round - 1) * timetable.longest_round
            latest = today - timetable.longest_workup - rounds
        elif kind == "interval":
            latest = today - timetable.longest_round
        span = (latest - first_day).days
        enrolled_on = weekday_from(first_day + timedelta(days=draw.randrange(span)))
        yield Plan(enrolled_on, cancer_round, has_interval_cancer=kind == "interval")


@dataclass(frozen=True)
class Habits:
    """How faithfully persons come, with how many days of delay (mean, spread), and why they leave.

    A few exams fail and are repeated; who dies, dies of something else.
    """

    return_share: float
    delay_days: tuple[float, float]
    technical_repeats: float
    reasons_for_leaving: dict[str, float]
    cause_of_death: str


def repeat_day(draw: random.Random, day: date, today: date, habits: Habits) -> date | None:
    """Return when an exam is repeated that fails for a technical reason, as a few do."""
    again = weekday_from(day + timedelta(days=7))
    fails = again <= today and draw.random() < habits.technical_repeats
    return again if fails else None


class Journey(ABC):
    """The way of one person through one program, from the first exam to today or to the end."""

    habits: Habits

    def __init__(
        self, draw: random.Random, rows: PersonRows, plan: Plan, today: date, *, is_new: bool
    ) -> None:
        """Begin; someone who `is_new` is in no other program, where a death would come too late."""
        self.draw, self.rows, self.plan = draw, rows, plan
        self.today, self.is_new = today, is_new
        self.exit: tuple[date, str] | None = None

    @property
    def is_alive(self) -> bool:
        """The person may be enrolled in another program too."""
        return self.exit is None or self.exit[1] != "died"

    @abstractmethod
    def walk(self) -> None:
        """Write every exam until today, and how it went on."""

    @abstractmethod
    def book(self, due: date) -> None:
        """Book the next exam of some who are due soon."""

    def first_day(self) -> date:
        """Return the day of the first exam."""
        day = weekday_from(self.plan.enrolled_on + timedelta(days=self.draw.randint(0, 12)))
        return min(day, self.today)

    def next_day(self, due: date, number: int, earliest: date = date.min) -> date | None:
        """Return when the round after this one is; None if it lies ahead, or never comes."""
        delay = min(60, int(self.draw.gauss(*self.habits.delay_days)))
        day = max(weekday_from(due + timedelta(days=delay)), earliest)
        if day > self.today:
            self.book(due)
            return None
        is_awaited = self.plan.awaits_cancer(number)
        if not is_awaited and self.draw.random() > self.habits.return_share:
            self.leave_if_overdue(due)
            return None
        return day

    def is_due_soon(self, due: date) -> bool:
        """Tell whether an exam may be booked already."""
        return due <= self.today + BOOKED_AHEAD

    def booked_day(self) -> date:
        """Return a day of the next two weeks for an exam that is booked."""
        return weekday_from(self.today + timedelta(days=self.draw.randint(1, 14)))

    def leave_if_overdue(
        self, due: date, open_exam: str | None = None, *, is_positive: bool = True
    ) -> None:
        """Let who is long overdue leave; nobody with a positive exam is left without an outcome."""
        share = 1.0 if open_exam else LOST_SHARE
        if self.today - due <= LONG_OVERDUE or self.draw.random() >= share:
            return
        reason = pick(self.draw, self.habits.reasons_for_leaving)
        if reason == "died" and not self.is_new:
            reason = "moved"
        left_on = min(self.today, due + timedelta(days=self.draw.randint(60, 260)))
        self.exit = (left_on, reason)
        if reason == "died":
            self.rows.add("deaths", died_on=left_on, cause=self.habits.cause_of_death)
        elif open_exam is not None and is_positive:
            outcome = OUTCOME_OF_LEAVING[reason]
            self.rows.add_to_exam("outcomes", open_exam, outcome=outcome, decided_on=left_on)
