"""Decisions on a case: take it, agree or override the category, close and reopen it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from screening.audit.actions import Subject, record
from screening.audit.diff import difference
from screening.cases.models import Case, CaseDecision
from screening.cases.rules import CaseStatus, DecisionKind
from screening.database.transactions import touch_enrollments, touch_episodes, transaction
from screening.enrollments.rules import Outcome
from screening.exams.actions import give_reading
from screening.exams.rules import ReadingKind
from screening.exams.rules.entry import ReaderView
from screening.programs import get_program
from screening.protocol.errors import NewerChangeError, NotAllowedNowError, RefusedInputError
from screening.protocol.wording import N_
from screening.security.actor import Actor


@dataclass(frozen=True)
class Closure:
    """How a case ends: the outcome of its round, the day, and a comment."""

    outcome: Outcome
    on: date
    comment: str | None = None


def take_case(case: Case, *, expected_version: int, by: Actor, at: datetime) -> None:
    """Become the owner of a case."""
    with transaction():
        check_open(case, expected_version)
        case.assigned_to_id = by.user_id
        if case.status is CaseStatus.NEW:
            case.status = CaseStatus.ASSIGNED
        _decide(case, DecisionKind.ASSIGNED, by=by, at=at)


def agree(
    case: Case, *, comment: str | None, expected_version: int, by: Actor, at: datetime
) -> None:
    """Confirm the category of the case's exam; the case goes into work-up."""
    with transaction():
        check_open(case, expected_version)
        if case.exam.category is None:
            raise NotAllowedNowError(N_("The exam has no category to agree with"))
        view = ReaderView(case.exam.category, case.exam.modifiers)
        give_reading(case.exam, view, kind=ReadingKind.SECOND, by=by, at=at)
        _start_workup(case, by=by, at=at)
        _decide(case, DecisionKind.AGREED, by=by, at=at, comment=comment)


def override(
    case: Case, view: ReaderView, *, expected_version: int, by: Actor, at: datetime
) -> None:
    """Change the category of the case's exam; a negative one withdraws the case by itself."""
    with transaction():
        check_open(case, expected_version)
        if not view.differs_because:
            raise RefusedInputError("differs_because", N_("Say why the category is changed"))
        before = case.exam.category
        give_reading(case.exam, view, kind=ReadingKind.ARBITRATION, by=by, at=at)
        _start_workup(case, by=by, at=at)
        details = {"category": [before, view.category]}
        comment = view.differs_because
        _decide(case, DecisionKind.OVERRIDDEN, by=by, at=at, comment=comment, details=details)


def _start_workup(case: Case, *, by: Actor, at: datetime) -> None:
    schedule = get_program(case.exam.program).schedule
    case.status = CaseStatus.WORKUP
    case.due_on = at.astimezone().date() + timedelta(days=schedule.first_step_within_days)
    case.assigned_to_id = case.assigned_to_id or by.user_id


def close_case(
    case: Case, closure: Closure, *, expected_version: int, by: Actor, at: datetime
) -> None:
    """Close a case with the outcome of its round."""
    with transaction():
        check_open(case, expected_version)
        check_closure(case, closure, at.astimezone().date())
        episode = case.episode
        before = {"outcome": episode.outcome, "outcome_on": episode.outcome_on}
        episode.outcome, episode.outcome_on = closure.outcome, closure.on
        episode.outcome_comment, episode.outcome_is_automatic = closure.comment, False
        after = {"outcome": closure.outcome, "outcome_on": closure.on}
        case.status, case.closed_on = CaseStatus.CLOSED, closure.on
        _decide(
            case,
            DecisionKind.CLOSED,
            by=by,
            at=at,
            comment=closure.comment,
            details=difference(before, after),
        )
        touch_enrollments([episode.enrollment_id])


def check_closure(case: Case, closure: Closure, today: date) -> None:
    """Refuse a closure before the exam, in the future, or as cancer without a recorded cancer."""
    performed_on = case.exam.performed_on
    if closure.on > today:
        raise RefusedInputError("decided_on", N_("The decision cannot be in the future"))
    if performed_on is not None and closure.on < performed_on:
        raise RefusedInputError("decided_on", N_("The decision cannot be before the exam"))
    if closure.outcome is Outcome.CANCER:
        raise RefusedInputError(
            "outcome", N_("Record the cancer itself; the case then closes with it")
        )


def reopen_case(case: Case, *, reason: str, expected_version: int, by: Actor, at: datetime) -> None:
    """Open a closed case again; the earlier decisions stay."""
    with transaction():
        check_version(case, expected_version)
        if case.status is not CaseStatus.CLOSED:
            raise NotAllowedNowError(N_("This case is not closed"))
        episode = case.episode
        if episode.outcome is Outcome.CANCER:
            raise NotAllowedNowError(
                N_("A recorded cancer closed this case; void the cancer to reopen it")
            )
        episode.outcome = episode.outcome_on = episode.outcome_comment = None
        episode.outcome_is_automatic = False
        case.status, case.closed_on = CaseStatus.ASSIGNED, None
        case.assigned_to_id = by.user_id
        _decide(case, DecisionKind.REOPENED, by=by, at=at, comment=reason)
        touch_enrollments([episode.enrollment_id])


def check_open(case: Case, expected_version: int) -> None:
    """Refuse a decision on a closed case or over someone else's newer one."""
    check_version(case, expected_version)
    if case.status is CaseStatus.CLOSED:
        raise NotAllowedNowError(N_("This case is closed; reopen it first"))


def check_version(case: Case, expected: int) -> None:
    """Refuse to decide over someone else's newer decision."""
    if case.version != expected:
        raise NewerChangeError(N_("Someone decided on this case while you were working on it"))


def _decide(
    case: Case,
    kind: DecisionKind,
    *,
    by: Actor,
    at: datetime,
    comment: str | None = None,
    details: Mapping[str, object] | None = None,
) -> None:
    case.decisions.append(
        CaseDecision(
            kind=kind,
            decided_at=at,
            decided_by_id=by.user_id,
            decided_by_name=by.name,
            comment=comment,
            details={"status": case.status.value, **(details or {})},
        )
    )
    subject = Subject("case", case.id, case.exam.participant_id)
    tag = f"cases:case:{kind.value}"
    record(tag, subject, by=by, at=at, reason=comment, changes=details)
    touch_episodes([case.episode_id])
