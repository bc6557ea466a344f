"""Exams from files: the act, its technique, and the category that a reader gave it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from screening.enrollments.rules import BEFORE_ENROLLMENT, ExitReason
from screening.exams.actions.loading import (
    add_exams,
    add_readings,
    change_exams,
    exams_judged_by_details,
)
from screening.exams.rules import EXAMINED, EXPECTED, TRANSITIONS, ExamStatus, Purpose
from screening.exams.rules.checks import check_entry
from screening.exams.rules.entry import ExamEntry
from screening.exams.rules.entry import Person as Dates
from screening.exams.rules.marks import is_in_use
from screening.exchange.loaders.context import Context
from screening.exchange.loaders.planning import (
    Placed,
    Plain,
    Planner,
    Values,
    changes_of,
    enrollment_of,
    plain_texts,
)
from screening.exchange.loaders.results import Result, read_result
from screening.exchange.loaders.writing import (
    changed_values,
    rows_to_add,
    rows_to_change,
    written_changed,
    written_new,
)
from screening.exchange.queries.lookups import (
    Person,
    Record,
    brief_enrollments_of,
    exams_by_number,
    readings_of,
)
from screening.exchange.rules import Planned, Written
from screening.exchange.tabular.rows import SourceRow
from screening.protocol.payload import to_json
from screening.protocol.program import Program
from screening.protocol.wording import N_, Problem

ACT = ("modality", "purpose", "system", "recommendation", "reader", "machine", "comment")


class _Read(NamedTuple):
    """A row whose cells can be read, with the enrollment that the exam belongs to."""

    row: SourceRow
    site_id: int
    accession_no: str
    program: Program
    enrollment: Record
    values: Values
    details: Values
    status: ExamStatus
    result: Result | None

    @property
    def day(self) -> date:
        """The day of the exam or of its appointment."""
        day = self.values["performed_on"]
        assert isinstance(day, date)  # noqa: S101 - a required column of dates
        return day

    @property
    def is_examined(self) -> bool:
        """The person was examined, adequately or not."""
        return self.status in EXAMINED


class ExamPlanner(Planner):
    """Plans rows of exams."""

    key = "accession_no"

    def plan_rows(self, placed: Sequence[Placed]) -> None:
        """Plan the rows whose site is known."""
        people = self.people(placed)
        enrolled = brief_enrollments_of(
            {number for person in people.values() for number in person.ids}
        )
        known = exams_by_number(each.exam for each in placed)
        readings = readings_of([record.id for record in known.values()])
        for each in placed:
            program, person = self.program_of(each.row), self.person_of(each, people)
            if program is None or person is None or self.is_repeated(each.row, each.exam):
                continue
            enrollment = enrollment_of(person, program.code, enrolled)
            record = known.get(each.exam)
            read = self._read(each, program, enrollment, record)
            if read is None or self._is_refused(read, person):
                continue
            if record is None:
                self._plan_new(read)
            else:
                self._plan_known(read, record, readings.get(record.id, set()))

    def _read(
        self, placed: Placed, program: Program, enrollment: Record | None, record: Record | None
    ) -> _Read | None:
        row = placed.row
        values = self.read(row, program)
        if enrollment is None or enrollment.status in BEFORE_ENROLLMENT:
            message = N_("the person is not enrolled in {program}; load the enrollments first")
            self.refuse(row, "registration_no", message, {"program": program.code})
            return None
        if values is None:
            return None
        own = self.context.own_fields(program)
        details = {code: value for code, value in values.items() if code in own}
        status = ExamStatus(str(values.get("status", ExamStatus.PERFORMED)))
        if status in EXAMINED and (record is None or record.system is None):
            values = self._in_system_of_site(values, program, placed.site_id)
        result, problems = read_result(program, values, status)
        if self.refuse_problems(row, problems):
            return None
        place = (placed.site_id, placed.exam[1])
        return _Read(row, *place, program, enrollment, values, details, status, result)

    def _in_system_of_site(self, values: Values, program: Program, site_id: int) -> Values:
        """Return the values with the system that the site chose, where they name none."""
        in_use = self.context.systems.get(site_id, {}).get(program.code)
        category = values.get("category")
        is_in = is_in_use(program, in_use, str(category) if category else None)
        if in_use is None or "system" in values or not is_in:
            return values
        return {**values, "system": in_use}

    def _is_refused(self, read: _Read, person: Person) -> bool:
        """Refuse what no exam can be; the same rules hold as for an exam that is typed."""
        day, resulted_on = read.day, read.values.get("resulted_on")
        entry = ExamEntry(
            accession_no=read.accession_no,
            site_id=read.site_id,
            modality=str(read.values["modality"]),
            purpose=Purpose(str(read.values["purpose"])),
            status=read.status,
            performed_on=day if read.is_examined else None,
            scheduled_on=None if read.is_examined else day,
            details=read.details,
            resulted_on=resulted_on if isinstance(resulted_on, date) else None,
        )
        enrollment = read.enrollment
        # Who left with a diagnosis may well be examined for it afterwards.
        has_gone = enrollment.exit_reason is not ExitReason.DIAGNOSED
        left_on = enrollment.exited_on if has_gone else None
        # An appointment stays in the book, although the person left or died before its day.
        ends = (left_on, person.died_on) if read.is_examined else (None, None)
        dates = Dates(person.born_from, enrollment.enrolled_on, *ends)
        problems = check_entry(entry, dates, read.program, self.context.today)
        return self.refuse_problems(read.row, map(_of_file, problems))

    def _plan_new(self, read: _Read) -> None:
        enrollment = read.enrollment
        values: Plain = {
            "participant_id": enrollment.participant_id,
            "enrollment_id": enrollment.id,
            "program": read.program.code,
            "site_id": read.site_id,
            "accession_no": read.accession_no,
            "status": read.status.value,
            "details": to_json(read.details),
            **self._said(read),
        }
        if read.result is not None:
            values |= read.result.columns
            values.setdefault("resulted_on", values["performed_on"])
        self.planned.append(
            Planned(read.row.row_no, None, enrollment.participant_id, values, extra=_reading(read))
        )

    def _said(self, read: _Read) -> Plain:
        """Return the columns that a row says something about, beside its result."""
        day = "performed_on" if read.is_examined else "scheduled_on"
        said = plain_texts(read.values, ACT)
        said[day] = read.day.isoformat()
        if "resulted_on" in read.values:
            said |= plain_texts(read.values, ("resulted_on",))
        return said

    def _plan_known(self, read: _Read, record: Record, readings: set[tuple[str, str]]) -> None:
        if record.enrollment_id != read.enrollment.id:
            message = N_("this number belongs to the exam of another person or program")
            self.refuse(read.row, "accession_no", message)
            return
        if read.status in EXPECTED and record.status not in EXPECTED:
            # The appointment that the row speaks of is over: the record is newer.
            self.planned.append(Planned(read.row.row_no, record.id, record.participant_id, {}))
            return
        if self._refuse_move(read, record):
            return
        wanted: Plain = {"status": read.status.value, **self._said(read)}
        wanted["details"] = {**record.details, **to_json(read.details)}
        extra: Plain = {}
        if read.result is not None and read.result.view not in readings:
            wanted |= read.result.columns
            extra = _reading(read)
            if record.resulted_on is None:
                wanted.setdefault("resulted_on", read.day.isoformat())
        after, before = changes_of(record, wanted)
        self.planned.append(
            Planned(read.row.row_no, record.id, record.participant_id, after, before, extra)
        )

    def _refuse_move(self, read: _Read, record: Record) -> bool:
        allowed = TRANSITIONS[record.status]
        is_correction = record.status in EXAMINED and read.is_examined
        if read.status in (record.status, *allowed) or is_correction:
            return False
        message = N_("an exam that is {status} cannot become {wanted}; allowed now: {allowed}")
        values = {
            "status": record.status.value,
            "wanted": read.status.value,
            "allowed": ", ".join(each.value for each in allowed) or "-",
        }
        self.refuse(read.row, "status", message, values)
        return True


def _of_file(problem: Problem) -> Problem:
    """Name a problem at the column that files have for it."""
    return replace(problem, field="performed_on") if problem.field == "scheduled_on" else problem


def _reading(read: _Read) -> Plain:
    """Return the reading that a row's category is."""
    if read.result is None:
        return {}
    category, modifiers = read.result.view
    return {"reading": {"category": category, "modifiers": modifiers}}


