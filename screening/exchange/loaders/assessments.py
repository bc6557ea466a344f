"""Assessments from files: dated answers, judged by every rule set as typed ones are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from screening.enrollments.actions.loading import (
    Assessed,
    add_assessments,
    add_enrollments,
    change_assessments,
    change_enrollments,
    judged_columns,
    status_of,
)
from screening.enrollments.rules import BEFORE_ENROLLMENT
from screening.exchange.loaders.context import Context
from screening.exchange.loaders.planning import (
    Placed,
    Planner,
    Values,
    changes_of,
    enrollment_of,
)
from screening.exchange.loaders.writing import (
    changed_values,
    number_in,
    rows_to_add,
    rows_to_change,
    written_changed,
)
from screening.exchange.queries.lookups import (
    Person,
    Record,
    assessments_of,
    enrollments_by_id,
    enrollments_of,
    newest_verdicts,
)
from screening.exchange.rules import Planned, Written
from screening.exchange.tabular.rows import SourceRow
from screening.participants.rules import age_on
from screening.protocol.payload import check_past, from_json, to_json
from screening.protocol.program import Program
from screening.protocol.questionnaire import with_person
from screening.protocol.wording import N_, Problem


@dataclass(frozen=True, slots=True)
class _Answered:
    """A row whose answers can be read."""

    row: SourceRow
    site_id: int
    person: Person
    program: Program
    answers: Values
    assessed_on: date


class AssessmentPlanner(Planner):
    """Plans rows of assessments."""

    def plan_rows(self, placed: Sequence[Placed]) -> None:
        """Plan the rows whose site is known."""
        people = self.people(placed)
        enrolled = enrollments_of({number for person in people.values() for number in person.ids})
        known = assessments_of({record.id for record in enrolled.values()})
        for each in placed:
            program, person = self.program_of(each.row), self.person_of(each, people)
            if program is None or person is None:
                continue
            answered = self._answers(each, program, person)
            if answered is None or self._refuse_day(answered):
                continue
            if self.is_repeated(each.row, (person.id, program.code, answered.assessed_on)):
                continue
            enrollment = enrollment_of(person, program.code, enrolled)
            number = enrollment.id if enrollment else None
            self._plan(answered, number, known.get((number or 0, answered.assessed_on)))

    def _answers(self, placed: Placed, program: Program, person: Person) -> _Answered | None:
        values = self.read(placed.row, program)
        if values is None:
            return None
        own = self.context.own_fields(program)
        answers = {code: value for code, value in values.items() if code in own}
        assessed_on = values["assessed_on"]
        assert isinstance(assessed_on, date)  # noqa: S101 - the column holds dates
        answered = _Answered(placed.row, placed.site_id, person, program, answers, assessed_on)
        return None if self.refuse_problems(placed.row, self._problems(answered)) else answered

    def _problems(self, answered: _Answered) -> list[Problem]:
        """Check the answers as the page does, against the age by the birth date and the sex too."""
        questionnaire, person = answered.program.questionnaire, answered.person
        age = age_on(person.born_from, person.born_to, answered.assessed_on)
        found = [
            *questionnaire.problems(with_person(answered.answers, age, person.sex)),
            *check_past(questionnaire.fields, answered.answers, self.context.today),
        ]
        # A blank is not known here: files need not say so in words, as the page asks for.
        return [problem for problem in found if problem.field in answered.answers]

    def _refuse_day(self, answered: _Answered) -> bool:
        day, person = answered.assessed_on, answered.person
        for is_wrong, text, limit in (
            (
                day > self.context.today,
                N_("the assessment cannot be in the future; today is {limit}"),
                self.context.today,
            ),
            (
                person.born_from is not None and day < person.born_from,
                N_("the assessment is before the birth on {limit}"),
                person.born_from,
            ),
            (
                person.died_on is not None and day > person.died_on,
                N_("the assessment is after the death on {limit}"),
                person.died_on,
            ),
        ):
            if is_wrong:
                self.refuse(answered.row, "assessed_on", text, {"limit": limit})
                return True
        return False

    def _plan(self, answered: _Answered, enrollment_id: int | None, record: Record | None) -> None:
        row, person = answered.row, answered.person
        place = {
            "program": answered.program.code,
            "site_id": answered.site_id,
            "enrollment_id": enrollment_id,
        }
        if record is None:
            values = {"assessed_on": answered.assessed_on.isoformat(), **_judged(answered)}
            self.planned.append(Planned(row.row_no, None, person.id, values, extra=place))
            return
        answers = {**record.answers, **to_json(answered.answers)}
        if answers == record.answers:
            self.planned.append(Planned(row.row_no, record.id, person.id, {}))
            return
        fields = answered.program.questionnaire.fields
        whole = _Answered(
            row, answered.site_id, person, answered.program, from_json(fields, answers),
            answered.assessed_on,
        )  # fmt: skip
        after, before = changes_of(record, _judged(whole))
        self.planned.append(Planned(row.row_no, record.id, person.id, after, before, place))


def _judged(answered: _Answered) -> dict[str, object]:
    person = answered.person
    assessed = Assessed(
        answered.program.code,
        answered.answers,
        person.sex,
        person.born_from,
        person.born_to,
        answered.assessed_on,
    )
    return judged_columns(assessed)


def apply_assessments(context: Context, planned: Sequence[Planned]) -> list[Written]:
    """Add and change the assessments of a chunk; a first one opens the enrollment."""
    new, changed = rows_to_add(planned), rows_to_change(planned)
    enrollments, written = _open_enrollments(context, new)
    rows = [{**each.values, "enrollment_id": enrollments[each.row_no]} for each in new]
    ids = add_assessments(rows, at=context.at)
    change_assessments(changed_values(changed))
    written += [
        Written(each.row_no, "assessment", number, each.participant_id, None, _shown(each.values))
        for each, number in zip(new, ids, strict=True)
    ]
    written += written_changed("assessment", changed)
    rows_of = {enrollments[each.row_no]: each.row_no for each in new}
    rows_of |= {number_in(each.extra, "enrollment_id"): each.row_no for each in changed}
    return [*written, *_follow_verdicts(rows_of)]


def _open_enrollments(
    context: Context, new: Sequence[Planned]
) -> tuple[dict[int, int], list[Written]]:
    """Return the enrollment of every row; open those that there are not yet."""
    known = {
        key: int(record.id)
        for key, record in enrollments_of(
            {each.participant_id for each in new if each.participant_id}
        ).items()
    }
    opened: dict[tuple[int, str], Planned] = {}
    for each in new:
        if each.extra["enrollment_id"] is None and _key(each) not in known:
            opened.setdefault(_key(each), each)
    values = [_opening(each) for each in opened.values()]
    ids = add_enrollments(values, at=context.at)
    known |= dict(zip(opened, ids, strict=True))
    written = [
        Written(each.row_no, "enrollment", number, each.participant_id, None, row)
        for each, number, row in zip(opened.values(), ids, values, strict=True)
    ]
    numbers = {
        each.row_no: int(str(each.extra["enrollment_id"] or known.get(_key(each)))) for each in new
    }
    return numbers, written


def _opening(planned: Planned) -> dict[str, object]:
    return {
        "participant_id": planned.participant_id,
        "program": planned.extra["program"],
        "site_id": planned.extra["site_id"],
        "status": status_of(planned.values["verdict"]).value,
        "opened_on": planned.values["assessed_on"],
    }


def _follow_verdicts(rows_of: Mapping[int, int]) -> list[Written]:
    """Move who is not enrolled yet to where the newest verdict leaves the person."""
    moved = []
    records = enrollments_by_id(rows_of)
    for number, verdict in newest_verdicts(rows_of).items():
        record, status = records[number], status_of(verdict)
        if record.status in BEFORE_ENROLLMENT and record.status is not status:
            before = {"status": record.status.value}
            after = {"status": status.value}
            moved.append(
                Written(rows_of[number], "enrollment", number, record.participant_id, before, after)
            )
    change_enrollments([{"id": each.record_id, **(each.after or {})} for each in moved])
    return moved


def _key(planned: Planned) -> tuple[int, str]:
    return int(planned.participant_id or 0), str(planned.extra["program"])


def _shown(values: Mapping[str, object]) -> dict[str, object]:
    """Return an assessment as its event shows it: the answers and the verdict in force."""
    answers = values["answers"]
    return {**(answers if isinstance(answers, dict) else {}), "verdict": values["verdict"]}
