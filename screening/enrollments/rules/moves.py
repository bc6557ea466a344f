"""Which states of an enrollment may follow each other, and what may be done with it now; pure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from screening.enrollments.rules.labels import STATUS_LABELS
from screening.enrollments.rules.states import EnrollmentStatus, ExitReason
from screening.protocol.errors import NotAllowedNowError
from screening.protocol.wording import N_, listed

BEFORE_ENROLLMENT = (
    EnrollmentStatus.INVITED,
    EnrollmentStatus.ASSESSED,
    EnrollmentStatus.INELIGIBLE,
    EnrollmentStatus.ELIGIBLE,
)
STAYING = (EnrollmentStatus.ENROLLED, EnrollmentStatus.ACTIVE, EnrollmentStatus.SUSPENDED)
# A death or a diagnosis ends a program by itself.
LEFT_BY_HAND = (ExitReason.WITHDREW, ExitReason.MOVED, ExitReason.AGED_OUT, ExitReason.LOST)

ENROLLMENT_TRANSITIONS: dict[EnrollmentStatus, tuple[EnrollmentStatus, ...]] = {
    EnrollmentStatus.INVITED: (
        EnrollmentStatus.ASSESSED,
        EnrollmentStatus.ELIGIBLE,
        EnrollmentStatus.INELIGIBLE,
        EnrollmentStatus.EXITED,
    ),
    EnrollmentStatus.ASSESSED: (
        EnrollmentStatus.INVITED,
        EnrollmentStatus.ELIGIBLE,
        EnrollmentStatus.INELIGIBLE,
        EnrollmentStatus.ENROLLED,
        EnrollmentStatus.EXITED,
    ),
    EnrollmentStatus.INELIGIBLE: (
        EnrollmentStatus.INVITED,
        EnrollmentStatus.ASSESSED,
        EnrollmentStatus.ELIGIBLE,
        EnrollmentStatus.ENROLLED,
        EnrollmentStatus.EXITED,
    ),
    EnrollmentStatus.ELIGIBLE: (
        EnrollmentStatus.INVITED,
        EnrollmentStatus.ASSESSED,
        EnrollmentStatus.INELIGIBLE,
        EnrollmentStatus.ENROLLED,
        EnrollmentStatus.EXITED,
    ),
    EnrollmentStatus.ENROLLED: (
        *BEFORE_ENROLLMENT,
        EnrollmentStatus.ACTIVE,
        EnrollmentStatus.SUSPENDED,
        EnrollmentStatus.EXITED,
    ),
    EnrollmentStatus.ACTIVE: (
        EnrollmentStatus.ENROLLED,
        EnrollmentStatus.SUSPENDED,
        EnrollmentStatus.EXITED,
    ),
    EnrollmentStatus.SUSPENDED: (
        *BEFORE_ENROLLMENT,
        EnrollmentStatus.ENROLLED,
        EnrollmentStatus.ACTIVE,
        EnrollmentStatus.EXITED,
    ),
    EnrollmentStatus.EXITED: (
        *BEFORE_ENROLLMENT,
        EnrollmentStatus.ENROLLED,
        EnrollmentStatus.ACTIVE,
    ),
}


@dataclass(frozen=True)
class Standing:
    """Where an enrollment stands, as far as it decides what may be done with it."""

    status: EnrollmentStatus
    exit_reason: ExitReason | None = None
    died_on: date | None = None


def check_enrollment_move(status: EnrollmentStatus, wanted: EnrollmentStatus) -> None:
    """Refuse a state that cannot follow the present one, and say which can."""
    allowed = ENROLLMENT_TRANSITIONS[status]
    if wanted not in allowed:
        raise NotAllowedNowError(
            N_("An enrollment that is “{status}” cannot become “{wanted}”; allowed now: {allowed}"),
            {
                "status": STATUS_LABELS[status],
                "wanted": STATUS_LABELS[wanted],
                "allowed": listed([STATUS_LABELS[each] for each in allowed]),
            },
        )


def check_alive(standing: Standing) -> None:
    """Refuse what makes no sense after a death."""
    if standing.died_on is not None:
        raise NotAllowedNowError(
            N_("The death on {died_on} is recorded; take it back first if it is wrong"),
            {"died_on": standing.died_on},
        )


def check_can_assess(standing: Standing) -> None:
    """Refuse a questionnaire of someone who left or died."""
    check_alive(standing)
    if standing.status is EnrollmentStatus.EXITED:
        raise NotAllowedNowError(
            N_("The person has left the program: resume it before a questionnaire is filled in")
        )


def check_can_enroll(standing: Standing) -> None:
    """Refuse consent before a questionnaire, a second time, or after leaving."""
    check_alive(standing)
    if standing.status is EnrollmentStatus.EXITED:
        raise NotAllowedNowError(N_("The person has left the program: resume it instead"))
    if standing.status in STAYING:
        raise NotAllowedNowError(N_("The consent is recorded already; correct it if it is wrong"))
    check_enrollment_move(standing.status, EnrollmentStatus.ENROLLED)


def check_can_exit(standing: Standing) -> None:
    """Refuse to leave twice."""
    check_enrollment_move(standing.status, EnrollmentStatus.EXITED)


def check_can_suspend(standing: Standing) -> None:
    """Refuse a pause of someone who is not called; a pause may be set anew."""
    check_alive(standing)
    if standing.status is not EnrollmentStatus.SUSPENDED:
        check_enrollment_move(standing.status, EnrollmentStatus.SUSPENDED)


def check_can_resume(standing: Standing) -> None:
    """Refuse to resume what goes on, and what a death or a diagnosis ended."""
    check_alive(standing)
    if standing.exit_reason is ExitReason.DIAGNOSED:
        raise NotAllowedNowError(
            N_("A diagnosis ended the program; the person returns when that record is voided")
        )
    if standing.status not in (EnrollmentStatus.SUSPENDED, EnrollmentStatus.EXITED):
        raise NotAllowedNowError(N_("The program is neither paused nor left; it goes on"))


def is_allowed(check: Callable[[Standing], None], standing: Standing) -> bool:
    """Tell whether a check passes; buttons ask what the action will ask."""
    try:
        check(standing)
    except NotAllowedNowError:
        return False
    return True
