"""Booking, logging, correcting, moving and voiding exams: what is kept and what trail is left."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from dateutil.relativedelta import relativedelta

from screening.clock import now, today
from screening.database.engine import db
from screening.database.transactions import transaction
from screening.enrollments.models import Episode
from screening.enrollments.queries import find_waiting_recall
from screening.enrollments.rules import EnrollmentStatus, EpisodeStatus, ExitReason
from screening.exams.actions import (
    RefusedExamError,
    add_exam,
    correct_exam,
    move_exam,
    recompute,
    void_exam,
)
from screening.exams.queries import entry_of, find_categorization, list_exams
from screening.exams.rules import ExamStatus, Purpose, Recommendation
from screening.exams.rules.entry import ReaderView
from screening.participants.queries import list_registrations
from screening.protocol.errors import NewerChangeError, NotAllowedNowError, RefusedInputError
from screening.security.actor import EVERYWHERE
from tests.factories.accounts import actor_for, make_user
from tests.integration.exams.conftest import EXAMINED_ON, SOLID_7, trail

SOLID_16 = {**SOLID_7, "long_mm": Decimal(16), "short_mm": Decimal(16)}


def booked(entry, days=7, **changes):
    day = today() + timedelta(days=days)
    values = {"findings": (), "status": ExamStatus.SCHEDULED, "performed_on": None}
    return replace(entry, **values, scheduled_on=day, **changes)


def add(enrollment, entry, by):
    return add_exam(enrollment, entry, by=by, at=now())


def correct(exam, entry, by, reason="mistyped", version=None):
    expected = exam.version if version is None else version
    return correct_exam(exam, entry, expected_version=expected, reason=reason, by=by, at=now())


def put(enrollment, **values):
    with transaction():
        for name, value in values.items():
            setattr(enrollment, name, value)


def present(exam):
    return [finding for finding in exam.findings if finding.voided_at is None]


def test_a_logged_exam_has_its_category_its_marks_and_its_recall(enrollment, entry, by):
    exam = add(enrollment, entry, by)

    assert (exam.category, exam.computed_category, exam.system) == ("3", "3", "lung-rads-v2022")
    assert (exam.is_positive, exam.asks_more_imaging, exam.asks_tissue) == (True, False, False)
    assert (exam.interval, exam.resulted_on) == ("6", today())
    [finding] = exam.findings
    assert (finding.size_mm, finding.location, finding.category) == (Decimal("6.6"), "RUL", "3")
    recall = find_waiting_recall(enrollment.id)
    assert (recall.purpose, recall.due_on) == (
        "follow_up",
        EXAMINED_ON + relativedelta(months=6),
    )


def test_logging_leaves_one_event_with_everything_entered(enrollment, entry, by):
    add(enrollment, entry, by)

    [(action, reason, changed)] = trail()
    assert (action, reason) == ("exams:exam:log", None)
    assert {"accession_no", "category", "finding:1", "performed_on", "status"} <= set(changed)


def test_a_blank_accession_number_takes_the_next_one_of_the_site(enrollment, entry, by):
    first = add(enrollment, replace(entry, accession_no=" "), by)
    void_exam(first, reason="twice", expected_version=first.version, by=by, at=now())
    second = add(enrollment, replace(entry, accession_no=""), by)

    year = today().year
    assert first.accession_no == f"HQ-E{year}-00001"
    assert second.accession_no == f"HQ-E{year}-00002"


def test_an_accession_number_is_taken_once_a_site_unless_its_exam_is_voided(enrollment, entry, by):
    first = add(enrollment, entry, by)

    with pytest.raises(RefusedExamError) as refused:
        add(enrollment, entry, by)
    void_exam(first, reason="twice", expected_version=first.version, by=by, at=now())

    assert [problem.field for problem in refused.value.problems] == ["accession_no"]
    assert add(enrollment, entry, by).accession_no == "CT-1"


def test_every_impossible_value_is_named_and_nothing_is_kept(enrollment, entry, by, person):
    findings = (SOLID_7, {**SOLID_7, "lesion_no": 2, "long_mm": Decimal(900)})
    wrong = replace(entry, performed_on=today() + timedelta(days=1), findings=findings)

    with pytest.raises(RefusedExamError) as refused:
        add(enrollment, wrong, by)

    fields = [problem.field for problem in refused.value.problems]
    assert fields == ["performed_on", "findings-1-long_mm"]
    assert list_exams(EVERYWHERE, person.id) == []


def test_a_site_that_is_not_the_users_cannot_be_named(enrollment, entry, by, other_site):
    with pytest.raises(RefusedInputError) as refused:
        add(enrollment, replace(entry, site_id=other_site.id), by)

    assert refused.value.field == "site_id"


def test_the_site_that_examines_someone_knows_the_person_from_then_on(
    enrollment, entry, site, other_site, person
):
    both = actor_for(make_user(sites=[site, other_site]))

    add(enrollment, replace(entry, site_id=other_site.id), both)

    codes = [line.site_code for line in list_registrations(EVERYWHERE, person.id)]
    assert codes == ["HQ", "NB"]


@pytest.mark.parametrize("status", [EnrollmentStatus.SUSPENDED, EnrollmentStatus.EXITED])
def test_nobody_who_is_paused_or_has_left_gets_an_appointment(enrollment, entry, by, status):
    put(enrollment, status=status, exited_on=today(), exit_reason=ExitReason.MOVED)

    with pytest.raises(NotAllowedNowError):
        add(enrollment, booked(entry), by)


def test_an_exam_from_before_someone_left_is_logged_and_a_later_one_is_not(enrollment, entry, by):
    put(
        enrollment,
        status=EnrollmentStatus.EXITED,
        exited_on=EXAMINED_ON,
        exit_reason=ExitReason.MOVED,
    )

    assert add(enrollment, entry, by).category == "3"
    later = EXAMINED_ON + timedelta(days=1)
    with pytest.raises(RefusedExamError) as refused:
        add(enrollment, replace(entry, accession_no="CT-2", performed_on=later), by)
    assert refused.value.field == "performed_on"


def test_a_booked_exam_is_logged_as_the_same_exam(enrollment, entry, by):
    exam = add(enrollment, booked(entry), by)
    number = exam.id

    correct(exam, entry, by, reason="")

    assert (exam.id, exam.status, exam.category) == (number, ExamStatus.PERFORMED, "3")
    assert [action for action, _, _ in trail()] == ["exams:exam:book", "exams:exam:log"]


def test_an_appointment_is_changed_without_a_reason(enrollment, entry, by):
    exam = add(enrollment, booked(entry), by)

    correct(exam, booked(entry, days=14), by, reason="")

    assert exam.scheduled_on == today() + timedelta(days=14)
    assert trail()[-1] == ("exams:exam:rebook", None, ["scheduled_on"])


def test_a_correction_asks_why_and_leaves_what_changed(enrollment, entry, by):
    exam = add(enrollment, entry, by)

    with pytest.raises(RefusedInputError) as refused:
        correct(exam, replace(entry, findings=(SOLID_16,)), by, reason=" ")
    correct(exam, replace(entry, findings=(SOLID_16,)), by)

    assert refused.value.field == "reason"
    assert (exam.category, exam.computed_category) == ("4B", "4B")
    action, reason, changed = trail()[-1]
    assert (action, reason) == ("exams:exam:correct", "mistyped")
    assert changed == ["category", "computed_category", "finding:1"]


def test_figures_and_recalls_follow_a_correction(enrollment, entry, by):
    exam = add(enrollment, entry, by)

    correct(exam, replace(entry, findings=({"finding": "none"},)), by)

    assert (exam.category, exam.is_positive) == ("1", False)
    assert find_waiting_recall(enrollment.id).due_on == EXAMINED_ON + relativedelta(months=12)
    assert db.session.get_one(Episode, exam.episode_id).status is EpisodeStatus.CLEARED


def test_findings_that_stay_keep_their_row_and_others_are_voided(enrollment, entry, by):
    second = {**SOLID_7, "lobe": "LLL", "lesion_no": 2}
    exam = add(enrollment, replace(entry, findings=(SOLID_7, second)), by)
    kept = exam.findings[0].id

    correct(exam, replace(entry, findings=(SOLID_7, {**second, "lobe": "LUL"})), by)
    correct(exam, replace(entry, findings=(SOLID_7,)), by)

    assert [finding.id for finding in present(exam)] == [kept]
    assert [finding.void_reason for finding in exam.findings if finding.voided_at] == [
        "mistyped"
    ] * 2


def test_a_save_that_changes_nothing_leaves_no_event(enrollment, entry, by):
    exam = add(enrollment, entry, by)
    version = exam.version

    correct(exam, entry_of(exam), by)

    assert exam.version == version
    assert len(trail()) == 1


def test_an_exam_is_no_earlier_exam_of_itself(enrollment, entry, by):
    exam = add(enrollment, replace(entry, performed_on=EXAMINED_ON - timedelta(days=5)), by)

    correct(exam, entry, by)

    assert (exam.category, exam.computed_category) == ("3", "3")
    [finding] = present(exam)
    assert finding.category == "3"


def test_reasons_of_inputs_that_are_no_more_are_dropped(enrollment, entry, by):
    exam = add(enrollment, entry, by)
    assert find_categorization(exam.id).category == "3"

    correct(exam, replace(entry, findings=()), by)

    assert find_categorization(exam.id) is None
    assert (exam.category, exam.system, exam.resulted_on, exam.is_positive) == (None,) * 4


def test_two_people_cannot_save_over_each_other(enrollment, entry, by):
    exam = add(enrollment, booked(entry), by)
    shown = exam.version
    correct(exam, entry, by, version=shown)

    attempts = (
        lambda: correct(exam, replace(entry, comment="mine"), by, version=shown),
        lambda: move_exam(
            exam, ExamStatus.CHECKED_IN, reason=None, expected_version=shown, by=by, at=now()
        ),
        lambda: void_exam(exam, reason="x", expected_version=shown, by=by, at=now()),
    )
    for attempt in attempts:
        with pytest.raises(NewerChangeError):
            attempt()
    assert (exam.comment, exam.voided_at) == (None, None)


def move(exam, status, by, reason=None):
    move_exam(exam, status, reason=reason, expected_version=exam.version, by=by, at=now())


def test_the_day_of_an_appointment_is_recorded_step_by_step(enrollment, entry, by):
    exam = add(enrollment, booked(entry), by)

    move(exam, ExamStatus.CHECKED_IN, by)
    with pytest.raises(RefusedInputError) as refused:
        move(exam, ExamStatus.ATTENDED_NOT_SCREENED, by)
    move(exam, ExamStatus.ATTENDED_NOT_SCREENED, by, reason="coughing")

    assert refused.value.field == "reason"
    assert (exam.status, exam.status_reason) == (ExamStatus.ATTENDED_NOT_SCREENED, "coughing")
    assert trail()[1:] == [
        ("exams:exam:move", None, ["status"]),
        ("exams:exam:move", "coughing", ["status", "status_reason"]),
    ]


def test_an_exam_is_not_moved_to_done_without_its_date(enrollment, entry, by):
    exam = add(enrollment, booked(entry), by)

    with pytest.raises(NotAllowedNowError):
        move(exam, ExamStatus.PERFORMED, by)


def test_a_voided_exam_leaves_list_round_and_recall(enrollment, entry, by, person):
    exam = add(enrollment, entry, by)

    with pytest.raises(RefusedInputError):
        void_exam(exam, reason=" ", expected_version=exam.version, by=by, at=now())
    void_exam(exam, reason="wrong person", expected_version=exam.version, by=by, at=now())

    assert list_exams(EVERYWHERE, person.id) == []
    assert find_waiting_recall(enrollment.id).purpose == "baseline"
    assert enrollment.status is EnrollmentStatus.ENROLLED
    assert trail()[-1] == ("exams:exam:void", "wrong person", ["voided"])
    with pytest.raises(NotAllowedNowError):
        correct(exam, entry, by)


def test_a_recommendation_says_what_the_result_asks_for(enrollment, entry, by):
    asked = replace(entry, recommendation=Recommendation.TISSUE)

    exam = add(enrollment, asked, by)

    assert (exam.is_positive, exam.asks_more_imaging, exam.asks_tissue) == (True, False, True)
    correct(exam, replace(asked, comment="read twice"), by)
    assert (exam.recommendation, exam.asks_tissue) == (Recommendation.TISSUE, True)


def test_an_incomplete_exam_waits_for_its_completion(enrollment, entry, by):
    exam = add(enrollment, replace(entry, findings=({"finding": "incomplete_exam"},)), by)

    assert (exam.category, exam.is_positive) == ("0", None)
    recall = find_waiting_recall(enrollment.id)
    assert recall.due_on == EXAMINED_ON + timedelta(days=30)
    assert db.session.get_one(Episode, exam.episode_id).status is EpisodeStatus.EXAMINED


def test_signs_of_infection_ask_for_another_exam_after_one_to_three_months(enrollment, entry, by):
    add(enrollment, replace(entry, findings=({"finding": "infection_or_inflammation"},)), by)

    recall = find_waiting_recall(enrollment.id)
    assert recall.earliest_on == EXAMINED_ON + relativedelta(months=1)
    assert recall.latest_on == EXAMINED_ON + relativedelta(months=3)


def test_an_earlier_exam_logged_later_is_seen_by_computing_anew(enrollment, entry, by):
    exam = add(enrollment, entry, by)
    nothing = ({"finding": "none"},)
    day = EXAMINED_ON - timedelta(days=40)
    before = replace(entry, accession_no="CT-0", performed_on=day, findings=nothing)

    add(enrollment, before, by)

    # A solid nodule of 6 to 8 mm that is new is 4A; what was decided is not changed by itself.
    assert exam.computed_category == "3"
    assert recompute(exam).category == "4A"
    assert exam.purpose is Purpose.BASELINE


def test_a_reader_without_findings_gives_the_result(enrollment, entry, by):
    report = replace(entry, findings=(), view=ReaderView("2"), reader="Dr. Lu")

    exam = add(enrollment, report, by)

    assert (exam.category, exam.computed_category, exam.system) == ("2", None, "lung-rads-v2022")
    assert [(each.reader_name, each.category) for each in exam.readings] == [("Dr. Lu", "2")]


def test_a_result_given_on_another_day_keeps_that_day(enrollment, entry, by):
    day = EXAMINED_ON + timedelta(days=2)

    assert add(enrollment, replace(entry, resulted_on=day), by).resulted_on == day
