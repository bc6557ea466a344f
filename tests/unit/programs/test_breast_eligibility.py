"""Who is at high risk of breast cancer: answers in, verdicts, sentences and offers out."""

from decimal import Decimal

import pytest

from screening.programs.breast.eligibility import DEFAULT_RULE_SET, RULE_SETS
from screening.programs.breast.questionnaire import QUESTIONNAIRE
from screening.protocol.eligibility import Candidate, Eligibility, Verdict
from screening.protocol.payload import read_payload
from tests.factories.breast import DAY, judged, words
from tests.factories.golden import Row, golden_rows, row_id

BY_CODE = {rule_set.code: rule_set for rule_set in RULE_SETS}
HIGH_RISK = golden_rows("breast_highrisk_cn_vectors.csv")
MOTHER = {"fdr_breast": "1"}


def judge_row(code: str, row: Row, sex: str = "F") -> Eligibility:
    names = {name for field in QUESTIONNAIRE.fields for name in field.names}
    texts = {name: text for name, text in row.items() if name in names}
    answers, unreadable = read_payload(QUESTIONNAIRE.fields, texts)
    assert unreadable == []
    return BY_CODE[code].judge(Candidate(answers, None, sex, DAY))


def test_the_national_guideline_is_in_force_and_others_stand_beside_it() -> None:
    assert DEFAULT_RULE_SET == "cn2021"
    assert set(BY_CODE) == {"cn2021", "caca", "acs", "acr_nccn"}
    assert all(rule_set.finds_high_risk for rule_set in RULE_SETS)


@pytest.mark.parametrize("row", HIGH_RISK, ids=row_id)
def test_the_national_rule_finds_who_the_published_file_says(row: Row) -> None:
    found = judge_row("cn2021", row)

    is_high = row["cn2021_high_risk"] == "yes"
    # An unknown answer leaves open what the file, which fires no rule on it, calls a no.
    assert bool(found.is_high_risk) is is_high
    had_cancer = row["personal_breast_cancer"] in ("yes", "1")
    is_due = is_high and not had_cancer and Decimal(row["age"]) >= Decimal(row["cn2021_start_age"])
    assert (found.verdict is Verdict.YES) is is_due


@pytest.mark.parametrize("row", HIGH_RISK, ids=row_id)
def test_the_rule_of_the_association_finds_who_the_published_file_says(row: Row) -> None:
    assert bool(judge_row("caca", row).is_high_risk) is (row["caca_high_risk"] == "yes")


@pytest.mark.parametrize("row", HIGH_RISK, ids=row_id)
def test_the_american_society_offers_mri_to_whom_the_published_file_says(row: Row) -> None:
    assert bool(judge_row("acs", row).is_high_risk) is (row["acs_mri"] == "annual MRI+MG")


@pytest.mark.parametrize("code", BY_CODE)
def test_a_woman_without_any_risk_is_not_eligible(code: str) -> None:
    found = judged(code)

    assert (found.verdict, found.is_high_risk) == (Verdict.NO, False)
    assert found.reasons


def test_a_woman_at_high_risk_is_eligible_and_told_by_which_item() -> None:
    found = judged("cn2021", **MOTHER)

    assert (found.verdict, found.is_high_risk) == (Verdict.YES, True)
    assert words(found.reasons) == ["A1: a first-degree relative with breast or ovarian cancer"]


def test_two_weak_items_suffice_and_one_does_not() -> None:
    one = judged("cn2021", breastfeeding_months="2")
    two = judged("cn2021", breastfeeding_months="2", abortions="2")

    assert one.verdict is Verdict.NO
    assert words(one.reasons) == ["Met: C1; 2 items of group C are needed"]
    assert two.verdict is Verdict.YES


def test_who_is_at_high_risk_but_younger_waits_for_the_age_at_which_the_program_begins() -> None:
    found = judged("cn2021", 39, **MOTHER, density_age="39")

    assert (found.verdict, found.is_high_risk) == (Verdict.NO, True)
    assert "The program begins for her at the age of 40" in words(found.reasons)
    assert judged("cn2021", 40, **MOTHER, density_age="39").verdict is Verdict.YES


def test_the_american_society_begins_at_30_which_the_site_confirms() -> None:
    carrier = {"own_brca": "yes", "density_age": "28", "age_first_live_birth": "25"}

    assert judged("acs", 29, **carrier).verdict is Verdict.NO
    assert judged("acs", 30, **carrier).verdict is Verdict.YES
    assert "to be confirmed by the site" in words(judged("acs", 30, **carrier).offers)[0]


@pytest.mark.parametrize("code", BY_CODE)
def test_men_are_not_offered_the_program(code: str) -> None:
    found = judged(code, 50, "M", **MOTHER)

    assert (found.verdict, words(found.reasons)) == (Verdict.NO, ["The program is for women"])
    assert found.is_high_risk is None


def test_an_unknown_sex_is_asked_for() -> None:
    found = judged("cn2021", 50, "U", **MOTHER)

    assert found.verdict is Verdict.INSUFFICIENT_DATA
    assert "Not known: sex" in words(found.reasons)
    assert judged("cn2021", 50, "U").verdict is Verdict.NO


