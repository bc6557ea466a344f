"""Enrollments from files: how far a person is in a program, and the dates that go with it."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from screening.database.binding import plain_value
from screening.enrollments.actions.loading import add_enrollments, change_enrollments
from screening.enrollments.rules import (
    BEFORE_ENROLLMENT,
    STAYING,
    EnrollmentStatus,
    ExitReason,
    Life,
    check_consent,
    check_day,
    check_enrollment_move,
    check_exit,
)
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
from screening.exchange.loaders.writing import (
    changed_values,
    rows_to_add,
    rows_to_change,
    written_changed,
    written_new,
)
from screening.exchange.queries.lookups import Person, Record, enrollments_of
from screening.exchange.rules import Planned, Written
from screening.exchange.tabular.rows import SourceRow
from screening.protocol.errors import NotAllowedNowError, RefusedInputError
from screening.protocol.program import Program
from screening.protocol.wording import N_

COLUMNS = ("enrolled_on", "invited_on", "source", "consent_on", "exited_on", "exit_reason")
DAYS = ("enrolled_on", "invited_on", "consent_on", "exited_on")
# An exit that follows from a diagnosis or a death is not taken back by an older file.
BY_ITSELF = (ExitReason.DIAGNOSED, ExitReason.DIED)
# Steps on the way to enrollment: a file that still says one of them is only older news.
STEPS = (EnrollmentStatus.INVITED, EnrollmentStatus.ASSESSED, EnrollmentStatus.ELIGIBLE)


class EnrollmentPlanner(Planner):
    """Plans rows of enrollments."""

    def plan_rows(self, placed: Sequence[Placed]) -> None:
        """Plan the rows whose site is known."""
        people = self.people(placed)
        known = enrollments_of({number for person in people.values() for number in person.ids})
        for each in placed:
            program, person = self.program_of(each.row), self.person_of(each, people)
            if program is None or person is None:
                continue
            if self.is_repeated(each.row, (person.id, program.code)):
                continue
            values = self.read(each.row, program)
            if values is None or self._refuse_dates(each.row, values, person):
                continue
            record = enrollment_of(person, program.code, known)
            if self._lacks_day(each.row, values, record):
                continue
            if record is None:
                self._plan_new(each, values, person, program)
            else:
                self._plan_known(each, values, record)

    def _refuse_dates(self, row: SourceRow, values: Values, person: Person) -> bool:
        """Refuse dates that cannot be, and those that the status does not have yet."""
        count, life = len(self.refusals), Life(person.born_from, self.context.today)
        enrolled_on, exited_on = _day(values, "enrolled_on"), _day(values, "exited_on")
        for check in (
            *(partial(check_day, name, _day(values, name), life) for name in DAYS),
            partial(check_consent, _day(values, "consent_on"), enrolled_on),
            partial(check_exit, enrolled_on, exited_on),
        ):
            try:
                check()
            except RefusedInputError as error:
                self.refuse_error(row, error.field, error)
        status = values.get("status")
        if enrolled_on and person.died_on is not None and enrolled_on > person.died_on:
            message = N_("the day is after the death on {died_on}")
            self.refuse(row, "enrolled_on", message, {"died_on": person.died_on})
        if enrolled_on and status in BEFORE_ENROLLMENT:
            message = N_("someone {status} is not enrolled yet; leave the day of enrollment blank")
            self.refuse(row, "enrolled_on", message, {"status": status})
        has_left = exited_on or "exit_reason" in values
        if has_left and status not in (None, EnrollmentStatus.EXITED):
            message = N_("only someone exited has left; write exited or leave both cells blank")
            self.refuse(row, "status", message)
        return len(self.refusals) > count

    def _lacks_day(self, row: SourceRow, values: Values, record: Record | None) -> bool:
        """Refuse someone enrolled of whom neither the row nor the record says since when."""
        said = _status(values) or EnrollmentStatus.ENROLLED
        if said not in STAYING or "enrolled_on" in values:
            return False
        if record is not None and record.status not in BEFORE_ENROLLMENT:
            return False
        message = N_(
            "enter the day of enrollment, or the status of someone who is not enrolled yet"
        )
        self.refuse(row, "enrolled_on", message)
        return True

    def _plan_new(self, placed: Placed, values: Values, person: Person, program: Program) -> None:
        days = [day for name in DAYS if isinstance(day := values.get(name), date)]
        columns: Plain = {
            "participant_id": person.id,
            "program": program.code,
            "site_id": placed.site_id,
            "status": _status(values) or EnrollmentStatus.ENROLLED.value,
            "opened_on": plain_value(min(days, default=self.context.today)),
            **plain_texts(values, COLUMNS),
        }
        self.planned.append(Planned(placed.row.row_no, None, person.id, columns))

    def _plan_known(self, placed: Placed, values: Values, record: Record) -> None:
        row = placed.row
        if record.site_id not in self.context.sites.values():
            message = N_("this person is enrolled at another site, which has to make the change")
            self.refuse(row, "site", message)
            return
        wanted: Plain = {"site_id": placed.site_id, **plain_texts(values, COLUMNS)}
        status = _status(values)
        if status is None and "enrolled_on" in values and record.status in BEFORE_ENROLLMENT:
            status = EnrollmentStatus.ENROLLED.value
        if status is not None and not _is_reached(EnrollmentStatus(status), record):
            try:
                _check_move(record.status, EnrollmentStatus(status))
            except NotAllowedNowError as error:
                self.refuse_error(row, "status", error)
                return
            wanted["status"] = status
            if record.status is EnrollmentStatus.EXITED:
                wanted = {"exited_on": None, "exit_reason": None, **wanted}
        if record.exit_reason in BY_ITSELF:
            wanted = {name: wanted[name] for name in wanted if not name.startswith("exit")}
        after, before = changes_of(record, wanted)
        self.planned.append(Planned(row.row_no, record.id, record.participant_id, after, before))


def _day(values: Values, name: str) -> date | None:
    day = values.get(name)
    return day if isinstance(day, date) else None


def _status(values: Values) -> str | None:
    """Return the status that a row says, or the one that a date of leaving says."""
    if "exited_on" in values or "exit_reason" in values:
        return EnrollmentStatus.EXITED.value
    status = values.get("status")
    return None if status is None else str(status)


def _is_reached(wanted: EnrollmentStatus, record: Record) -> bool:
    """Tell whether a record has come as far already; enrolled or active is up to the exams."""
    status = record.status
    if wanted is status or (wanted in STEPS and status not in BEFORE_ENROLLMENT):
        return True
    if wanted is EnrollmentStatus.INVITED:
        return True
    if status is EnrollmentStatus.EXITED:
        return record.exit_reason in BY_ITSELF
    return {wanted, status} <= {EnrollmentStatus.ENROLLED, EnrollmentStatus.ACTIVE}


def _check_move(status: EnrollmentStatus, wanted: EnrollmentStatus) -> None:
    """Refuse a move that is not allowed; files may enroll without the steps before.

    That someone enrolled was never eligible is for a person to settle, not for a file.
    """
    if status in BEFORE_ENROLLMENT and wanted in STAYING:
        return
    if status not in BEFORE_ENROLLMENT and wanted in BEFORE_ENROLLMENT:
        raise NotAllowedNowError(
            N_("someone {status} cannot become {wanted} by a file; correct the record itself"),
            {"status": status.value, "wanted": wanted.value},
        )
    check_enrollment_move(status, wanted)


def apply_enrollments(context: Context, planned: Sequence[Planned]) -> list[Written]:
    """Add and change the enrollments of a chunk."""
    new, changed = rows_to_add(planned), rows_to_change(planned)
    ids = add_enrollments([each.values for each in new], at=context.at)
    change_enrollments(changed_values(changed))
    return [*written_new("enrollment", new, ids), *written_changed("enrollment", changed)]
