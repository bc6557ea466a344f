"""Participants, enrollments, assessments and deaths from files."""

import pytest

from screening.audit.models import AuditEvent
from screening.database.engine import db
from screening.database.transactions import transaction
from screening.enrollments.models import Enrollment, RiskAssessment
from screening.enrollments.rules import EnrollmentStatus, ExitReason
from screening.exams.models import Exam
from screening.participants.models import Participant, Registration
from screening.participants.queries import find_participants
from screening.participants.rules import DatePrecision, Sex
from tests.integration.exchange.conftest import ENROLLMENT, EXAM, PERSON

# The last character fits: 11010119600305 with 233 and check character 8 by GB 11643-1999.
NATIONAL_ID = "110101196003052338"


def the(model):
    return db.session.scalars(db.select(model)).one()


def test_a_person_is_added_with_everything_that_the_row_says(desk):
    row = {
        **PERSON, "name": "  张  三 ", "birth_date": "1960-03", "phone": "138 0000 0000",
        "email": "zhang@example.org", "address": "1 Road", "district": "East", "language": "zh-CN",
    }  # fmt: skip

    assert desk.counts("participants", row) == (1, 0, 0)

    person = the(Participant)
    assert (person.name, person.sex) == ("张 三", Sex.MALE)
    assert (str(person.born), person.birth_precision) == ("1960-03", DatePrecision.MONTH)
    assert (person.phone, person.email) == ("13800000000", "zhang@example.org")
    assert (person.address, person.district, person.language) == ("1 Road", "East", "zh")
    assert person.is_synthetic is False
    registration = the(Registration)
    assert (registration.site_id, registration.registration_no) == (desk.sites["HQ"], "1")


def test_a_person_from_a_file_is_found_by_name_and_pinyin(desk):
    desk.load("participants", {**PERSON, "name": "张三"})

    for typed in ("张三", "zhangsan", "zs", "1"):
        found = find_participants(desk.by.scope, typed)
        assert [person.name for person in found.people] == ["张三"], typed


def test_a_file_loaded_again_adds_nothing(desk):
    rows = [
        PERSON,
        {**PERSON, "registration_no": "2", "name": "Li Si", "sex": "U", "birth_date": ""},
    ]

    assert desk.counts("participants", *rows) == (2, 0, 0)
    assert desk.counts("participants", *rows) == (0, 0, 2)


def test_a_changed_row_changes_the_person_and_tells_what_was_before(desk):
    desk.load("participants", PERSON)

    assert desk.counts("participants", {**PERSON, "name": "Zhang Sanfeng"}) == (0, 1, 0)

    assert the(Participant).name == "Zhang Sanfeng"
    event = db.session.scalars(
        db.select(AuditEvent)
        .where(AuditEvent.action == "participants:record:import")
        .order_by(AuditEvent.id.desc())
    ).first()
    assert event.changes == {"name": ["Zhang San", "Zhang Sanfeng"]}
    assert event.actor_name == "Anna"


@pytest.mark.parametrize(
    "said", [{"phone": ""}, {"sex": "U"}, {"birth_date": "1960"}, {"birth_date": "1960-03"}]
)
def test_what_a_row_does_not_know_erases_nothing(desk, said):
    known = {**PERSON, "phone": "13800000000"}
    desk.load("participants", known)

    assert desk.counts("participants", {**known, **said}) == (0, 0, 1)


