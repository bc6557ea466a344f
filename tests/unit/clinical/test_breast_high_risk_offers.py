"""Who is offered which exam, from what age and how often: ACS, ACR with NCCN, EUSOBI."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.clinical.bi_rads import Density
from screening.clinical.breast_high_risk import (
    EnteredRisk,
    Exam,
    FamilyModel,
    Gene,
    Offer,
    Readings,
    Strength,
    Woman,
)
from screening.clinical.reasons import InvalidInput
from tests.unit.clinical.high_risk_women import GUIDELINES, lines, offered, woman


def lifetime(percent: str) -> dict[str, object]:
    risk = EnteredRisk(lifetime_percent=Decimal(percent), model=FamilyModel.BOADICEA)
    return {"lifetime_risk": risk}


YEARLY_MRI_AND_MAMMOGRAPHY_FROM_30 = [
    ("mri", 30, None, (12, 12)),
    ("mammography", 30, None, (12, 12)),
]


@pytest.mark.parametrize(
    "changes",
    [
        {"own_brca": True},
        {"fdr_brca": True},
        lifetime("20"),
        {"chest_rt_age": Decimal(10)},
        {"chest_rt_age": Decimal(30)},
        {"has_syndrome": True},
        {"own_brca": True, "density": Density("d"), "lcis": True},
    ],
)
def test_acs_offers_yearly_mri_and_mammography_and_nothing_beside(
    changes: dict[str, object],
) -> None:
    offers = offered("acs", woman(**changes))

    assert lines(offers) == YEARLY_MRI_AND_MAMMOGRAPHY_FROM_30
    assert [group.is_start_unverified for group in offers.groups] == [True]


AVERAGE_BY_ACS = [
    ("mammography", 45, 54, (12, 12)),
    ("mammography", 55, None, (12, 24)),
]


@pytest.mark.parametrize(
    ("changes", "strength"),
    [
        (lifetime("15"), Strength.INSUFFICIENT_EVIDENCE),
        ({"lcis": True}, Strength.INSUFFICIENT_EVIDENCE),
        ({"density": Density("c")}, Strength.INSUFFICIENT_EVIDENCE),
        (lifetime("14.9"), Strength.NOT_RECOMMENDED),
    ],
)
def test_acs_says_how_firm_it_is_on_mri_beside_mammography_at_average_risk(
    changes: dict[str, object], strength: Strength
) -> None:
    offers = offered("acs", woman(**changes))

    assert lines(offers) == AVERAGE_BY_ACS
    assert lines(offers, strength) == [("mri", None, None, None)]
    assert lines(offers, Strength.OPTION) == [("mammography", 40, 44, (12, 12))]


def test_the_age_at_which_mri_by_acs_begins_is_a_setting() -> None:
    readings = Readings(acs_mri_from_years=25)

    assert lines(offered("acs", woman(own_brca=True), readings))[0] == ("mri", 25, None, (12, 12))


@pytest.mark.parametrize("changes", [{"own_brca": True}, {"fdr_brca": True}])
def test_acr_and_nccn_offer_carriers_mri_from_25_and_mammography_from_30(
    changes: dict[str, object],
) -> None:
    assert lines(offered("acr_nccn", woman(**changes))) == [
        ("mri", 25, 75, (12, 12)),
        ("mammography", 30, None, (12, 12)),
    ]


def test_a_relative_who_was_tested_negative_is_no_carrier() -> None:
    tested = woman(fdr_brca=True, tested_brca_negative=True)

    assert offered("acr_nccn", tested).groups == ()


@pytest.mark.parametrize(("relative", "start"), [(None, None), (Decimal(45), 35)])
def test_a_high_lifetime_risk_begins_ten_years_before_the_youngest_relative(
    relative: Decimal | None, start: int | None
) -> None:
    someone = woman(**lifetime("20"), youngest_relative_age=relative)

    assert lines(offered("acr_nccn", someone)) == [
        ("mri", start, None, (12, 12)),
        ("mammography", start, None, (12, 12)),
    ]


@pytest.mark.parametrize(
    ("age", "gray", "start"), [(12, 10, 25), (17, 20, 25), (18, 10, 26), (29, 36, 37)]
)
def test_after_chest_radiotherapy_it_begins_at_25_or_8_years_later(
    age: int, gray: int, start: int
) -> None:
    someone = woman(chest_rt_age=Decimal(age), chest_rt_gray=Decimal(gray))

    assert lines(offered("acr_nccn", someone)) == [
        ("mri", start, None, (12, 12)),
        ("mammography", start, None, (12, 12)),
    ]


def test_a_low_dose_or_a_later_radiotherapy_is_no_reason_and_an_unknown_dose_is_named() -> None:
    low = woman(chest_rt_age=Decimal(20), chest_rt_gray=Decimal("9.9"))
    late = woman(chest_rt_age=Decimal(30), chest_rt_gray=Decimal(20))
    unknown = woman(chest_rt_age=Decimal(20))

    assert offered("acr_nccn", low).groups == ()
    assert offered("acr_nccn", late).groups == ()
    assert "chest_rt_gray" in offered("acr_nccn", unknown).missing


@pytest.mark.parametrize("gene", [Gene.ATM, Gene.CHEK2, Gene.BARD1])
@pytest.mark.parametrize(("relative", "start"), [(None, 40), (45, 35), (60, 40)])
def test_genes_of_moderate_risk_may_have_mri_from_40_or_earlier_by_the_family(
    gene: Gene, relative: int | None, start: int
) -> None:
    age = None if relative is None else Decimal(relative)
    offers = offered("acr_nccn", woman(gene=gene, youngest_relative_age=age))

    assert lines(offers, Strength.OPTION) == [("mri", start, 75, None)]


def test_with_nf1_mri_ends_at_50() -> None:
    offers = offered("acr_nccn", woman(gene=Gene.NF1))

    assert lines(offers, Strength.OPTION) == [("mri", None, 50, None)]


@pytest.mark.parametrize("changes", [{"lcis": True}, {"atypia": True}])
def test_acr_lets_mri_be_considered_after_a_precursor(changes: dict[str, object]) -> None:
    offers = offered("acr_nccn", woman(**changes))

    assert lines(offers, Strength.OPTION) == [("mri", None, None, None)]


@pytest.mark.parametrize(
    ("changes", "has_mri"),
    [
        ({"density": Density("c"), "personal_cancer_age": Decimal(51), "age": Decimal(60)}, True),
        ({"personal_cancer_age": Decimal(50)}, True),
        ({"personal_cancer_age": Decimal(51), "age": Decimal(60)}, False),
    ],
)
def test_acr_offers_yearly_mri_after_breast_cancer_if_dense_or_diagnosed_by_50(
    changes: dict[str, object], has_mri: bool
) -> None:
    offers = offered("acr_nccn", woman(personal_breast_cancer=True, **changes))

    assert lines(offers) == ([("mri", None, None, (12, 12))] if has_mri else [])


@pytest.mark.parametrize(
    ("gail", "age", "is_offered"), [("1.7", 35, True), ("1.69", 35, False), ("1.7", 34, False)]
)
def test_nccn_offers_clinical_exams_and_mammography_by_gail(
    gail: str, age: int, is_offered: bool
) -> None:
    offers = offered("acr_nccn", woman(gail5_percent=Decimal(gail), age=Decimal(age)))

    expected = [("clinical_exam", 35, None, (6, 12)), ("mammography", 35, None, (12, 12))]
    assert lines(offers) == (expected if is_offered else [])


def test_ultrasound_may_replace_mri_for_a_woman_who_cannot_have_it() -> None:
    offers = offered("acr_nccn", woman(own_brca=True, mri_possible=False))

    assert lines(offers) == [("mammography", 30, None, (12, 12))]
    assert lines(offers, Strength.OPTION) == [("ultrasound", 25, 75, (12, 12))]


@pytest.mark.parametrize(("density", "is_offered"), [("c", False), ("d", True)])
def test_eusobi_offers_mri_every_two_to_four_years_with_extremely_dense_breasts(
    density: str, is_offered: bool
) -> None:
    offers = offered("eusobi", woman(density=Density(density)))

    assert lines(offers) == ([("mri", 50, 70, (24, 48))] if is_offered else [])


@pytest.mark.parametrize(
    ("age", "covers"), [("34.9", False), ("35", True), ("64.9", True), ("65", False)]
)
def test_an_offer_covers_completed_years_with_both_ends(age: str, covers: bool) -> None:
    assert Offer(Exam.ULTRASOUND, 35, 64).covers(Decimal(age)) is covers


def test_an_offer_without_a_printed_start_leaves_it_open() -> None:
    offer = Offer(Exam.MRI, to_years=50)

    assert offer.covers(Decimal(40)) is None
    assert offer.covers(Decimal(51)) is False


def test_impossible_answers_are_refused_for_offers_too() -> None:
    with pytest.raises(InvalidInput):
        offered("acs", woman(menarche=Decimal(60)))


@given(
    code=st.sampled_from(sorted(GUIDELINES)),
    own_brca=st.none() | st.booleans(),
    density=st.none() | st.sampled_from(Density),
    lcis=st.none() | st.booleans(),
)
def test_every_guideline_says_what_it_offers_and_what_is_missing(
    code: str, own_brca: bool | None, density: Density | None, lcis: bool | None
) -> None:
    someone = Woman(own_brca=own_brca, density=density, lcis=lcis)
    offers = offered(code, someone)
    known = offered(code, woman(own_brca=own_brca, density=density, lcis=lcis))

    assert (offers.guideline, offers.edition) == (code, GUIDELINES[code].edition)
    assert len(known.missing) <= len(offers.missing)
    assert all(group.offers for group in offers.groups)
