"""Records, corrects and voids work-up procedures."""

from collections.abc import Mapping
from datetime import datetime

from screening.audit.actions import Subject, record
from screening.audit.diff import difference, overwrites
from screening.cases.actions.decisions import add_decision
from screening.cases.models import Procedure
from screening.cases.queries import find_case_of_episode
from screening.cases.rules import (
    DecisionKind,
    ProcedureEntry,
    ProcedureLimits,
    procedure_problems,
)
from screening.database.engine import db
from screening.database.transactions import touch_episodes, touch_participants, transaction
from screening.exams.models import Exam
from screening.programs import get_program
from screening.protocol.errors import (
    NewerChangeError,
    NotAllowedNowError,
    RefusedInputError,
    refuse_impossible,
)
from screening.protocol.facts import SeenFinding, SourceExam
from screening.protocol.payload import to_json
from screening.protocol.wording import N_, Problem
from screening.security.actor import Actor

COMPARED = ("kind", "performed_on", "result", "complication", "department", "comment")


def record_procedure(exam: Exam, entry: ProcedureEntry, *, by: Actor, at: datetime) -> Procedure:
    """Record a work-up act after an exam."""
    with transaction():
        if exam.voided_at is not None or exam.episode_id is None or exam.performed_on is None:
            raise NotAllowedNowError(N_("Work-up follows an exam that was performed"))
        refuse_impossible(review_procedure(exam, entry, at=at))
        procedure = Procedure(exam_id=exam.id, episode_id=exam.episode_id, recorded_at=at)
        procedure.exam = exam
        _write(procedure, entry)
        db.session.add(procedure)
        db.session.flush()  # the event needs the new number
        _note("record", procedure, {}, by=by, at=at)
    return procedure


def correct_procedure(
    procedure: Procedure,
    entry: ProcedureEntry,
    *,
    expected_version: int,
    reason: str | None,
    by: Actor,
    at: datetime,
) -> None:
    """Add the result of a work-up act, or correct it; what is replaced needs a reason."""
    with transaction():
        _check_version(procedure, expected_version)
        refuse_impossible(review_procedure(procedure.exam, entry, at=at))
        before = procedure_state(procedure)
        _write(procedure, entry)
        after = procedure_state(procedure)
        if overwrites(before, after) and not reason:
            raise RefusedInputError("reason", N_("Say why what was recorded is changed"))
        if before != after:
            _note("correct", procedure, before, by=by, at=at, reason=reason or None)


def void_procedure(
    procedure: Procedure, *, reason: str, expected_version: int, by: Actor, at: datetime
) -> None:
    """Take a mistaken work-up act out of lists and figures."""
    with transaction():
        _check_version(procedure, expected_version)
        if not reason.strip():
            raise RefusedInputError("reason", N_("Enter the reason"))
        procedure.voided_at, procedure.void_reason = at, reason.strip()
        state = procedure_state(procedure)
        _note("void", procedure, state, by=by, at=at, reason=reason.strip())


def review_procedure(exam: Exam, entry: ProcedureEntry, *, at: datetime) -> list[Problem]:
    """List what is refused or asked back in a procedure after an exam."""
    today = at.astimezone().date()
    source = source_of(exam)
    limits = ProcedureLimits(exam.performed_on, exam.participant.died_on, today, source)
    return procedure_problems(entry, get_program(exam.program), limits)


def procedure_state(procedure: Procedure) -> dict[str, object]:
    """Return what of a procedure is compared before and after a change."""
    details = {f"detail:{code}": value for code, value in procedure.details.items()}
    return {**{name: getattr(procedure, name) for name in COMPARED}, **details}


def source_of(exam: Exam) -> SourceExam:
    """Return the exam that leads to a procedure, as the program looks at it."""
    found = (each for each in exam.findings if each.voided_at is None)
    seen = tuple(
        SeenFinding(each.kind, each.lesion_no, each.size_mm, each.category, each.asks_tissue)
        for each in found
    )
    return SourceExam(exam.category, seen)


def _check_version(procedure: Procedure, expected: int) -> None:
    if procedure.version != expected:
        raise NewerChangeError(N_("Someone saved this procedure while you were working on it"))
    if procedure.voided_at is not None:
        raise NotAllowedNowError(N_("This procedure is voided; nothing can be changed"))


def _write(procedure: Procedure, entry: ProcedureEntry) -> None:
    for name in COMPARED:
        setattr(procedure, name, getattr(entry, name))
    workup = get_program(procedure.exam.program).workup
    procedure.details = to_json(entry.details)
    if procedure.result is None:
        procedure.result = workup.details.implied_result(entry.details)
    if procedure.department is None:
        procedure.department = workup.kind(entry.kind).department


def _note(
    act: str,
    procedure: Procedure,
    before: Mapping[str, object],
    *,
    by: Actor,
    at: datetime,
    reason: str | None = None,
) -> None:
    participant_id = procedure.exam.participant_id
    subject = Subject("procedure", procedure.id, participant_id)
    changes = difference(before, procedure_state(procedure))
    tag = f"cases:procedure:{act}"
    record(tag, subject, by=by, at=at, reason=reason, changes=changes)
    case = find_case_of_episode(procedure.episode_id)
    if case is not None:
        details = {"act": act, "procedure": procedure.kind}
        add_decision(case, DecisionKind.PROCEDURE, reason, details, by=by, at=at)
    touch_episodes([procedure.episode_id])
    touch_participants([participant_id])
