"""What may be done with a case in each state, and what a refusal says."""

import pytest

from screening.cases.rules import (
    TRANSITIONS,
    CaseAct,
    CaseStatus,
    Standing,
    check_act,
    why_not_reopened,
)
from screening.enrollments.rules import Outcome
from screening.protocol.errors import NotAllowedNowError

CLOSED = CaseStatus.CLOSED


def acts_of(standing: Standing) -> set[str]:
    return {act.value for act in CaseAct if standing.allows(act)}


def test_every_state_is_in_the_table_of_moves():
    assert set(TRANSITIONS) == set(CaseStatus)
    assert {to for moves in TRANSITIONS.values() for to in moves} == set(CaseStatus)


@pytest.mark.parametrize("status", [CaseStatus.NEW, CaseStatus.ASSIGNED])
def test_an_undecided_case_waits_for_any_decision(status):
    expected = {"take", "agree", "override", "procedure", "cancer", "close"}

    assert acts_of(Standing(status)) == expected


def test_a_case_in_work_up_is_not_agreed_with_again():
    expected = {"take", "override", "procedure", "cancer", "close"}

    assert acts_of(Standing(CaseStatus.WORKUP)) == expected


def test_a_case_that_a_person_closed_is_reopened_or_gets_a_late_procedure():
    assert acts_of(Standing(CLOSED, outcome=Outcome.BENIGN)) == {"procedure", "reopen"}


def test_a_case_closed_by_a_cancer_takes_a_second_primary_and_is_not_reopened_by_hand():
    standing = Standing(CLOSED, outcome=Outcome.CANCER, is_automatic=True)

    assert acts_of(standing) == {"procedure", "cancer"}


def test_nothing_is_done_with_a_withdrawn_case():
    for status in CaseStatus:
        assert acts_of(Standing(status, is_withdrawn=True)) == set()


@pytest.mark.parametrize(
    ("outcome", "way"),
    [
        (Outcome.CANCER, "void the cancer"),
        (Outcome.DIED, "correct the death"),
        (Outcome.NEGATIVE, "correct that exam"),
    ],
)
def test_a_case_that_ended_by_itself_says_how_it_opens_again(outcome, way):
    standing = Standing(CLOSED, outcome=outcome, is_automatic=True)

    with pytest.raises(NotAllowedNowError, match=way):
        check_act(standing, CaseAct.REOPEN)
    assert way in (why_not_reopened(standing) or "")


def test_a_case_that_a_person_closed_has_nothing_against_reopening():
    assert why_not_reopened(Standing(CLOSED, outcome=Outcome.NEGATIVE)) is None


@pytest.mark.parametrize(
    ("standing", "act", "says"),
    [
        (Standing(CaseStatus.WORKUP), CaseAct.AGREE, "in work-up; allowed now: take it over"),
        (Standing(CaseStatus.NEW), CaseAct.REOPEN, "new; allowed now: take it, agree"),
        (Standing(CLOSED), CaseAct.CLOSE, "closed; allowed now: record a procedure, or reopen"),
        (Standing(CLOSED, is_withdrawn=True), CaseAct.TAKE, "withdrawn: no exam of its round"),
    ],
)
def test_a_refused_act_says_what_is_allowed_now(standing, act, says):
    with pytest.raises(NotAllowedNowError, match=says):
        check_act(standing, act)
