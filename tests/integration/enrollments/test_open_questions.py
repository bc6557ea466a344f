"""What publications leave open: on the page of the rules, and in what is judged and stored."""

from decimal import Decimal

import pytest

from screening.programs import use_readings
from tests.integration.enrollments.conftest import PROGRAM, assess
from tests.page_text import shown

RULES = f"/programs/{PROGRAM}/eligibility"
QUESTION = (
    "Is passive smoking for exactly 20 years enough? "
    "China, national guideline 2021, Eligibility for lung cancer screening "
    "passive_at_limit Disputed"
)
# Nothing but twenty years beside someone who smoked 30 pack-years.
BESIDE_A_SMOKER = {
    "smoking_status": "never",
    "passive_years": Decimal(20),
    "passive_source": "ge30py_smoker",
    "copd": "no",
    "occ_agent": ("none",),
    "fdr_lung_cancer": "no",
    "symptoms": ("none",),
    "prior_lung_cancer": "no",
}


@pytest.fixture
def _twenty_years_are_not_enough():
    use_readings({PROGRAM: {"passive_at_limit": "no"}})
    yield
    use_readings({})


def test_the_rules_name_what_is_open_with_the_reading_in_force(desk):
    text = shown(desk.get(RULES))

    assert "Open questions of the publications" in text
    assert "protocols.toml" in text
    assert f"{QUESTION} Yes No Chin J Oncol 2021;43:243" in text
    assert "Chosen here" not in text


@pytest.mark.usefixtures("_twenty_years_are_not_enough")
def test_a_reading_that_the_site_chose_is_marked_and_changes_the_criteria(desk):
    text = shown(desk.get(RULES))

    assert f"{QUESTION} No Chosen here Yes Chin J Oncol 2021;43:243" in text
    assert "Passive smoking for more than 20 years" in text
    assert "Version 2021; passive_at_limit=no" in text


def test_a_questionnaire_is_judged_as_published(enrollment, by):
    stored = assess(enrollment, by, BESIDE_A_SMOKER)

    assert (stored.verdict, stored.rule_set_version) == ("yes", "2021")


@pytest.mark.usefixtures("_twenty_years_are_not_enough")
def test_a_questionnaire_is_judged_by_the_reading_in_force_and_says_so(enrollment, by):
    stored = assess(enrollment, by, BESIDE_A_SMOKER)

    assert stored.verdict == "no"
    assert stored.rule_set_version == "2021; passive_at_limit=no"
    assert stored.verdicts["china2021"]["version"] == "2021; passive_at_limit=no"
    assert stored.verdicts["uspstf2021"]["version"] == "2021"


@pytest.mark.parametrize("program", ["breast", "thyroid"])
def test_every_program_names_its_open_questions(desk, program):
    text = shown(desk.get(f"/programs/{program}/eligibility"))

    assert "Open questions of the publications" in text
    assert "Not verified" in text
