"""Who is within and outside the recommendations on thyroid screening, by each body."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.clinical.reasons import InvalidInput
from screening.clinical.thyroid_screening import (
    INPUTS,
    REASON_KEYS,
    RESULTS,
    Irradiation,
    Person,
    Position,
    Syndrome,
    evaluate_row,
    judge,
    judge_all,
    read_person,
)
from tests.refusals import refused_column

# An adult who denies everything that is asked.
HEALTHY = {
    "age": "45",
    "neck_irradiation": "none",
    "fdr_thyroid_cancer": "no",
    "syndrome": "none",
    "family_syndrome": "no",
    "symptoms": "none",
    "neck_mass": "no",
    "prior_thyroid_cancer": "no",
    "childhood_cancer_thyroid_exposed": "no",
}


def test_a_healthy_adult_is_outside_every_guideline_and_within_the_lay_sheets_alone() -> None:
    results = evaluate_row(HEALTHY)

    assert tuple(results) == RESULTS
    assert "contradicts the guideline (guideline china2023)" in results.pop("reasons")
    assert results == {
        "high_risk": "outside_recommendation",
        "uspstf2017": "do_not_screen",
        "korea2015": "insufficient_evidence",
        "china2023": "do_not_screen",
        "ighg2018": "not_addressed",
        "men2": "not_addressed",
        "china_lay": "screen",
    }


@pytest.mark.parametrize(
    ("answers", "high_risk", "uspstf", "china"),
    [
        ({"neck_irradiation": "childhood"}, "screen", "not_addressed", "screen"),
        ({"neck_irradiation": "total_body"}, "screen", "not_addressed", "screen"),
        ({"neck_irradiation": "radiotherapy"}, "screen", "not_addressed", "do_not_screen"),
        ({"neck_irradiation": "fallout"}, "screen", "not_addressed", "do_not_screen"),
        ({"neck_irradiation": "yes"}, "screen", "not_addressed", "insufficient_data"),
        ({"neck_irradiation": "fallout;childhood"}, "screen", "not_addressed", "screen"),
        ({"fdr_thyroid_cancer": "yes"}, "screen", "not_addressed", "screen"),
        ({"syndrome": "cowden"}, "screen", "not_addressed", "screen"),
        ({"syndrome": "1"}, "screen", "not_addressed", "screen"),
        ({"family_syndrome": "yes"}, "outside_recommendation", "do_not_screen", "screen"),
        ({"prior_thyroid_cancer": "yes"}, "screen", "do_not_screen", "do_not_screen"),
        ({"calcitonin_above_normal": "yes"}, "screen", "do_not_screen", "do_not_screen"),
        ({"symptoms": "hoarseness"}, "clinical_referral", "not_addressed", "do_not_screen"),
        ({"neck_mass": "yes"}, "clinical_referral", "not_addressed", "do_not_screen"),
        (
            {"symptoms": "yes", "fdr_thyroid_cancer": "yes"},
            "clinical_referral",
            "not_addressed",
            "screen",
        ),
        ({"age": "17"}, "outside_recommendation", "not_addressed", "do_not_screen"),
        ({"age": "18"}, "outside_recommendation", "do_not_screen", "do_not_screen"),
    ],
)
def test_each_risk_has_the_position_that_each_body_gives_it(
    answers: dict[str, str], high_risk: str, uspstf: str, china: str
) -> None:
    results = evaluate_row({**HEALTHY, **answers})

    assert results["high_risk"] == high_risk
    assert results["uspstf2017"] == uspstf
    assert results["china2023"] == china


def test_korea_speaks_of_healthy_people_only() -> None:
    assert evaluate_row({**HEALTHY, "symptoms": "dysphagia"})["korea2015"] == "not_addressed"


def test_survivors_with_an_exposed_thyroid_decide_together_with_their_doctor() -> None:
    row = {**HEALTHY, "childhood_cancer_thyroid_exposed": "yes"}

    assert evaluate_row(row)["ighg2018"] == "shared_decision"


@pytest.mark.parametrize(
    ("syndrome", "position"),
    [("men2", "surveillance"), ("yes", "insufficient_data"), ("fap", "not_addressed")],
)
def test_carriers_of_men2_are_under_surveillance(syndrome: str, position: str) -> None:
    assert evaluate_row({**HEALTHY, "syndrome": syndrome})["men2"] == position


@pytest.mark.parametrize(
    ("age", "position", "said"),
    [
        ("19", "not_addressed", "younger than the sheets"),
        ("20", "screen", "neck exam every 2 to 3 years"),
        ("29", "screen", "neck exam every 2 to 3 years"),
        ("30", "screen", "ultrasound every year"),
        ("", "insufficient_data", "input missing (input age)"),
    ],
)
def test_the_lay_sheets_go_by_age_alone(age: str, position: str, said: str) -> None:
    results = evaluate_row({**HEALTHY, "age": age})

    assert results["china_lay"] == position
    assert said in results["reasons"].rpartition("china_lay: ")[2]


@pytest.mark.parametrize(
    ("column", "body"),
    [
        ("neck_irradiation", "high_risk"),
        ("fdr_thyroid_cancer", "high_risk"),
        ("syndrome", "high_risk"),
        ("symptoms", "high_risk"),
        ("neck_mass", "high_risk"),
        ("prior_thyroid_cancer", "high_risk"),
        ("family_syndrome", "china2023"),
        ("childhood_cancer_thyroid_exposed", "ighg2018"),
    ],
)
@pytest.mark.parametrize("blank", ["", "unknown"])
def test_an_unknown_answer_that_could_change_the_position_leaves_it_open(
    column: str, body: str, blank: str
) -> None:
    judgment = judge(body, read_person({**HEALTHY, column: blank}))

    assert judgment.position is Position.INSUFFICIENT_DATA
    assert judgment.missing == (column,)


def test_whoever_may_be_a_child_is_not_judged_as_an_adult() -> None:
    judgment = judge("uspstf2017", read_person({**HEALTHY, "age": ""}))

    assert judgment.missing == ("age",)


def test_a_risk_decides_although_other_answers_are_unknown() -> None:
    relative = Person(symptoms=(), neck_mass=False, fdr_thyroid_cancer=True)

    assert judge("high_risk", relative).position is Position.SCREEN
    assert judge("china2023", Person(fdr_thyroid_cancer=True)).position is Position.SCREEN


def test_calcitonin_that_nobody_measured_is_no_open_question() -> None:
    assert evaluate_row(HEALTHY)["high_risk"] == "outside_recommendation"


KINDS = "childhood, fallout, radiotherapy, total_body, yes"


@pytest.mark.parametrize(
    ("column", "value", "shown", "allowed"),
    [
        ("neck_irradiation", "xray", "xray", f"it is one of {KINDS}"),
        (
            "neck_irradiation",
            "none;childhood",
            "none;childhood",
            "it is none, yes, or words separated by semicolons",
        ),
        ("symptoms", ";", ";", "it is none, yes, or words separated by semicolons"),
        ("neck_mass", "left", "left", "it is yes, no, 1, 0 or blank"),
        ("age", "111", "111", "it lies between 0 and 110"),
        ("age", "-0.5", "-0.5", "it is completed years"),
        ("age", "forty", "forty", "it is a number with a decimal point"),
    ],
)
def test_a_wrong_cell_is_refused_with_what_is_allowed(
    column: str, value: str, shown: str, allowed: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        evaluate_row({**HEALTHY, column: value})

    assert str(refused.value) == f"{column} is {shown}; {allowed}"


ANSWERS = st.none() | st.booleans()
PERSONS = st.builds(
    Person,
    age_years=st.none() | st.integers(-2, 120),
    neck_irradiation=st.none() | st.lists(st.sampled_from(Irradiation), max_size=2).map(tuple),
    fdr_thyroid_cancer=ANSWERS,
    syndrome=st.none() | st.lists(st.sampled_from(Syndrome), max_size=2).map(tuple),
    family_syndrome=ANSWERS,
    prior_thyroid_cancer=ANSWERS,
    calcitonin_above_normal=st.booleans(),
    childhood_cancer_thyroid_exposed=ANSWERS,
    symptoms=st.none() | st.sampled_from([(), ("hoarseness",)]),
    neck_mass=ANSWERS,
)


@given(person=PERSONS)
def test_every_person_has_an_explained_position_of_every_body_or_an_impossible_age(
    person: Person,
) -> None:
    column = refused_column(judge_all, person)
    if column is not None:
        assert column == "age"
        return
    for judgment in judge_all(person):
        is_open = judgment.position is Position.INSUFFICIENT_DATA

        assert is_open == bool(judgment.missing)
        assert set(judgment.missing) <= set(INPUTS)
        assert judgment.reasons
        for reason in judgment.reasons:
            assert set(reason.values) == set(REASON_KEYS[reason.key])
