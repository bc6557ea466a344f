"""What the breast program's systems say beside their results: reasons, labels, refusals."""

import pytest

from screening.clinical import bcsc, gail, tnm_breast
from screening.clinical.reasons import ClinicalInputError, Reason
from screening.programs.breast.bulk import BULK_SYSTEMS
from screening.programs.breast.wording.models import risk_sentences, stage_sentences

SYSTEMS = {system.code: system for system in BULK_SYSTEMS}
SAMPLES = {
    "race": "chinese", "of": "biopsies", "is": "0.5", "input": "biopsies", "until": 55,
    "from": 35, "to": 85, "percent": "1.2", "model": "bcsc-v1", "choice": "as_printed",
    "otherwise_percent": "0.8", "T": "T2", "N": "N1mi", "M": "M0",
    "reading": "n1mi_beyond_t1_counts_as_n1",
}  # fmt: skip
WOMAN = {"age": "50", "race_code": "6", "biopsies": "0", "first_degree_relatives": "1"}


def reason(key, names):
    return Reason(key, {name: SAMPLES[name] for name in names})


def said(code, **row):
    return [sentence.in_english() for sentence in SYSTEMS[code].explain(row)]


@pytest.mark.parametrize(
    ("key", "names"), [*gail.REASON_KEYS.items(), *bcsc.REASON_KEYS.items()], ids=str
)
def test_every_reason_of_a_risk_is_said_without_codes(key, names):
    fields = (*SYSTEMS["gail"].fields, *SYSTEMS["bcsc-v1"].fields)

    (sentence,) = risk_sentences([reason(key, names)], fields)

    assert "_" not in sentence.in_english()
    assert "{" not in sentence.in_english()


@pytest.mark.parametrize("key", tnm_breast.REASON_KEYS)
def test_every_reason_of_a_stage_is_said_without_codes(key):
    (sentence,) = stage_sentences([reason(key, tnm_breast.REASON_KEYS[key])])

    assert "_" not in sentence.in_english()
    assert "{" not in sentence.in_english()


def test_gail_names_what_each_input_adds_and_what_is_not_known():
    reasons = said("gail", **WOMAN)

    assert "Relatives with breast cancer: 0.791856" in reasons
    assert "Not known, so that nothing is added for it: Age at the first period" in reasons
    assert "No projection age: the risk is computed up to 55" in reasons


def test_bcsc_names_its_factors_its_source_and_the_other_reading_of_the_misprint():
    reasons = said("bcsc-v1", age="60", race="asian", density="c", biopsy="yes")

    assert "Breast density: times 1.5506" in reasons
    assert "Breast biopsy: times 1.495" in reasons
    assert "The coefficients of bcsc-v1 come from a secondary source" in reasons
    assert any("misprinted" in sentence for sentence in reasons)


def test_bi_rads_says_what_each_breast_has_and_which_leads():
    assert said("bi-rads", mg_left="0", workup_left="2", mg_right="1") == [
        "Left breast, mammography: 0",
        "Left breast: the work-up gave 2, which replaces the 0",
        "Right breast, mammography: 1",
        "Left breast leads: 2",
    ]


def test_high_risk_says_each_verdict_under_its_rule_set_and_what_is_weak_about_the_rule():
    reasons = said("breast-high-risk", age="50", fdr_breast="1")

    assert (
        "China, national guideline 2021: A1: a first-degree relative with breast or ovarian cancer"
        in reasons
    )
    assert (
        "China, national guideline 2021, its source: The text of the rule was not seen; it is "
        "recalled, to be confirmed by the site"
    ) in reasons


def test_a_no_that_an_unknown_could_change_is_said_not_to_be_decided():
    undecided = "China, national guideline 2021: not decided, as what is not known could change it"

    assert undecided in said("breast-high-risk", age="50")
    assert undecided not in said("breast-high-risk", age="50", fdr_breast="1")


@pytest.mark.parametrize(
    ("row", "reasons"),
    [
        ({"T": "T2", "N": "N1", "M": "M0"}, ["T2 N1 M0 stands in the stage table"]),
        ({"T": "TX", "N": "N3a", "M": "M0"}, ["N3a decides, whatever T is"]),
        ({"M": "M1"}, ["M1 decides, whatever T and N are"]),
        (
            {"T": "T3", "N": "N1mi", "M": "M0"},
            [
                "T3 N1mi M0 stands in the stage table",
                "N1mi beside T2 to T4 counts as N1; to be confirmed by the site",
            ],
        ),
    ],
)
def test_a_stage_group_says_what_it_rests_on(row, reasons):
    assert said("tnm-breast-8", **row) == reasons


@pytest.mark.parametrize(
    ("code", "row", "told"),
    [
        ("gail", {**WOMAN, "race_code": "chinese"}, "race_code is chinese; it is one of 1 white"),
        ("gail", {**WOMAN, "age": "fifty"}, "age is fifty; it is a number"),
        (
            "gail",
            {**WOMAN, "atypical_hyperplasia": "yes"},
            "atypical_hyperplasia is yes; without a biopsy it is 99 or blank",
        ),
        ("bcsc-v1", {"age": "60", "race": "asian", "density": "5"}, "density is 5; it is 1, 2"),
        ("bi-rads", {"mg_left": "7"}, "mg_left is 7; it is one of 0, 1, 2"),
        (
            "breast-high-risk",
            {"breastfeeding_months": "1200"},
            "breastfeeding_months is 1200; it lies between 0 and 720",
        ),
        ("breast-high-risk", {"density": "dense"}, "density is dense; it is one of a, b, c, d"),
        ("tnm-breast-8", {"T": "T5", "N": "N0", "M": "M0"}, "T is T5; it is one of TX, T0"),
    ],
)
def test_a_refusal_names_column_value_and_what_is_allowed(code, row, told):
    with pytest.raises(ClinicalInputError, match=told):
        SYSTEMS[code].evaluate(row)
