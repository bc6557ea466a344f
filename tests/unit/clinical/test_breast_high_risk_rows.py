"""Women at high risk as rows: what is read, noted, refused; when the program begins."""

from decimal import Decimal

import pytest

from screening.clinical.breast_high_risk import (
    RULE_SETS,
    EnteredRisk,
    FamilyModel,
    Woman,
    evaluate_row,
    judge,
    judge_mri,
    notes,
    read_woman,
)
from screening.clinical.reasons import InvalidInput
from tests.unit.clinical.high_risk_women import BASELINE, cn2021, woman


@pytest.mark.parametrize(
    ("row", "start", "in_program"),
    [
        ({"age": "39", "menarche": "11"}, "40", "no"),
        ({"age": "40", "menarche": "11"}, "40", "yes"),
        ({"age": "44.9", "menarche": "14"}, "45", "no"),
        ({"age": "45", "menarche": "14"}, "45", "yes"),
    ],
)
def test_the_program_begins_at_40_at_high_risk_and_at_45_otherwise(
    row: dict[str, str], start: str, in_program: str
) -> None:
    results = evaluate_row(row)

    assert results["cn2021_start_age"] == start
    assert results["cn2021_in_programme_now"] == in_program


@pytest.mark.parametrize(
    ("rule_set", "key"),
    [("cn2021", "rule_text_unverified"), ("caca", "rule_from_secondary_source")],
)
def test_every_judgment_says_how_its_text_was_seen(rule_set: str, key: str) -> None:
    assert judge(RULE_SETS[rule_set], BASELINE).reasons[-1].key == key


@pytest.mark.parametrize(
    ("text", "model", "version"),
    [
        ("tyrer_cuzick 8.0b", FamilyModel.TYRER_CUZICK, "8.0b"),
        ("Tyrer-Cuzick 8", FamilyModel.TYRER_CUZICK, "8"),
        ("ibis", FamilyModel.TYRER_CUZICK, ""),
        ("BOADICEA  v6", FamilyModel.BOADICEA, "v6"),
        ("canrisk 2.4", FamilyModel.BOADICEA, "2.4"),
        ("penn_ii", FamilyModel.PENN_II, ""),
        ("", None, ""),
    ],
)
def test_an_entered_result_keeps_its_model_and_version(
    text: str, model: FamilyModel | None, version: str
) -> None:
    risk = read_woman({"lifetime_risk_pct": "21.5", "lifetime_risk_model": text}).lifetime_risk

    assert risk == EnteredRisk(lifetime_percent=Decimal("21.5"), model=model, version=version)


def test_a_lifetime_risk_by_gail_is_refused() -> None:
    with pytest.raises(InvalidInput, match="lifetime_risk_model is gail; it is one of tyrer_cuz"):
        evaluate_row({"lifetime_risk_pct": "25", "lifetime_risk_model": "gail"})


def test_a_result_within_ten_years_is_not_above_that_of_a_lifetime() -> None:
    risk = EnteredRisk(lifetime_percent=Decimal(20), ten_year_percent=Decimal(21))

    with pytest.raises(InvalidInput) as refusal:
        judge_mri(woman(lifetime_risk=risk))

    assert refusal.value.column == "ten_year_risk_pct"


def keys(someone: Woman) -> list[str]:
    return [reason.key for reason in notes(someone)]


def test_what_makes_answers_doubtful_is_noted() -> None:
    proportion = EnteredRisk(lifetime_percent=Decimal("0.2"), model=FamilyModel.CLAUS)

    assert keys(BASELINE) == []
    assert keys(woman(personal_breast_cancer=True, gail5_percent=None)) == [
        "surveillance_after_breast_cancer"
    ]
    assert keys(woman(lcis=True)) == ["gail_not_meant_for_her"]
    assert keys(woman(lifetime_risk=EnteredRisk(lifetime_percent=Decimal(20)))) == [
        "model_not_stated"
    ]
    assert keys(woman(lifetime_risk=proportion)) == ["unlikely_input"]
    assert keys(woman(gail5_percent=Decimal("0.0167"))) == ["unlikely_input"]
    assert keys(woman(density_age=Decimal(51))) == ["density_later_than_today"]


@pytest.mark.parametrize(
    ("column", "text", "message"),
    [
        ("age", "fifty", "age is fifty; it is a number with a decimal point"),
        ("age", "1970", "age is 1970; it lies between 10 and 110"),
        ("menarche", "144", "menarche is 144; it lies between 6 and 25"),
        ("fdr_breast", "mother", "fdr_breast is mother; it is a number"),
        ("fdr_breast", "0.5", "fdr_breast is 0.5; it is a whole number"),
        ("fdr_breast", "-1", "fdr_breast is -1; it lies between 0 and 30"),
        ("own_brca", "BRCA1", "own_brca is BRCA1; it is yes, no, 1, 0 or blank"),
        ("density", "e", "density is e; it is one of a, b, c, d"),
        ("density", "3", "density is 3; it is one of a, b, c, d"),
        ("breastfeeding_months", "1e9", r"breastfeeding_months is 1E\+9; it lies between"),
        ("lifetime_risk_pct", "101", "lifetime_risk_pct is 101; it lies between 0 and 100"),
        ("gail5_pct", "167", "gail5_pct is 167; it lies between 0 and 100"),
        ("menopause", "51", "menopause is 51; it is at most her age, 50"),
        ("age_first_live_birth", "60", "age_first_live_birth is 60; it is at most her age, 50"),
        ("age_first_live_birth", "11", "is 11; it is not before menarche at 14"),
        ("chest_rt_age", "60", "chest_rt_age is 60; it is at most her age, 50"),
    ],
)
def test_an_impossible_answer_is_refused_with_column_value_and_what_is_allowed(
    column: str, text: str, message: str
) -> None:
    with pytest.raises(InvalidInput, match=message):
        evaluate_row({"age": "50", "menarche": "14", column: text})


def test_answers_that_contradict_each_other_are_refused() -> None:
    with pytest.raises(InvalidInput, match="a woman without live births has none"):
        cn2021(woman(live_births=Decimal(0)))
    with pytest.raises(InvalidInput, match="a woman with a variant is not negative"):
        cn2021(woman(own_brca=True, tested_brca_negative=True))


@pytest.mark.parametrize(
    ("text", "has_syndrome"),
    [
        ("none", False),
        ("no", False),
        ("0", False),
        ("", None),
        ("unknown", None),
        ("Li-Fraumeni", True),
        ("FDR Cowden", True),
        ("yes", True),
    ],
)
def test_a_syndrome_is_any_text_but_none(text: str, has_syndrome: bool | None) -> None:
    assert read_woman({"syndrome": text}).has_syndrome is has_syndrome
