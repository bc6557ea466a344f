"""Who is within and outside the recommendations on thyroid screening, each body in its words."""

import pytest

from screening.clinical.thyroid_screening import BODIES, LAY_BODY, REASON_KEYS, Position, Risk
from screening.programs.thyroid import PROGRAM
from screening.programs.thyroid.eligibility.wording import POSITIONS, RISKS, TEXTS
from screening.programs.thyroid.questionnaire import QUESTIONNAIRE
from screening.protocol.eligibility import Candidate, Verdict
from screening.protocol.payload import read_payload
from tests.factories.thyroid_exams import DAY

NO_RISK = {
    "neck_irradiation": "none", "fdr_thyroid_cancer": "no", "syndrome": "none",
    "family_syndrome": "no", "prior_thyroid_cancer": "no", "symptoms": "none", "neck_mass": "no",
    "childhood_cancer_thyroid_exposed": "no",
}  # fmt: skip


def judged(rule_set, age=45, **changes):
    answers, unread = read_payload(QUESTIONNAIRE.fields, {**NO_RISK, **changes})
    assert unread == []
    return PROGRAM.rule_set(rule_set).judge(Candidate(answers, age, "F", DAY))


def said(eligibility):
    return [reason.in_english() for reason in eligibility.reasons]


@pytest.mark.parametrize(
    ("rule_set", "changes", "verdict", "position"),
    [
        ("high_risk", {}, Verdict.NO, "Outside the recommendation"),
        ("high_risk", {"fdr_thyroid_cancer": "yes"}, Verdict.YES, "Within the recommendation"),
        ("high_risk", {"neck_irradiation": "fallout"}, Verdict.YES, "Within the recommendation"),
        ("high_risk", {"prior_thyroid_cancer": "yes"}, Verdict.YES, "Within the recommendation"),
        ("high_risk", {"calcitonin_above_normal": "yes"}, Verdict.YES, "Within the recommendation"),
        (
            "high_risk",
            {"fdr_thyroid_cancer": "yes", "neck_mass": "yes"},
            Verdict.NO,
            "Refer for diagnosis",
        ),
        ("uspstf2017", {}, Verdict.NO, "Recommends against screening"),
        (
            "uspstf2017",
            {"fdr_thyroid_cancer": "yes"},
            Verdict.NO,
            "Says nothing of such a person",
        ),
        ("korea2015", {}, Verdict.NO, "Evidence insufficient"),
        ("china2023", {}, Verdict.NO, "Recommends against screening"),
        ("china2023", {"neck_irradiation": "childhood"}, Verdict.YES, "Within the recommendation"),
        ("china2023", {"family_syndrome": "yes"}, Verdict.YES, "Within the recommendation"),
        (
            "china2023",
            {"neck_irradiation": "radiotherapy"},
            Verdict.NO,
            "Recommends against screening",
        ),
        (
            "ighg2018",
            {"childhood_cancer_thyroid_exposed": "yes"},
            Verdict.YES,
            "By shared decision",
        ),
        ("men2", {"syndrome": "men2"}, Verdict.YES, "Regular surveillance"),
        (LAY_BODY, {}, Verdict.YES, "Within the recommendation"),
    ],
)
def test_each_body_answers_in_its_own_words(rule_set, changes, verdict, position):
    found = judged(rule_set, **changes)

    assert (found.verdict, found.position) == (verdict, position)


def test_the_lay_sheets_are_shown_with_the_guideline_that_they_contradict():
    found = judged(LAY_BODY)

    assert said(found)[0] == "The sheets advise a neck ultrasound every year from 30"
    assert "contradicts the Chinese guideline of 2023" in said(found)[1]
    assert "contradicted" in PROGRAM.rule_set(LAY_BODY).label


@pytest.mark.parametrize(
    ("code", "asked"),
    [
        ("neck_irradiation", "Ionizing radiation to head, neck or the whole body"),
        ("fdr_thyroid_cancer", "Thyroid cancer in a parent, child, brother or sister"),
        ("symptoms", "Symptoms in the neck"),
    ],
)
@pytest.mark.parametrize("answer", ["", "unknown"])
def test_what_is_not_known_is_asked_for_and_never_taken_for_a_no(code, asked, answer):
    found = judged("high_risk", **{code: answer})

    assert found.verdict is Verdict.INSUFFICIENT_DATA
    assert said(found) == [f"Not known: {asked}"]


def test_a_calcitonin_that_nobody_measured_is_not_asked_for():
    assert judged("high_risk", calcitonin_above_normal="").verdict is Verdict.NO


def test_one_risk_that_is_present_decides_whatever_else_is_not_known():
    found = judged("high_risk", fdr_thyroid_cancer="yes", syndrome="")

    assert found.verdict is Verdict.YES
    assert said(found) == ["Present: Thyroid cancer in a parent, child, brother or sister"]


def test_every_body_position_risk_and_reason_has_words():
    assert {rule_set.code for rule_set in PROGRAM.rule_sets} == {*BODIES, LAY_BODY}
    assert set(POSITIONS) == set(Position)
    assert set(RISKS) == set(Risk)
    assert set(TEXTS) == set(REASON_KEYS)


def test_outside_a_recommendation_is_said_to_be_no_refusal():
    label = PROGRAM.rule_set(PROGRAM.default_rule_set).label

    assert "no refusal" in label
