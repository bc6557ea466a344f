"""Reads the recorded rows that facts are made of, by sets of persons."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Select, select

from screening.cases.models import Procedure
from screening.database.engine import db
from screening.database.model import Model
from screening.database.reading import among, read_rows
from screening.enrollments.models import Enrollment, Episode, RiskAssessment
from screening.exams.models import Exam, Finding
from screening.exams.rules import EXAMINED
from screening.indicators.models import CancerFact, ProcedureFact, ScreeningFact
from screening.indicators.rules import (
    AssessmentSource,
    CancerSource,
    ExamSource,
    FactValues,
    PersonSource,
    ProcedureSource,
)
from screening.outcomes.models import Cancer
from screening.participants.models import Participant
from screening.protocol.facts import SeenFinding

CHUNK = 1_000

OF_ENROLLMENT = ("source", "exited_on", "exit_reason")
OF_PERSON = ("sex", "born_from", "born_to", "district", "died_on")
OF_EPISODE = ("round_number", "outcome", "outcome_on")

Key = tuple[int, str]


def list_everyone() -> list[int]:
    """Return every participant with an exam."""
    return list(db.session.scalars(select(Exam.participant_id).distinct()))


def people_of_episodes(episode_ids: Iterable[int]) -> set[int]:
    """Return the participants whose rounds these are."""
    people: set[int] = set()
    ordered = sorted(episode_ids)
    for start in range(0, len(ordered), CHUNK):
        query = (
            select(Enrollment.participant_id)
            .join(Episode, Episode.enrollment_id == Enrollment.id)
            .where(among(Episode.id, ordered[start : start + CHUNK]))
        )
        people.update(row.participant_id for row in read_rows(query))
    return people


class Kept:
    """Who is kept for whom: follows merged records to the person that remains."""

    def __init__(self) -> None:
        merged = Participant.merged_into_id
        rows = db.session.execute(select(Participant.id, merged).where(merged.is_not(None)))
        self._into: dict[int, int] = {row.id: int(row.merged_into_id or 0) for row in rows}
        self._family: dict[int, set[int]] = defaultdict(set)
        for participant_id in self._into:
            self._family[self.person(participant_id)].add(participant_id)

    def person(self, participant_id: int) -> int:
        """Return the person that a record counts for."""
        while participant_id in self._into:
            participant_id = self._into[participant_id]
        return participant_id

    def families(self, participant_ids: Iterable[int]) -> list[list[int]]:
        """Return the records of everyone named, each with those merged with it."""
        kept = sorted({self.person(number) for number in participant_ids})
        return [[number, *sorted(self._family.get(number, ()))] for number in kept]

    def chunks(self, participant_ids: Iterable[int]) -> Iterator[list[int]]:
        """Return the records in portions that part no family."""
        chunk: list[int] = []
        for family in self.families(participant_ids):
            chunk.extend(family)
            if len(chunk) >= CHUNK:
                yield chunk
                chunk = []
        if chunk:
            yield chunk


def exams_of(participant_ids: Sequence[int]) -> Select[int]:
    """Select every exam of these records, voided ones too."""
    return select(Exam.id).where(among(Exam.participant_id, participant_ids))


def read_people(participant_ids: Sequence[int], kept: Kept) -> Mapping[Key, PersonSource]:
    """Return what is recorded of these people, by kept person and program; voided rows left out."""
    people: dict[Key, PersonSource] = {}
    programs: dict[int, PersonSource] = {}
    for row in read_rows(_exams(participant_ids)):
        exam = ExamSource._make(row)
        key = (kept.person(exam.participant_id), exam.program)
        person = people.setdefault(key, PersonSource(key[0]))
        person.exams.append(exam)
        programs[exam.enrollment_id] = person
    for row in read_rows(_assessments(list(programs))):
        assessment = AssessmentSource._make(row)
        programs[assessment.enrollment_id].assessments[assessment.enrollment_id].append(assessment)
    for enrollment_id, *values in read_rows(_procedures(list(programs))):
        done = ProcedureSource._make(values)
        programs[enrollment_id].procedures[done.episode_id].append(done)
    for enrollment_id, exam_id, *values in read_rows(_findings(list(programs))):
        programs[enrollment_id].findings[exam_id].append(SeenFinding(*values))
    for participant_id, program, *values in read_rows(_cancers(participant_ids)):
        found = people.get((kept.person(participant_id), program))
        if found is not None:
            found.cancers.append(CancerSource._make(values))
    return people


def _exams(participant_ids: Sequence[int]) -> Select[*tuple[Any, ...]]:
    tables: dict[str, type[Model]] = dict.fromkeys(OF_ENROLLMENT, Enrollment)
    tables |= dict.fromkeys(OF_PERSON, Participant)
    tables |= dict.fromkeys(OF_EPISODE, Episode)
    columns = [getattr(tables.get(name, Exam), name).label(name) for name in ExamSource._fields]
    return (
        select(*columns)
        .join(Enrollment, Enrollment.id == Exam.enrollment_id)
        .join(Participant, Participant.id == Exam.participant_id)
        .join(Episode, Episode.id == Exam.episode_id, isouter=True)
        .where(
            among(Exam.participant_id, participant_ids),
            Exam.voided_at.is_(None),
            Enrollment.voided_at.is_(None),
            Participant.voided_at.is_(None) | Participant.merged_into_id.is_not(None),
            Exam.status.in_(EXAMINED),
            Exam.performed_on.is_not(None),
        )
    )


def _assessments(enrollment_ids: Sequence[int]) -> Select[*tuple[Any, ...]]:
    return (
        select(
            RiskAssessment.enrollment_id,
            RiskAssessment.id,
            RiskAssessment.assessed_on,
            RiskAssessment.answers,
            RiskAssessment.verdict,
        )
        .where(
            among(RiskAssessment.enrollment_id, enrollment_ids), RiskAssessment.voided_at.is_(None)
        )
        .order_by(RiskAssessment.assessed_on, RiskAssessment.id)
    )


def _procedures(enrollment_ids: Sequence[int]) -> Select[*tuple[Any, ...]]:
    return (
        select(
            Episode.enrollment_id,
            Procedure.id,
            Procedure.exam_id,
            Procedure.episode_id,
            Procedure.kind,
            Procedure.performed_on,
            Procedure.result,
            Procedure.complication,
            Procedure.details,
        )
        .join(Episode, Episode.id == Procedure.episode_id)
        .where(among(Episode.enrollment_id, enrollment_ids), Procedure.voided_at.is_(None))
        .order_by(Procedure.performed_on, Procedure.id)
    )


def _findings(enrollment_ids: Sequence[int]) -> Select[*tuple[Any, ...]]:
    return (
        select(
            Exam.enrollment_id,
            Finding.exam_id,
            Finding.kind,
            Finding.lesion_no,
            Finding.size_mm,
            Finding.category,
            Finding.asks_tissue,
        )
        .join(Exam, Exam.id == Finding.exam_id)
        .where(
            among(Exam.enrollment_id, enrollment_ids),
            Exam.voided_at.is_(None),
            Finding.voided_at.is_(None),
        )
        .order_by(Finding.exam_id, Finding.finding_no)
    )


def _cancers(participant_ids: Sequence[int]) -> Select[*tuple[Any, ...]]:
    return select(
        Cancer.participant_id,
        Cancer.program,
        Cancer.id,
        Cancer.diagnosed_on,
        Cancer.stage_group,
        Cancer.detection_mode,
        Cancer.attributed_exam_id,
        Cancer.treated_on,
        Cancer.morphology,
        Cancer.size_mm,
        Cancer.t,
        Cancer.n,
        Cancer.m,
        Cancer.markers,
    ).where(among(Cancer.participant_id, participant_ids), Cancer.voided_at.is_(None))


def stored_facts(
    model: type[ScreeningFact | CancerFact | ProcedureFact], participant_ids: Sequence[int]
) -> list[FactValues]:
    """Return the stored rows of these people as the rules make them."""
    columns = [column for column in model.__table__.c if column.name != "id"]
    query = select(*columns).where(model.exam_id.in_(exams_of(participant_ids)))
    return [dict(row) for row in db.session.execute(query).mappings()]
