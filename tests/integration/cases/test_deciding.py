"""The decisions on a case on both databases: what each changes, refuses and leaves behind."""

from datetime import timedelta

import pytest

from screening.cases import actions
from screening.cases.queries import get_case
from screening.cases.rules import CaseStatus, Closure, ProcedureEntry
from screening.clock import now, today
from screening.enrollments.rules import EnrollmentStatus, EpisodeStatus, Outcome
from screening.exams.rules.entry import ReaderView
from screening.participants.actions import Death, correct_death
from screening.protocol.errors import (
    NewerChangeError,
    NotAllowedNowError,
    NotFoundError,
    RefusedInputError,
)
from screening.protocol.workup import ProcedureResult
from tests.factories.accounts import actor_for
from tests.factories.cases import case_of
from tests.factories.exams import make_exam


def take(case, by, version=None):
    actions.take_case(case, expected_version=version or case.version, by=by, at=now())


def agree(case, by, version=None, comment=None):
    version = version or case.version
    actions.agree(case, comment=comment, expected_version=version, by=by, at=now())


def override(case, by, category, reason="seen with radiology", modifiers=""):
    view = ReaderView(category, modifiers, reason)
    actions.override(case, view, expected_version=case.version, by=by, at=now())


def close(case, by, outcome=Outcome.BENIGN, comment=None):
    closure = Closure(outcome, today(), comment)
    actions.close_case(case, closure, expected_version=case.version, by=by, at=now())


def reopen(case, by, reason="the person is back"):
    actions.reopen_case(case, reason=reason, expected_version=case.version, by=by, at=now())


def in_days(number):
    return (today() + timedelta(days=number)).isoformat()


def kinds(case):
    return [decision.kind.value for decision in case.decisions]


def test_a_positive_exam_opens_a_case_that_is_due_within_the_protocols_days(case):
    assert case.status is CaseStatus.NEW
    assert case.due_on == today() + timedelta(days=7)
    assert kinds(case) == ["opened"]


def test_taking_a_case_makes_it_ones_own(case, by, trail):
    take(case, by)

    assert (case.status, case.assigned_to_id) == (CaseStatus.ASSIGNED, by.user_id)
    assert trail() == [
        (
            "cases:case:assigned",
            "Dr. Anna",
            None,
            {"status": ["new", "assigned"], "assigned_to": [None, by.user_id]},
        )
    ]


def test_a_case_is_taken_over_but_not_taken_twice(case, by, colleague):
    take(case, by)
    take(case, actor_for(colleague))
    assert case.assigned_to_id == colleague.id

    with pytest.raises(NotAllowedNowError, match="yours already"):
        take(case, actor_for(colleague))


def test_agreeing_starts_the_work_up_and_adds_a_second_reading(case, by, trail):
    agree(case, by, comment="clear")

    assert (case.status, case.assigned_to_id) == (CaseStatus.WORKUP, by.user_id)
    assert case.episode.status is EpisodeStatus.IN_WORKUP
    assert trail() == [
        (
            "exams:reading:give",
            "Dr. Anna",
            None,
            {"category": [["4B", ""], ["4B", ""]], "kind": [None, "second"]},
        ),
        (
            "cases:case:agreed",
            "Dr. Anna",
            None,
            {
                "status": ["new", "workup"],
                "assigned_to": [None, by.user_id],
                "due_on": [in_days(7), in_days(30)],
                "comment": [None, "clear"],
            },
        ),
    ]


def test_where_the_category_asks_for_a_repeat_exam_that_is_the_next_step(site, enrollment, by):
    exam = make_exam(enrollment, "3")
    case = case_of(exam)

    agree(case, by)

    recall_months, examined = 6, exam.performed_on
    assert (case.due_on.year * 12 + case.due_on.month) - (
        examined.year * 12 + examined.month
    ) == recall_months
    assert case.due_on.day <= examined.day


def test_an_override_to_another_positive_category_keeps_the_case(case, by, trail):
    override(case, by, "4A", modifiers="S")

    assert (case.exam.category, case.exam.modifiers) == ("4A", "S")
    assert (case.status, case.voided_at) == (CaseStatus.WORKUP, None)
    reading, decision = trail()
    assert reading[0] == "exams:reading:give"
    assert decision[:3] == ("cases:case:overridden", "Dr. Anna", "seen with radiology")
    assert decision[3]["category"] == ["4B", "4A"]
    assert decision[3]["modifiers"] == ["", "S"]


