"""Cancers on both databases: what they close, how they count, what voiding opens again."""

from datetime import timedelta
from decimal import Decimal

import pytest

from screening.cases import actions as case_actions
from screening.cases.rules import CaseStatus, Closure
from screening.clock import now, today
from screening.enrollments.rules import EnrollmentStatus, EpisodeStatus, ExitReason, Outcome
from screening.indicators.actions import verify_facts
from screening.outcomes import actions
from screening.outcomes.queries import get_cancer, list_cancers
from screening.outcomes.rules import CancerEntry, DetectionMode
from screening.protocol.errors import NewerChangeError, NotFoundError, RefusedInputError
from tests.factories.accounts import actor_for
from tests.factories.exams import make_exam
from tests.factories.people import make_enrollment, make_person


def record(enrollment, by, exam=None, **values):
    exam_id = exam.id if exam else None
    entry = CancerEntry(**{"diagnosed_on": today(), "exam_id": exam_id, **values})
    whose = actions.Whose(enrollment.participant, enrollment.program)
    return actions.record_cancer(whose, entry, by=by, at=now())


def void(cancer, by):
    version = cancer.version
    actions.void_cancer(cancer, reason="mistake", expected_version=version, by=by, at=now())


def test_a_cancer_out_of_the_work_up_closes_the_case_and_ends_the_program(case, enrollment, by):
    cancer = record(enrollment, by, case.exam)

    assert cancer.detection_mode is DetectionMode.SCREEN_DETECTED
    assert cancer.attributed_exam_id == case.exam_id
    assert (case.status, case.closed_on) == (CaseStatus.CLOSED, today())
    assert case.episode.outcome is Outcome.CANCER
    assert (enrollment.status, enrollment.exit_reason) == (
        EnrollmentStatus.EXITED,
        ExitReason.DIAGNOSED,
    )
    assert verify_facts() == []


def test_voiding_the_cancer_opens_the_case_and_the_program_again(case, enrollment, by):
    case_actions.agree(case, comment=None, expected_version=case.version, by=by, at=now())
    cancer = record(enrollment, by, case.exam)

    void(cancer, by)

    assert case.status is CaseStatus.ASSIGNED
    assert (case.episode.outcome, case.episode.status) == (None, EpisodeStatus.IN_REVIEW)
    assert (enrollment.status, enrollment.exit_reason) == (EnrollmentStatus.ACTIVE, None)
    assert list_cancers(by.scope, enrollment.participant_id) == []
    assert get_cancer(by.scope, cancer.public_id).void_reason == "mistake"
    assert verify_facts() == []


def test_of_two_primaries_the_case_stays_closed_while_one_is_left(case, enrollment, by):
    first = record(enrollment, by, case.exam, topography="C34.1")
    second = record(enrollment, by, case.exam, topography="C34.3")
    assert len(list_cancers(by.scope, enrollment.participant_id)) == 2

    void(first, by)
    assert case.status is CaseStatus.CLOSED

    void(second, by)
    assert case.status is CaseStatus.NEW


def test_the_stage_group_is_computed_from_t_n_and_m(case, enrollment, by):
    tnm = {"edition": "9", "t": "T1c", "n": "N2a", "m": "M0"}

    assert record(enrollment, by, **tnm).stage_group == "IIB"
    assert record(enrollment, by, stage_group="IIIA").stage_group == "IIIA"
    assert record(enrollment, by, edition="9").edition is None


def test_a_cancer_after_a_negative_exam_is_an_interval_cancer(site, by):
    enrollment = make_enrollment(site, make_person(site, "李红"), "lung")
    exam = make_exam(enrollment, "1")

    cancer = record(enrollment, by)

    assert cancer.detection_mode is DetectionMode.INTERVAL
    assert cancer.attributed_exam_id == exam.id


def test_a_cancer_of_someone_never_examined_is_outside_screening(site, by):
    enrollment = make_enrollment(site, make_person(site, "李红"), "lung")

    cancer = record(enrollment, by)

    assert (cancer.detection_mode, cancer.attributed_exam_id) == (DetectionMode.OUTSIDE, None)
    assert enrollment.status is EnrollmentStatus.EXITED


