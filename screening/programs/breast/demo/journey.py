"""The way of one synthetic woman through the program, written as rows of the import files."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from screening.programs.breast.demo.exams import ExamWriter, Seen
from screening.programs.breast.demo.screens import (
    NEGATIVE,
    modalities_of,
    show_cancer,
    show_usual,
)
from screening.programs.breast.demo.settings import (
    AFTER_THREE,
    AFTER_ZERO,
    LONG_OVERDUE,
    LOST_SHARE,
    NOT_FOLLOWED_SHARE,
    OUTCOME_OF_LEAVING,
    REASONS_FOR_LEAVING,
    RETURN_SHARE,
)
from screening.programs.breast.demo.workup import Diagnosed, add_benign_workup, add_cancer
from screening.protocol.synthetic import DemoTables, SyntheticPerson, pick, weekday_from

SUSPICIOUS = ("4A", "4B", "4C", "5")
SHORT_INTERVAL = timedelta(days=182)


@dataclass(frozen=True)
class Plan:
    """What is to happen to a woman: in which round a cancer is found, or after which one."""

    enrolled_on: date
    cancer_round: int | None = None
    has_interval_cancer: bool = False
    has_mri: bool = False


class Journey:
    """Walks one woman from the first exam to today or to the end."""

    def __init__(
        self,
        draw: random.Random,
        person: SyntheticPerson,
        plan: Plan,
        tables: DemoTables,
        today: date,
    ) -> None:
        self.draw, self.person, self.plan = draw, person, plan
        self.tables, self.today = tables, today
        self.writer = ExamWriter(draw, person, tables, today)
        self.exit: tuple[date, str] | None = None

    @property
    def is_alive(self) -> bool:
        """She may be enrolled in another program too."""
        return self.exit is None or self.exit[1] != "died"

    def walk(self) -> None:
        """Write every exam until today, and how it went on."""
        day = weekday_from(self.plan.enrolled_on + timedelta(days=self.draw.randint(0, 12)))
        day, number = min(day, self.today), 1
        while self._round(day, number):
            following = self._next_day(day, number)
            if following is None:
                return
            day, number = following, number + 1

    def _round(self, day: date, number: int) -> bool:
        """Write a round; tell whether the woman may come to the next one."""
        modalities = modalities_of(has_mri=self.plan.has_mri)
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
            self._leave_if_overdue(asking.day + wait, asking)
            return False
        category = pick(self.draw, AFTER_ZERO if is_zero else AFTER_THREE)
        found = self.writer.again(day, purpose, asking, category)
        return self._benign_workup(found) if category in SUSPICIOUS else True

    def _benign_workup(self, positive: Seen) -> bool:
        return add_benign_workup(self.draw, self.tables, self.person, positive, self.today)

    def _next_day(self, last: date, number: int) -> date | None:
        due = last + timedelta(days=365)
        is_wanted = self.plan.cancer_round is not None and number < self.plan.cancer_round
        day = weekday_from(due + timedelta(days=min(60, int(self.draw.gauss(10, 25)))))
        latest = self.writer.last_day
        day = max(day, weekday_from(latest + timedelta(days=100)))
        if day > self.today:
            self.writer.maybe_book(due)
            return None
        if not is_wanted and self.draw.random() > RETURN_SHARE:
            self._leave_if_overdue(due)
            return None
        return day

    def _leave_if_overdue(self, due: date, positive: Seen | None = None) -> None:
        """Let who is long overdue leave; nobody with a positive exam is left without an outcome."""
        share = 1.0 if positive else LOST_SHARE
        if self.today - due <= LONG_OVERDUE or self.draw.random() >= share:
            return
        reason = pick(self.draw, REASONS_FOR_LEAVING)
        left_on = min(self.today, due + timedelta(days=self.draw.randint(60, 260)))
        self.exit = (left_on, reason)
        whose = {"registration_no": self.person.registration_no, "site": self.person.site}
        if reason == "died":
            self.tables.add("deaths", **whose, died_on=left_on, cause="not breast cancer")
        elif positive is not None and positive.category not in NEGATIVE:
            self.tables.add(
                "outcomes",
                accession_no=positive.accession_no,
                site=self.person.site,
                outcome=OUTCOME_OF_LEAVING[reason],
                decided_on=left_on,
            )

    def _cancer(self, seen: list[Seen]) -> None:
        positive = next(each for each in seen if each.category in SUSPICIOUS)
        found = Diagnosed(positive.day, positive.side, positive.accession_no)
        add_cancer(self.draw, self.tables, self.person, found, self.today)

    def _interval_cancer(self, screened_on: date) -> None:
        day = screened_on + timedelta(days=self.draw.randint(60, 330))
        if day <= self.today:
            found = Diagnosed(day, self.draw.choice("LR"))
            add_cancer(self.draw, self.tables, self.person, found, self.today)
