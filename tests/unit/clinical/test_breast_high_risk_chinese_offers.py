"""Who is offered which exam, from what age and how often, line by line: the Chinese texts."""

from decimal import Decimal

import pytest

from screening.clinical.bi_rads import Density
from screening.clinical.breast_high_risk import (
    Cn2021Cuts,
    Evidence,
    Readings,
    Strength,
)
from tests.unit.clinical.high_risk_women import lines, offered, woman


def test_the_text_of_2019_offers_mammography_from_45_and_by_choice_from_40() -> None:
    offers = offered("cn2019", woman())

    assert lines(offers) == [("mammography", 45, 69, (24, 24))]
    assert lines(offers, Strength.OPTION) == [
        ("mammography", 40, 44, (24, 24)),
        ("mammography", 70, None, (24, 24)),
    ]


def test_the_text_of_2019_adds_ultrasound_to_dense_breasts() -> None:
    assert lines(offered("cn2019", woman(density=Density("c")))) == [
        ("ultrasound", 45, 69, (24, 24)),
        ("mammography", 45, 69, (24, 24)),
    ]


def test_the_text_of_2019_begins_at_35_for_carriers_with_ill_relatives_and_at_40_for_others() -> (
    None
):
    with_family = offered("cn2019", woman(own_brca=True, fdr_breast=Decimal(1)))
    other = offered("cn2019", woman(chest_rt_age=Decimal(20)))

    assert ("mri", 35, None, None) in lines(with_family)
    assert lines(other) == [("ultrasound", 40, None, None), ("mammography", 45, None, None)]
    assert lines(other, Strength.OPTION) == [("mri", 45, None, None)]


def test_the_text_of_2021_offers_both_exams_yearly_from_40_at_high_risk() -> None:
    high, general = offered("cn2021", woman(menarche=Decimal(11))), offered("cn2021", woman())

    assert lines(high) == [
        ("mammography", 40, None, (12, 12)),
        ("ultrasound", 40, None, (12, 12)),
    ]
    assert lines(general) == [
        ("mammography", 45, None, (12, 24)),
        ("ultrasound", 45, None, (12, 24)),
    ]
    carrier = offered("cn2021", woman(own_brca=True))
    assert lines(carrier, Strength.OPTION) == [("mri", 40, None, None)]
    assert {group.evidence for group in carrier.groups} == {Evidence.UNVERIFIED}


def test_the_ages_of_the_unseen_text_of_2021_are_settings() -> None:
    cuts = Readings(cn2021=Cn2021Cuts(start_years=40, start_years_at_high_risk=35))

    assert lines(offered("cn2021", woman(), cuts))[0][1] == 40
    assert lines(offered("cn2021", woman(menarche=Decimal(11)), cuts))[0][1] == 35


@pytest.mark.parametrize(
    ("changes", "start"),
    [
        ({}, 40),
        ({"own_brca": True}, 25),
        ({"lcis": True}, 0),
        ({"fdr_breast": Decimal(1), "youngest_relative_age": Decimal(45)}, 35),
        ({"fdr_breast": Decimal(1), "youngest_relative_age": Decimal(30)}, 25),
        ({"fdr_breast": Decimal(1)}, None),
    ],
)
def test_the_text_of_2022_prints_ages_alone(changes: dict[str, object], start: int | None) -> None:
    assert lines(offered("cn2022", woman(**changes))) == [("not_printed", start, None, None)]


def test_the_text_of_2026_offers_high_risk_ultrasound_twice_a_year_or_yearly() -> None:
    assert lines(offered("cn2026", woman())) == [("not_printed", 40, None, None)]
    assert lines(offered("cn2026", woman(own_brca=True))) == [
        ("mri", None, None, None),
        ("mammography", None, None, (12, 12)),
        ("ultrasound", None, None, (6, 12)),
    ]


def test_the_plan_for_two_cancers_offers_every_woman_the_same() -> None:
    for someone in (woman(), woman(own_brca=True)):
        assert lines(offered("cn_two_cancers", someone)) == [
            ("clinical_exam", 35, 64, None),
            ("ultrasound", 35, 64, None),
        ]
