"""Cancers from files: one confirmed primary a row, staged and attributed as typed ones are."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from screening.database.binding import plain_value
from screening.enrollments.rules import OUTCOME_LABELS, Outcome
from screening.exchange.loaders.context import Context
from screening.exchange.loaders.planning import Placed, Plain, Planner, Values, changes_of
from screening.exchange.loaders.writing import (
    changed_values,
    rows_to_add,
    rows_to_change,
    written_changed,
    written_new,
)
from screening.exchange.queries.lookups import (
    Numbered,
    Person,
    Record,
    cancers_of,
    episodes_by_id,
    exams_by_number,
)
from screening.exchange.rules import Planned, Written
from screening.exchange.tabular.rows import SourceRow
from screening.outcomes.actions.loading import add_cancers, change_cancers
from screening.outcomes.rules import (
    Basis,
    CancerEntry,
    CancerLimits,
    DetectionMode,
    cancer_problems,
    read_stage,
)
from screening.protocol.payload import to_json
from screening.protocol.program import Program
from screening.protocol.wording import N_

GIVEN = "as given in the file"
MARKERS = "markers"
TUMOR = ("topography", "morphology", "laterality")
READ = (
    "diagnosed_on", "topography", "morphology", "laterality", "size_mm", "edition", "t", "n", "m",
    "stage_group", "treated_on", "treatment",
)  # fmt: skip


class CancerPlanner(Planner):
    """Plans rows of cancers."""

    def plan_rows(self, placed: Sequence[Placed]) -> None:
        """Plan the rows whose site is known."""
        people = self.people(placed)
        exams = exams_by_number(each.exam for each in placed if each.exam[1])
        rounds = episodes_by_id([exam.episode_id for exam in exams.values() if exam.episode_id])
        known = cancers_of({number for person in people.values() for number in person.ids})
        for each in placed:
            program, person = self.program_of(each.row), self.person_of(each, people)
            values = self.read(each.row, program) if program else None
            if program is None or person is None or values is None:
                continue
            entry = self._entry(each, values, person, exams)
            if entry is None:
                continue
            limits = self._limits(person, exams.get(each.exam), rounds)
            entry = replace(entry, markers=self._markers(program, values))
            if self.refuse_problems(each.row, cancer_problems(entry, program, limits)):
                continue
            tumor = tuple(getattr(entry, name) for name in TUMOR)
            if self.is_repeated(each.row, (person.id, program.code, entry.diagnosed_on, tumor)):
                continue
            staged = replace(entry, stage_group=_stage_group(entry, person, program))
            keys = [(number, program.code, entry.diagnosed_on) for number in person.ids]
            candidates = [record for key in dict.fromkeys(keys) for record in known.get(key, ())]
            self._plan(each.row, staged, (person, program), self._same(entry, candidates))

    def _entry(
        self, placed: Placed, values: Values, person: Person, exams: Mapping[Numbered, Record]
    ) -> CancerEntry | None:
        exam = None
        if "accession_no" in values:
            exam = exams.get(placed.exam)
            if exam is None or exam.participant_id not in person.ids:
                message = N_("this person has no exam with the number {number} at this site")
                self.refuse(placed.row, "accession_no", message, {"number": placed.exam[1]})
                return None
        typed: dict[str, Any] = {name: values.get(name) for name in READ}
        basis, mode = values.get("basis"), values.get("detection_mode")
        return CancerEntry(
            **typed,
            basis=Basis(str(basis)) if basis else None,
            exam_id=exam.id if exam else None,
            detection_mode=DetectionMode(str(mode)) if mode else None,
            mode_override_reason=GIVEN if mode else None,
        )

    def _markers(self, program: Program, values: Values) -> Values:
        own = self.context.own_fields(program)
        return {code: value for code, value in values.items() if code in own}

    def _limits(
        self, person: Person, exam: Record | None, rounds: Mapping[int, Record]
    ) -> CancerLimits:
        episode = rounds.get(exam.episode_id) if exam else None
        outcome = episode.outcome if episode and not episode.outcome_is_automatic else None
        other = None if outcome in (None, Outcome.CANCER) else Outcome(outcome)
        return CancerLimits(
            today=self.context.today,
            born_from=person.born_from,
            born_to=person.born_to,
            died_on=person.died_on,
            examined_on=exam.performed_on if exam else None,
            closed_as=OUTCOME_LABELS[other] if other else None,
        )

    def _same(self, entry: CancerEntry, candidates: Sequence[Record]) -> Record | None:
        """Return the record of the same tumor: nothing that is known of both differs."""
        for record in candidates:
            pairs = [(getattr(entry, name), getattr(record, name)) for name in TUMOR]
            if record.id not in self.context.taken and all(
                said is None or known is None or said == known for said, known in pairs
            ):
                self.context.taken.add(record.id)
                return record
        return None

    def _plan(
        self,
        row: SourceRow,
        entry: CancerEntry,
        whose: tuple[Person, Program],
        record: Record | None,
    ) -> None:
        person, program = whose
        said: Plain = {
            field.name: plain_value(value)
            for field in fields(entry)
            if field.name != MARKERS and (value := getattr(entry, field.name)) is not None
        }
        if entry.markers:
            known = record.markers if record else {}
            said[MARKERS] = {**known, **to_json(entry.markers)}
        if record is None:
            new: Plain = {"participant_id": person.id, "program": program.code, **said}
            self.planned.append(Planned(row.row_no, None, person.id, new))
            return
        if entry.detection_mode is record.detection_mode:
            for name in ("detection_mode", "mode_override_reason"):
                said.pop(name)
        after, before = changes_of(record, said)
        self.planned.append(Planned(row.row_no, record.id, record.participant_id, after, before))


def _stage_group(entry: CancerEntry, person: Person, program: Program) -> str | None:
    """Return the group that the file gives, else the one that follows."""
    tnm = entry.tnm_of(person.born_from, person.born_to)
    return entry.stage_group or read_stage(program.workup.staging, tnm).group


def apply_cancers(context: Context, planned: Sequence[Planned]) -> list[Written]:
    """Add and change the cancers of a chunk."""
    new, changed = rows_to_add(planned), rows_to_change(planned)
    ids = add_cancers([each.values for each in new], at=context.at)
    change_cancers(changed_values(changed))
    return [*written_new("cancer", new, ids), *written_changed("cancer", changed)]
