"""The way of one synthetic person through the program, written as rows of the import files."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from screening.programs.lung.demo.answers import Answers
from screening.programs.lung.demo.findings import NOTHING, Lesion, first_seen, seen_again
from screening.programs.lung.demo.settings import (
    CATEGORY_FIRST,
    CATEGORY_LATER,
    CATEGORY_OF_CANCER,
    HABITS,
    MACHINES,
    NOT_FOLLOWED_SHARE,
    OTHER_FINDINGS,
    READERS,
    REASSESSED_SHARE,
)
from screening.programs.lung.demo.workup import add_benign_workup, add_cancer
from screening.protocol.synthetic import (
    Journey,
    PersonRows,
    Plan,
    Row,
    pick,
    repeat_day,
    weekday_from,
)

MONTH = timedelta(days=30)
YEAR = timedelta(days=365)
FOLLOW_UP = {"3": 6, "4A": 3, "0": 1}
POSITIVE = ("3", "4A")


@dataclass
class Seen:
    """What the last exam left behind."""

    day: date
    category: str
    accession_no: str
    lesion: Lesion | None


class LungJourney(Journey):
    """Walks one person from the first exam to today or to the end."""

    habits = HABITS

    def __init__(
        self, draw: random.Random, rows: PersonRows, plan: Plan, today: date, *, is_new: bool
    ) -> None:
        super().__init__(draw, rows, plan, today, is_new=is_new)
        self.answers = Answers(draw, is_smoker=True)

    def walk(self) -> None:
        """Write every exam until today, and how it went on."""
        day, number, seen = self.first_day(), 1, None
        self.answers.add(self.rows, self.plan.enrolled_on)
        while True:
            seen = self._round(day, number, seen)
            if self.exit or seen is None:
                return
            if self.plan.has_interval_cancer and number == 1 and seen.category in "12":
                self._interval_cancer(seen)
                return
            following = self.next_day(seen.day + YEAR, number)
            if following is None:
                return
            day, number = following, number + 1

    def _round(self, day: date, number: int, before: Seen | None) -> Seen | None:
        has_cancer = self.plan.cancer_round == number
        purpose = "baseline" if number == 1 else "annual"
        if number > 1 and self.draw.random() < REASSESSED_SHARE:
            self.answers.add(self.rows, day)
        day = self._repeat(day, purpose)
        lesion, finding, category = self._target(number, before, day, has_cancer=has_cancer)
        accession_no = self._exam(day, purpose, category, finding)
        seen = Seen(day, category, accession_no, lesion)
        if has_cancer:
            self._cancer(seen)
            return None
        return self._follow(seen)

    def _repeat(self, day: date, purpose: str) -> date:
        """Let a few exams fail for a technical reason; return the day of the adequate one."""
        again = repeat_day(self.draw, day, self.today, self.habits)
        if again is None:
            return day
        self._add_exam(day, purpose, status="technically_inadequate")
        return again

    def _target(
        self, number: int, before: Seen | None, day: date, *, has_cancer: bool
    ) -> tuple[Lesion | None, Row, str]:
        category = self._category(number, has_cancer=has_cancer)
        if before is None or category not in ("1", "2"):
            lesion, row = first_seen(self.draw, category, is_baseline=number == 1)
            return lesion, row, category
        if before.lesion is None:
            return None, NOTHING, "1"
        return before.lesion, seen_again(before.lesion, _months(before.day, day)), "2"

    def _category(self, number: int, *, has_cancer: bool) -> str:
        """Pick the category of a round; one before a cancer is negative."""
        if has_cancer:
            return pick(self.draw, CATEGORY_OF_CANCER)
        weights = CATEGORY_FIRST if number == 1 else CATEGORY_LATER
        if self.plan.cancer_round is not None or self.plan.has_interval_cancer:
            weights = {category: weights[category] for category in ("1", "2")}
        return pick(self.draw, weights)

    def _exam(
        self, day: date, purpose: str, category: str, finding: Row, prior_category: str = ""
    ) -> str:
        has_result = day < self.today - timedelta(days=3) or self.draw.random() < 0.5
        if not has_result:
            return self._add_exam(day, purpose, prior_category=prior_category)
        reported_on = min(self.today, day + timedelta(days=self.draw.randint(0, 9)))
        other = pick(self.draw, OTHER_FINDINGS)
        accession_no = self._add_exam(
            day,
            purpose,
            category=category,
            modifiers="S" if other else "",
            s_finding=other,
            resulted_on=reported_on,
            prior_category=prior_category,
        )
        self.rows.add_to_exam("findings", accession_no, **finding)
        return accession_no

    def _add_exam(self, day: date, purpose: str, **result: object) -> str:
        dose = self.draw.gauss(2.0, 0.45)
        return self.rows.add_exam(
            "ldct",
            purpose,
            day,
            reader=self.draw.choice(READERS),
            machine=self.draw.choice(MACHINES),
            ctdi_vol_mgy=f"{max(0.6, dose):.2f}",
            dlp_mgy_cm=f"{max(20.0, dose * 35):.0f}",
            slice_thickness_mm=self.draw.choice(("1.0", "1.0", "1.25", "2.5")),
            **result,
        )

    def _follow(self, seen: Seen) -> Seen | None:
        """Bring a round to its end: short-interval exams, or work-up with a benign result."""
        while seen.category in FOLLOW_UP:
            months = FOLLOW_UP[seen.category]
            day = weekday_from(seen.day + months * MONTH + timedelta(days=self.draw.randint(2, 40)))
            if day > self.today or self.draw.random() < NOT_FOLLOWED_SHARE:
                is_positive = seen.category in POSITIVE
                due = seen.day + months * MONTH
                self.leave_if_overdue(due, seen.accession_no, is_positive=is_positive)
                return None
            seen = self._follow_up_exam(seen, day)
        if seen.category in ("4B", "4X"):
            positive = (seen.accession_no, seen.day, "")
            ended_on = add_benign_workup(self.draw, self.rows, positive, self.today)
            if ended_on is None:
                return None
            seen.category, seen.day = "2", max(seen.day, ended_on - timedelta(days=300))
        return seen

    def _follow_up_exam(self, seen: Seen, day: date) -> Seen:
        if seen.category == "0":
            lesion, row = first_seen(self.draw, "2", is_baseline=True)
            return Seen(day, "2", self._exam(day, "follow_up", "2", row), lesion)
        category = "2" if seen.category == "3" else "3"
        row = seen_again(seen.lesion, _months(seen.day, day))
        accession_no = self._exam(day, "follow_up", category, row, seen.category)
        return Seen(day, category, accession_no, seen.lesion)

    def book(self, due: date) -> None:
        """Book the next exam of some who are due soon."""
        if self.is_due_soon(due) and self.draw.random() < 0.5:
            self.rows.add_exam("ldct", "annual", self.booked_day(), status="scheduled")

    def _cancer(self, seen: Seen) -> None:
        lobe = seen.lesion.lobe if seen.lesion else "RUL"
        add_cancer(self.draw, self.rows, (seen.accession_no, seen.day, lobe), self.today)

    def _interval_cancer(self, seen: Seen) -> None:
        day = seen.day + timedelta(days=self.draw.randint(60, 330))
        if day <= self.today:
            add_cancer(self.draw, self.rows, (None, day, "LLL"), self.today)


def _months(earlier: date, later: date) -> int:
    return round((later - earlier).days / 30.44)
