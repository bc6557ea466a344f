"""Questions of the breast program: columns of files, codes, contradictions, computed answers."""

from decimal import Decimal

import pytest

from screening.programs.breast.questionnaire import QUESTIONNAIRE
from screening.protocol.payload import read_payload
from screening.protocol.wording import Problem
from tests.factories.golden import Row, golden_rows, row_id

HIGH_RISK_INPUTS = {
    "age", "fdr_breast", "fdr_ovarian", "sdr_breast_lt50", "sdr_ovarian_lt50", "own_brca",
    "fdr_brca", "menarche", "menopause", "biopsy_or_benign_surgery", "atypia", "lcis",
    "hrt_combined_months", "hrt_estrogen_months", "breastfeeding_months", "live_births",
    "age_first_live_birth", "abortions", "density", "density_age", "chest_rt_age", "syndrome",
    "tested_brca_negative", "lifetime_risk_pct", "gail5_pct", "personal_breast_cancer",
}  # fmt: skip
MORE_INPUTS = {"biopsies", "race_code", "lifetime_risk_model", "height_cm", "weight_kg"}
GAIL_INPUTS = (
    "age", "age_menarche", "age_first_birth", "biopsies", "atypical_hyperplasia",
    "first_degree_relatives", "race_code",
)  # fmt: skip


def problems_of(**texts: str) -> list[Problem]:
    answers, unreadable = read_payload(QUESTIONNAIRE.fields, texts)
    return [*unreadable, *QUESTIONNAIRE.problems(answers)]


def refused(**texts: str) -> list[str]:
    return [problem.field for problem in problems_of(**texts) if not problem.is_question]


def asked(**texts: str) -> list[str]:
    return [problem.field for problem in problems_of(**texts) if problem.is_question]


def computed(age_years: int | None = None, /, **texts: str) -> dict[str, object]:
    answers, unreadable = read_payload(QUESTIONNAIRE.fields, texts)
    assert unreadable == []
    return dict(QUESTIONNAIRE.derive(answers, age_years))


def test_every_input_of_the_rule_sets_and_of_the_gail_model_is_asked_once() -> None:
    names = [name for field in QUESTIONNAIRE.fields for name in field.names]

    assert set(names) >= HIGH_RISK_INPUTS | MORE_INPUTS | set(GAIL_INPUTS)
    assert len(names) == len(set(names))


@pytest.mark.parametrize("row", golden_rows("breast_highrisk_cn_vectors.csv"), ids=row_id)
def test_every_row_of_the_published_file_is_a_questionnaire(row: Row) -> None:
    texts = {name: row[name] for name in HIGH_RISK_INPUTS}

    # Some published women have a density of an age that they have not reached: shared filler.
    is_ahead = int(row["density_age"] or 0) > int(row["age"] or 999)
    assert refused(**texts) == (["density_age"] if is_ahead else [])


def test_a_blank_questionnaire_has_no_problem_since_blank_is_not_known() -> None:
    assert problems_of() == []


def test_the_spellings_and_codes_of_the_gail_model_are_read() -> None:
    answers, _ = read_payload(
        QUESTIONNAIRE.fields,
        {
            "age_menarche": "99",
            "age_first_birth": "98",
            "atypical_hyperplasia": "1",
            "first_degree_relatives": "2",
            "biopsies": "99",
        },
    )

    assert answers == {"age_first_live_birth": Decimal(98), "atypia": "yes", "fdr_breast": 2}


def test_any_text_names_a_syndrome_unless_it_says_that_there_is_none() -> None:
    for text, code in (
        ("none", "none"), ("0", "none"), ("Li-Fraumeni", "li_fraumeni"),
        ("FDR Cowden", "cowden"), ("something else", "other"), ("unknown", "unknown"),
    ):  # fmt: skip
        answers, _ = read_payload(QUESTIONNAIRE.fields, {"syndrome": text})
        assert answers == {"syndrome": code}


