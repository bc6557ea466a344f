"""A mammogram and an ultrasound of the thyroid: their result stands while they are typed."""

import pytest

from screening.accounts.queries import get_site
from screening.clock import today
from screening.security.permissions import Role
from tests.factories.people import make_enrollment, make_person

# The button of the calendar comes first, and the row of the technique before the finding.
FROM_YEAR_TO_FINDING = 9
# Lesion number, comment, three buttons and the left breast come before it.
FROM_CATEGORY_TO_RIGHT_BREAST = 7
DESCRIPTION = {
    "Finding": "Thyroid nodule",
    "Lobe or side": "Right side",
    "Composition": "Solid or almost completely solid",
    "Echogenicity": "Hypoechoic",
    "Shape": "Wider than tall",
    "Margin": "Smooth",
}
SIZES = {"Length": "18", "Width": "14", "Depth": "12"}


@pytest.fixture
def site_id(service):
    return service.add_site()


@pytest.fixture
def coordinator(service, site_id):
    return service.add_user(Role.COORDINATOR, site_id)


@pytest.fixture
def enrolled(service, site_id):
    """Enroll someone; return the address at which an exam of the person is logged."""

    def enrolled(program, name):
        with service.at_work():
            enrollment = make_enrollment(
                get_site(site_id), make_person(get_site(site_id), name, "1975-03-02"), program
            )
            return f"/enrollments/{enrollment.id}/exams/new"

    return enrolled


def test_a_mammogram_with_a_mass_in_one_breast_is_logged_by_keyboard_alone(
    desk, coordinator, enrolled, counted
):
    # Given the form of a mammogram
    desk.sign_in(coordinator, enrolled("breast", "王芳"))
    before = desk.strokes

    # When a spiculated mass of the left breast is typed, the mouse untouched
    desk.press("Tab")
    desk.type(f"{today():%m%d%Y}")
    desk.press(*["Tab"] * FROM_YEAR_TO_FINDING)
    clock, distance, size = "2", "40", "14"
    for text in ("Le", "Ma", clock, distance, size, "Ir", "Sp", "Hi", "4C"):
        desk.type(text)
        desk.press("Tab")
    desk.press(*["Tab"] * (FROM_CATEGORY_TO_RIGHT_BREAST - 1))
    desk.type("1")

    # Then the category of both breasts stands beside the form before anything is saved
    result = desk.page.locator("#result")
    result.get_by_text("Right breast, mammography: 1").wait_for()
    told = " ".join(result.inner_text().split())
    assert "4C High suspicion (50 to 95 %) BI-RADS 2013 Tissue diagnosis" in told
    assert "A case is opened; a clinician reviews it by" in told
    assert "Left breast, mammography: 4C" in told
    assert "Mass, Left side, 14 mm: 4C" in told
    desk.look()

    # And saving takes one more chord
    with desk.moving():
        desk.press("Control+Enter")
    assert "The exam is saved" in desk.text
    assert desk.presses == 0
    counted("A mammogram with a mass logged", desk, since=before)

    # And the case is there without anyone's doing
    with desk.moving():
        desk.press("p")
    assert "Case: Breast, category 4C New" in desk.text


def test_an_ultrasound_with_a_nodule_shows_its_points_and_its_level_while_it_is_typed(
    desk, coordinator, enrolled, counted
):
    # Given the form of an ultrasound
    desk.sign_in(coordinator, enrolled("thyroid", "李红"))
    desk.fill("Date of the exam", today().isoformat())

    # When a solid hypoechoic nodule of 18 mm is described
    for label, option in DESCRIPTION.items():
        desk.choose(label, option)
    for label, text in SIZES.items():
        desk.fill(label, text)
    desk.tick("None")

    # Then its points, its level and what follows stand beside the form: 2 + 2 + 0 + 0 + 0
    result = desk.page.locator("#result")
    result.get_by_text("4 points: TR4").wait_for()
    told = " ".join(result.inner_text().split())
    assert "TR4 Moderately suspicious ACR TI-RADS 2017 FNA under ultrasound" in told
    assert "18 mm >= 15 mm, FNA at TR4" in told
    desk.look()

    # And it is kept with the exam
    desk.click("button", "Save")
    assert "The exam is saved" in desk.text
    assert "4 points: TR4" in desk.text
    counted("An ultrasound with a nodule logged", desk)
