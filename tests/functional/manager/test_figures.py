"""From the detection rate to a person behind it in two presses, and the file of what is seen."""

import csv

import pytest

from screening.accounts.queries import get_site
from screening.clock import now, today
from screening.outcomes.actions import Whose, record_cancer
from screening.outcomes.rules import CancerEntry
from screening.security.actor import SYSTEM
from screening.security.permissions import Role
from tests.factories.exams import make_exam
from tests.factories.people import make_enrollment, make_person


@pytest.fixture
def site_id(service):
    return service.add_site()


@pytest.fixture
def manager(service, site_id):
    return service.add_user(Role.MANAGER, site_id, name="Chen Yu")


@pytest.fixture
def cohort(service, site_id):
    """Ten persons screened ten days ago; of three flagged ones one has a cancer."""
    with service.at_work():
        site = get_site(site_id)
        for number in range(10):
            enrollment = make_enrollment(site, make_person(site, f"周{number}"), "lung")
            exam = make_exam(enrollment, "4B" if number < 3 else "2")
            if number == 0:
                whose = Whose(enrollment.participant, enrollment.program)
                record_cancer(whose, CancerEntry(today(), exam_id=exam.id), by=SYSTEM, at=now())


def test_the_detection_rate_leads_to_its_persons_and_to_a_file(desk, manager, cohort, counted):
    # Given a manager whose first page is the figures, and those of the program of the cohort
    desk.sign_in(manager)
    assert desk.text.startswith("Figures")
    desk.open("/figures/lung")

    # Then the rate stands with numerator, denominator and interval, by kind of round
    cards = [card.inner_text() for card in desk.page.locator(".cards .panel").all()]
    headline, prevalent, incident, _per_exam, pending = (" ".join(card.split()) for card in cards)
    assert headline == (
        "Cancer detection rate 10.0 % 1 / 10 persons with cancer / screened "
        "1.8\N{EN DASH}40.4 % (95 %, Wilson) Provisional: could reach 30.0 %"
    )
    assert "1 / 10" in prevalent
    assert "No exam of this kind in the period" in incident
    assert pending.startswith("Still pending")
    assert desk.page.locator("figure.chart svg").count() > 0

    # When the numerator is pressed, then the person
    desk.click("link", "1")
    assert "周0" in desk.text
    assert "周1" not in desk.text
    desk.click("link", "周0")
    assert "Person" in desk.text
    assert desk.presses == 2
    counted("From the detection rate to the person", desk)

    # When the figures are downloaded
    desk.open("/figures/lung")
    with desk.page.expect_download() as download:
        desk.press("d")

    # Then the file holds what the page shows
    with download.value.path().open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    detected = [row for row in rows if row["measure"] == "detection_rate"]
    assert [(row["numerator"], row["denominator"]) for row in detected] == [("1", "10")]
    desk.look_again_in_chinese()
