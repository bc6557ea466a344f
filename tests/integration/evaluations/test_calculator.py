"""The calculator in its pages: every system opens, answers, and says what is wrong."""

import pytest

from screening.evaluations.columns import inputs_of
from screening.evaluations.systems import all_systems
from screening.security.permissions import Role
from tests.client import PageClient
from tests.factories.accounts import make_site, make_user, sign_in
from tests.page_text import shown

NODULE = {
    "composition": "solid", "echogenicity": "hypoechoic", "shape": "wider_than_tall",
    "margin": "smooth", "echogenic_foci": ["macrocalcification", "punctate"],
    "max_size_cm": "0.996",
}  # fmt: skip


@pytest.fixture
def page(client) -> PageClient:
    """A clinician's browser."""
    sign_in(client, make_user(Role.CLINICIAN, [make_site()]))
    return client


def test_every_form_asks_for_every_column_by_its_label_and_unit(page):
    for system in all_systems().values():
        text = shown(page.get(f"/calculator/{system.code}"))

        asked = [field for field in inputs_of(system) if len(field.choices) != 1]
        assert [field.code for field in asked if field.label not in text] == [], system.code
        assert [field.code for field in asked if field.unit not in text] == [], system.code


def test_a_nodule_gets_its_level_what_follows_and_why(page):
    text = shown(page.post("/calculator/acr-ti-rads-2017", data=NODULE))

    assert "All features together 8 points" in text
    assert "TI-RADS level TR5" in text
    assert "FNA by its size No" in text
    assert "12, 24, 36, 48, 60" in text
    assert "below its FNA size an FNA is a shared decision only" in text


def test_a_number_is_shown_as_it_was_typed_and_not_rounded_up_to_a_limit(page):
    text = shown(page.post("/calculator/acr-ti-rads-2017", data=NODULE))

    assert "Largest diameter 0.996 cm" in text


@pytest.mark.parametrize(
    ("typed", "allowed"),
    [
        ("12 mm", "it is a number with a decimal point"),
        ("NaN", "it is a number with a decimal point"),
        ("12", "it lies between 0.2 and 10 centimeters"),
    ],
)
def test_what_is_no_such_number_is_said_with_what_is_allowed(page, typed, allowed):
    text = shown(page.post("/calculator/acr-ti-rads-2017", data={**NODULE, "max_size_cm": typed}))

    assert f"“Largest diameter” is {typed}; {allowed}" in text


def test_what_contradicts_another_answer_is_said_in_the_words_of_the_form(page):
    typed = {**NODULE, "composition": "mixed", "echogenicity": "anechoic"}

    text = shown(page.post("/calculator/acr-ti-rads-2017", data=typed))

    assert (
        "“Echogenicity” is Anechoic; a mixed nodule has a solid part, whose echogenicity is one of "
        "Hyperechoic, Isoechoic, Hypoechoic, Very hypoechoic, Cannot be determined" in text
    )
