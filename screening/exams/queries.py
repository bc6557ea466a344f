"""Reads of exams: one exam within the viewer's sites, a person's exams, and earlier exams."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload

from screening.database.engine import db
from screening.exams.models import Categorization, Exam, Finding
from screening.exams.rules import ExamStatus
from screening.participants.models import Registration
from screening.programs import get_program
from screening.protocol.category import PriorExam
from screening.protocol.errors import NotFoundError
from screening.protocol.payload import from_json
from screening.protocol.wording import N_
from screening.security.actor import Scope

PRIORS = 10


def in_scope(query: Select[Exam], scope: Scope) -> Select[Exam]:
    """Keep the exams of persons who are registered at one of the viewer's sites."""
    if scope.site_ids is None:
        return query
    known = select(Registration.participant_id).where(
        Registration.site_id.in_(scope.site_ids), Registration.voided_at.is_(None)
    )
    return query.where(Exam.participant_id.in_(known))


def get_exam(scope: Scope, public_id: str) -> Exam:
    """Return one exam with its findings, readings and person; voided ones too."""
    query = (
        select(Exam)
        .where(Exam.public_id == public_id)
        .options(
            joinedload(Exam.participant),
            joinedload(Exam.enrollment),
            joinedload(Exam.site),
            selectinload(Exam.findings),
            selectinload(Exam.readings),
        )
    )
    exam = db.session.scalar(in_scope(query, scope))
    if exam is None:
        raise NotFoundError(N_("There is no such exam at your sites"))
    return exam


def list_exams(scope: Scope, participant_id: int) -> Sequence[Exam]:
    """List a person's exams of every program, newest first, voided ones left out."""
    query = (
        select(Exam)
        .where(Exam.participant_id == participant_id, Exam.voided_at.is_(None))
        .order_by(Exam.performed_on.desc(), Exam.id.desc())
        .options(joinedload(Exam.site), selectinload(Exam.findings))
    )
    return db.session.scalars(in_scope(query, scope)).all()


def find_categorization(exam_id: int, system: str) -> Categorization | None:
    """Return what the system made of the exam, if it was computed."""
    return db.session.scalar(
        select(Categorization).where(
            Categorization.exam_id == exam_id, Categorization.system == system
        )
    )


def list_priors(
    enrollment_id: int, program: str, before: date, besides: int | None = None
) -> tuple[PriorExam, ...]:
    """Return the earlier performed exams of an enrollment, oldest first, with their findings."""
    exams = db.session.scalars(
        select(Exam)
        .where(
            Exam.enrollment_id == enrollment_id,
            Exam.voided_at.is_(None),
            Exam.status == ExamStatus.PERFORMED,
            Exam.performed_on < before,
            Exam.id != (besides or 0),
        )
        .order_by(Exam.performed_on.desc(), Exam.id.desc())
        .limit(PRIORS)
        .options(selectinload(Exam.findings))
    ).all()
    return tuple(_prior(exam, program) for exam in reversed(exams))


def _prior(exam: Exam, program: str) -> PriorExam:
    fields = get_program(program).exam.finding.fields
    findings = tuple(
        {**from_json(fields, finding.payload), "category": finding.category}
        for finding in exam.findings
        if finding.voided_at is None
    )
    assert exam.performed_on is not None  # noqa: S101 - the query asks for performed exams
    return PriorExam(exam.performed_on, exam.category, findings)


def find_finding(exam: Exam, finding_no: int) -> Finding | None:
    """Return the finding with this number that is not voided."""
    return next(
        (
            finding
            for finding in exam.findings
            if finding.finding_no == finding_no and finding.voided_at is None
        ),
        None,
    )


def is_accession_taken(site_id: int, accession_no: str, besides: int | None = None) -> bool:
    """Tell whether another exam of the site has this accession number."""
    query = select(Exam.id).where(
        Exam.site_id == site_id,
        Exam.accession_no == accession_no,
        Exam.voided_at.is_(None),
        Exam.id != (besides or 0),
    )
    return db.session.scalar(query) is not None
