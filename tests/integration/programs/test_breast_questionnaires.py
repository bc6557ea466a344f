"""Who is at high risk of breast cancer: by which rule sets, why, and what they offer."""

import re

import pytest

from screening.clock import today
from screening.database.engine import db
from screening.enrollments.models import RiskAssessment
from screening.security.permissions import Role
from tests.factories.accounts import make_user, sign_in
from tests.factories.people import make_enrollment, make_person
from tests.page_text import shown

# Row 17 of the published vectors of the Gail model: 2.53 % in 5 years, the average woman 0.71 %.
ANSWERS = {
    "assessed_on": today().isoformat(), "fdr_breast": "1", "fdr_ovarian": "0",
    "sdr_breast_lt50": "0", "sdr_ovarian_lt50": "0", "own_brca": "no", "fdr_brca": "no",
    "gene": "none", "syndrome": "none", "personal_breast_cancer": "no",
    "biopsy_or_benign_surgery": "yes", "biopsies": "1", "atypia": "unknown", "lcis": "no",
    "density": "b", "density_age": "49", "menarche": "12", "live_births": "2",
    "age_first_live_birth": "25", "breastfeeding_months": "12", "abortions": "0",
    "hrt_combined_months": "0", "hrt_estrogen_months": "0", "mri_possible": "yes",
    "race_code": "6",
}  # fmt: skip
LOW = {
    **ANSWERS, "fdr_breast": "0", "biopsy_or_benign_surgery": "no", "biopsies": "0", "atypia": "no",
    "menarche": "14", "age_first_live_birth": "19",
}  # fmt: skip


@pytest.fixture
def page(client, site):
    """The coordinator's browser."""
    sign_in(client, make_user(Role.COORDINATOR, [site]))
    return client


def verdicts(page, woman, **answers):
    return shown(page.post(f"/enrollments/{woman.id}/verdict", data=answers))


def save_answers(page, woman, **answers):
    sent = {"version": str(woman.version), **answers}
    return page.post(f"/enrollments/{woman.id}/assessment", data=sent)


def test_every_rule_set_says_why_and_what_it_offers_while_answers_are_typed(page, woman):
    text = verdicts(page, woman, **ANSWERS)

    assert "Risk by the Gail model, 5 years 2.53 %" in text
    assert "Risk of the average woman of her age and origin, 5 years 0.71 %" in text
    assert "In force: China, national guideline 2021 (2021) Eligible" in text
    for rule in ("A1: a first-degree", "B1: first period at 12", "B3: breast biopsy"):
        assert rule in text
    assert "High risk: Mammography, every year, from the age of 40, recommended" in text
    assert "High risk: Breast ultrasound, every year, from the age of 40, recommended" in text
    assert "China Anti-Cancer Association Eligible" in text
    assert "A 5-year risk by the Gail model of at least 1.67 %" in text
    assert "Belongs to: Gail risk of at least 1.7 % at 35 or later" in text
    # The Gail model does not decide on MRI.
    assert "American Cancer Society: MRI beside mammography Not enough data" in text
    assert "Not known: Lifetime risk by a family-history model" in text


@pytest.mark.parametrize(
    ("percent", "verdict", "reason", "offer"),
    [
        (
            "22", "Eligible", "Lifetime risk 22 %, at least 20 %",
            "Lifetime risk of at least 20 %: Breast MRI, every year",
        ),
        (
            "16.5", "Evidence insufficient: to be discussed",
            "Lifetime risk 16.5 %, from 15 to below 20 %",
            "Breast MRI, evidence insufficient for or against",
        ),
        (
            "9", "Not eligible", "Lifetime risk 9 %, below 15 %",
            "Lifetime risk below 15 %: Breast MRI, not recommended",
        ),
    ],
)  # fmt: skip
def test_an_entered_tyrer_cuzick_result_decides_on_mri(
    page, woman, percent, verdict, reason, offer
):
    model = {"lifetime_risk_pct": percent, "lifetime_risk_model": "tyrer_cuzick 8.0b"}
    text = verdicts(page, woman, **LOW, **model)

    assert "(2021) Not eligible None of the items of this rule set is met" in text
    assert f"American Cancer Society: MRI beside mammography {verdict} {reason}" in text
    assert offer in text


@pytest.mark.parametrize(("answers", "is_high_risk"), [(ANSWERS, True), (LOW, False)])
def test_a_saved_questionnaire_marks_who_is_at_high_risk(page, woman, answers, is_high_risk):
    response = save_answers(page, woman, **answers)

    assert response.status_code == 303, shown(response)
    assessment = db.session.scalars(db.select(RiskAssessment)).one()
    assert assessment.is_high_risk is is_high_risk
    assert set(assessment.verdicts) == {"cn2021", "caca", "acs", "acr_nccn"}
    text = shown(page.get(f"/enrollments/{woman.id}"))
    assert ("Eligible A1: a first-degree relative" in text) is is_high_risk


def test_a_woman_at_high_risk_who_is_too_young_is_told_from_when(page, site):
    young = make_enrollment(site, make_person(site, born=f"{today().year - 36}-01-01"), "breast")
    answers = {**ANSWERS, "density_age": "35"}
    text = verdicts(page, young, **answers)
    save_answers(page, young, **answers)

    assert "(2021) Not eligible" in text
    assert "The program begins for her at the age of 40" in text
    assert db.session.scalars(db.select(RiskAssessment)).one().is_high_risk is True


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"menarche": "3"}, "Age at the first period : 3 years old is too small"),
        ({"menopause": "10"}, "10 years old is too small"),
        ({"menarche": "16", "menopause": "15"}, "15 is before her first period at 16"),
        ({"age_first_live_birth": "60"}, "60 is above her age of 50"),
        ({"lifetime_risk_pct": "abc"}, "“abc” is not a number"),
        (
            {"lifetime_risk_pct": "22", "lifetime_risk_model": "gail"},
            "Begin with tyrer_cuzick, ibis, boadicea, canrisk",
        ),
        ({"own_brca": "yes", "tested_brca_negative": "yes"}, "so that she is not negative"),
    ],
)
def test_impossible_answers_stand_at_their_field_with_all_that_was_typed(
    page, woman, changes, says
):
    response = save_answers(page, woman, **{**ANSWERS, **changes})

    assert response.status_code == 200
    assert says in shown(response)
    for name, text in changes.items():
        assert re.search(rf'"{text}"|>\s*{text}</textarea>', response.text), name
    assert 'value="25"' in response.text or "age_first_live_birth" in changes
    assert db.session.scalars(db.select(RiskAssessment)).all() == []