def apply_exams(context: Context, planned: Sequence[Planned]) -> list[Written]:
    """Add and change the exams of a chunk, with what their readers said."""
    new, changed = rows_to_add(planned), rows_to_change(planned)
    ids = add_exams([each.values for each in new], at=context.at)
    change_exams(changed_values(changed))
    context.exams_to_categorize.update(each.record_id or 0 for each in changed)
    context.exams_to_categorize.update(exams_judged_by_details(ids))
    _add_readings(context, new, ids)
    again = [each for each in planned if each.record_id and each.extra]
    numbers = [each.record_id or 0 for each in again]
    readings = _add_readings(context, again, numbers)
    return [
        *written_new("exam", new, ids),
        *written_changed("exam", changed),
        *(
            Written(each.row_no, "reading", number, each.participant_id, None, None)
            for each, number in zip(again, readings, strict=True)
        ),
    ]


def _add_readings(
    context: Context, planned: Sequence[Planned], exam_ids: Sequence[int]
) -> list[int]:
    rows = [
        {
            "exam_id": number,
            "reader_name": each.values.get("reader") or context.by.name,
            **reading,
        }
        for each, number in zip(planned, exam_ids, strict=True)
        if isinstance(reading := each.extra.get("reading"), dict)
    ]
    return add_readings(rows, at=context.at)