def test_an_unknown_age_is_asked_for_where_the_verdict_depends_on_it() -> None:
    found = judged("cn2021", None, **MOTHER)

    assert (found.verdict, found.is_high_risk) == (Verdict.INSUFFICIENT_DATA, True)
    assert "Not known: age; enter the date of birth, or the age" in words(found.reasons)


def test_the_age_is_answered_where_no_birth_date_is_known() -> None:
    assert judged("cn2021", None, **MOTHER, age="50").verdict is Verdict.YES


def test_an_unknown_answer_that_could_make_it_a_yes_is_named() -> None:
    found = judged("cn2021", fdr_breast="", breastfeeding_months="")

    assert (found.verdict, found.is_high_risk) == (Verdict.INSUFFICIENT_DATA, None)
    assert "Not known: First-degree relatives with breast cancer" in words(found.reasons)
    # One weak item alone cannot make it a yes, so that nobody has to ask for it.
    assert not any("breastfeeding" in text for text in words(found.reasons))


def test_a_woman_who_had_breast_cancer_goes_to_surveillance() -> None:
    found = judged("cn2021", **MOTHER, personal_breast_cancer="yes")

    assert found.verdict is Verdict.NO
    assert "Had breast cancer: surveillance instead of screening" in words(found.reasons)


def test_answers_that_contradict_each_other_give_no_verdict() -> None:
    found = judged("cn2021", 40, menopause="52")

    assert found.verdict is Verdict.INSUFFICIENT_DATA
    assert words(found.reasons) == [
        "Age at menopause: 52 is impossible, or contradicts another answer; correct it"
    ]


def test_the_gail_risk_that_follows_from_the_answers_counts_for_the_association() -> None:
    # Two affected relatives lift a White woman of 60 far above 1.67 % in 5 years.
    at_risk = {"gail5_pct": "", "race_code": "1", "biopsies": "2", "menarche": "11"}
    family_unknown = judged("caca", 60, **at_risk, fdr_breast="0", age_first_live_birth="31")

    assert family_unknown.is_high_risk is True
    assert words(family_unknown.reasons) == ["A 5-year risk by the Gail model of at least 1.67 %"]


def test_a_borderline_menarche_is_said_to_rest_on_the_wording_of_the_rule() -> None:
    found = judged("cn2021", menarche="12")

    assert found.verdict is Verdict.YES
    assert any("Disputed" in text and "before 12" in text for text in words(found.reasons))


def test_insufficient_evidence_is_the_societys_own_word_for_no() -> None:
    found = judged("acs", density="c")

    assert (found.verdict, found.is_high_risk) == (Verdict.NO, False)
    assert found.position == "Evidence insufficient: to be discussed"


def test_the_american_colleges_recommend_by_group() -> None:
    lifetime = judged("acr_nccn", lifetime_risk_pct="20")
    gail = judged("acr_nccn", gail5_pct="1.7")
    precursor = judged("acr_nccn", lcis="yes")

    assert words(lifetime.reasons) == ["Belongs to: Lifetime risk of at least 20 %"]
    assert (lifetime.verdict, gail.verdict) == (Verdict.YES, Verdict.YES)
    # MRI may be considered: nothing is recommended.
    assert precursor.verdict is Verdict.NO


def test_the_national_guideline_says_which_exams_from_when_and_how_often() -> None:
    high_risk = judged("cn2021", **MOTHER)
    general = judged("cn2021")

    assert words(high_risk.offers) == [
        "High risk: Mammography, every year, from the age of 40, recommended",
        "High risk: Breast ultrasound, every year, from the age of 40, recommended",
    ]
    assert words(general.offers) == [
        "Everyone: Mammography, every 1 to 2 years, from the age of 45, recommended",
        "Everyone: Breast ultrasound, every 1 to 2 years, from the age of 45, recommended",
    ]


def test_a_carrier_is_offered_mri_by_the_american_colleges_until_75() -> None:
    found = judged("acr_nccn", own_brca="yes")

    assert words(found.offers)[:2] == [
        (
            "Carrier, or untested relative of one: Breast MRI, every year, from 25 to 75 years, "
            "recommended"
        ),
        (
            "Carrier, or untested relative of one: Mammography, every year, from the age of 30, "
            "recommended"
        ),
    ]


def test_who_cannot_have_an_mri_may_have_an_ultrasound_instead() -> None:
    found = judged("acr_nccn", own_brca="yes", mri_possible="no")

    assert words(found.offers)[0] == (
        "Carrier, or untested relative of one: Breast ultrasound, every year, from 25 to 75 "
        "years, may be considered"
    )


def test_a_gene_that_is_named_says_that_she_carries_its_variant() -> None:
    assert judged("cn2021", own_brca="", gene="brca1").verdict is Verdict.YES


@pytest.mark.parametrize("rule_set", RULE_SETS, ids=lambda rule_set: rule_set.code)
def test_criteria_read_as_sentences(rule_set) -> None:
    criteria = words(rule_set.criteria)

    assert criteria[0].startswith("Women without breast cancer")
    assert all("{" not in text for text in criteria)
    assert len(criteria) == len(set(criteria))
