"""Questions of the lung program: columns of files, limits, contradictions, computed answers."""

from decimal import Decimal

import pytest

from screening.programs.lung.questionnaire import QUESTIONNAIRE
from screening.protocol.fields import field_named
from screening.protocol.payload import read_payload
from screening.protocol.questionnaire import with_person
from screening.protocol.wording import Problem

ELIGIBILITY_INPUTS = {
    "age", "smoking_status", "pack_years", "quit_years", "cigs_per_day", "years_smoked",
    "passive_years", "passive_source", "copd", "occ_agent", "occ_years", "fdr_lung_cancer",
    "symptoms", "prior_lung_cancer", "other_cancer_years_ago", "chest_ct_months_ago",
    "resp_infection_weeks_ago", "home_oxygen", "fit_for_curative_treatment",
}  # fmt: skip
RISK_MODEL_INPUTS = {
    "age", "race", "education", "bmi", "copd", "cancer_hist", "fh_lung_cancer", "smoking_status",
    "cigs_per_day", "years_smoked", "quit_years",
}  # fmt: skip


def problems_of(**texts: str) -> list[Problem]:
    answers, unreadable = read_payload(QUESTIONNAIRE.fields, texts)
    return [*unreadable, *QUESTIONNAIRE.problems(answers)]


def refused(**texts: str) -> list[str]:
    return [problem.field for problem in problems_of(**texts) if not problem.is_question]


def asked(**texts: str) -> list[str]:
    return [problem.field for problem in problems_of(**texts) if problem.is_question]


def computed(**texts: str) -> object:
    answers, _ = read_payload(QUESTIONNAIRE.fields, texts)
    return QUESTIONNAIRE.compute(answers)


def test_every_input_of_the_rule_sets_and_risk_models_is_asked_once() -> None:
    names = [name for field in QUESTIONNAIRE.fields for name in (field.code, *field.aliases)]

    assert set(names) >= ELIGIBILITY_INPUTS | RISK_MODEL_INPUTS | {"height_cm", "weight_kg"}
    assert len(names) == len(set(names))


def test_a_blank_questionnaire_has_no_problem_since_blank_is_not_known() -> None:
    assert problems_of() == []


@pytest.mark.parametrize(
    ("sex", "answer", "fields"),
    [("M", "yes", ["pregnant"]), ("M", "no", []), ("F", "yes", []), ("U", "yes", [])],
)
def test_a_pregnancy_of_someone_recorded_as_male_is_refused(
    sex: str, answer: str, fields: list[str]
) -> None:
    answers, _ = read_payload(QUESTIONNAIRE.fields, {"pregnant": answer})

    found = QUESTIONNAIRE.problems(with_person(answers, 60, sex))

    assert [problem.field for problem in found] == fields


def test_the_family_answer_is_read_under_the_name_that_the_models_use() -> None:
    answers, _ = read_payload(QUESTIONNAIRE.fields, {"fh_lung_cancer": "1"})

    assert answers == {"fdr_lung_cancer": "yes"}


def test_both_spellings_of_coughing_blood_are_one_symptom() -> None:
    answers, _ = read_payload(QUESTIONNAIRE.fields, {"symptoms": "haemoptysis"})

    assert answers == {"symptoms": ("hemoptysis",)}


@pytest.mark.parametrize(
    ("cigarettes", "years", "pack_years"),
    [("10", "40", "20"), ("15", "26", "19.5"), ("16", "25", "20"), ("11", "31", "17.05")],
)
def test_twenty_cigarettes_a_day_for_a_year_are_a_pack_year(
    cigarettes: str, years: str, pack_years: str
) -> None:
    answers = computed(smoking_status="current", cigs_per_day=cigarettes, years_smoked=years)

    assert answers == {"pack_years": Decimal(pack_years)}


def test_typed_pack_years_are_kept() -> None:
    assert computed(pack_years="30", cigs_per_day="20", years_smoked="29") == {}


def test_the_body_mass_index_is_weight_over_height_in_meters_squared() -> None:
    assert computed(height_cm="170", weight_kg="70") == {"bmi": Decimal("24.22")}


@pytest.mark.parametrize("pack_years", ["33.1", "26.9"])
def test_pack_years_that_differ_by_more_than_a_tenth_are_asked(pack_years: str) -> None:
    assert asked(pack_years=pack_years, cigs_per_day="20", years_smoked="30") == ["pack_years"]


@pytest.mark.parametrize("pack_years", ["33", "27"])
def test_pack_years_that_differ_by_a_tenth_are_taken(pack_years: str) -> None:
    assert problems_of(pack_years=pack_years, cigs_per_day="20", years_smoked="30") == []


def test_a_current_smoker_cannot_have_quit() -> None:
    assert refused(smoking_status="current", quit_years="2") == ["quit_years"]


def test_a_current_smoker_may_have_quit_zero_years_ago() -> None:
    assert problems_of(smoking_status="current", quit_years="0") == []


@pytest.mark.parametrize("code", ["pack_years", "cigs_per_day", "years_smoked", "quit_years"])
def test_who_never_smoked_has_no_amount_of_smoking(code: str) -> None:
    assert refused(smoking_status="never", **{code: "5"}) == [code]
    assert refused(smoking_status="never", **{code: "0"}) == []


def test_who_smoked_did_not_smoke_zero_cigarettes() -> None:
    assert refused(smoking_status="former", cigs_per_day="0") == ["cigs_per_day"]


def test_nobody_smoked_before_the_age_of_five() -> None:
    assert refused(age="60", smoking_status="current", years_smoked="55.5") == ["years_smoked"]
    assert refused(age="60", smoking_status="current", years_smoked="55") == []


def test_nobody_breathed_smoke_for_longer_than_a_life() -> None:
    assert refused(age="60", passive_years="61") == ["passive_years"]


@pytest.mark.parametrize(
    ("code", "impossible", "unlikely", "likely"),
    [
        ("age", "111", "86", "85"),
        ("cigs_per_day", "201", "81", "80"),
        ("pack_years", "301", "121", "120"),
        ("height_cm", "231", "201", "200"),
        ("weight_kg", "251", "161", "160"),
        ("bmi", "81", "51", "50"),
    ],
)
def test_impossible_is_refused_and_unlikely_is_asked(
    code: str, impossible: str, unlikely: str, likely: str
) -> None:
    assert refused(**{code: impossible}) == [code]
    assert asked(**{code: unlikely}) == [code]
    assert problems_of(**{code: likely}) == []


@pytest.mark.parametrize("code", ["symptoms", "occ_agent"])
def test_none_stands_alone(code: str) -> None:
    other = {"symptoms": "cough", "occ_agent": "radon"}[code]

    assert refused(**{code: f"none;{other}"}) == [code]


def test_a_lung_cancer_without_any_cancer_is_asked() -> None:
    assert asked(prior_lung_cancer="yes", cancer_hist="no") == ["cancer_hist"]


def test_a_relatives_age_without_a_relative_is_asked() -> None:
    answers = {"fdr_lung_cancer": "no", "family_history_lung": "early_lt60"}

    assert asked(**answers) == ["family_history_lung"]


def test_smoking_amounts_are_asked_of_those_who_smoked_only() -> None:
    field = field_named(QUESTIONNAIRE.fields, "cigs_per_day")

    assert field.applies({"smoking_status": "former"})
    assert not field.applies({"smoking_status": "never"})


def test_years_of_exposure_are_asked_once_an_agent_is_picked() -> None:
    field = field_named(QUESTIONNAIRE.fields, "occ_years")

    assert field.applies({"occ_agent": ("radon", "silica")})
    assert not field.applies({"occ_agent": ("none",)})