def test_private_details_enter_the_audit_log_as_digests_only(desk):
    desk.load("participants", {**PERSON, "phone": "13800000000", "national_id": NATIONAL_ID})

    event = db.session.scalars(
        db.select(AuditEvent).where(AuditEvent.action == "participants:record:import")
    ).one()
    assert "13800000000" not in str(event.changes)
    assert NATIONAL_ID not in str(event.changes)
    assert len(event.changes["phone"][1]) == 40
    assert event.changes["birth_date"] == [None, "1960-03-05"]


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ({"sex": "X"}, "file:2:sex: “X” is not one of: F, M, U"),
        ({"sex": ""}, "file:2:sex: this cell is required: enter “Sex”"),
        ({"name": ""}, "file:2:name: this cell is required: enter “Name”"),
        ({"birth_date": "1960-13"}, "file:2:birth_date: There is no such day as 1960-13"),
        ({"birth_date": "2030-01-01"}, "file:2:birth_date: Enter a birth date that is not in the"),
        ({"phone": "call me"}, "file:2:phone: Enter one phone number of 5 to 20 digits"),
        ({"email": "nobody"}, "file:2:email: Enter an e-mail address such as name@example.org"),
        ({"national_id": "110101196003052339"}, "file:2:national_id: Check the national number"),
        ({"language": "fr"}, "file:2:language: “fr” is not one of: en, zh"),
        ({"site": "E"}, "file:2:site: “E” is not one of your sites: HQ, N"),
        ({"name": "=cmd|'/c calc'!A1"}, "file:2:name: “=cmd|'/c calc'!A1” is a formula; write its"),
    ],
)
def test_what_cannot_be_is_refused_at_its_column(desk, count, said, line):
    lines = desk.refused("participants", {**PERSON, "site": "HQ", **said})

    assert len(lines) == 1
    assert lines[0].startswith(line)
    assert count(Participant) == 0


def test_every_wrong_cell_of_a_row_is_named_at_once(desk):
    row = {**PERSON, "phone": "x", "email": "y", "birth_date": "z"}

    lines = desk.refused("participants", row)

    assert sorted(line.split(":")[2] for line in lines) == ["birth_date", "email", "phone"]


def test_a_number_that_stands_twice_with_other_values_is_refused(desk):
    lines = desk.refused("participants", PERSON, {**PERSON, "name": "Li Si"})

    assert lines == [
        "file:3:registration_no: row 2 has this number too, with other values; keep one of the two"
    ]


def test_a_row_that_is_repeated_word_for_word_is_taken_once(desk):
    assert desk.counts("participants", PERSON, PERSON) == (1, 0, 1)


def test_the_same_number_at_two_sites_means_two_persons(desk, count):
    rows = [{**PERSON, "site": "HQ"}, {**PERSON, "site": "N", "name": "Li Si"}]

    assert desk.counts("participants", *rows) == (2, 0, 0)
    assert count(Participant) == 2


def test_who_is_known_by_the_national_number_is_registered_at_one_more_site(desk, count):
    person = {**PERSON, "national_id": NATIONAL_ID}
    desk.load("participants", person)

    assert desk.counts("participants", {**person, "registration_no": "77", "site": "N"}) == (
        1,
        0,
        0,
    )

    assert count(Participant) == 1
    numbers = db.session.scalars(db.select(Registration.registration_no)).all()
    assert sorted(numbers) == ["1", "77"]


def test_a_national_number_of_someone_of_another_name_is_refused(desk):
    desk.load("participants", {**PERSON, "national_id": NATIONAL_ID})
    other = {**PERSON, "registration_no": "2", "name": "Li Si", "national_id": NATIONAL_ID}

    assert desk.refused("participants", {**other, "site": "N"}) == [
        "file:2:national_id: this national number belongs to a person of another name or birth date"
    ]
    assert "has the number 1 already" in desk.refused("participants", other)[0]


def test_two_rows_with_one_national_number_are_refused_unless_they_say_so(desk, count):
    first = {**PERSON, "site": "HQ", "national_id": NATIONAL_ID}
    second = {**first, "site": "N", "registration_no": "9"}

    assert "row 2 has this national number" in desk.refused("participants", first, second)[0]

    rows = [{**first, "same_person_as": ""}, {**second, "same_person_as": "HQ/1"}]
    assert desk.counts("participants", *rows) == (2, 0, 0)
    assert (count(Participant), count(Registration)) == (1, 2)
    assert desk.counts("participants", *rows) == (0, 0, 2)


def test_the_same_person_as_nobody_is_refused(desk):
    lines = desk.refused("participants", {**PERSON, "same_person_as": "HQ/404"})

    assert "“HQ/404” is nobody's site and number" in lines[0]


