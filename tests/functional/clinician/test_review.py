"""A flagged person is reviewed, worked up, diagnosed and staged; the case closes by itself."""

import pytest

from screening.accounts.queries import get_site
from screening.clock import today
from screening.security.permissions import Role
from tests.factories.cases import make_case
from tests.factories.people import make_enrollment, make_person

TODAY = today().isoformat()


@pytest.fixture
def site_id(service):
    return service.add_site()


@pytest.fixture
def clinician(service, site_id):
    return service.add_user(Role.CLINICIAN, site_id, name="Dr. Zhou")


@pytest.fixture
def flagged(service, site_id):
    """A person whose low-dose CT was very suspicious ten days ago."""
    with service.at_work():
        site = get_site(site_id)
        make_case(site, make_enrollment(site, make_person(site, "赵敏"), "lung"), category="4B")


def test_a_flagged_person_is_reviewed_worked_up_and_diagnosed(desk, clinician, flagged, counted):
    # Given a case that nobody has looked at
    desk.sign_in(clinician)
    assert "Cases Positive exams in clinical review" in desk.text
    assert "赵敏" in desk.text

    # When the clinician opens it, the whole story stands on one page
    desk.click("link", "赵敏")
    assert "Case: Lung, category 4B New" in desk.text
    for part in ("Why it was flagged", "Procedures", "Programs", "Exams: Lung", "Decisions"):
        assert part in desk.text, part

    # And agrees with the category
    desk.press("a")
    desk.type("team meeting")
    with desk.moving():
        desk.press("Control+Enter")
    assert "team meeting" in desk.text
    assert "In work-up" in desk.text

    # And records the biopsy with its result
    with desk.moving():
        desk.press("r")
    desk.choose("Procedure", "CT-guided biopsy")
    assert desk.field("Department").input_value() == "Interventional radiology"
    desk.fill("Performed on", TODAY)
    desk.choose("Result", "Malignant")
    desk.click("button", "Record the procedure")
    assert "Procedure recorded: CT-guided biopsy" in desk.text

    # And the cancer, of which the stage group appears while T, N and M are chosen
    with desk.moving():
        desk.press("c")
    desk.fill("Diagnosed on", TODAY)
    desk.choose("Basis of diagnosis", "Histology")
    desk.fill("Topography (ICD-O-3)", "C34.1")
    desk.fill("Morphology (ICD-O-3)", "8140/3")
    desk.field("T").select_option("T1c")
    desk.field("N").select_option("N0")
    desk.field("M").select_option("M0")
    desk.page.locator("#stage").get_by_text("IA3").first.wait_for()
    desk.look()
    desk.click("button", "Record the cancer")

    # Then the case is closed with that cancer, and the program has ended
    assert "Closed" in desk.text
    assert "Screen-detected: It came out of the work-up" in desk.text
    assert "IA3" in desk.text
    counted("A case reviewed, worked up, diagnosed and closed", desk)
    desk.open("/cases")
    assert "赵敏" not in desk.text
    desk.look_again_in_chinese()
