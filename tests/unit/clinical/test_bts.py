"""BTS 2015 management: every row by size, the limits of risk, and growth."""

from decimal import Decimal

import pytest

from screening.clinical.bts import Action, evaluate_row, step_after_growth
from screening.clinical.nodule_growth import growth_by_diameter, growth_by_volume
from screening.clinical.reasons import InvalidInput, MissingInput

SOLID, SUBSOLID = {"attenuation": "solid"}, {"attenuation": "subsolid"}

ROWS = [
    ({**SOLID, "diameter_mm": "4.9"}, "discharge"),
    ({**SOLID, "diameter_mm": "5"}, "ct_at_12_months"),
    ({**SOLID, "diameter_mm": "5.9"}, "ct_at_12_months"),
    ({**SOLID, "diameter_mm": "6"}, "ct_at_3_months"),
    ({**SOLID, "diameter_mm": "7.9"}, "ct_at_3_months"),
    ({**SOLID, "diameter_mm": "8"}, "brock_risk"),
    ({**SOLID, "volume_mm3": "79"}, "discharge"),
    ({**SOLID, "volume_mm3": "80"}, "ct_at_3_months"),
    ({**SOLID, "volume_mm3": "299"}, "ct_at_3_months"),
    ({**SOLID, "volume_mm3": "300"}, "brock_risk"),
    ({**SOLID, "volume_mm3": "79", "diameter_mm": "9"}, "discharge"),
    ({**SUBSOLID, "diameter_mm": "4.9"}, "discharge"),
    ({**SUBSOLID, "diameter_mm": "5"}, "ct_at_3_months"),
    ({"benign": "yes"}, "discharge"),
    ({"typical_perifissural": "yes", "diameter_mm": "9"}, "discharge"),
]


@pytest.mark.parametrize(("row", "action"), ROWS)
def test_a_nodule_is_managed_by_its_size(row: dict[str, str], action: str) -> None:
    results = evaluate_row(row)

    assert results["action"] == action
    assert results["reasons"]


@pytest.mark.parametrize(
    ("row", "then"),
    [
        (
            {**SOLID, "diameter_mm": "5"},
            "stable by volume: discharge; stable by diameter only: CT at 24 months",
        ),
        (
            {**SOLID, "diameter_mm": "6"},
            "stable or doubling time above 400 days: CT at 12 months",
        ),
        (
            {**SUBSOLID, "diameter_mm": "5"},
            "Brock risk; CT at 1, 2 and 4 years, or biopsy or excision",
        ),
    ],
)
def test_a_repeat_ct_comes_with_what_follows_it(row: dict[str, str], then: str) -> None:
    assert evaluate_row(row)["then"] == then


@pytest.mark.parametrize(
    ("brock", "herder", "action"),
    [
        ("0.099", "", "ct_surveillance"),
        ("0.10", "", "pet_ct_and_herder_risk"),
        ("0.3", "0.099", "ct_surveillance"),
        ("0.3", "0.10", "biopsy_or_discussion"),
        ("0.3", "0.70", "biopsy_or_discussion"),
        ("0.3", "0.701", "excision_or_non_surgical_treatment"),
    ],
)
def test_a_large_nodule_is_managed_by_its_risk(brock: str, herder: str, action: str) -> None:
    row = {**SOLID, "diameter_mm": "12", "brock_probability": brock, "herder_probability": herder}

    assert evaluate_row(row)["action"] == action


def test_a_risk_does_not_matter_below_its_size() -> None:
    row = {**SOLID, "diameter_mm": "4", "brock_probability": "0.3"}

    assert evaluate_row(row)["action"] == "discharge"


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ({}, "attenuation"),
        (SOLID, "diameter_mm"),
        ({**SUBSOLID, "volume_mm3": "90"}, "diameter_mm"),
    ],
)
def test_what_decides_is_named_when_it_is_missing(row: dict[str, str], column: str) -> None:
    with pytest.raises(MissingInput) as refusal:
        evaluate_row(row)

    assert refusal.value.column == column


@pytest.mark.parametrize(
    ("column", "value"),
    [("diameter_mm", "201"), ("brock_probability", "10"), ("herder_probability", "-0.1")],
)
def test_an_impossible_input_is_refused(column: str, value: str) -> None:
    row = {**SOLID, "diameter_mm": "12", "brock_probability": "0.3", column: value}

    with pytest.raises(InvalidInput) as refusal:
        evaluate_row(row)

    assert refusal.value.column == column


# V1, V2, days, action: doubling in 400 days is doubling 100 to 200 in 400 days
GROWN = [
    (100, 124, 90, Action.STABLE),
    (100, 90, 90, Action.STABLE),
    (100, 100, 90, Action.STABLE),
    (100, 200, 400, Action.WORK_UP),
    (100, 200, 401, Action.BIOPSY_OR_SURVEILLANCE),
    (100, 200, 600, Action.BIOPSY_OR_SURVEILLANCE),
    (100, 200, 601, Action.DISCHARGE),
    (100, 125, 90, Action.WORK_UP),
]


@pytest.mark.parametrize(("earlier", "later", "days", "action"), GROWN)
def test_growth_by_volume_decides_after_a_repeat_ct(
    earlier: int, later: int, days: int, action: Action
) -> None:
    growth = growth_by_volume(earlier, later, days)

    assert step_after_growth(growth, is_by_volume=True).action is action


def test_slow_growth_by_diameter_is_watched_and_not_discharged() -> None:
    """7.0 to 7.6 mm is 28 % in volume; in 730 days it doubles after 2,051 days."""
    growth = growth_by_diameter(Decimal("7.0"), Decimal("7.6"), 730)

    assert step_after_growth(growth, is_by_volume=False).action is Action.SURVEILLANCE
