"""Outcomes of positive exams from files: how their rounds ended."""

from collections.abc import Sequence
from datetime import date

from screening.enrollments.actions.loading import set_outcomes
from screening.enrollments.rules import Outcome
from screening.exchange.loaders.context import Context
from screening.exchange.loaders.of_exams import PlannerOfExams
from screening.exchange.loaders.planning import Placed, Plain, Values, changes_of
from screening.exchange.loaders.writing import changed_values, rows_to_change
from screening.exchange.queries.lookups import Record, episodes_by_id
from screening.exchange.rules import Planned, Written
from screening.protocol.wording import N_


class OutcomePlanner(PlannerOfExams):
    """Plans rows of outcomes."""

    def plan_rows(self, placed: Sequence[Placed]) -> None:
        """Plan the rows whose site is known."""
        exams = self.exams(placed)
        episodes = episodes_by_id({exam.episode_id for exam in exams.values() if exam.episode_id})
        for each in placed:
            exam = self.exam_of(each, exams)
            values = self.read(each.row, self.program_of_exam(exam)) if exam else None
            if exam is None or values is None or self._is_refused(each, values, exam):
                continue
            if not self.is_repeated(each.row, (exam.episode_id,)):
                self._plan(each, values, episodes[exam.episode_id], exam.participant_id)

    def _is_refused(self, placed: Placed, values: Values, exam: Record) -> bool:
        day = values["decided_on"]
        assert isinstance(day, date)  # noqa: S101 - a required column of dates
        if not exam.is_positive or exam.episode_id is None:
            message = N_("only a positive exam has an outcome; exam {number} is {category}")
            gaps = {"number": exam.accession_no, "category": exam.category or "-"}
            self.refuse(placed.row, self.key, message, gaps)
        elif day > self.context.today:
            message = N_("the decision cannot be in the future; today is {today}")
            self.refuse(placed.row, "decided_on", message, {"today": self.context.today})
        elif day < exam.performed_on:
            message = N_("the decision cannot be before the exam of {day}")
            self.refuse(placed.row, "decided_on", message, {"day": exam.performed_on})
        else:
            return False
        return True

    def _plan(self, placed: Placed, values: Values, episode: Record, person: int) -> None:
        row = placed.row
        if values["outcome"] == Outcome.CANCER.value:
            if episode.outcome is not Outcome.CANCER:
                message = N_("no cancer is recorded in this round; load the cancer, it closes it")
                self.refuse(row, "outcome", message)
                return
            # The cancer itself says so already, and on which day.
            self.planned.append(Planned(row.row_no, episode.id, person, {}))
            return
        wanted: Plain = {
            "outcome": values["outcome"],
            "outcome_on": str(values["decided_on"]),
            "outcome_is_automatic": False,
        }
        if "comment" in values:
            wanted["outcome_comment"] = values["comment"]
        if episode.outcome is Outcome.CANCER:
            message = N_("a recorded cancer closed this round; void the cancer first")
            self.refuse(row, "outcome", message)
            return
        after, before = changes_of(episode, wanted)
        is_new = bool(after) and episode.outcome is None
        self.planned.append(
            Planned(row.row_no, episode.id, person, after, before, is_addition=is_new)
        )


def apply_outcomes(context: Context, planned: Sequence[Planned]) -> list[Written]:
    """Set the outcomes of a chunk."""
    changed = rows_to_change(planned)
    set_outcomes(changed_values(changed))
    return [
        Written(
            each.row_no,
            "episode",
            each.record_id or 0,
            each.participant_id,
            each.before,
            each.values,
        )
        for each in changed
    ]
