"""A nodule without a person: its level, what follows and why stand while it is typed."""

import pytest

from screening.security.permissions import Role

# Forms of another shape: many fields, parts that depend on others, and counts.
OTHERS = ("breast-high-risk", "lung-rads-v2022", "funnel")
NODULE = {
    "Composition": "Solid or almost completely solid",
    "Echogenicity": "Hypoechoic",
    "Shape": "Taller than wide",
    "Margin": "Smooth",
}


@pytest.fixture
def clinician(service):
    return service.add_user(Role.CLINICIAN, service.add_site(), name="Dr. Zhou")


def test_a_clinician_calculates_the_level_of_a_nodule(desk, clinician, counted):
    # Given the list of the systems
    desk.sign_in(clinician)
    desk.click("link", "Calculator")
    assert "no person is needed, and nothing is kept" in desk.text

    # When a nodule is described in one of them
    desk.click("link", "ACR TI-RADS")
    for label, option in NODULE.items():
        desk.choose(label, option)
    desk.tick("None")
    desk.fill("Largest diameter", "1.2")

    # Then points, level and what follows appear while it is typed: 2 + 2 + 3 + 0 + 0
    result = desk.page.locator("#result")
    result.get_by_text("7 points").first.wait_for()
    told = " ".join(result.inner_text().split())
    assert "TI-RADS level TR5" in told
    assert "FNA by its size Yes" in told
    desk.look()

    # And what is no size is said with what is allowed
    desk.fill("Largest diameter", "12")
    result.get_by_text("it lies between 0.2 and 10 centimeters").wait_for()
    desk.look()
    counted("A level calculated", desk)

    # And the forms of other systems have no fault either
    for system in OTHERS:
        desk.open(f"/calculator/{system}")
    desk.look_again_in_chinese()
