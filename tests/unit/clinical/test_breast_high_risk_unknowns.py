"""High-risk rule sets where an answer is not known or a text is disputed."""

from decimal import Decimal

import pytest

from screening.clinical.bi_rads import Density
from screening.clinical.breast_high_risk import (
    CacaCuts,
    Cn2021Cuts,
    Judgment,
    MenarcheCut,
    Readings,
    Verdict,
    evaluate_row,
)
from tests.unit.clinical.high_risk_women import caca, cn2021, woman

UNKNOWN_CN2021 = [
    "fdr_breast", "fdr_ovarian", "sdr_breast_lt50", "sdr_ovarian_lt50", "own_brca", "fdr_brca",
    "menarche", "biopsy_or_benign_surgery", "atypia", "hrt_combined_months", "density",
]  # fmt: skip


@pytest.mark.parametrize("name", UNKNOWN_CN2021)
def test_an_unknown_item_a_or_b_leaves_the_verdict_open_and_is_named(name: str) -> None:
    found = cn2021(woman(**{name: None}))

    assert found.verdict is Verdict.INSUFFICIENT_DATA
    assert found.missing == (name,)


@pytest.mark.parametrize("name", UNKNOWN_CN2021)
def test_an_unknown_does_not_matter_where_another_item_suffices(name: str) -> None:
    met = {"hrt_combined_months": Decimal(6)} if name == "menarche" else {"menarche": Decimal(11)}
    found = cn2021(woman(**{name: None, **met}))

    assert found.verdict is Verdict.YES
    assert found.missing == ()


def test_an_unknown_item_c_matters_only_beside_another() -> None:
    alone = cn2021(woman(abortions=None))
    beside_one = cn2021(woman(abortions=None, breastfeeding_months=Decimal(0)))
    two_unknown = cn2021(woman(abortions=None, hrt_estrogen_months=None))

    assert (alone.verdict, alone.missing) == (Verdict.NO, ())
    assert (beside_one.verdict, beside_one.missing) == (
        Verdict.INSUFFICIENT_DATA,
        ("abortions",),
    )
    assert two_unknown.missing == ("hrt_estrogen_months", "abortions")


@pytest.mark.parametrize(("age", "is_missing"), [(54, False), (55, True), (None, True)])
def test_menopause_is_missing_only_of_women_who_may_have_had_it_at_55(
    age: int | None, is_missing: bool
) -> None:
    found = cn2021(woman(age=None if age is None else Decimal(age), menopause=None))

    assert ("menopause" in found.missing) is is_missing


def test_density_is_not_missing_of_a_woman_below_45() -> None:
    young = woman(age=Decimal(44), density=None, density_age=None)
    dense = woman(density=Density("d"), density_age=None)

    assert cn2021(young).missing == ()
    assert cn2021(dense).missing == ("density_age",)


def test_the_first_birth_is_asked_of_mothers_and_births_of_the_others() -> None:
    one_c = {"abortions": Decimal(2)}
    mother = woman(age_first_live_birth=None, **one_c)
    unknown = woman(age_first_live_birth=None, live_births=None, **one_c)
    late = woman(age_first_live_birth=Decimal(31), live_births=None, **one_c)

    assert cn2021(mother).missing == ("age_first_live_birth",)
    assert cn2021(unknown).missing == ("live_births",)
    assert cn2021(late).verdict is Verdict.YES


@pytest.mark.parametrize(
    "name", ["fdr_breast", "sdr_breast_lt50", "own_brca", "atypia", "lcis", "gail5_percent"]
)
def test_an_unknown_item_of_caca_is_named_by_its_column(name: str) -> None:
    changes: dict[str, object] = {name: None}
    if name == "sdr_breast_lt50":
        changes["sdr_ovarian_lt50"] = Decimal(1)

    found = caca(woman(**changes))

    assert found.verdict is Verdict.INSUFFICIENT_DATA
    assert found.missing == (name.replace("percent", "pct"),)


