"""The kinds of next action: who owns each, what it asks, and when it is due."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from screening.protocol.program import Program
from screening.protocol.wording import N_


class ActionKind(StrEnum):
    """What an enrollment waits for, in the order in which one hides the next."""

    REVIEW_CASE = "review_case"
    RECORD_RESULT = "record_result"
    ATTEND_EXAM = "attend_exam"
    HOLD_ENDS = "hold_ends"
    BOOK_EXAM = "book_exam"
    WORK_UP = "work_up"
    ASSESS = "assess"
    ENROLL = "enroll"


@dataclass(frozen=True)
class KindDefinition:
    """How a kind of next action reads on a page; `owner` is the role that does it."""

    title: str
    act: str
    owner: str
    rule: str


COORDINATOR, CLINICIAN = "coordinator", "clinician"

KINDS: dict[ActionKind, KindDefinition] = {
    ActionKind.REVIEW_CASE: KindDefinition(
        N_("Flagged, not reviewed"),
        N_("Review case"),
        CLINICIAN,
        N_("A positive exam is reviewed within the protocol's days"),
    ),
    ActionKind.RECORD_RESULT: KindDefinition(
        N_("Exam done, no result"),
        N_("Record result"),
        COORDINATOR,
        N_("A performed exam gets its result within the protocol's days"),
    ),
    ActionKind.ATTEND_EXAM: KindDefinition(
        N_("Booked exams"),
        N_("Log exam"),
        COORDINATOR,
        N_("A booked exam is logged, or noted as missed, on its day"),
    ),
    ActionKind.WORK_UP: KindDefinition(
        N_("Work-up without a next step"),
        N_("Decide next step"),
        CLINICIAN,
        N_("A case in work-up has its next step within the protocol's days"),
    ),
    ActionKind.HOLD_ENDS: KindDefinition(
        N_("Paused"),
        N_("Resume or leave"),
        COORDINATOR,
        N_("A pause ends on its day"),
    ),
    ActionKind.BOOK_EXAM: KindDefinition(
        N_("To be booked"),
        N_("Book exam"),
        COORDINATOR,
        N_("The result of the last exam asks for the next one"),
    ),
    ActionKind.ASSESS: KindDefinition(
        N_("Invited, not assessed"),
        N_("Fill in questionnaire"),
        COORDINATOR,
        N_("Eligibility is judged before anyone is enrolled"),
    ),
    ActionKind.ENROLL: KindDefinition(
        N_("Eligible, not enrolled"),
        N_("Record consent"),
        COORDINATOR,
        N_("An eligible person is asked for consent"),
    ),
}

OF_ENROLLED = (
    ActionKind.REVIEW_CASE,
    ActionKind.RECORD_RESULT,
    ActionKind.ATTEND_EXAM,
    ActionKind.HOLD_ENDS,
    ActionKind.BOOK_EXAM,
    ActionKind.WORK_UP,
)


def due_on(kind: ActionKind, day: date, program: Program) -> date:
    """Return when an action is due, from the day that the records give for it."""
    if kind is ActionKind.RECORD_RESULT:
        return day + timedelta(days=program.schedule.result_within_days)
    if kind in (ActionKind.ASSESS, ActionKind.ENROLL):
        return day + timedelta(days=program.schedule.first_review_within_days)
    return day


def kinds_for(role: str) -> tuple[ActionKind, ...]:
    """Return every kind of action, those that the role owns first."""
    return tuple(sorted(KINDS, key=lambda kind: KINDS[kind].owner != role))
