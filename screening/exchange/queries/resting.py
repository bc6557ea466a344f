"""Finds what was recorded after an import and rests on it, so that it cannot be taken back."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from screening.audit.models import AuditEvent
from screening.cases.models import Case, CaseDecision, Procedure
from screening.database.engine import db
from screening.enrollments.models import Enrollment, RiskAssessment
from screening.exams.models import Exam, Finding
from screening.exchange.models import ImportBatch, ImportRow
from screening.exchange.queries.imports import iterate_written
from screening.exchange.rules import UNDO, ImportStatus, mark_of
from screening.outcomes.models import Cancer
from screening.participants.models import Participant, Registration
from screening.protocol.wording import N_, Sentence
from screening.security.actor import SYSTEM

MOST = 200
READS = (":open", ":reveal")

CHANGED = N_("row {row}: its {entity} was changed later, on {day} by {name}")
FOLLOWED = N_("row {row}: {count} x {what} came later")

Rows = Mapping[int, ImportRow]
Owner = InstrumentedAttribute[int] | InstrumentedAttribute[int | None]

# What may hang on an added record: a name, the column that points to it, and the entity under
# which the import itself may have added the same.
DEPENDENTS: dict[str, tuple[tuple[str, Owner, str], ...]] = {
    "participant": (
        (N_("enrollment"), Enrollment.participant_id, "enrollment"),
        (N_("exam"), Exam.participant_id, "exam"),
        (N_("cancer"), Cancer.participant_id, "cancer"),
        (N_("registration"), Registration.participant_id, "registration"),
        (N_("merged record"), Participant.merged_into_id, ""),
    ),
    "enrollment": (
        (N_("assessment"), RiskAssessment.enrollment_id, "assessment"),
        (N_("exam"), Exam.enrollment_id, "exam"),
    ),
    "exam": (
        (N_("finding"), Finding.exam_id, "finding"),
        (N_("procedure"), Procedure.exam_id, "procedure"),
        (N_("cancer"), Cancer.exam_id, "cancer"),
    ),
}


def list_later_work(batch: ImportBatch, mark: str) -> list[Sentence]:
    """Return what rests on an import, one sentence each, up to a limit."""
    found: list[Sentence] = []
    for portion in iterate_written(batch.id):
        by_entity: dict[str, dict[int, ImportRow]] = defaultdict(dict)
        for row in portion:
            by_entity[row.entity][row.record_id] = row
        for entity, rows in by_entity.items():
            found += _changed(entity, rows, batch, mark)
            found += _hanging(entity, rows, batch.id)
            found += _decided(entity, rows)
        if len(found) >= MOST:
            break
    return found[:MOST]


def _changed(entity: str, rows: Rows, batch: ImportBatch, mark: str) -> Iterator[Sentence]:
    """Yield the records that someone changed, and the exams of findings that someone read."""
    subjects, names = rows, (entity,)
    later = _events(batch, mark).where(
        AuditEvent.entity.in_(names), AuditEvent.entity_id.in_(subjects)
    )
    if entity == "finding":
        subjects = _by_exam(rows)
        later = _events(batch, mark).where(
            or_(
                (AuditEvent.entity == entity) & AuditEvent.entity_id.in_(rows),
                (AuditEvent.action == "exams:reading:give") & AuditEvent.entity_id.in_(subjects),
            )
        )
    for event in db.session.scalars(later):
        if event.changes or not event.action.endswith(READS):
            row = rows.get(event.entity_id or 0) or subjects[event.entity_id or 0]
            gaps = {"row": row.row_no, "entity": event.entity, "day": event.at.date()}
            yield Sentence(CHANGED, {**gaps, "name": event.actor_name})


def _events(batch: ImportBatch, mark: str) -> Select[AuditEvent]:
    """Select what others did since; imports that were taken back did nothing."""
    undone = select(ImportBatch.public_id).where(ImportBatch.status == ImportStatus.UNDONE)
    marks = [mark_of(number) for number in db.session.scalars(undone)]
    settled = [mark, *marks, *(UNDO + each for each in marks)]
    return (
        select(AuditEvent)
        .where(
            AuditEvent.id > batch.checked_event_id,
            AuditEvent.actor_name != SYSTEM.name,
            or_(AuditEvent.reason.is_(None), AuditEvent.reason.not_in(settled)),
        )
        .order_by(AuditEvent.id)
        .limit(MOST)
    )


def _by_exam(rows: Rows) -> Rows:
    query = select(Finding.id, Finding.exam_id).where(Finding.id.in_(rows))
    return {row.exam_id: rows[row.id] for row in db.session.execute(query)}


def _hanging(entity: str, rows: Rows, batch_id: int) -> Iterator[Sentence]:
    """Yield what points to records that the import added, and was not added by it too."""
    added = {number: row for number, row in rows.items() if row.before is None}
    for what, owner, own_entity in DEPENDENTS.get(entity, ()) if added else ():
        model: Any = owner.class_
        own = select(ImportRow.record_id).where(
            ImportRow.batch_id == batch_id, ImportRow.entity == own_entity
        )
        counts = (
            select(owner, func.count())
            .where(owner.in_(added), model.voided_at.is_(None), model.id.not_in(own))
            .group_by(owner)
        )
        for number, count in db.session.execute(counts):
            row = added[number or 0]
            yield Sentence(FOLLOWED, {"row": row.row_no, "count": count, "what": Sentence(what)})


def _decided(entity: str, rows: Rows) -> Iterator[Sentence]:
    """Yield the rounds and exams on whose case someone decided."""
    subject: ColumnElement[int]
    if entity == "exam":
        rows = {number: row for number, row in rows.items() if row.before is None}
        subject = Case.exam_id.expression
    elif entity == "episode":
        subject = Case.episode_id.expression
    else:
        return
    counts = (
        select(subject, func.count())
        .join(CaseDecision, CaseDecision.case_id == Case.id)
        .where(
            subject.in_(rows),
            CaseDecision.decided_by_name != SYSTEM.name,
            CaseDecision.decided_at > _written_at(rows),
        )
        .group_by(subject)
    )
    for number, count in db.session.execute(counts):
        what = Sentence(N_("decision on its case"))
        yield Sentence(FOLLOWED, {"row": rows[number].row_no, "count": count, "what": what})


def _written_at(rows: Rows) -> Any:
    batch_id = next(iter(rows.values())).batch_id if rows else 0
    return select(ImportBatch.created_at).where(ImportBatch.id == batch_id).scalar_subquery()
