"""What may be done with an exam, by where it and its enrollment stand."""

import pytest

from screening.enrollments.rules import EnrollmentStatus
from screening.exams.rules import TRANSITIONS, ExamStatus
from screening.exams.rules.allowed import (
    Standing,
    check_can_book,
    check_can_enter,
    check_can_log,
    check_can_move,
    check_can_read,
    check_can_rebook,
    is_allowed,
    moves_now,
)
from screening.protocol.errors import NotAllowedNowError

EXAMINABLE = {EnrollmentStatus.ENROLLED, EnrollmentStatus.ACTIVE}
DONE = {ExamStatus.PERFORMED, ExamStatus.PARTIAL, ExamStatus.TECHNICALLY_INADEQUATE}
WAITING = {ExamStatus.SCHEDULED, ExamStatus.CHECKED_IN}


def standing(status, enrollment=EnrollmentStatus.ACTIVE, *, is_voided=False):
    return Standing(status, is_voided, enrollment)


def passing(check, **changes):
    return {status for status in ExamStatus if is_allowed(check, standing(status, **changes))}


def is_refused(check, status):
    try:
        check(status)
    except NotAllowedNowError:
        return True
    return False


def test_only_who_is_enrolled_and_not_paused_gets_an_appointment():
    taken = {status for status in EnrollmentStatus if not is_refused(check_can_book, status)}

    assert taken == EXAMINABLE


def test_an_exam_done_before_someone_left_is_still_logged():
    taken = {status for status in EnrollmentStatus if not is_refused(check_can_log, status)}

    assert taken == EXAMINABLE | {EnrollmentStatus.EXITED}


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (EnrollmentStatus.SUSPENDED, "resume"),
        (EnrollmentStatus.EXITED, "left the program"),
        (EnrollmentStatus.INVITED, "enroll the person"),
    ],
)
def test_a_refused_appointment_says_what_to_do(status, words):
    with pytest.raises(NotAllowedNowError, match=words):
        check_can_book(status)


def test_what_was_done_or_waits_is_entered_and_what_ended_otherwise_is_not():
    assert passing(check_can_enter) == DONE | WAITING
    assert passing(check_can_rebook) == WAITING
    assert passing(check_can_read) == DONE - {ExamStatus.TECHNICALLY_INADEQUATE}


def test_of_someone_paused_a_logged_exam_is_corrected_and_a_booked_one_is_not_logged():
    assert passing(check_can_enter, enrollment=EnrollmentStatus.SUSPENDED) == DONE
    assert passing(check_can_rebook, enrollment=EnrollmentStatus.SUSPENDED) == set()


def test_nothing_is_done_with_a_voided_exam():
    for check in (check_can_enter, check_can_rebook, check_can_read):
        assert passing(check, is_voided=True) == set()
    assert all(moves_now(standing(status, is_voided=True)) == () for status in ExamStatus)


@pytest.mark.parametrize("status", ExamStatus)
def test_only_the_moves_of_the_table_are_possible(status):
    possible = {
        wanted
        for wanted in ExamStatus
        if not is_refused(lambda wanted: check_can_move(standing(status), wanted), wanted)
    }
    corrections = DONE if status in DONE else set()

    assert possible == {status, *TRANSITIONS[status]} | corrections


def test_an_impossible_move_says_which_ones_are_possible():
    with pytest.raises(NotAllowedNowError) as refused:
        check_can_move(standing(ExamStatus.SCHEDULED), ExamStatus.ATTENDED_NOT_SCREENED)

    assert "allowed now: Checked in, Performed" in refused.value.sentence.in_english()


def test_buttons_offer_what_needs_no_findings():
    assert moves_now(standing(ExamStatus.SCHEDULED)) == (
        ExamStatus.CHECKED_IN,
        ExamStatus.CANCELLED,
        ExamStatus.DID_NOT_ATTEND,
    )
    assert moves_now(standing(ExamStatus.CHECKED_IN)) == (ExamStatus.ATTENDED_NOT_SCREENED,)
    assert moves_now(standing(ExamStatus.PERFORMED)) == ()


def test_someone_who_left_is_not_checked_in_but_the_appointment_is_cancelled():
    left = standing(ExamStatus.SCHEDULED, EnrollmentStatus.EXITED)

    assert moves_now(left) == (ExamStatus.CANCELLED, ExamStatus.DID_NOT_ATTEND)
