"""Decisions on a case: take it, agree or override the category, close and reopen it."""

from datetime import date, datetime, timedelta

from screening.cases.actions.decisions import Decision, check_can, decide, state_of
from screening.cases.models import Case
from screening.cases.queries import list_procedures
from screening.cases.rules import (
    CaseAct,
    CaseStatus,
    Closure,
    DecisionKind,
    WorkupFacts,
    closure_problems,
)
from screening.database.transactions import touch_enrollments, transaction
from screening.enrollments.rules import Outcome
from screening.exams.actions import give_reading
from screening.exams.models import Exam
from screening.exams.rules import ReadingKind
from screening.exams.rules.due import due_after
from screening.exams.rules.entry import ReaderView
from screening.participants.actions import Death, record_death
from screening.programs import get_program
from screening.protocol.errors import NotAllowedNowError, RefusedInputError, refuse_impossible
from screening.protocol.wording import N_, Problem
from screening.security.actor import Actor


def take_case(case: Case, *, expected_version: int, by: Actor, at: datetime) -> None:
    """Become the owner of a case."""
    with transaction():
        check_can(case, CaseAct.TAKE, expected_version)
        if case.assigned_to_id == by.user_id:
            raise NotAllowedNowError(N_("This case is yours already"))
        before = state_of(case)
        case.assigned_to_id = by.user_id
        if case.status is CaseStatus.NEW:
            case.status = CaseStatus.ASSIGNED
        decide(case, Decision(DecisionKind.ASSIGNED, before), by=by, at=at)


def agree(
    case: Case, *, comment: str | None, expected_version: int, by: Actor, at: datetime
) -> None:
    """Confirm the category of the case's exam; the case goes into work-up."""
    with transaction():
        check_can(case, CaseAct.AGREE, expected_version)
        if case.exam.category is None:
            raise NotAllowedNowError(N_("The exam has no category to agree with"))
        before = state_of(case)
        view = ReaderView(case.exam.category, case.exam.modifiers)
        give_reading(case.exam, view, kind=ReadingKind.SECOND, by=by, at=at)
        _start_workup(case, by=by, at=at)
        decide(case, Decision(DecisionKind.AGREED, before, comment), by=by, at=at)


def override(
    case: Case, view: ReaderView, *, expected_version: int, by: Actor, at: datetime
) -> None:
    """Change the category of the case's exam; a negative one withdraws the case by itself."""
    with transaction():
        check_can(case, CaseAct.OVERRIDE, expected_version)
        exam = case.exam
        if not view.differs_because:
            raise RefusedInputError("differs_because", N_("Say why the category is changed"))
        if (view.category, view.modifiers) == (exam.category, exam.modifiers):
            raise RefusedInputError(
                "category", N_("This is the recorded category: choose another, or agree with it")
            )
        before = {**state_of(case), "category": exam.category, "modifiers": exam.modifiers}
        give_reading(exam, view, kind=ReadingKind.ARBITRATION, by=by, at=at)
        if exam.is_positive:
            _start_workup(case, by=by, at=at)
        after = {"category": view.category, "modifiers": view.modifiers}
        decision = Decision(DecisionKind.OVERRIDDEN, before, view.differs_because, after)
        decide(case, decision, by=by, at=at)


def _start_workup(case: Case, *, by: Actor, at: datetime) -> None:
    case.status = CaseStatus.WORKUP
    case.due_on = _next_step_on(case.exam, at.astimezone().date())
    case.assigned_to_id = case.assigned_to_id or by.user_id


def _next_step_on(exam: Exam, today: date) -> date:
    """Return when the next step is due: the repeat exam that the category asks for, or work-up."""
    program = get_program(exam.program)
    if exam.system and exam.category and exam.performed_on:
        category = program.system(exam.system).category(exam.category)
        dates = due_after(program, exam.system, category, exam.interval, exam.performed_on)
        if dates is not None:
            return max(dates.due_on, today)
    return today + timedelta(days=program.schedule.first_step_within_days)


def close_case(
    case: Case, closure: Closure, *, expected_version: int, by: Actor, at: datetime
) -> None:
    """Close a case with the outcome of its round; a death is recorded with it.

    The round then ends by the death, so that a death taken back opens it again.
    """
    with transaction():
        check_can(case, CaseAct.CLOSE, expected_version)
        refuse_impossible(review_closure(case, closure, at=at))
        before = state_of(case)
        if closure.outcome is Outcome.DIED:
            _record_death(case, closure, by=by, at=at)
        episode = case.episode
        episode.outcome, episode.outcome_on = closure.outcome, closure.on
        episode.outcome_comment = closure.comment
        episode.outcome_is_automatic = closure.outcome is Outcome.DIED
        case.status, case.closed_on = CaseStatus.CLOSED, closure.on
        decide(case, Decision(DecisionKind.CLOSED, before, closure.comment), by=by, at=at)
        touch_enrollments([episode.enrollment_id])


def _record_death(case: Case, closure: Closure, *, by: Actor, at: datetime) -> None:
    person = case.exam.participant
    death = Death(closure.on)
    record_death(person.public_id, death, expected_version=person.version, by=by, at=at)


def review_closure(case: Case, closure: Closure, *, at: datetime) -> list[Problem]:
    """List what stands against a closure: what is refused, and what is asked back."""
    procedures = list_procedures([case.episode_id])
    workup = get_program(case.exam.program).workup
    facts = WorkupFacts(
        case.exam.performed_on,
        tuple(done.result for done in procedures if done.result is not None),
        any(done.result is None and workup.kind(done.kind).is_tissue for done in procedures),
    )
    return closure_problems(closure, facts, at.astimezone().date())


def reopen_case(case: Case, *, reason: str, expected_version: int, by: Actor, at: datetime) -> None:
    """Open a closed case again; the earlier decisions stay."""
    with transaction():
        check_can(case, CaseAct.REOPEN, expected_version)
        if not reason.strip():
            raise RefusedInputError("reason", N_("Say why the case is opened again"))
        before = state_of(case)
        episode = case.episode
        episode.outcome = episode.outcome_on = episode.outcome_comment = None
        episode.outcome_is_automatic = False
        case.status, case.closed_on = CaseStatus.ASSIGNED, None
        case.assigned_to_id = by.user_id
        schedule = get_program(case.exam.program).schedule
        case.due_on = at.astimezone().date() + timedelta(days=schedule.first_review_within_days)
        decide(case, Decision(DecisionKind.REOPENED, before, reason.strip()), by=by, at=at)
        touch_enrollments([episode.enrollment_id])