@pytest.mark.parametrize(
    "row",
    [
        row
        for row in golden_rows("gail_vectors.csv")
        if row["valid"] == "yes" and Decimal(row["projection_age"]) == Decimal(row["age"]) + 5
    ],
    ids=row_id,
)
def test_the_gail_risk_of_the_published_file_follows_from_the_answers(row: Row) -> None:
    texts = {name: row[name] for name in GAIL_INPUTS}

    risks = computed(**texts)

    for name, column in (
        ("gail5_pct", "risk_projection_pct"),
        ("gail5_average_pct", "avg_same_age_race_projection_pct"),
        ("gail_lifetime_pct", "risk_lifetime_to90_pct"),
    ):
        assert risks[name] == pytest.approx(Decimal(row[column]), abs=Decimal("0.000001"))


def test_the_age_by_the_birth_date_goes_before_the_one_that_was_answered() -> None:
    by_birth_date = computed(60, race_code="6", age="40")["gail5_average_pct"]

    # The average Chinese-American woman of 60 (clinical reference, section a1).
    assert by_birth_date == pytest.approx(Decimal("0.83"), abs=Decimal("0.005"))


def test_without_an_age_or_an_origin_no_gail_risk_is_computed() -> None:
    assert computed(60) == {}
    assert computed(race_code="6") == {}
    assert computed(60, race_code="unknown") == {}


def test_a_woman_without_births_is_one_by_either_answer() -> None:
    by_count = computed(50, race_code="6", live_births="0")
    by_code = computed(50, race_code="6", age_first_birth="98")

    assert by_count == by_code != computed(50, race_code="6")


def test_atypia_without_a_biopsy_does_not_keep_the_model_from_an_answer() -> None:
    assert computed(50, race_code="6", biopsies="0", atypia="no")["gail5_pct"]


def test_a_typed_risk_stays_and_one_that_the_answers_contradict_is_asked() -> None:
    answers = {"race_code": "6", "age": "60"}

    assert "gail5_pct" not in computed(60, race_code="6", gail5_pct="2.5")
    assert asked(**answers, gail5_pct="2.5") == ["gail5_pct"]


def test_body_mass_index_follows_from_height_and_weight() -> None:
    assert computed(height_cm="160", weight_kg="64") == {"bmi": Decimal("25.00")}


@pytest.mark.parametrize(
    ("texts", "field"),
    [
        ({"live_births": "0", "age_first_live_birth": "25"}, "age_first_live_birth"),
        ({"live_births": "2", "age_first_live_birth": "98"}, "age_first_live_birth"),
        ({"age_first_live_birth": "70"}, "age_first_live_birth"),
        ({"age": "50", "menarche": "12", "menopause": "52"}, "menopause"),
        ({"age": "50", "density_age": "53"}, "density_age"),
        ({"age": "30", "age_first_live_birth": "31"}, "age_first_live_birth"),
        ({"menarche": "14", "age_first_live_birth": "13"}, "age_first_live_birth"),
        ({"own_brca": "yes", "tested_brca_negative": "yes"}, "tested_brca_negative"),
        ({"own_brca": "no", "gene": "brca2"}, "gene"),
        ({"lifetime_risk_model": "gail 2"}, "lifetime_risk_model"),
        ({"fdr_breast": "31"}, "fdr_breast"),
        ({"density": "e"}, "density"),
    ],
)
def test_contradictions_and_impossible_answers_are_refused(
    texts: dict[str, str], field: str
) -> None:
    assert refused(**texts) == [field]


@pytest.mark.parametrize(
    ("texts", "field"),
    [
        ({"live_births": "0", "breastfeeding_months": "6"}, "breastfeeding_months"),
        ({"biopsies": "2", "biopsy_or_benign_surgery": "no"}, "biopsies"),
        ({"biopsies": "0", "atypia": "yes"}, "atypia"),
        ({"lifetime_risk_pct": "0.25"}, "lifetime_risk_pct"),
    ],
)
def test_unlikely_answers_are_asked(texts: dict[str, str], field: str) -> None:
    assert refused(**texts) == []
    assert asked(**texts) == [field]
