"""High-risk rule sets against the published vectors, and rule by rule at its limit."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from screening.clinical.bi_rads import Density
from screening.clinical.breast_high_risk import (
    RESULTS,
    AcsMri,
    EnteredRisk,
    FamilyModel,
    Verdict,
    evaluate_row,
    judge_mri,
)
from tests.unit.clinical.high_risk_women import BASELINE, caca, cn2021, woman

VECTORS = Path(__file__).parents[2] / "golden" / "breast_highrisk_cn_vectors.csv"


def vectors() -> list[dict[str, str]]:
    with VECTORS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", vectors(), ids=lambda row: f"{row['id']} {row['case']}")
def test_each_published_vector_gives_the_published_verdicts(row: dict[str, str]) -> None:
    results = evaluate_row(row)

    assert tuple(results) == RESULTS
    for column in RESULTS:
        if column != "reasons":
            assert results[column] == row[column], column


def test_a_woman_without_any_risk_is_at_high_risk_by_no_rule_set() -> None:
    assert (cn2021(BASELINE).verdict, cn2021(BASELINE).rules) == (Verdict.NO, ())
    assert (caca(BASELINE).verdict, caca(BASELINE).rules) == (Verdict.NO, ())
    assert judge_mri(BASELINE).verdict == AcsMri.NOT_RECOMMENDED


# What is just not enough, what just is, and the rule of 2021 that is then met.
LIMITS_CN2021 = [
    ("A1", {"fdr_breast": Decimal(0)}, {"fdr_breast": Decimal(1)}),
    ("A1", {"fdr_ovarian": Decimal(0)}, {"fdr_ovarian": Decimal(1)}),
    ("A2", {"sdr_breast_lt50": Decimal(1)}, {"sdr_breast_lt50": Decimal(2)}),
    ("A3", {"sdr_ovarian_lt50": Decimal(1)}, {"sdr_ovarian_lt50": Decimal(2)}),
    ("A4", {"own_brca": False}, {"own_brca": True}),
    ("A4", {"fdr_brca": False}, {"fdr_brca": True}),
    ("B1", {"menarche": Decimal("12.1")}, {"menarche": Decimal(12)}),
    (
        "B2",
        {"age": Decimal(60), "menopause": Decimal(54)},
        {"age": Decimal(60), "menopause": Decimal(55)},
    ),
    ("B3", {"biopsy_or_benign_surgery": False}, {"biopsy_or_benign_surgery": True}),
    ("B3", {"lcis": True}, {"atypia": True}),
    ("B4", {"hrt_combined_months": Decimal("5.9")}, {"hrt_combined_months": Decimal(6)}),
    (
        "B5",
        {"density": Density("c"), "density_age": Decimal("44.9")},
        {"density": Density("c"), "density_age": Decimal(45)},
    ),
    ("B5", {"density": Density("b")}, {"density": Density("d")}),
]
LIMITS_C = [
    ("C1", {"breastfeeding_months": Decimal(4)}, {"breastfeeding_months": Decimal("3.9")}),
    ("C2", {"age_first_live_birth": Decimal("29.9")}, {"age_first_live_birth": Decimal(30)}),
    ("C2", {}, {"live_births": Decimal(0), "age_first_live_birth": None}),
    ("C3", {"hrt_estrogen_months": Decimal("5.9")}, {"hrt_estrogen_months": Decimal(6)}),
    ("C4", {"abortions": Decimal(1)}, {"abortions": Decimal(2)}),
]


@pytest.mark.parametrize(("rule", "below", "reached"), LIMITS_CN2021)
def test_an_item_a_or_b_suffices_from_its_limit_on(
    rule: str, below: dict[str, object], reached: dict[str, object]
) -> None:
    assert cn2021(woman(**below)).verdict is Verdict.NO
    assert cn2021(woman(**reached)).verdict is Verdict.YES
    assert cn2021(woman(**reached)).rules == (rule,)


@pytest.mark.parametrize(("rule", "below", "reached"), LIMITS_C)
def test_an_item_c_is_met_from_its_limit_on_and_does_not_suffice(
    rule: str, below: dict[str, object], reached: dict[str, object]
) -> None:
    assert cn2021(woman(**below)).rules == ()
    assert cn2021(woman(**reached)).rules == (rule,)
    assert cn2021(woman(**reached)).verdict is Verdict.NO


@pytest.mark.parametrize(("first", "_", "change"), LIMITS_C)
@pytest.mark.parametrize(("second", "__", "other"), LIMITS_C)
def test_any_two_items_c_suffice(
    first: str,
    _: object,
    change: dict[str, object],
    second: str,
    __: object,
    other: dict[str, object],
) -> None:
    if first == second:
        return
    found = cn2021(woman(**{**change, **other}))

    assert found.verdict is Verdict.YES
    assert found.rules == tuple(sorted((first, second)))


def test_all_rules_that_are_met_are_named_in_their_order() -> None:
    found = cn2021(woman(abortions=Decimal(2), menarche=Decimal(11), fdr_breast=Decimal(1)))

    assert found.rules == ("A1", "B1", "C4")


LIMITS_CACA = [
    ("G1", {}, {"fdr_ovarian": Decimal(1)}),
    (
        "G2",
        {"sdr_breast_lt50": Decimal(1)},
        {"sdr_breast_lt50": Decimal(1), "sdr_ovarian_lt50": Decimal(1)},
    ),
    ("G3", {}, {"fdr_brca": True}),
    ("G4", {"biopsy_or_benign_surgery": True}, {"lcis": True}),
    ("G4", {}, {"atypia": True}),
    ("G5", {"chest_rt_age": Decimal(30)}, {"chest_rt_age": Decimal("29.9")}),
    ("G6", {"gail5_percent": Decimal("1.669")}, {"gail5_percent": Decimal("1.67")}),
]


@pytest.mark.parametrize(("rule", "below", "reached"), LIMITS_CACA)
def test_an_item_of_caca_suffices_from_its_limit_on(
    rule: str, below: dict[str, object], reached: dict[str, object]
) -> None:
    assert caca(woman(**below)).verdict is Verdict.NO
    assert caca(woman(**reached)).verdict is Verdict.YES
    assert caca(woman(**reached)).rules == (rule,)


# Each criterion with what just misses it; the order is that in which they apply.
LIMITS_ACS = [
    ({"own_brca": True}, AcsMri.ANNUAL),
    ({"fdr_brca": True}, AcsMri.ANNUAL),
    ({"fdr_brca": True, "tested_brca_negative": True}, AcsMri.NOT_RECOMMENDED),
    ({"chest_rt_age": Decimal(9)}, AcsMri.NOT_RECOMMENDED),
    ({"chest_rt_age": Decimal(10)}, AcsMri.ANNUAL),
    ({"chest_rt_age": Decimal(30)}, AcsMri.ANNUAL),
    ({"chest_rt_age": Decimal(31)}, AcsMri.NOT_RECOMMENDED),
    ({"has_syndrome": True}, AcsMri.ANNUAL),
    ({"lcis": True}, AcsMri.INSUFFICIENT_EVIDENCE),
    ({"atypia": True}, AcsMri.INSUFFICIENT_EVIDENCE),
    ({"personal_breast_cancer": True}, AcsMri.INSUFFICIENT_EVIDENCE),
    ({"density": Density("c")}, AcsMri.INSUFFICIENT_EVIDENCE),
    ({"density": Density("b")}, AcsMri.NOT_RECOMMENDED),
    ({"lifetime_risk": None}, AcsMri.NO_CRITERION),
    ({"lifetime_risk": None, "lcis": True}, AcsMri.INSUFFICIENT_EVIDENCE),
    ({"lcis": True, "own_brca": True}, AcsMri.ANNUAL),
]


@pytest.mark.parametrize(("changes", "verdict"), LIMITS_ACS)
def test_mri_by_acs_goes_by_the_first_criterion_that_applies(
    changes: dict[str, object], verdict: AcsMri
) -> None:
    assert judge_mri(woman(**changes)).verdict is verdict


@pytest.mark.parametrize(
    ("percent", "verdict"),
    [
        ("14.99", AcsMri.NOT_RECOMMENDED),
        ("15", AcsMri.INSUFFICIENT_EVIDENCE),
        ("19.99", AcsMri.INSUFFICIENT_EVIDENCE),
        ("20", AcsMri.ANNUAL),
    ],
)
def test_mri_by_acs_goes_by_the_lifetime_risk(percent: str, verdict: AcsMri) -> None:
    risk = EnteredRisk(lifetime_percent=Decimal(percent), model=FamilyModel.BOADICEA)

    assert judge_mri(woman(lifetime_risk=risk)).verdict is verdict


def test_a_relative_of_a_carrier_who_is_not_known_to_be_tested_is_untested() -> None:
    found = judge_mri(woman(fdr_brca=True, tested_brca_negative=None))

    assert found.verdict is AcsMri.ANNUAL
    assert found.missing == ("tested_brca_negative",)
