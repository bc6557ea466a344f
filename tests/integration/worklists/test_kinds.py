"""What everyone in a program waits for: the act, its day, and where it is done."""

import re
from datetime import date, timedelta

import pytest

from screening.cases import actions as cases
from screening.cases.rules import Closure
from screening.clock import now, today
from screening.database.engine import db
from screening.enrollments import actions as enrollments
from screening.enrollments.rules import ExitReason, Outcome
from screening.exams.actions import void_exam
from screening.exams.models import Exam
from screening.security.actor import EVERYWHERE
from screening.worklists.queries import count_breaches, list_next_actions
from tests.factories.exams import make_exam
from tests.page_text import shown

TODAY = today()
EXAMINED = TODAY - timedelta(days=10)


def days(number):
    return timedelta(days=number)


def next_of(enrollment):
    """Return the kinds and days of what a person waits for."""
    actions = list_next_actions(EVERYWHERE, enrollment.participant_id)
    return [(action.kind.value, action.due_on) for action in actions]


def line_of(browser, kind, name):
    """Return the words of a person's line in the list of a kind, and where its act leads."""
    html = browser.get(f"/work?kind={kind}&ahead=all").text
    (row,) = [row for row in re.findall(r"<tr>.*?</tr>", html, re.DOTALL) if f">{name}</a>" in row]
    link = re.search(r'class="btn[^"]*" href="([^"]+)">([^<]+)<', row)
    return link[2], link[1]


def test_an_invited_person_waits_for_the_questionnaire_within_a_week(ward, desk):
    enrollment = ward.invite("Li Na")

    assert next_of(enrollment) == [("assess", TODAY + days(7))]
    act, url = line_of(desk, "assess", "Li Na")
    assert (act, url) == ("Fill in questionnaire", f"/enrollments/{enrollment.id}/assessment")
    assert desk.get(url).status_code == 200


def test_an_eligible_person_waits_for_consent_within_a_week(ward, desk):
    enrollment = ward.judge("Li Na")

    assert next_of(enrollment) == [("enroll", TODAY + days(7))]
    act, url = line_of(desk, "enroll", "Li Na")
    assert (act, url) == ("Record consent", f"/enrollments/{enrollment.id}/consent")
    assert desk.get(url).status_code == 200


def test_whoever_was_just_enrolled_waits_for_the_first_exam_within_three_months(ward, desk):
    enrollment = ward.enroll("Li Na", TODAY - days(60))

    assert next_of(enrollment) == [("book_exam", TODAY + days(30))]
    act, url = line_of(desk, "book_exam", "Li Na")
    assert (act, url) == ("Book exam", f"/enrollments/{enrollment.id}/exams/new?act=book")
    assert desk.get(url).status_code == 200


def test_a_booked_exam_waits_for_its_day(ward, desk):
    enrollment = ward.book(TODAY + days(3), "Li Na")

    assert next_of(enrollment) == [("attend_exam", TODAY + days(3))]
    act, url = line_of(desk, "attend_exam", "Li Na")
    assert act == "Log exam"
    assert desk.get(url).status_code == 200


def test_an_exam_without_a_result_waits_for_it_for_two_weeks(ward, desk):
    enrollment = ward.examine(None, "Li Na")

    assert next_of(enrollment) == [("record_result", EXAMINED + days(14))]
    act, url = line_of(desk, "record_result", "Li Na")
    assert act == "Record result"
    assert desk.get(url).status_code == 200


def test_a_negative_exam_is_followed_by_the_next_one_a_year_later(ward):
    enrollment = ward.enroll(enrolled_on=date(2024, 1, 10))
    make_exam(enrollment, "2", ward.by, performed_on=date(2024, 2, 29))

    assert next_of(enrollment) == [("book_exam", date(2025, 2, 28))]


def test_a_flagged_person_waits_for_a_review_within_a_week(ward, clinic):
    enrollment, case = ward.flag("Li Na")

    assert next_of(enrollment) == [("review_case", TODAY + days(7))]
    act, url = line_of(clinic, "review_case", "Li Na")
    assert (act, url) == ("Review case", f"/cases/{case.public_id}")
    assert clinic.get(url).status_code == 200


def test_a_case_in_work_up_waits_for_its_next_step_within_a_month(ward, clinic):
    enrollment, case = ward.work_up("Li Na")

    assert next_of(enrollment) == [("work_up", TODAY + days(30))]
    act, url = line_of(clinic, "work_up", "Li Na")
    assert (act, url) == ("Decide next step", f"/cases/{case.public_id}")


def test_a_paused_person_waits_for_the_end_of_the_pause(ward, desk):
    enrollment = ward.pause(TODAY + days(90), "Li Na")

    assert next_of(enrollment) == [("hold_ends", TODAY + days(90))]
    act, url = line_of(desk, "hold_ends", "Li Na")
    assert (act, url) == ("Resume or leave", f"/enrollments/{enrollment.id}")
    assert desk.get(url).status_code == 200


def test_a_person_in_a_program_waits_for_one_thing_at_a_time(ward):
    for enrollment in (
        ward.enroll(),
        ward.book(TODAY),
        ward.examine(None),
        ward.examine("2"),
        ward.flag()[0],
        ward.work_up()[0],
        ward.pause(TODAY + days(5)),
    ):
        assert len(next_of(enrollment)) == 1

    assert count_breaches() == 0


def test_a_case_that_was_closed_lets_the_next_exam_wait(ward):
    enrollment, case = ward.work_up()
    closure = Closure(Outcome.BENIGN, TODAY)
    cases.close_case(case, closure, expected_version=case.version, by=ward.by, at=now())

    ((kind, due),) = next_of(enrollment)
    assert kind == "book_exam"
    assert due > TODAY


def test_an_exam_that_was_voided_lets_the_first_one_wait_again(ward):
    enrollment, _case = ward.flag()
    exam = db.session.scalars(db.select(Exam)).one()
    void_exam(exam, reason="mistake", expected_version=exam.version, by=ward.by, at=now())

    assert next_of(enrollment) == [("book_exam", TODAY + days(30))]


@pytest.mark.parametrize("reason", [ExitReason.WITHDREW, ExitReason.MOVED])
def test_whoever_left_waits_for_nothing_and_is_called_no_more(ward, desk, reason):
    enrollment = ward.enroll("Li Na")
    leaving = enrollments.Leaving(reason, TODAY, "told at the desk")
    version = enrollment.version
    enrollments.exit_enrollment(enrollment, leaving, expected_version=version, by=ward.by, at=now())

    assert next_of(enrollment) == []
    assert "Li Na" not in shown(desk.get("/work?ahead=all"))
    assert count_breaches() == 0
