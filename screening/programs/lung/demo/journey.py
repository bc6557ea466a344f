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
    LONG_OVERDUE,
    LOST_SHARE,
    MACHINES,
    NOT_FOLLOWED_SHARE,
    OTHER_FINDINGS,
    OUTCOME_OF_LEAVING,
    READERS,
    REASONS_FOR_LEAVING,
    REASSESSED_SHARE,
    RETURN_SHARE,
    TECHNICAL_REPEATS,
)
from screening.programs.lung.demo.workup import add_benign_workup, add_cancer
from screening.protocol.synthetic import DemoTables, Row, SyntheticPerson, pick, weekday_from

MONTH = timedelta(days=30)
FOLLOW_UP = {"3": 6, "4A": 3, "0": 1}
POSITIVE = ("3", "4A")


@dataclass(frozen=True)
class Plan:
    """What is to happen to a person: in which round a cancer is found, or after which one."""

    enrolled_on: date
    cancer_round: int | None = None
    has_interval_cancer: bool = False


@dataclass
class Seen:
    """What the last exam left behind."""

    day: date
    category: str
    accession_no: str
    lesion: Lesion | None


class Journey:
    """Walks one person from the first exam to today or to the end."""

    def __init__(
        self,
        draw: random.Random,
        person: SyntheticPerson,
        plan: Plan,
        tables: DemoTables,
        today: date,
        *,
        is_new: bool = True,
    ) -> None:
        """Begin; someone who `is_new` is in no other program, where a death would come too late."""
        self.is_new = is_new
        self.draw, self.person, self.plan = draw, person, plan
        self.tables, self.today = tables, today
        self.answers = Answers(draw, is_smoker=True)
        self.exams = 0
        self.exit: tuple[date, str] | None = None

    @property
    def is_alive(self) -> bool:
        """The person may be enrolled in another program too."""
        return self.exit is None or self.exit[1] != "died"

    def walk(self) -> None:
        """Write every exam until today, and how it went on."""
        day = weekday_from(self.plan.enrolled_on + timedelta(days=self.draw.randint(0, 12)))
        day = min(day, self.today)
        number, seen = 1, None
        self.answers.add(self.tables, self.person, self.plan.enrolled_on)
        while True:
            seen = self._round(day, number, seen)
            if self.exit or seen is None:
                return
            if self.plan.has_interval_cancer and number == 1 and seen.category in "12":
                self._interval_cancer(seen)
                return
            next_day = self._next_day(seen, number)
            if next_day is None:
                return
            day, number = next_day, number + 1

    def _round(self, day: date, number: int, before: Seen | None) -> Seen | None:
        has_cancer = self.plan.cancer_round == number
        purpose = "baseline" if number == 1 else "annual"
        if number > 1 and self.draw.random() < REASSESSED_SHARE:
            self.answers.add(self.tables, self.person, day)
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
        again = weekday_from(day + timedelta(days=7))
        if again > self.today or self.draw.random() >= TECHNICAL_REPEATS:
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

    def _exam(self, day: date, purpose: str, category: str, finding: Row) -> str:
        has_result = day < self.today - timedelta(days=3) or self.draw.random() < 0.5
        if not has_result:
            return self._add_exam(day, purpose)
        reported_on = min(self.today, day + timedelta(days=self.draw.randint(0, 9)))
        other = pick(self.draw, OTHER_FINDINGS)
        accession_no = self._add_exam(
            day,
            purpose,
            category=category,
            modifiers="S" if other else "",
            s_finding=other,
            resulted_on=reported_on,
        )
        self.tables.add("findings", accession_no=accession_no, site=self.person.site, **finding)
        return accession_no

    def _add_exam(self, day: date, purpose: str, **result: object) -> str:
        self.exams += 1
        accession_no = f"{self.person.registration_no}-{self.exams:02d}"
        dose = self.draw.gauss(2.0, 0.45)
        self.tables.add(
            "exams",
            accession_no=accession_no,
            registration_no=self.person.registration_no,
            site=self.person.site,
            modality="ldct",
            purpose=purpose,
            performed_on=day,
            reader=self.draw.choice(READERS),
            machine=self.draw.choice(MACHINES),
            ctdi_vol_mgy=f"{max(0.6, dose):.2f}",
            dlp_mgy_cm=f"{max(20.0, dose * 35):.0f}",
            slice_thickness_mm=self.draw.choice(("1.0", "1.0", "1.25", "2.5")),
            **result,
        )
        return accession_no

    def _follow(self, seen: Seen) -> Seen | None:
        """Bring a round to its end: short-interval exams, or work-up with a benign result."""
        while seen.category in FOLLOW_UP:
            months = FOLLOW_UP[seen.category]
            day = weekday_from(seen.day + months * MONTH + timedelta(days=self.draw.randint(2, 40)))
            if day > self.today or self.draw.random() < NOT_FOLLOWED_SHARE:
                self._leave_if_overdue(seen.day + months * MONTH, seen)
                return None
            seen = self._follow_up_exam(seen, day)
        if seen.category in ("4B", "4X"):
            positive = (seen.accession_no, seen.day, "")
            ended_on = add_benign_workup(self.draw, self.tables, self.person, positive, self.today)
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
        accession_no = self._exam(day, "follow_up", category, row)
        self.tables.rows["exams"][-1]["prior_category"] = seen.category
        return Seen(day, category, accession_no, seen.lesion)

    def _next_day(self, seen: Seen, number: int) -> date | None:
        due = seen.day + timedelta(days=365)
        wanted = self.plan.cancer_round is not None and number < self.plan.cancer_round
        day = weekday_from(due + timedelta(days=min(60, int(self.draw.gauss(8, 25)))))
        if day > self.today:
            self._maybe_book(due)
            return None
        if not wanted and self.draw.random() > RETURN_SHARE:
            self._leave_if_overdue(due)
            return None
        return day

    def _maybe_book(self, due: date) -> None:
        if due <= self.today + timedelta(days=21) and self.draw.random() < 0.5:
            self.exams += 1
            self.tables.add(
                "exams",
                accession_no=f"{self.person.registration_no}-{self.exams:02d}",
                registration_no=self.person.registration_no,
                site=self.person.site,
                modality="ldct",
                purpose="annual",
                performed_on=weekday_from(self.today + timedelta(days=self.draw.randint(1, 14))),
                status="scheduled",
            )

    def _leave_if_overdue(self, due: date, positive: Seen | None = None) -> None:
        """Let who is long overdue leave; nobody with a positive exam is left without an outcome."""
        share = 1.0 if positive else LOST_SHARE
        if self.today - due <= LONG_OVERDUE or self.draw.random() >= share:
            return
        reason = pick(self.draw, REASONS_FOR_LEAVING)
        if reason == "died" and not self.is_new:
            reason = "moved"
        left_on = min(self.today, due + timedelta(days=self.draw.randint(60, 260)))
        self.exit = (left_on, reason)
        if reason == "died":
            self.tables.add(
                "deaths",
                registration_no=self.person.registration_no,
                site=self.person.site,
                died_on=left_on,
                cause="not lung cancer",
            )
        elif positive is not None and positive.category in POSITIVE:
            self.tables.add(
                "outcomes",
                accession_no=positive.accession_no,
                site=self.person.site,
                outcome=OUTCOME_OF_LEAVING[reason],
                decided_on=left_on,
            )

    def _cancer(self, seen: Seen) -> None:
        lobe = seen.lesion.lobe if seen.lesion else "RUL"
        add_cancer(
            self.draw, self.tables, self.person, (seen.accession_no, seen.day, lobe), self.today
        )

    def _interval_cancer(self, seen: Seen) -> None:
        day = seen.day + timedelta(days=self.draw.randint(60, 330))
        if day <= self.today:
            add_cancer(self.draw, self.tables, self.person, (None, day, "LLL"), self.today)


def _months(earlier: date, later: date) -> int:
    return round((later - earlier).days / 30.44)
