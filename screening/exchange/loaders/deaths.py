"""Deaths from files; every program's calls end with them."""

from collections.abc import Mapping, Sequence
from datetime import date

from screening.database.binding import plain_value
from screening.enrollments.rules import EnrollmentStatus
from screening.exchange.loaders.context import Context
from screening.exchange.loaders.planning import Placed, Plain, Planner, Values, changes_of
from screening.exchange.loaders.writing import changed_values, rows_to_change, written_changed
from screening.exchange.queries.lookups import (
    Person,
    Record,
    enrollments_of,
    latest_enrolled,
    latest_exams,
    participants_by_id,
)
from screening.exchange.rules import Planned, Written
from screening.participants.actions.loading import change_people
from screening.participants.rules import check_death
from screening.protocol.errors import RefusedInputError
from screening.protocol.wording import N_

# What a death changes of the enrollments of a person.
ENDED = ("status", "exited_on", "exit_reason", "hold_until", "hold_reason")


EXAMINED = N_("the person was examined on {day}, after this death")
ENROLLED = N_("the person was enrolled on {day}, after this death")

# What speaks against a death before a day, and that day by person.
Seen = Sequence[tuple[str, Mapping[int, date]]]


class DeathPlanner(Planner):
    """Plans rows of deaths."""

    def plan_rows(self, placed: Sequence[Placed]) -> None:
        """Plan the rows whose site is known."""
        people = self.people(placed)
        numbers = {person.id for person in people.values()}
        records = participants_by_id(numbers)
        seen = ((EXAMINED, latest_exams(numbers)), (ENROLLED, latest_enrolled(numbers)))
        for each in placed:
            person = self.person_of(each, people)
            if person is None or self.is_repeated(each.row, (person.id,)):
                continue
            values = self.read(each.row, None)
            if values is not None and not self._is_refused(each, values, person, seen):
                self._plan(each, values, records[person.id])

    def _is_refused(self, placed: Placed, values: Values, person: Person, seen: Seen) -> bool:
        died_on = values["died_on"]
        assert isinstance(died_on, date)  # noqa: S101 - a required column of dates
        try:
            check_death(died_on, born_from=person.born_from, today=self.context.today)
        except RefusedInputError as error:
            self.refuse_error(placed.row, "died_on", error)
            return True
        for message, days in seen:
            day = days.get(person.id)
            if day is not None and died_on < day:
                self.refuse(placed.row, "died_on", message, {"day": day})
                return True
        return False

    def _plan(self, placed: Placed, values: Values, record: Record) -> None:
        wanted: Plain = {"died_on": str(values["died_on"])}
        if "cause" in values:
            wanted["death_cause"] = values["cause"]
        after, before = changes_of(record, wanted)
        is_new = bool(after) and record.died_on is None
        self.planned.append(
            Planned(placed.row.row_no, record.id, record.id, after, before, is_addition=is_new)
        )


def apply_deaths(context: Context, planned: Sequence[Planned]) -> list[Written]:
    """Record the deaths of a chunk."""
    changed = rows_to_change(planned)
    ending = _ending(changed)
    change_people(changed_values(changed))
    return [*written_changed("participant", changed), *ending]


def _ending(planned: Sequence[Planned]) -> list[Written]:
    """Keep the enrollments that end with these deaths as they are now, for the undo."""
    rows = {each.participant_id or 0: each.row_no for each in planned if each.is_addition}
    return [
        Written(
            rows[record.participant_id],
            "enrollment",
            record.id,
            record.participant_id,
            {name: plain_value(getattr(record, name)) for name in ENDED},
            None,
        )
        for record in enrollments_of(rows).values()
        if record.status is not EnrollmentStatus.EXITED
    ]
