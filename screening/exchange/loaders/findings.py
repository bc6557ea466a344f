"""Findings from files; every exam that they belong to is categorized anew at the end."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from screening.database.binding import plain_value
from screening.exams.actions.loading import add_findings, change_exams, change_findings
from screening.exchange.loaders.context import Context
from screening.exchange.loaders.of_exams import PlannerOfExams
from screening.exchange.loaders.planning import Placed, Plain, Values, changes_of
from screening.exchange.loaders.writing import (
    changed_values,
    number_in,
    rows_to_add,
    rows_to_change,
    written_changed,
    written_new,
)
from screening.exchange.queries.lookups import Record, exams_by_id, findings_of
from screening.exchange.rules import Planned, Written
from screening.protocol.fields import Field
from screening.protocol.payload import to_json
from screening.protocol.program import Program
from screening.protocol.wording import N_

LESION = "lesion_no"


class FindingPlanner(PlannerOfExams):
    """Plans rows of findings."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        # Details of an exam that rows of this chunk give, so that two rows cannot contradict.
        self._details: dict[int, Plain] = defaultdict(dict)

    def plan_rows(self, placed: Sequence[Placed]) -> None:
        """Plan the rows whose site is known."""
        exams = self.exams(placed)
        known = findings_of([exam.id for exam in exams.values()])
        for each in placed:
            exam = self.exam_of(each, exams)
            if exam is None:
                continue
            program = self.program_of_exam(exam)
            values = self.read(each.row, program)
            if values is None:
                continue
            number = int(str(values["finding_no"]))
            if not self.is_repeated(each.row, (*each.exam, number)):
                self._plan(each, values, exam, known.get(exam.id, {}).get(number))

    def _plan(self, placed: Placed, values: Values, exam: Record, record: Record | None) -> None:
        row, kind = placed.row, self.program_of_exam(exam).exam.finding
        payload = {field.code: values[field.code] for field in kind.fields if field.code in values}
        details = self._details_of(placed, values, exam)
        if self.refuse_problems(row, kind.problems(payload)) or details is None:
            return
        columns = _columns(self.program_of_exam(exam), payload)
        extra: Plain = {"exam_id": exam.id, "details": details} if details else {}
        if record is None:
            extra["exam_id"] = exam.id
            new: Plain = {"exam_id": exam.id, "finding_no": values["finding_no"], **columns}
            self.planned.append(Planned(row.row_no, None, exam.participant_id, new, extra=extra))
            return
        stored = {**record.payload, **to_json(payload)}
        if stored == record.payload:
            self.planned.append(
                Planned(row.row_no, record.id, exam.participant_id, {}, extra=extra)
            )
            return
        after, before = changes_of(record, {**columns, "payload": stored})
        extra["exam_id"] = exam.id
        self.planned.append(
            Planned(row.row_no, record.id, exam.participant_id, after, before, extra)
        )

    def _details_of(self, placed: Placed, values: Values, exam: Record) -> Plain | None:
        """Return the details of the exam that a row changes; None where rows contradict."""
        given = to_json(
            {
                field.code: values[field.code]
                for field in _exam_fields(self.program_of_exam(exam))
                if field.code in values
            }
        )
        seen = self._details[exam.id]
        for name, value in given.items():
            if isinstance(value, list):
                known = _list(seen.get(name, exam.details.get(name)))
                given[name] = [*known, *(code for code in value if code not in known)]
            elif seen.get(name, value) != value:
                message = N_("another finding of this exam says {other}; the exam has one value")
                self.refuse(placed.row, name, message, {"other": str(seen[name])})
                return None
        seen.update(given)
        return {name: value for name, value in given.items() if exam.details.get(name) != value}


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _exam_fields(program: Program) -> Sequence[Field]:
    """List the details of an exam that may stand beside its findings."""
    own = {field.code for field in program.exam.finding.fields}
    return [field for field in program.exam.details if field.code not in own]


def _columns(program: Program, payload: Values) -> Plain:
    kind = program.exam.finding
    whole = {**kind.compute(payload), **payload}
    return {
        "lesion_no": whole.get(LESION),
        "kind": whole.get(kind.kind_field),
        "size_mm": plain_value(whole.get(kind.size_field)),
        "location": whole.get(kind.location_field),
        "payload": to_json(payload),
    }


def apply_findings(context: Context, planned: Sequence[Planned]) -> list[Written]:
    """Add and change the findings of a chunk, and the details of their exams."""
    new, changed = rows_to_add(planned), rows_to_change(planned)
    ids = add_findings([each.values for each in new])
    change_findings(changed_values(changed))
    context.exams_to_categorize.update(
        number_in(each.extra, "exam_id") for each in planned if each.extra
    )
    return [
        *written_new("finding", new, ids),
        *written_changed("finding", changed),
        *_change_details(planned),
    ]


def _change_details(planned: Sequence[Planned]) -> list[Written]:
    details: dict[int, tuple[int, Plain]] = {}
    for each in planned:
        given = each.extra.get("details")
        if isinstance(given, dict):
            number = number_in(each.extra, "exam_id")
            _, known = details.setdefault(number, (each.row_no, {}))
            known.update(given)
    exams = exams_by_id(details)
    written = [
        _written(row_no, exams[number], given) for number, (row_no, given) in details.items()
    ]
    change_exams([{"id": each.record_id, **(each.after or {})} for each in written])
    return written


def _written(row_no: int, exam: Record, given: Mapping[str, object]) -> Written:
    before = {"details": exam.details}
    after = {"details": {**exam.details, **given}}
    return Written(row_no, "exam", exam.id, exam.participant_id, before, after)