def test_in_a_file_an_unknown_fires_no_rule_and_is_named() -> None:
    results = evaluate_row({"age": "50", "own_brca": "unknown", "density": "unknown"})

    assert (results["cn2021_high_risk"], results["cn2021_rules"]) == ("no", "-")
    assert (results["caca_high_risk"], results["acs_mri"]) == ("no", "no criterion met")
    for column in ("own_brca", "menarche", "gail5_pct", "lifetime_risk_pct", "density"):
        assert f"input missing (input {column})" in results["reasons"]


def test_without_an_age_whether_she_is_in_the_program_is_not_known() -> None:
    results = evaluate_row({})

    assert (results["cn2021_start_age"], results["cn2021_in_programme_now"]) == ("45", "")
    assert "input missing (input age)" in results["reasons"]


@pytest.mark.parametrize(
    ("cut", "menarche", "is_high"),
    [
        (MenarcheCut.AT_MOST_12, "12", True),
        (MenarcheCut.AT_MOST_12, "12.5", False),
        (MenarcheCut.BELOW_12, "12", False),
        (MenarcheCut.BELOW_12, "11.9", True),
        (MenarcheCut.BELOW_13, "12.5", True),
        (MenarcheCut.BELOW_13, "13", False),
    ],
)
def test_which_menarche_is_early_is_a_reading(
    cut: MenarcheCut, menarche: str, is_high: bool
) -> None:
    readings = Readings(cn2021=Cn2021Cuts(menarche=cut))

    found = cn2021(woman(menarche=Decimal(menarche)), readings)

    assert (found.verdict is Verdict.YES) is is_high


def disputes(judgment: Judgment) -> list[object]:
    return [
        reason.values["choice"]
        for reason in judgment.reasons
        if reason.key == "verdict_rests_on_reading"
    ]


def test_a_verdict_that_rests_on_a_disputed_reading_says_so() -> None:
    assert disputes(cn2021(woman(menarche=Decimal(12)))) == ["below_12"]
    assert disputes(cn2021(woman(menarche=Decimal("12.5")))) == ["below_13"]
    assert disputes(cn2021(woman(menarche=Decimal(12), fdr_breast=Decimal(1)))) == []


def test_a_relatives_variant_counts_after_a_negative_test_only_by_the_reading_in_force() -> None:
    tested = woman(fdr_brca=True, tested_brca_negative=True)
    strict = Readings(tested_negative_relative_counts=False)

    for judged in (cn2021, caca):
        assert judged(tested).verdict is Verdict.YES
        assert disputes(judged(tested)) == ["no"]
        assert judged(tested, strict).verdict is Verdict.NO
        assert judged(woman(fdr_brca=True), strict).verdict is Verdict.YES


def test_every_cut_of_the_unseen_rule_is_a_setting() -> None:
    cuts = Cn2021Cuts(
        second_degree_relatives_from=3,
        menopause_from_years=56,
        combined_hormones_from_months=7,
        dense_from_years=51,
        breastfed_below_months=3,
        first_birth_from_years=31,
        estrogen_from_months=7,
        abortions_from=3,
        items_c_from=3,
    )
    no_longer = woman(
        age=Decimal(60),
        sdr_breast_lt50=Decimal(2),
        menopause=Decimal(55),
        hrt_combined_months=Decimal(6),
        density=Density("d"),
        breastfeeding_months=Decimal(3),
        age_first_live_birth=Decimal(30),
        hrt_estrogen_months=Decimal(6),
        abortions=Decimal(2),
    )

    assert cn2021(no_longer).rules == ("A2", "B2", "B4", "B5", "C1", "C2", "C3", "C4")
    assert cn2021(no_longer, Readings(cn2021=cuts)).rules == ()
    two_c = woman(breastfeeding_months=Decimal(0), abortions=Decimal(3))
    assert cn2021(two_c).verdict is Verdict.YES
    assert cn2021(two_c, Readings(cn2021=cuts)).verdict is Verdict.NO


def test_the_cuts_of_caca_are_settings() -> None:
    cuts = CacaCuts(
        second_degree_relatives_from=1,
        chest_radiotherapy_below_years=31,
        gail_from_percent=Decimal("1.0"),
    )
    someone = woman(sdr_breast_lt50=Decimal(1), chest_rt_age=Decimal(30))

    assert caca(someone).rules == ()
    assert caca(someone, Readings(caca=cuts)).rules == ("G2", "G5", "G6")