def test_an_enrollment_without_a_status_is_enrolled_and_becomes_active_with_an_exam(desk):
    desk.load("participants", PERSON)
    desk.load("enrollments", {**ENROLLMENT, "source": "referral", "consent_on": "2023-01-01"})
    assert the(Enrollment).status is EnrollmentStatus.ENROLLED

    desk.load("exams", EXAM)

    assert the(Enrollment).status is EnrollmentStatus.ACTIVE
    assert desk.counts("enrollments", ENROLLMENT) == (0, 0, 1)
    assert desk.counts("enrollments", {**ENROLLMENT, "status": "enrolled"}) == (0, 0, 1)


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ({"registration_no": "2"}, "registration_no: nobody has the number 2 at this site; load"),
        ({"program": "heart"}, "program: “heart” is not one of:"),
        ({"status": "invited"}, "enrolled_on: someone invited is not enrolled yet; leave the day"),
        (
            {"enrolled_on": "2030-01-01"},
            "enrolled_on: Enter a date that is not in the future: today",
        ),
        (
            {"enrolled_on": "1950-01-01"},
            "enrolled_on: Check the year: 1950-01-01 lies before 1960-",
        ),
        ({"consent_on": "2023-02-01"}, "enrolled_on: Enter a day of enrollment that is not"),
        ({"exited_on": "2022-01-01"}, "exited_on: Enter a day that is not before the enrollment"),
        ({"exited_on": "2023-05-01", "status": "active"}, "status: only someone exited has left"),
        ({"enrolled_on": ""}, "enrolled_on: enter the day of enrollment, or the status of"),
        ({"enrolled_on": "", "status": "active"}, "enrolled_on: enter the day of enrollment"),
        ({"enrolled_on": "2.1.2023"}, "enrolled_on: “2.1.2023” is not a date; write it like"),
    ],
)
def test_an_enrollment_that_cannot_be_is_refused(desk, said, line):
    desk.load("participants", PERSON)

    lines = desk.refused("enrollments", {**ENROLLMENT, **said})

    assert lines[0].startswith(f"file:2:{line}")


def test_an_older_step_on_the_way_to_enrollment_changes_nothing(desk):
    desk.load("participants", PERSON)
    desk.load("enrollments", ENROLLMENT)
    earlier = {**ENROLLMENT, "enrolled_on": "", "status": "invited"}

    assert desk.counts("enrollments", earlier) == (0, 0, 1)
    assert (
        "cannot become ineligible"
        in desk.refused("enrollments", {**earlier, "status": "ineligible"})[0]
    )


@pytest.mark.parametrize("status", ["invited", "assessed", "ineligible", "eligible", "exited"])
def test_whoever_is_not_enrolled_needs_no_day_of_enrollment(desk, status):
    desk.load("participants", PERSON)
    row = {**ENROLLMENT, "enrolled_on": "", "status": status}

    assert desk.counts("enrollments", row) == (1, 0, 0)
    assert desk.counts("enrollments", row) == (0, 0, 1)


def test_a_day_of_enrollment_that_is_known_need_not_be_said_again(desk):
    desk.load("participants", PERSON)
    desk.load("enrollments", ENROLLMENT)

    assert desk.counts("enrollments", {**ENROLLMENT, "enrolled_on": ""}) == (0, 0, 1)
    assert desk.counts("enrollments", {**ENROLLMENT, "enrolled_on": "", "status": "active"}) == (
        0, 0, 1,
    )  # fmt: skip


def test_someone_leaves_and_comes_back_by_file(desk):
    desk.load("participants", PERSON)
    desk.load("enrollments", ENROLLMENT)
    left = {**ENROLLMENT, "exited_on": "2023-05-01", "exit_reason": "moved"}

    assert desk.counts("enrollments", left) == (0, 1, 0)
    enrollment = the(Enrollment)
    assert (enrollment.status, enrollment.exit_reason) == (
        EnrollmentStatus.EXITED,
        ExitReason.MOVED,
    )

    back = {**ENROLLMENT, "status": "enrolled"}
    assert desk.counts("enrollments", back) == (0, 1, 0)
    db.session.expire_all()
    assert (the(Enrollment).status, the(Enrollment).exited_on) == (EnrollmentStatus.ENROLLED, None)


