"""What may be done with an exam now: buttons and actions ask the same functions; pure."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from screening.enrollments.rules import STATUS_LABELS as ENROLLMENT_LABELS
from screening.enrollments.rules import EnrollmentStatus
from screening.exams.rules.labels import STATUS_LABELS
from screening.exams.rules.states import EXAMINED, EXPECTED, TRANSITIONS, ExamStatus
from screening.protocol.errors import NotAllowedNowError
from screening.protocol.wording import N_, listed

EXAMINABLE = (EnrollmentStatus.ENROLLED, EnrollmentStatus.ACTIVE)
NEEDS_REASON = (ExamStatus.CANCELLED, ExamStatus.ATTENDED_NOT_SCREENED)


@dataclass(frozen=True)
class Standing:
    """Where an exam stands, as far as it decides what may be done with it."""

    status: ExamStatus
    is_voided: bool
    enrollment: EnrollmentStatus


def check_can_book(status: EnrollmentStatus) -> None:
    """Refuse an appointment for someone who is not enrolled, is paused or has left."""
    if status in EXAMINABLE:
        return
    if status is EnrollmentStatus.SUSPENDED:
        raise NotAllowedNowError(
            N_("The enrollment is paused: resume it before an exam is booked or logged")
        )
    if status is EnrollmentStatus.EXITED:
        raise NotAllowedNowError(
            N_("The person has left the program: take that back before an exam is booked")
        )
    raise NotAllowedNowError(
        N_("This enrollment is “{status}”; enroll the person before an exam is booked or logged"),
        {"status": ENROLLMENT_LABELS[status]},
    )


def check_can_log(status: EnrollmentStatus) -> None:
    """Refuse an exam of someone not enrolled; what was done before someone left is still logged."""
    if status is not EnrollmentStatus.EXITED:
        check_can_book(status)


def check_not_voided(standing: Standing) -> None:
    """Refuse any change of a voided exam."""
    if standing.is_voided:
        raise NotAllowedNowError(N_("This exam is voided; nothing can be changed"))


def check_can_enter(standing: Standing) -> None:
    """Refuse to log or correct an exam that was cancelled or that nobody came to."""
    check_not_voided(standing)
    if standing.status in EXPECTED:
        check_can_log(standing.enrollment)
    elif standing.status not in EXAMINED:
        raise NotAllowedNowError(
            N_("This appointment ended as {status}: void it, or book another one"),
            {"status": STATUS_LABELS[standing.status]},
        )


def check_can_rebook(standing: Standing) -> None:
    """Refuse to change an appointment that is over, or of someone who is not to be examined."""
    check_not_voided(standing)
    if standing.status not in EXPECTED:
        raise NotAllowedNowError(
            N_("There is no appointment left to change: the exam is {status}"),
            {"status": STATUS_LABELS[standing.status]},
        )
    check_can_book(standing.enrollment)


def check_can_move(standing: Standing, status: ExamStatus) -> None:
    """Refuse a state that cannot follow the present one; the same state is a correction."""
    check_not_voided(standing)
    allowed = TRANSITIONS[standing.status]
    is_correction = standing.status in EXAMINED and status in EXAMINED
    if status != standing.status and status not in allowed and not is_correction:
        raise NotAllowedNowError(
            N_("An exam in the state “{status}” cannot become “{wanted}”; allowed now: {allowed}"),
            {
                "status": STATUS_LABELS[standing.status],
                "wanted": STATUS_LABELS[status],
                "allowed": listed([STATUS_LABELS[each] for each in allowed]),
            },
        )
    if status is ExamStatus.CHECKED_IN and standing.status is ExamStatus.SCHEDULED:
        check_can_book(standing.enrollment)


def check_can_read(standing: Standing) -> None:
    """Refuse a reading of an exam without images to read."""
    check_not_voided(standing)
    if standing.status not in (ExamStatus.PERFORMED, ExamStatus.PARTIAL):
        raise NotAllowedNowError(
            N_("There is nothing to read: the exam is {status}"),
            {"status": STATUS_LABELS[standing.status]},
        )


def is_allowed(check: Callable[[Standing], None], standing: Standing) -> bool:
    """Tell whether a check passes; buttons ask what the action will ask."""
    try:
        check(standing)
    except NotAllowedNowError:
        return False
    return True


def moves_now(standing: Standing) -> tuple[ExamStatus, ...]:
    """List the states that a press of a button may bring, those that need typing left out."""
    wanted = [status for status in TRANSITIONS[standing.status] if status not in EXAMINED]
    return tuple(
        status for status in wanted if is_allowed(partial(check_can_move, status=status), standing)
    )
