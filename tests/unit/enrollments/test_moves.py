"""Which acts an enrollment allows: the table of moves, death, diagnosis, leaving, return."""

from datetime import date

import pytest

from screening.enrollments.rules import (
    ENROLLMENT_TRANSITIONS,
    EnrollmentStatus,
    ExitReason,
    Standing,
    check_can_assess,
    check_can_enroll,
    check_can_exit,
    check_can_resume,
    check_can_suspend,
    check_enrollment_move,
    is_allowed,
)
from screening.protocol.errors import NotAllowedNowError

INVITED, ASSESSED, INELIGIBLE, ELIGIBLE, ENROLLED, ACTIVE, SUSPENDED, EXITED = EnrollmentStatus


def allowed_in(check, **facts):
    return [status for status in EnrollmentStatus if is_allowed(check, Standing(status, **facts))]


def test_every_state_is_in_the_table_of_moves():
    assert set(ENROLLMENT_TRANSITIONS) == set(EnrollmentStatus)


def test_a_refused_move_says_what_is_allowed_now():
    with pytest.raises(NotAllowedNowError) as refused:
        check_enrollment_move(ACTIVE, INVITED)

    assert str(refused.value) == (
        "An enrollment that is “Active” cannot become “Invited”; "
        "allowed now: Enrolled, Paused, Left"
    )


def test_consent_follows_a_questionnaire_and_is_given_once():
    assert allowed_in(check_can_enroll) == [ASSESSED, INELIGIBLE, ELIGIBLE]


def test_a_questionnaire_is_filled_in_until_the_person_leaves():
    assert allowed_in(check_can_assess) == [
        INVITED, ASSESSED, INELIGIBLE, ELIGIBLE, ENROLLED, ACTIVE, SUSPENDED,
    ]  # fmt: skip


def test_a_pause_is_set_or_set_anew_while_someone_is_called():
    assert allowed_in(check_can_suspend) == [ENROLLED, ACTIVE, SUSPENDED]


def test_everyone_can_leave_once():
    assert EXITED not in allowed_in(check_can_exit)
    assert len(allowed_in(check_can_exit)) == 7


def test_a_pause_and_an_exit_are_taken_back():
    assert allowed_in(check_can_resume) == [SUSPENDED, EXITED]


def test_a_diagnosis_is_not_resumed_by_hand():
    with pytest.raises(NotAllowedNowError, match="diagnosis ended the program"):
        check_can_resume(Standing(EXITED, ExitReason.DIAGNOSED))


@pytest.mark.parametrize(
    "check", [check_can_assess, check_can_enroll, check_can_suspend, check_can_resume]
)
def test_after_a_death_nothing_goes_on(check):
    assert allowed_in(check, died_on=date(2024, 1, 2)) == []