def test_a_person_sets_the_mode_with_a_reason_and_hands_it_back_to_the_rule(case, enrollment, by):
    reason = "found in an emergency CT"
    mode = DetectionMode.OUTSIDE
    cancer = record(enrollment, by, detection_mode=mode, mode_override_reason=reason)
    assert cancer.detection_mode is DetectionMode.OUTSIDE
    assert case.status is CaseStatus.NEW

    actions.correct_cancer(
        cancer,
        CancerEntry(today()),
        expected_version=cancer.version,
        reason="the CT was ours",
        by=by,
        at=now(),
    )

    assert cancer.detection_mode is DetectionMode.SCREEN_DETECTED
    assert case.status is CaseStatus.CLOSED


def test_the_case_that_a_person_closed_is_reopened_before_its_cancer_is_recorded(
    case, enrollment, by
):
    closure = Closure(Outcome.BENIGN, today())
    case_actions.close_case(case, closure, expected_version=case.version, by=by, at=now())

    with pytest.raises(RefusedInputError, match="reopen it, then record the cancer") as refused:
        record(enrollment, by, case.exam)

    assert refused.value.field == "exam"


def test_the_exam_is_one_of_the_same_person(site, case, by):
    other = make_enrollment(site, make_person(site, "李红"), "lung")

    with pytest.raises(RefusedInputError) as refused:
        record(other, by, case.exam)

    assert refused.value.field == "exam"


def test_an_impossible_cancer_is_refused_whatever_the_form_did(case, enrollment, by):
    for values, field in (
        ({"diagnosed_on": today() + timedelta(days=1)}, "diagnosed_on"),
        ({"morphology": "8250/0"}, "morphology"),
        ({"edition": "8", "n": "N2a"}, "n"),
    ):
        with pytest.raises(RefusedInputError) as refused:
            record(enrollment, by, **values)
        assert refused.value.field == field
    assert list_cancers(by.scope, enrollment.participant_id) == []


def test_what_is_filled_in_needs_no_reason_and_what_is_replaced_does(case, enrollment, by, trail):
    cancer = record(enrollment, by, case.exam, size_mm=Decimal("12.5"))
    entry = {"diagnosed_on": today(), "exam_id": case.exam_id}

    def correct(reason=None, **values):
        actions.correct_cancer(
            cancer,
            CancerEntry(**{**entry, **values}),
            expected_version=cancer.version,
            reason=reason,
            by=by,
            at=now(),
        )

    before = len(trail())
    correct(size_mm=Decimal("12.50"))
    assert len(trail()) == before

    correct(size_mm=Decimal("12.5"), edition="9", t="T1b", n="N0", m="M0")
    assert cancer.stage_group == "IA2"
    with pytest.raises(RefusedInputError) as refused:
        correct(size_mm=Decimal(13), edition="9", t="T1b", n="N0", m="M0")
    assert refused.value.field == "reason"
    correct("pathology", size_mm=Decimal(13), edition="9", t="T1b", n="N0", m="M0")
    assert trail()[-1] == (
        "outcomes:cancer:correct", "Dr. Anna", "pathology", {"size_mm": ["12.50", "13.00"]},
    )  # fmt: skip


def test_the_second_of_two_corrections_is_refused(case, enrollment, by, colleague):
    cancer = record(enrollment, by, case.exam)
    version = cancer.version
    treated = CancerEntry(today(), exam_id=case.exam_id, treatment="surgery")
    actions.correct_cancer(cancer, treated, expected_version=version, reason=None, by=by, at=now())

    with pytest.raises(NewerChangeError):
        actions.void_cancer(
            cancer, reason="mistake", expected_version=version, by=actor_for(colleague), at=now()
        )


def test_a_cancer_of_another_site_does_not_exist(case, enrollment, by, stranger):
    cancer = record(enrollment, by, case.exam)
    scope = actor_for(stranger).scope

    with pytest.raises(NotFoundError):
        get_cancer(scope, cancer.public_id)
    assert list_cancers(scope, enrollment.participant_id) == []
