"""Records, corrects and voids work-up procedures."""

from dataclasses import dataclass
from datetime import date, datetime

from screening.audit.actions import Subject, record
from screening.audit.diff import difference
from screening.cases.models import Procedure
from screening.database.engine import db
from screening.database.transactions import touch_episodes, touch_participants, transaction
from screening.exams.models import Exam
from screening.programs import get_program
from screening.protocol.errors import NewerChangeError, NotAllowedNowError, RefusedInputError
from screening.protocol.wording import N_
from screening.protocol.workup import ProcedureResult
from screening.security.actor import Actor

COMPARED = ("kind", "performed_on", "result", "complication", "department", "comment")


@dataclass(frozen=True)
class ProcedureEntry:
    """One work-up act as typed; a result that is not there yet is empty."""

    kind: str
    performed_on: date
    result: ProcedureResult | None = None
    complication: str | None = None
    department: str | None = None
    comment: str | None = None


def record_procedure(exam: Exam, entry: ProcedureEntry, *, by: Actor, at: datetime) -> Procedure:
    """Record a work-up act after an exam."""
    with transaction():
        if exam.episode_id is None:
            raise NotAllowedNowError(N_("Work-up follows an exam that was performed"))
        _check(exam, entry, at.astimezone().date())
        procedure = Procedure(exam_id=exam.id, episode_id=exam.episode_id, recorded_at=at)
        procedure.exam = exam
        _write(procedure, entry)
        db.session.add(procedure)
        db.session.flush()  # the event needs the new number
        _record("record", procedure, {}, by=by, at=at)
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
    """Add the result of a work-up act, or correct it."""
    with transaction():
        if procedure.version != expected_version:
            raise NewerChangeError(N_("Someone saved this procedure while you were working on it"))
        _check(procedure.exam, entry, at.astimezone().date())
        before = _state(procedure)
        _write(procedure, entry)
        _record("correct", procedure, before, by=by, at=at, reason=reason)


def void_procedure(procedure: Procedure, *, reason: str, by: Actor, at: datetime) -> None:
    """Take a mistaken work-up act out of lists and figures."""
    with transaction():
        procedure.voided_at, procedure.void_reason = at, reason
        _record("void", procedure, _state(procedure), by=by, at=at, reason=reason)


def _check(exam: Exam, entry: ProcedureEntry, today: date) -> None:
    known = {kind.code for kind in get_program(exam.program).workup.procedures}
    if entry.kind not in known:
        raise RefusedInputError("kind", N_("Choose the kind of procedure"))
    if entry.performed_on > today:
        raise RefusedInputError("performed_on", N_("The procedure cannot be in the future"))
    if exam.performed_on is not None and entry.performed_on < exam.performed_on:
        raise RefusedInputError(
            "performed_on", N_("The procedure cannot be before the exam that led to it")
        )


def _write(procedure: Procedure, entry: ProcedureEntry) -> None:
    for name in COMPARED:
        setattr(procedure, name, getattr(entry, name))


def _state(procedure: Procedure) -> dict[str, object]:
    return {name: getattr(procedure, name) for name in COMPARED}


def _record(
    act: str,
    procedure: Procedure,
    before: dict[str, object],
    *,
    by: Actor,
    at: datetime,
    reason: str | None = None,
) -> None:
    participant_id = procedure.exam.participant_id
    subject = Subject("procedure", procedure.id, participant_id)
    changes = difference(before, _state(procedure))
    tag = f"cases:procedure:{act}"
    record(tag, subject, by=by, at=at, reason=reason, changes=changes)
    touch_episodes([procedure.episode_id])
    touch_participants([participant_id])
