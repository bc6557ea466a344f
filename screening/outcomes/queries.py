"""Reads of cancers, and of the exams that they may have come from, within the viewer's sites."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from screening.audit.models import AuditEvent
from screening.audit.queries import find_last_event
from screening.database.engine import db
from screening.exams.models import Exam
from screening.exams.rules import EXAMINED
from screening.outcomes.models import Cancer
from screening.participants.queries import is_known_to
from screening.protocol.errors import NotFoundError
from screening.protocol.wording import N_
from screening.security.actor import Scope

CHANGES = tuple(f"outcomes:cancer:{act}" for act in ("record", "correct", "void", "attribute"))


def get_cancer(scope: Scope, public_id: str) -> Cancer:
    """Return one cancer of a person at the viewer's sites; voided ones too."""
    query = _cancers().where(
        Cancer.public_id == public_id, is_known_to(scope, Cancer.participant_id)
    )
    cancer = db.session.scalar(query.options(joinedload(Cancer.participant)))
    if cancer is None:
        raise NotFoundError(N_("There is no such cancer at your sites"))
    return cancer


def list_cancers(scope: Scope, participant_id: int) -> Sequence[Cancer]:
    """List a person's confirmed cancers in time order."""
    query = _cancers().where(
        Cancer.participant_id == participant_id,
        Cancer.voided_at.is_(None),
        is_known_to(scope, Cancer.participant_id),
    )
    return db.session.scalars(query.order_by(Cancer.diagnosed_on, Cancer.id)).all()


def _cancers() -> Select[Cancer]:
    return select(Cancer).options(joinedload(Cancer.exam), joinedload(Cancer.attributed_exam))


def find_last_change(cancer_id: int) -> AuditEvent | None:
    """Return the event of the newest change of a cancer."""
    return find_last_event("cancer", cancer_id, CHANGES)


def list_source_exams(scope: Scope, participant_id: int, program: str) -> Sequence[Exam]:
    """List the exams of a person in a program from which a cancer may have come, newest first."""
    query = _exams(participant_id, program).where(is_known_to(scope, Exam.participant_id))
    return db.session.scalars(query.order_by(Exam.performed_on.desc(), Exam.id.desc())).all()


def find_exam_of(participant_id: int, program: str, exam_id: int) -> Exam | None:
    """Return an exam with its round if it is this person's in this program."""
    query = _exams(participant_id, program).where(Exam.id == exam_id)
    return db.session.scalar(query.options(joinedload(Exam.episode)))


def find_first_exam_on(participant_id: int, program: str) -> date | None:
    """Return the day of a person's first exam in a program."""
    first = _exams(participant_id, program).with_only_columns(func.min(Exam.performed_on))
    return db.session.scalar(first)


def _exams(participant_id: int, program: str) -> Select[Exam]:
    return select(Exam).where(
        Exam.participant_id == participant_id,
        Exam.program == program,
        Exam.status.in_(EXAMINED),
        Exam.voided_at.is_(None),
    )