def test_an_override_to_a_negative_category_withdraws_the_case_which_still_says_why(
    case, by, trail
):
    override(case, by, "2")

    found = get_case(by.scope, case.public_id)
    assert found.void_reason == "No exam of this round is positive any more"
    assert kinds(found) == ["opened", "overridden", "withdrawn"]
    assert found.episode.status is EpisodeStatus.CLEARED
    assert [(action, who) for action, who, _, _ in trail()] == [
        ("exams:reading:give", "Dr. Anna"),
        ("cases:case:overridden", "Dr. Anna"),
        ("cases:case:withdrawn", "system"),
    ]
    with pytest.raises(NotAllowedNowError, match="withdrawn"):
        take(found, by)


def test_an_override_needs_a_reason_and_another_category(case, by, trail):
    for values, field in (({"category": "2", "reason": None}, "differs_because"),
                          ({"category": "4B"}, "category"),
                          ({"category": "9"}, "category")):  # fmt: skip
        with pytest.raises(RefusedInputError) as refused:
            override(case, by, **values)
        assert refused.value.field == field
    assert trail() == []


def test_closing_ends_the_round_and_reopening_brings_it_back_to_review(case, by, trail):
    close(case, by, comment="hamartoma")
    assert (case.status, case.closed_on) == (CaseStatus.CLOSED, today())
    assert (case.episode.outcome, case.episode.status) == (Outcome.BENIGN, EpisodeStatus.CLOSED)

    reopen(case, by)
    assert (case.status, case.closed_on) == (CaseStatus.ASSIGNED, None)
    assert case.episode.outcome is None
    assert kinds(case) == ["opened", "closed", "reopened"]

    closed, reopened = trail()
    assert closed == (
        "cases:case:closed",
        "Dr. Anna",
        None,
        {
            "status": ["new", "closed"],
            "closed_on": [None, in_days(0)],
            "outcome": [None, "benign"],
            "outcome_on": [None, in_days(0)],
            "comment": [None, "hamartoma"],
        },
    )
    assert reopened[:3] == ("cases:case:reopened", "Dr. Anna", "the person is back")
    assert reopened[3]["outcome"] == ["benign", None]


def test_a_closed_case_refuses_decisions_and_says_what_is_allowed(case, by):
    close(case, by)

    for act in (take, agree, close):
        with pytest.raises(NotAllowedNowError, match="reopen the case first"):
            act(case, by)


def test_a_non_diagnostic_biopsy_does_not_close_a_case(case, by):
    entry = ProcedureEntry("ct_guided_biopsy", today(), ProcedureResult.NON_DIAGNOSTIC)
    actions.record_procedure(case.exam, entry, by=by, at=now())

    with pytest.raises(RefusedInputError) as refused:
        close(case, by)

    assert refused.value.field == "comment"


def test_closing_with_death_records_it_and_taking_it_back_opens_the_case_again(
    case, enrollment, by, trail
):
    close(case, by, Outcome.DIED)
    person = enrollment.participant
    assert person.died_on == today()
    assert enrollment.status is EnrollmentStatus.EXITED
    with pytest.raises(NotAllowedNowError, match="correct the death"):
        reopen(case, by)
    assert [action for action, _, _, _ in trail()] == [
        "participants:death:record",
        "cases:case:closed",
        "enrollments:enrollment:exit",
    ]

    correct_death(
        person.public_id, Death(None), reason="another person",
        expected_version=person.version, by=by, at=now(),
    )  # fmt: skip

    assert case.status is CaseStatus.NEW
    assert case.episode.outcome is None


def test_a_later_negative_exam_closes_the_case_and_is_the_way_to_reopen_it(case, enrollment, by):
    make_exam(enrollment, "2", purpose="follow_up", performed_on=today())

    assert (case.status, case.episode.outcome) == (CaseStatus.CLOSED, Outcome.NEGATIVE)
    with pytest.raises(NotAllowedNowError, match="correct that exam"):
        reopen(case, by)


def test_the_second_of_two_decisions_on_one_version_is_refused(case, by, colleague):
    version = case.version
    take(case, by)

    with pytest.raises(NewerChangeError):
        agree(case, actor_for(colleague), version=version)

    assert case.assigned_to_id == by.user_id
    assert kinds(case) == ["opened", "assigned"]


def test_two_overrides_in_work_up_never_pass_each_other(case, by, colleague):
    agree(case, by)
    version = case.version
    override(case, by, "4A")

    view, by = ReaderView("4X", "", "spiculated"), actor_for(colleague)
    with pytest.raises(NewerChangeError):
        actions.override(case, view, expected_version=version, by=by, at=now())

    assert case.exam.category == "4A"


def test_a_case_of_another_site_does_not_exist(case, stranger):
    with pytest.raises(NotFoundError):
        get_case(actor_for(stranger).scope, case.public_id)