SMOKER = {
    "registration_no": "1", "program": "lung", "assessed_on": "2023-01-02",
    "smoking_status": "current", "cigs_per_day": "20", "years_smoked": "30", "pack_years": "30",
}  # fmt: skip


def test_an_assessment_opens_the_enrollment_with_its_verdict(desk):
    desk.load("participants", PERSON)

    assert desk.counts("assessments", SMOKER) == (1, 0, 0)

    enrollment, assessment = the(Enrollment), the(RiskAssessment)
    assert assessment.answers["pack_years"] == "30"
    assert assessment.verdict in ("yes", "no", "insufficient_data")
    assert enrollment.status is not EnrollmentStatus.INVITED
    assert desk.counts("assessments", SMOKER) == (0, 0, 1)


def test_a_corrected_answer_judges_the_assessment_anew(desk):
    desk.load("participants", PERSON)
    desk.load("assessments", SMOKER)

    never = {**SMOKER, "smoking_status": "current", "pack_years": "31"}
    assert desk.counts("assessments", never) == (0, 1, 0)

    assert the(RiskAssessment).answers["pack_years"] == "31"


def test_answers_that_contradict_each_other_are_refused_and_unlikely_ones_taken(desk):
    desk.load("participants", PERSON)

    refused = desk.refused("assessments", {**SMOKER, "smoking_status": "never"})
    assert any("never smoked" in line for line in refused)
    # 45 pack-years do not follow from 20 a day over 30 years: a question on a page.
    assert desk.counts("assessments", {**SMOKER, "pack_years": "45"}) == (1, 0, 0)


def test_answers_that_contradict_the_birth_date_or_lie_ahead_are_refused(desk):
    desk.load("participants", {**PERSON, "birth_date": "1960-03-05"})
    row = {"registration_no": "1", "program": "lung", "assessed_on": "2023-01-02"}

    [years] = desk.refused("assessments", {**row, "years_smoked": "60"})
    former = {**row, "smoking_status": "former", "years_smoked": "30", "quit_years": "50"}
    [both] = desk.refused("assessments", former)
    [visit] = desk.refused("assessments", {**row, "shared_decision_on": "2999-01-01"})

    assert "60 years is too long at the age of 62" in years
    assert "30 years smoked and 50 since are too long together at 62" in both
    assert "Enter a date that is not in the future" in visit


def test_what_cannot_be_of_this_sex_is_refused(desk):
    desk.load("participants", {**PERSON, "sex": "M"})
    row = {"registration_no": "1", "program": "lung", "assessed_on": "2023-01-02"}

    [refused] = desk.refused("assessments", {**row, "pregnant": "yes"})

    assert "The person is recorded as male; correct this answer or the sex" in refused
    assert desk.counts("assessments", {**row, "pregnant": "no"}) == (1, 0, 0)


def test_two_assessments_of_one_person_in_one_file_share_the_enrollment(desk, count):
    desk.load("participants", PERSON)

    rows = [SMOKER, {**SMOKER, "assessed_on": "2024-01-02"}]
    assert desk.counts("assessments", *rows) == (2, 0, 0)
    assert (count(Enrollment), count(RiskAssessment)) == (1, 2)


def test_a_file_of_before_a_merge_changes_nothing_and_its_exams_find_the_person(desk):
    rows = [PERSON, {**PERSON, "registration_no": "2", "name": "Zhang S."}]
    desk.load("participants", *rows)
    desk.load("enrollments", ENROLLMENT)
    kept, merged = db.session.scalars(db.select(Participant).order_by(Participant.id)).all()
    with transaction():
        merged.merged_into_id = kept.id
    kept_id = kept.id

    assert desk.counts("participants", *rows) == (0, 0, 2)
    desk.load("exams", {**EXAM, "registration_no": "2"})

    assert db.session.scalars(db.select(Exam.participant_id)).all() == [kept_id]
