"""Eligibility in the lung program: answers in, verdicts and sentences out, criteria in words."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screening.clinical.lung_eligibility import (
    DEFAULT_READINGS,
    RULES,
    Reading,
    Readings,
)
from screening.programs.lung.eligibility import DEFAULT_RULE_SET, RULE_SETS
from screening.programs.lung.eligibility.persons import person_of
from screening.programs.lung.eligibility.rule_sets import make_rule_set
from screening.programs.lung.questionnaire import QUESTIONNAIRE
from screening.protocol.eligibility import Candidate, Eligibility, Verdict
from screening.protocol.fields import Field, FieldType
from screening.protocol.payload import read_payload

DAY = date(2024, 3, 5)
SMOKER = {
    "smoking_status": "current",
    "cigs_per_day": "20",
    "years_smoked": "40",
    "passive_years": "0",
    "copd": "no",
    "occ_agent": "none",
    "fdr_lung_cancer": "no",
    "symptoms": "none",
    "prior_lung_cancer": "no",
    "cancer_hist": "no",
    "implants": "no",
    "home_oxygen": "no",
    "fit_for_curative_treatment": "yes",
}
NEVER_SMOKED = {**SMOKER, "smoking_status": "never", "cigs_per_day": "", "years_smoked": ""}
# What the two models of the NHS set ask beside: LLPv2 gives this man 3.16 %.
FOR_MODELS = {
    **SMOKER,
    "respiratory_disease": "no",
    "asbestos": "no",
    "education": "3",
    "height_cm": "170",
    "weight_kg": "70",
}
CODES = [rule_set.code for rule_set in RULE_SETS]


def candidate(
    texts: dict[str, str], age_years: int | None = 60, sex: str = "M", /, **changes: str
) -> Candidate:
    answers, unreadable = read_payload(QUESTIONNAIRE.fields, {**texts, **changes})
    assert unreadable == []
    return Candidate(answers, age_years, sex, DAY)


def judged(code: str, whom: Candidate, readings: Readings = DEFAULT_READINGS) -> Eligibility:
    return make_rule_set(code, readings).judge(whom)


def sentences(code: str, whom: Candidate) -> list[str]:
    return [reason.in_english() for reason in judged(code, whom).reasons]


def test_every_rule_set_of_the_clinical_core_is_offered_once() -> None:
    assert sorted(CODES) == sorted(RULES)


def test_the_chinese_guideline_is_in_force_unless_the_site_says_otherwise() -> None:
    assert DEFAULT_RULE_SET == "china2021"


@pytest.mark.parametrize("code", CODES)
def test_every_rule_set_names_its_source_and_edition(code: str) -> None:
    rule_set = make_rule_set(code)

    assert rule_set.title
    assert rule_set.source
    assert rule_set.version == RULES[code].edition
    assert judged(code, candidate(SMOKER)).version == rule_set.version
    assert judged(code, candidate(SMOKER)).rule_set == code


@pytest.mark.parametrize("code", sorted(set(CODES) - {"cms2022"}))
def test_what_is_weak_about_a_source_is_labeled(code: str) -> None:
    assert make_rule_set(code).label


def test_pack_years_follow_from_the_amounts_answered() -> None:
    assert judged("china2021", candidate(SMOKER)).verdict is Verdict.YES
    assert sentences("china2021", candidate(SMOKER)) == ["Factor 1 is met: smoking"]
    assert judged("china2021", candidate(SMOKER, years_smoked="29")).verdict is Verdict.NO


def test_a_criterion_that_fails_is_said_with_its_limit() -> None:
    assert sentences("uspstf2021", candidate(SMOKER, 49)) == ["Younger than 50"]
    assert sentences("uspstf2021", candidate(SMOKER, 81)) == ["Older than 80"]
    assert sentences("uspstf2021", candidate(SMOKER, 60, years_smoked="19")) == [
        "Fewer than 20 pack-years"
    ]


def test_a_verdict_without_remark_says_that_all_criteria_are_met() -> None:
    assert sentences("cms2022", candidate(SMOKER)) == ["Every criterion of this rule set is met"]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("symptoms", "Not known: Symptoms that suggest lung cancer"),
        ("prior_lung_cancer", "Not known: Lung cancer, ever"),
        ("home_oxygen", "Not known: Oxygen at home"),
        ("fit_for_curative_treatment", "Not known: Able and willing to have curative surgery"),
        ("smoking_status", "Not known: Smoking status"),
        ("years_smoked", "Not known: pack-years; enter cigarettes a day and years smoked"),
    ],
)
def test_what_is_missing_is_named_as_the_questionnaire_asks_for_it(
    code: str, expected: str
) -> None:
    whom = candidate(SMOKER, **{code: ""})

    assert judged("uspstf2021", whom).verdict is Verdict.INSUFFICIENT_DATA
    assert expected in sentences("uspstf2021", whom)


@pytest.mark.parametrize("code", ["smoking_status", "copd", "occ_agent"])
def test_an_answer_of_not_known_is_as_open_as_a_blank(code: str) -> None:
    unknown = candidate(NEVER_SMOKED, **{code: "unknown"})
    blank = candidate(NEVER_SMOKED, **{code: ""})

    assert judged("china2021", unknown) == judged("china2021", blank)
    assert judged("china2021", blank).verdict is Verdict.INSUFFICIENT_DATA


def test_a_symptom_beside_an_unknown_one_is_a_symptom() -> None:
    whom = candidate(SMOKER, symptoms="cough;unknown")

    assert sentences("uspstf2021", whom) == [
        "Has symptoms: refer for diagnosis instead of screening"
    ]


def test_no_symptom_beside_an_unknown_one_is_not_known() -> None:
    assert judged("uspstf2021", candidate(SMOKER, symptoms="unknown")).verdict is (
        Verdict.INSUFFICIENT_DATA
    )


def test_the_age_by_the_date_of_birth_comes_before_the_one_answered() -> None:
    assert judged("uspstf2021", candidate(SMOKER, 49, age="60")).verdict is Verdict.NO
    assert judged("uspstf2021", candidate(SMOKER, None, age="60")).verdict is Verdict.YES
    assert sentences("uspstf2021", candidate(SMOKER, None)) == ["Not known: Age"]


def test_a_child_is_too_young_and_not_impossible() -> None:
    assert judged("china2021", candidate(NEVER_SMOKED, 12)).verdict is Verdict.NO


def test_metal_implants_keep_out_of_the_nlst_and_are_asked_for() -> None:
    assert judged("nlst", candidate(SMOKER)).verdict is Verdict.YES
    assert sentences("nlst", candidate(SMOKER, implants="yes")) == [
        "Has metal implants in chest or back"
    ]
    assert sentences("nlst", candidate(SMOKER, implants="")) == [
        "Not known: Metal implants in chest or back"
    ]


def test_a_cancer_without_a_year_leaves_the_nlst_open() -> None:
    undated = candidate(SMOKER, cancer_hist="yes")

    assert sentences("nlst", undated) == ["Not known: Years since another cancer"]
    dated = candidate(SMOKER, cancer_hist="yes", other_cancer_years_ago="5")
    assert judged("nlst", dated).verdict is Verdict.YES


def test_one_of_several_exposures_that_counts_is_enough() -> None:
    exposed = candidate(NEVER_SMOKED, occ_agent="other;radon", occ_years="2")

    assert sentences("china2021", exposed) == ["Factor 4 is met: exposure at work"]


def test_a_verdict_that_rests_on_a_disputed_reading_says_so() -> None:
    at_limit = candidate(SMOKER, smoking_status="former", quit_years="15")

    assert sentences("uspstf2021", at_limit) == [
        "Every criterion of this rule set is met",
        "Disputed: having quit exactly at the limit of years counts as within it",
    ]


def test_the_nhs_set_is_judged_by_models_and_says_their_figures() -> None:
    assert judged("tlhc", candidate(FOR_MODELS)).verdict is Verdict.YES
    assert "LLPv2: 3.16 %, the threshold is 2.50 %" in sentences("tlhc", candidate(FOR_MODELS))


def test_the_models_name_what_they_lack() -> None:
    lacking = candidate(FOR_MODELS, 60, "U", education="")

    assert sentences("tlhc", lacking) == [
        "PLCOm2012norace cannot be computed; not known: Schooling",
        "LLPv2 cannot be computed; not known: Sex",
    ]


def test_answers_that_follow_from_others_are_taken_from_them() -> None:
    blank = {"smoking_status": "current"}

    assert person_of(candidate(blank, copd="yes")).respiratory_disease is True
    assert person_of(candidate(blank, tuberculosis="yes")).respiratory_disease is True
    assert person_of(candidate(blank, occ_agent="asbestos")).asbestos is True
    assert person_of(candidate(blank, prior_lung_cancer="yes")).cancer_hist is True
    assert person_of(candidate(blank, other_cancer_years_ago="9")).cancer_hist is True
    assert person_of(candidate(blank, fdr_lung_cancer="no")).family_history_lung == "none"
    assert person_of(candidate(blank, family_history_lung="late_ge60")).fdr_lung_cancer is True
    assert person_of(candidate(blank, family_history_lung="none")).fdr_lung_cancer is False


def test_nothing_is_taken_from_answers_that_imply_nothing() -> None:
    person = person_of(
        candidate(
            {"smoking_status": "current", "copd": "no", "occ_agent": "radon"},
            fdr_lung_cancer="yes",
            prior_lung_cancer="no",
        )
    )

    assert person.respiratory_disease is None
    assert person.asbestos is None
    assert person.family_history_lung is None
    assert person.cancer_hist is None


def test_an_answer_given_is_not_overruled_by_another() -> None:
    assert person_of(
        candidate(SMOKER, copd="yes", respiratory_disease="no")
    ).respiratory_disease is (False)


def test_answers_that_contradict_each_other_give_no_verdict_and_are_named() -> None:
    contradictory = candidate(SMOKER, quit_years="3")

    assert judged("china2021", contradictory).verdict is Verdict.INSUFFICIENT_DATA
    assert sentences("china2021", contradictory) == [
        "Years since quitting: 3 is impossible, or contradicts another answer; correct it"
    ]


def some_text(field: Field) -> st.SearchStrategy[str]:
    if field.allowed:
        return st.sampled_from([choice.code for choice in field.allowed])
    if field.type in (FieldType.INTEGER, FieldType.DECIMAL):
        low, high = field.limits.minimum or 0, field.limits.maximum or 0
        return st.integers(min_value=int(low), max_value=int(high)).map(str)
    return st.just("2024-03-05")


ANYTHING = st.fixed_dictionaries(
    {}, optional={field.code: some_text(field) for field in QUESTIONNAIRE.fields}
)
SWITCHED = st.frozensets(st.sampled_from(Reading))


@settings(max_examples=150)
@given(
    texts=ANYTHING,
    age_years=st.none() | st.integers(min_value=0, max_value=120),
    sex=st.sampled_from(["F", "M", "U"]),
    readings=SWITCHED,
)
def test_whatever_is_answered_every_set_gives_a_verdict_with_sentences(
    texts: dict[str, str], age_years: int | None, sex: str, readings: frozenset[Reading]
) -> None:
    whom = candidate(texts, age_years, sex)

    for code in CODES:
        found = judged(code, whom, readings)
        assert found.reasons, code
        assert all(reason.in_english() for reason in found.reasons), code
