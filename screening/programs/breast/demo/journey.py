"""The way of one synthetic woman through the program, written as rows of the import files."""

import random
from datetime import date, timedelta

from screening.programs.breast.demo.exams import ExamWriter, Seen
from screening.programs.breast.demo.screens import (
    modalities_of,
    show_cancer,
    show_usual,
)
from screening.programs.breast.demo.settings import (
    AFTER_THREE,
    AFTER_ZERO,
    HABITS,
    NOT_FOLLOWED_SHARE,
)
from screening.programs.breast.demo.workup import Diagnosed, add_benign_workup, add_cancer
from screening.protocol.synthetic import Journey, PersonRows, Plan, pick, weekday_from

YEAR = timedelta(days=365)
SUSPICIOUS = ("4A", "4B", "4C", "5")
SHORT_INTERVAL = timedelta(days=182)


class BreastJourney(Journey):
    """Walks one woman from the first exam to today or to the end."""

    habits = HABITS

    def __init__(
        self,
        draw: random.Random,
        rows: PersonRows,
        plan: Plan,
        today: date,
        *,
        is_new: bool,
        has_mri: bool,
    ) -> None:
        super().__init__(draw, rows, plan, today, is_new=is_new)
        self.has_mri = has_mri
        self.writer = ExamWriter(draw, rows, today)

    def walk(self) -> None:
        """Write every exam until today, and how it went on."""
        day, number = self.first_day(), 1
        while self._round(day, number):
            earliest = weekday_from(self.writer.last_day + timedelta(days=100))
            following = self.next_day(day + YEAR, number, earliest)
            if following is None:
                return
            day, number = following, number + 1

    def _round(self, day: date, number: int) -> bool:
        """Write a round; tell whether the woman may come to the next one."""
        modalities = modalities_of(has_mri=self.has_mri)
        has_cancer = self.plan.cancer_round == number
        if has_cancer:
            shown = show_cancer(self.draw, modalities)
        else:
            planned = self.plan.cancer_round is not None or self.plan.has_interval_cancer
            shown = show_usual(self.draw, modalities, is_first=number == 1, is_negative=planned)
        purpose = "baseline" if number == 1 else "annual"
        cancer = self.writer.new_lesion("4C") if has_cancer else None
        seen = [self.writer.screen(day, purpose, name, shown[name], cancer) for name in modalities]
        if has_cancer:
            self._cancer(seen)
            return False
        if self.plan.has_interval_cancer and number == 1:
            self._interval_cancer(day)
            return False
        return self._follow(seen)

    def _follow(self, seen: list[Seen]) -> bool:
        """Bring a round to its end; tell whether it ended."""
        suspicious = [each for each in seen if each.category in SUSPICIOUS]
        if suspicious:
            return self._benign_workup(suspicious[0])
        zeros = [each for each in seen if each.category == "0"]
        if zeros and not self._follow_up(zeros[0], "diagnostic"):
            return False
        threes = [each for each in seen if each.category == "3"]
        return not threes or self._follow_up(threes[0], "follow_up")

    def _follow_up(self, asking: Seen, purpose: str) -> bool:
        """Write the exam that a 0 or a 3 asks for, and what comes of it."""
        is_zero = asking.category == "0"
        wait = timedelta(days=14) if is_zero else SHORT_INTERVAL
        day = weekday_from(asking.day + wait + timedelta(days=self.draw.randint(0, 24)))
        if day > self.today or self.draw.random() < NOT_FOLLOWED_SHARE:
            self.leave_if_overdue(asking.day + wait, asking.accession_no)
            return False
        category = pick(self.draw, AFTER_ZERO if is_zero else AFTER_THREE)
        found = self.writer.again(day, purpose, asking, category)
        return self._benign_workup(found) if category in SUSPICIOUS else True

    def _benign_workup(self, positive: Seen) -> bool:
        return add_benign_workup(self.draw, self.rows, positive, self.today)

    def book(self, due: date) -> None:
        """Book the next mammogram of some who are due soon."""
        if self.is_due_soon(due) and self.draw.random() < 0.5:
            self.writer.book(self.booked_day())

    def _cancer(self, seen: list[Seen]) -> None:
        positive = next(each for each in seen if each.category in SUSPICIOUS)
        found = Diagnosed(positive.day, positive.side, positive.accession_no)
        add_cancer(self.draw, self.rows, found, self.today)

    def _interval_cancer(self, screened_on: date) -> None:
        day = screened_on + timedelta(days=self.draw.randint(60, 330))
        if day <= self.today:
            found = Diagnosed(day, self.draw.choice("LR"))
            add_cancer(self.draw, self.rows, found, self.today)
