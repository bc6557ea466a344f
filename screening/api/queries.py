"""Reads for programs: persons and exams in the order in which they came, a part at a time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from screening.accounts.models import Site
from screening.api.rules import ListPart
from screening.database.engine import db
from screening.exams.models import Exam
from screening.participants.models import Participant
from screening.participants.queries import is_known_to
from screening.protocol.errors import RefusedInputError
from screening.protocol.wording import N_
from screening.security.actor import Scope

NOT_THERE = N_("There is no such record at your sites")


@dataclass(frozen=True)
class ListedExam:
    """An exam with the keys by which its reading is written down."""

    id: int
    participant_id: int
    public_id: str


def list_person_keys(scope: Scope, part: ListPart) -> Sequence[int]:
    """List the keys of one person more than asked for; of merged ones only the kept."""
    last = 0
    if part.after:
        known = (Participant.public_id == part.after, is_known_to(scope, Participant.id))
        last = _key(db.session.scalar(select(Participant.id).where(*known)))
    following = select(Participant.id).where(
        Participant.id > last,
        Participant.voided_at.is_(None),
        Participant.merged_into_id.is_(None),
        is_known_to(scope, Participant.id),
    )
    return db.session.scalars(following.order_by(Participant.id).limit(part.limit + 1)).all()


def list_exam_keys(scope: Scope, part: ListPart) -> Sequence[ListedExam]:
    """List one exam more than asked for."""
    last = 0
    if part.after:
        known = (Exam.public_id == part.after, is_known_to(scope, Exam.participant_id))
        last = _key(db.session.scalar(select(Exam.id).where(*known)))
    following = select(Exam.id, Exam.participant_id, Exam.public_id).where(
        Exam.id > last, Exam.voided_at.is_(None), is_known_to(scope, Exam.participant_id)
    )
    rows = db.session.execute(following.order_by(Exam.id).limit(part.limit + 1))
    return [ListedExam(*row) for row in rows]


def _key(found: int | None) -> int:
    if found is None:
        raise RefusedInputError("after", NOT_THERE)
    return found


@dataclass(frozen=True)
class ExamSummary:
    """What lists show of an exam; the category is the final one."""

    public_id: str
    person: str
    accession_no: str
    program: str
    site: str
    modality: str
    purpose: str
    status: str
    scheduled_on: date | None
    performed_on: date | None
    resulted_on: date | None
    system: str | None
    category: str | None
    modifiers: str
    is_positive: bool | None
    recommendation: str | None


def list_exam_summaries(keys: Sequence[int]) -> Sequence[ExamSummary]:
    """Return what lists show of these exams, in their order."""
    columns = (
        Exam.public_id, Participant.public_id, Exam.accession_no, Exam.program, Site.code,
        Exam.modality, Exam.purpose, Exam.status, Exam.scheduled_on, Exam.performed_on,
        Exam.resulted_on, Exam.system, Exam.category, Exam.modifiers, Exam.is_positive,
        Exam.recommendation,
    )  # fmt: skip
    rows: Iterable[Sequence[Any]] = db.session.execute(
        select(*columns)
        .join(Participant, Participant.id == Exam.participant_id)
        .join(Site, Site.id == Exam.site_id)
        .where(Exam.id.in_(keys), Exam.voided_at.is_(None))
        .order_by(Exam.id)
    )
    return [ExamSummary(*row) for row in rows]
