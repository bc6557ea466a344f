"""A new person: looked for, registered beside a look-alike, judged, enrolled, booked."""

from datetime import timedelta

import pytest

from screening.accounts.queries import get_site
from screening.clock import today
from screening.security.permissions import Role
from tests.factories.people import make_person

BORN = f"{today().year - 62}-03-02"
IN_A_WEEK = (today() + timedelta(days=7)).isoformat()


@pytest.fixture
def site_id(service):
    return service.add_site()


@pytest.fixture
def coordinator(service, site_id):
    return service.add_user(Role.COORDINATOR, site_id)


@pytest.fixture
def look_alike(service, site_id):
    """Someone whose name sounds the same, born on the same day."""
    with service.at_work():
        make_person(get_site(site_id), "李花", BORN)


def test_a_person_is_looked_for_registered_judged_enrolled_and_booked(
    desk, coordinator, look_alike, counted
):
    # Given a coordinator with nothing to do, and a new person on the phone
    desk.sign_in(coordinator)
    assert "Nothing waits at your sites" in desk.text

    # When the person is looked for and not found
    desk.press("/")
    desk.type("李华")
    with desk.moving():
        desk.press("Enter")
    assert "Nobody at your sites is known by this" in desk.text
    desk.click("button", "Register “李华”")

    # Then a look-alike appears while the birth date is typed, and is told apart by a tick
    desk.fill("Birth date", BORN)
    alike = desk.page.locator("#look-alikes")
    alike.get_by_text("Same birth date; Name that sounds the same").wait_for()
    assert "李花" in alike.inner_text()
    desk.choose("Sex", "Female")
    desk.look()
    desk.tick("None of the persons shown is this person")
    desk.click("button", "Register")
    assert "The person is registered" in desk.text

    # When the person is put into the program, the verdict grows with the answers
    desk.choose("Program", "Lung")
    desk.choose("Source", "Referral")
    desk.click("button", "Put into the program")
    verdict = desk.page.locator("#verdict")
    assert "Not enough data" in verdict.inner_text()
    desk.choose("Smoking status", "Smokes now")
    desk.fill("Cigarettes a day", "20")
    desk.fill("Years smoked", "30")
    desk.tick("None")
    desk.choose("Lung cancer, ever", "No")
    in_force = verdict.locator(".verdict-word")
    in_force.get_by_text("Eligible", exact=True).wait_for()
    assert "China, national guideline 2021" in verdict.inner_text()
    desk.click("button", "Save the questionnaire")

    # Then consent is the next action, and after it the first exam
    assert "Record consent" in desk.text
    desk.click("link", "Record consent")
    desk.fill("Consent given on", today().isoformat())
    desk.click("button", "Enroll")
    assert "Next action Lung: Book exam" in desk.text
    desk.click("link", "Book exam")
    desk.fill("Date of the appointment", IN_A_WEEK)
    desk.click("button", "Book")
    assert "The exam is booked" in desk.text
    counted("A person registered, judged, enrolled and booked", desk)

    # And the work list has it on its day
    desk.open("/work?kind=attend_exam")
    assert f"李华 Female 62 Lung {IN_A_WEEK} in 7 days Log exam" in desk.text
    desk.look_again_in_chinese()
