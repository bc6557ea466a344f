"""Reads of exams: one exam within the viewer's sites, a person's exams, and earlier exams."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload, selectinload

from screening.audit.models import AuditEvent
from screening.database.engine import db
from screening.exams.models import Categorization, Exam
from screening.exams.rules import EXAMINED, EXPECTED, ExamStatus
from screening.exams.rules.entry import ExamEntry, ReaderView
from screening.participants.queries import is_known_to
from screening.participants.queries.ranges import begins
from screening.programs import get_program
from screening.protocol.category import PriorExam
from screening.protocol.errors import NotFoundError
from screening.protocol.payload import from_json
from screening.protocol.wording import N_
from screening.security.actor import Scope

PRIORS = 10
MOST_PROPOSALS_LOOKED_AT = 50
CHANGES = tuple(
    f"exams:{act}"
    for act in (
        "exam:log", "exam:book", "exam:rebook", "exam:correct", "exam:move", "exam:void",
        "reading:give",
    )
)  # fmt: skip


def in_scope(query: Select[Exam], scope: Scope) -> Select[Exam]:
    """Keep the exams of persons whom one of the viewer's sites knows."""
    return query.where(is_known_to(scope, Exam.participant_id))


def get_exam(scope: Scope, public_id: str) -> Exam:
    """Return one exam with its findings, readings and person; voided ones too."""
    query = (
        select(Exam)
        .where(Exam.public_id == public_id)
        .options(
            joinedload(Exam.participant),
            joinedload(Exam.enrollment),
            joinedload(Exam.site),
            joinedload(Exam.episode),
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
        .order_by(func.coalesce(Exam.performed_on, Exam.scheduled_on).desc(), Exam.id.desc())
        .options(joinedload(Exam.site), selectinload(Exam.findings))
    )
    return db.session.scalars(in_scope(query, scope)).all()


def list_round(exam: Exam) -> Sequence[Exam]:
    """List the exams of an exam's round that have a result, in time order."""
    query = (
        select(Exam)
        .where(
            Exam.episode_id == exam.episode_id,
            Exam.voided_at.is_(None),
            Exam.category.is_not(None),
        )
        .order_by(Exam.performed_on, Exam.id)
        .options(selectinload(Exam.findings), selectinload(Exam.readings))
    )
    return db.session.scalars(query).all() if exam.episode_id is not None else ()


def find_categorization(exam_id: int) -> Categorization | None:
    """Return what was last computed of the exam, if anything was."""
    return db.session.scalar(
        select(Categorization)
        .where(Categorization.exam_id == exam_id)
        .order_by(Categorization.computed_at.desc(), Categorization.id.desc())
        .limit(1)
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


def entry_of(exam: Exam) -> ExamEntry:
    """Return a stored exam as it was entered, the newest reading as the reader's view."""
    definition = get_program(exam.program).exam
    fields = definition.finding.fields
    return ExamEntry(
        accession_no=exam.accession_no,
        site_id=exam.site_id,
        modality=exam.modality,
        purpose=exam.purpose,
        status=exam.status,
        performed_on=exam.performed_on,
        scheduled_on=exam.scheduled_on,
        details=from_json((*definition.technique, *definition.details), exam.details),
        findings=tuple(
            from_json(fields, finding.payload)
            for finding in exam.findings
            if finding.voided_at is None
        ),
        system=exam.system,
        view=last_view_of(exam),
        recommendation=exam.recommendation,
        resulted_on=exam.resulted_on,
        reader=exam.reader,
        machine=exam.machine,
        comment=exam.comment,
    )


def last_view_of(exam: Exam) -> ReaderView | None:
    """Return the view of the newest reading: it stands until another one follows."""
    if not exam.readings:
        return None
    reading = exam.readings[-1]
    return ReaderView(reading.category, reading.modifiers, reading.differs_because)


def find_booked_exam(enrollment_id: int) -> Exam | None:
    """Return the appointment that an enrollment waits for, the first of several."""
    return db.session.scalar(
        select(Exam)
        .where(
            Exam.enrollment_id == enrollment_id,
            Exam.voided_at.is_(None),
            Exam.status.in_(EXPECTED),
        )
        .order_by(Exam.scheduled_on, Exam.id)
        .limit(1)
    )


def find_last_change(exam_id: int) -> AuditEvent | None:
    """Return the newest event that changed an exam; openings change nothing."""
    return db.session.scalar(
        select(AuditEvent)
        .where(
            AuditEvent.entity == "exam",
            AuditEvent.entity_id == exam_id,
            AuditEvent.action.in_(CHANGES),
        )
        .order_by(AuditEvent.id.desc())
        .limit(1)
    )


def list_taken_accessions(site_id: int, prefix: str) -> Sequence[str]:
    """Return the highest accession numbers of a site that begin so; a voided one stays used."""
    taken = (
        select(Exam.accession_no)
        .where(Exam.site_id == site_id, *begins(Exam.accession_no, prefix))
        .order_by(Exam.accession_no.desc())
        .limit(MOST_PROPOSALS_LOOKED_AT)
    )
    return db.session.scalars(taken).all()


def is_accession_taken(site_id: int, accession_no: str, besides: int | None = None) -> bool:
    """Tell whether another exam of the site has this accession number."""
    query = select(Exam.id).where(
        Exam.site_id == site_id,
        Exam.accession_no == accession_no,
        Exam.voided_at.is_(None),
        Exam.id != (besides or 0),
    )
    return db.session.scalar(query) is not None


def last_examined_on(participant_id: int) -> date | None:
    """Return the day of a person's last exam, whatever the program."""
    query = select(func.max(Exam.performed_on)).where(
        Exam.participant_id == participant_id,
        Exam.status.in_(EXAMINED),
        Exam.voided_at.is_(None),
    )
    return db.session.scalar(query)
