"""An exam is logged by keyboard alone, flags its person, is corrected, printed; the calls end."""

from dataclasses import dataclass
from datetime import date

import pytest
from dateutil.relativedelta import relativedelta

from screening.accounts.queries import get_site
from screening.clock import today
from screening.exams.rules import ExamStatus
from screening.security.permissions import Role
from tests.factories.exams import make_exam
from tests.factories.people import make_enrollment, make_person

FROM_ACCESSION_NUMBER_TO_FINDING = 12
ISO = "%Y-%m-%d"


@dataclass(frozen=True)
class Booked:
    """A person with an appointment today."""

    enrollment: str
    exam: str


@pytest.fixture
def site_id(service):
    return service.add_site()


@pytest.fixture
def coordinator(service, site_id):
    return service.add_user(Role.COORDINATOR, site_id)


@pytest.fixture
def booked(service, site_id):
    with service.at_work():
        site = get_site(site_id)
        enrollment = make_enrollment(site, make_person(site, "李华", "1964-03-02"), "lung")
        appointment = {"status": ExamStatus.SCHEDULED, "performed_on": None}
        exam = make_exam(enrollment, scheduled_on=today(), **appointment)
        return Booked(f"/enrollments/{enrollment.id}", f"/exams/{exam.public_id}")


def months_later(number: int) -> date:
    return today() + relativedelta(months=number)


def test_an_exam_logged_by_keyboard_alone_flags_its_person(desk, coordinator, booked, counted):
    # Given a booked exam that was done today
    desk.sign_in(coordinator, booked.exam)
    assert "Booked" in desk.text

    # When a solid nodule of 10 by 8 mm is typed, the mouse untouched
    before = desk.strokes
    with desk.moving():
        desk.press("l")
    desk.press(*["Tab"] * FROM_ACCESSION_NUMBER_TO_FINDING)
    desk.type("So")
    desk.press("Tab")
    desk.type("B")
    desk.press("Tab")
    desk.type("Right u")
    desk.press("Tab")
    desk.type("10")
    desk.press("Tab")
    desk.type("8")

    # Then category, action, due day and reasons stand beside the form before anything is saved
    result = desk.page.locator("#result")
    result.get_by_text("Solid nodule, baseline, 9.0 mm >= 8 mm and < 15 mm: 4A").wait_for()
    told = " ".join(result.inner_text().split())
    assert "4A Suspicious Lung-RADS v2022 3-month LDCT" in told
    assert f"Due on {months_later(3)}, 3 months after this exam" in told
    assert "A case is opened; a clinician reviews it by" in told
    desk.look()

    # And saving takes one more chord
    with desk.moving():
        desk.press("Control+Enter")
    assert "The exam is saved" in desk.text
    assert desk.presses == 0
    counted("A low-dose CT with a nodule logged", desk, since=before)

    # And the person is flagged without anyone's doing
    with desk.moving():
        desk.press("p")
    assert "Next action Lung: Review case" in desk.text
    assert "Case: Lung, category 4A New" in desk.text
    desk.open("/work?kind=review_case")
    assert "李华 Female 62 Lung" in desk.text
    desk.look_again_in_chinese()


def test_a_mistake_is_corrected_the_sheet_printed_and_the_calls_end(
    desk, coordinator, booked, counted
):
    # Given an exam that was logged with a nodule too large
    desk.sign_in(coordinator, f"{booked.exam}/edit")
    desk.choose("Finding", "Solid nodule")
    desk.choose("Change", "Baseline")
    desk.fill("Long axis", "10")
    desk.fill("Short axis", "8")
    desk.click("button", "Save")
    assert "4A Suspicious" in desk.text

    # When it is corrected without a reason, nothing is saved and nothing is lost
    with desk.moving():
        desk.press("c")
    desk.fill("Long axis", "7")
    desk.fill("Short axis", "6")
    desk.click("button", "Save")
    assert "Nothing was saved yet" in desk.text
    assert desk.field("Long axis").input_value() == "7"

    # Then with a reason the result follows, and so does the case
    desk.fill("Reason for the correction", "measured on the wrong slice")
    desk.click("button", "Save")
    assert "3 Probably benign" in desk.text
    assert f"Due on {months_later(6)}" in desk.text

    # When the sheet for the participant is opened in Chinese
    with desk.moving():
        desk.press("z")

    # Then the whole page speaks Chinese
    assert desk.page.locator("html").get_attribute("lang") == "zh-Hans"
    assert "您的结果" in desk.text
    assert "分类 3" in desk.text
    assert f"{months_later(6).year}年{months_later(6).month}月" in desk.text
    assert desk.page.get_by_role("button", name="打印").is_visible()

    # When the person withdraws
    desk.open(booked.enrollment)
    assert f"due on {months_later(6)}" in desk.text
    with desk.moving():
        desk.press("x")
    desk.choose("Why", "Withdrew or declined")
    desk.click("button", "Record that the person left")

    # Then nobody is called any more
    assert "Left" in desk.text
    assert "Book exam" not in desk.text
    desk.open("/work?kind=book_exam&ahead=all")
    assert "李华" not in desk.text
    counted("A correction, a sheet and a withdrawal", desk)
