"""Work-up procedures from files, each after the exam that led to it."""

from collections.abc import Sequence
from datetime import date

from screening.cases.actions.loading import add_procedures, change_procedures
from screening.exchange.loaders.context import Context
from screening.exchange.loaders.of_exams import PlannerOfExams
from screening.exchange.loaders.planning import Placed, Plain, Values, changes_of, plain_texts
from screening.exchange.loaders.writing import (
    changed_values,
    rows_to_add,
    rows_to_change,
    written_changed,
    written_new,
)
from screening.exchange.queries.lookups import Record, procedures_of
from screening.exchange.rules import Planned, Written
from screening.exchange.tabular.rows import SourceRow
from screening.protocol.facts import DoneProcedure
from screening.protocol.payload import to_json
from screening.protocol.wording import N_

COLUMNS = ("result", "complication", "department", "comment")


class ProcedurePlanner(PlannerOfExams):
    """Plans rows of procedures."""

    def plan_rows(self, placed: Sequence[Placed]) -> None:
        """Plan the rows whose site is known."""
        exams = self.exams(placed)
        known = procedures_of([exam.id for exam in exams.values()])
        for each in placed:
            exam = self.exam_of(each, exams)
            values = self.read(each.row, self.program_of_exam(exam)) if exam else None
            if exam is None or values is None or self._is_refused(each.row, values, exam):
                continue
            day = values["performed_on"]
            assert isinstance(day, date)  # noqa: S101 - a required column of dates
            key = (exam.id, str(values["kind"]), day)
            # Two biopsies may be done on one day: the second row means the second one.
            number = self.context.nth(key)
            self._plan(each, values, exam, known.get(key, [])[number : number + 1])

    def _is_refused(self, row: SourceRow, values: Values, exam: Record) -> bool:
        if self._refuse_day(row, values, exam):
            return True
        day, result = values["performed_on"], values.get("result")
        assert isinstance(day, date)  # noqa: S101 - a required column of dates
        done = DoneProcedure(
            str(values["kind"]),
            day,
            str(result) if result else None,
            details=self._details(values, exam),
        )
        problems = self.program_of_exam(exam).workup.details.problems(done)
        return self.refuse_problems(row, problems)

    def _details(self, values: Values, exam: Record) -> Values:
        own = self.context.own_fields(self.program_of_exam(exam))
        return {code: value for code, value in values.items() if code in own}

    def _refuse_day(self, row: SourceRow, values: Values, exam: Record) -> bool:
        day = values["performed_on"]
        assert isinstance(day, date)  # noqa: S101 - a required column of dates
        if day > self.context.today:
            message = N_("the procedure cannot be in the future; today is {today}")
            self.refuse(row, "performed_on", message, {"today": self.context.today})
        elif day < exam.performed_on:
            message = N_("the procedure cannot be before the exam of {day} that led to it")
            self.refuse(row, "performed_on", message, {"day": exam.performed_on})
        else:
            return False
        return True

    def _plan(self, placed: Placed, values: Values, exam: Record, record: Sequence[Record]) -> None:
        row_no, person = placed.row.row_no, exam.participant_id
        details = self._details(values, exam)
        said = plain_texts(values, COLUMNS)
        if details:
            known = record[0].details if record else {}
            said["details"] = {**known, **to_json(details)}
        implied = self.program_of_exam(exam).workup.details.implied_result(details)
        if implied is not None and not (record and record[0].result):
            said.setdefault("result", implied.value)
        if record:
            after, before = changes_of(record[0], said)
            self.planned.append(Planned(row_no, record[0].id, person, after, before))
            return
        new: Plain = {
            "exam_id": exam.id,
            "episode_id": exam.episode_id,
            **plain_texts(values, ("kind", "performed_on")),
            **said,
        }
        self.planned.append(Planned(row_no, None, person, new))


def apply_procedures(context: Context, planned: Sequence[Planned]) -> list[Written]:
    """Add and change the procedures of a chunk."""
    new, changed = rows_to_add(planned), rows_to_change(planned)
    ids = add_procedures([each.values for each in new], at=context.at)
    change_procedures(changed_values(changed))
    return [*written_new("procedure", new, ids), *written_changed("procedure", changed)]
