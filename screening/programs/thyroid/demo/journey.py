"""The way of one synthetic person through the program, written as rows of the import files."""

import random
from datetime import date, timedelta

from screening.programs.thyroid.demo.nodules import NOTHING, Nodule, make_nodule, node_row
from screening.programs.thyroid.demo.settings import (
    BELOW_THRESHOLD_SHARE,
    HABITS,
    MACHINES,
    NEW_LATER,
    NOT_FOLLOWED_SHARE,
    READERS,
    SECOND_NODULE,
    SHOWN_FIRST,
    SHOWN_OF_CANCER,
)
from screening.programs.thyroid.demo.workup import Workup
from screening.programs.thyroid.schedule import ROUTINE_MONTHS, SHORT_MONTHS
from screening.protocol.synthetic import Journey, PersonRows, Plan, Row, pick, repeat_day

MONTH = timedelta(days=30.44)
NODE = "node"
LEVELS = ("TR1", "TR2", "TR3", "TR4", "TR5")


class ThyroidJourney(Journey):
    """Walks one person from the first exam to today or to the end."""

    habits = HABITS

    def __init__(
        self, draw: random.Random, rows: PersonRows, plan: Plan, today: date, *, is_new: bool
    ) -> None:
        super().__init__(draw, rows, plan, today, is_new=is_new)
        self.workup = Workup(draw, rows, today)
        self.nodules: list[Nodule] = []

    def walk(self) -> None:
        """Write every exam until today, and how it went on."""
        day, number = self.first_day(), 1
        while True:
            following = self._round(day, number)
            if following is None:
                return
            day, number = following, number + 1

    def _round(self, day: date, number: int) -> date | None:
        """Write a round; return the day of the next one, None where the way ends."""
        day = self._repeat(day, number)
        has_cancer = self.plan.cancer_round == number
        shown = self._show(number, has_cancer=has_cancer)
        has_node = shown == NODE
        asks_tissue = has_node or shown.endswith("fna")
        accession_no = self._exam(day, number, has_node=has_node, asks_tissue=asks_tissue)
        leading = self.nodules[-1] if self.nodules and shown == self.nodules[-1].shown else None
        if has_cancer and leading is not None:
            self.workup.find_cancer(accession_no, day, leading)
            return None
        if asks_tissue:
            return self._after_positive(accession_no, day, leading, number)
        if leading is not None and self.draw.random() < BELOW_THRESHOLD_SHARE:
            self.workup.biopsy_below_size(accession_no, day, leading)
        return self.next_day(day + self._months() * MONTH, number)

    def _show(self, number: int, *, has_cancer: bool) -> str:
        """Let a nodule appear, or nothing new; return what is new."""
        is_planned = self.plan.cancer_round is not None
        weights = SHOWN_FIRST if number == 1 else NEW_LATER
        if has_cancer:
            weights = SHOWN_OF_CANCER
        elif is_planned:
            weights = {"none": 0.8, "TR2 left": 0.2}
        shown = pick(self.draw, weights)
        if shown not in ("none", NODE):
            if self.draw.random() < SECOND_NODULE:
                self._add("TR2 left")
            self._add(shown, is_cancer=has_cancer)
        return shown

    def _add(self, shown: str, *, is_cancer: bool = False) -> None:
        number = len(self.nodules) + 1
        self.nodules.append(make_nodule(self.draw, shown, number, is_cancer=is_cancer))

    def _repeat(self, day: date, number: int) -> date:
        """Let a few exams fail for a technical reason; return the day of the adequate one."""
        again = repeat_day(self.draw, day, self.today, self.habits)
        if again is None:
            return day
        self._add_exam(day, number, status="technically_inadequate")
        return again

    def _exam(self, day: date, number: int, *, has_node: bool, asks_tissue: bool) -> str:
        if day >= self.today - timedelta(days=3) and self.draw.random() < 0.5:
            return self._add_exam(day, number)
        levels = [nodule.level for nodule in self.nodules]
        accession_no = self._add_exam(
            day,
            number,
            category=max(levels, key=LEVELS.index, default="TR1"),
            recommendation=self._recommendation(asks_tissue=asks_tissue),
            resulted_on=min(self.today, day + timedelta(days=self.draw.randint(0, 6))),
            nodule_count=len(self.nodules),
        )
        for row in self._findings(has_node=has_node):
            self.rows.add_to_exam("findings", accession_no, **row)
        return accession_no

    def _findings(self, *, has_node: bool) -> list[Row]:
        rows = [nodule.row(self.draw, place) for place, nodule in enumerate(self.nodules, 1)]
        if has_node:
            rows.append(node_row(len(rows) + 1, 9))
        return rows or [NOTHING]

    def _add_exam(self, day: date, number: int, **result: object) -> str:
        return self.rows.add_exam(
            "ultrasound",
            "baseline" if number == 1 else "annual",
            day,
            reader=self.draw.choice(READERS),
            machine=self.draw.choice(MACHINES),
            probe_mhz=self.draw.choice(("12", "12", "14", "15")),
            doppler="yes",
            nodes_assessed="yes",
            **result,
        )

    def _after_positive(
        self, accession_no: str, day: date, nodule: Nodule | None, number: int
    ) -> date | None:
        """Bring a positive exam to its end; return the day of the next round, if there is one."""
        is_lost = self.draw.random() < NOT_FOLLOWED_SHARE
        if is_lost:
            self.leave_if_overdue(day, accession_no)
            return None
        ended_on = self.workup.end_benign(accession_no, day, nodule)
        if ended_on is None:
            return None
        due = max(day + SHORT_MONTHS * MONTH, ended_on + 6 * MONTH)
        return self.next_day(due, number)

    def _recommendation(self, *, asks_tissue: bool) -> str:
        if asks_tissue:
            return "tissue"
        return "short_interval" if self._months() == SHORT_MONTHS else "routine"

    def _months(self) -> int:
        """Return the months to the next exam that the nodules ask for."""
        is_followed = any(
            nodule.shown.endswith("followed")
            or (nodule.shown.endswith("fna") and nodule.cytology == "II")
            for nodule in self.nodules
        )
        return SHORT_MONTHS if is_followed else ROUTINE_MONTHS

    def book(self, due: date) -> None:
        """Book the next exam of some who are due soon."""
        if self.is_due_soon(due) and self.draw.random() >= 0.5:
            self.rows.add_exam("ultrasound", "annual", self.booked_day(), status="scheduled")
