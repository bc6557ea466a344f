"""Questionnaires: every rule set's verdict is kept, the newest one decides before enrollment."""

from datetime import timedelta

import pytest

from screening.clock import now, today
from screening.enrollments import actions
from screening.enrollments.queries import list_assessments
from screening.enrollments.rules import EnrollmentStatus
from screening.programs import get_program
from screening.protocol.errors import NewerChangeError, RefusedInputError
from tests.integration.enrollments.conftest import (
    ELIGIBLE,
    PROGRAM,
    SYMPTOMATIC,
    YESTERDAY,
    assess,
    enroll,
    read,
    trail,
)


def test_a_questionnaire_keeps_answers_verdicts_and_their_trail(enrollment, by):
    assessment = assess(enrollment, by)

    assert read(enrollment).status is EnrollmentStatus.ELIGIBLE
    assert assessment.verdict == "yes"
    assert assessment.answers["cigs_per_day"] == "20"
    rule_sets = {rule_set.code for rule_set in get_program(PROGRAM).rule_sets}
    assert set(assessment.verdicts) == rule_sets
    assert trail("enrollment", "assessment")[1:] == [
        ("enrollments:assessment:record", None, sorted([*ELIGIBLE, "assessed_on", "verdict"])),
        ("enrollments:enrollment:judge", None, ["status"]),
    ]


def test_an_incomplete_questionnaire_is_kept_without_a_decision(enrollment, by):
    assessment = assess(enrollment, by, {"smoking_status": "current"})

    assert assessment.verdict == "insufficient_data"
    assert read(enrollment).status is EnrollmentStatus.ASSESSED


def test_an_older_questionnaire_entered_late_does_not_decide(enrollment, by):
    assess(enrollment, by, ELIGIBLE)
    assess(enrollment, by, SYMPTOMATIC, YESTERDAY - timedelta(days=30))

    assert read(enrollment).status is EnrollmentStatus.ELIGIBLE


def test_a_correction_is_judged_anew_and_its_trail_says_what_changed(enrollment, by):
    assessment = assess(enrollment, by, SYMPTOMATIC)
    assert read(enrollment).status is EnrollmentStatus.INELIGIBLE

    correct(assessment, ELIGIBLE, by, "wrong sheet")

    assert read(enrollment).status is EnrollmentStatus.ELIGIBLE
    assert trail("assessment")[-1] == (
        "enrollments:assessment:correct", "wrong sheet", ["symptoms", "verdict"],
    )  # fmt: skip


def test_voiding_falls_back_to_the_questionnaire_before_and_at_last_to_none(enrollment, by):
    first = assess(enrollment, by, SYMPTOMATIC, YESTERDAY - timedelta(days=30))
    second = assess(enrollment, by, ELIGIBLE)

    void(second, by)
    assert read(enrollment).status is EnrollmentStatus.INELIGIBLE
    void(first, by)

    assert read(enrollment).status is EnrollmentStatus.INVITED
    assert list_assessments([enrollment.id]) == {}
    assert trail("assessment")[-1][:2] == ("enrollments:assessment:void", "of another person")


def test_after_enrollment_a_questionnaire_no_longer_moves_anyone(enrollment, by):
    enroll(enrollment, by)

    assess(enrollment, by, SYMPTOMATIC, today())

    assert read(enrollment).status is EnrollmentStatus.ENROLLED


def test_a_second_questionnaire_is_not_saved_over_a_newer_one(enrollment, by):
    version = enrollment.version
    first = assess(enrollment, by)

    for attempt in (
        lambda: actions.record_assessment(
            enrollment,
            actions.Filled(YESTERDAY, ELIGIBLE),
            expected_version=version,
            by=by,
            at=now(),
        ),
        lambda: correct(first, ELIGIBLE, by, "x", version),
        lambda: void(first, by, version),
    ):
        with pytest.raises(NewerChangeError):
            attempt()


@pytest.mark.parametrize("days", [-1, 365 * 70])
def test_a_day_in_the_future_or_before_birth_is_refused(enrollment, by, days):
    with pytest.raises(RefusedInputError) as refused:
        assess(enrollment, by, assessed_on=today() - timedelta(days=days))

    assert refused.value.field == "assessed_on"


def test_corrections_need_a_reason(enrollment, by):
    assessment = assess(enrollment, by)

    with pytest.raises(RefusedInputError) as refused:
        correct(assessment, SYMPTOMATIC, by, " ")

    assert refused.value.field == "reason"


def correct(assessment, answers, by, reason, version=None):
    filled = actions.Filled(assessment.assessed_on, answers)
    version = version or assessment.enrollment.version
    actions.correct_assessment(
        assessment, filled, reason=reason, expected_version=version, by=by, at=now()
    )


def void(assessment, by, version=None):
    version = version or assessment.enrollment.version
    actions.void_assessment(
        assessment, reason="of another person", expected_version=version, by=by, at=now()
    )
