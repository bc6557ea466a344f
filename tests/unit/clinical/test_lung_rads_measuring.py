"""How Lung-RADS measures: decimal means, disputed readings, and inputs that it refuses."""

from decimal import Decimal

import pytest

from screening.clinical.lung_rads import (
    Category,
    NoduleResult,
    Readings,
    Rounding,
    categorize_nodule,
    mean_diameter_mm,
    read_nodule,
)
from screening.clinical.reasons import ClinicalInputError, InvalidInput, MissingInput


def result_of(readings: Readings | None = None, **columns: str) -> NoduleResult:
    return categorize_nodule(read_nodule(columns), readings or Readings())


def reason_values(result: NoduleResult, key: str) -> list[dict[str, object]]:
    return [dict(reason.values) for reason in result.reasons if reason.key == key]


@pytest.mark.parametrize(
    ("long_mm", "short_mm", "mean"),
    [
        ("6.3", "5.6", "6.0"),
        ("6.3", "5.7", "6.0"),
        ("8.4", "7.5", "8.0"),
        ("8.3", "7.5", "7.9"),
        ("16.0", "13.0", "14.5"),
        ("5.8", "5.7", "5.8"),
    ],
)
def test_the_mean_diameter_is_rounded_half_up_in_decimal(
    long_mm: str, short_mm: str, mean: str
) -> None:
    assert mean_diameter_mm(Decimal(long_mm), Decimal(short_mm)) == Decimal(mean)


@pytest.mark.parametrize(
    ("rounding", "mean"), [("half_up", "7.9"), ("half_even", "7.8"), ("truncate", "7.8")]
)
def test_another_rounding_of_the_exact_half_may_be_chosen(rounding: str, mean: str) -> None:
    assert mean_diameter_mm(Decimal("8.0"), Decimal("7.7"), Rounding(rounding)) == Decimal(mean)


def test_the_mean_decides_and_not_the_long_axis() -> None:
    result = result_of(finding="solid", status="baseline", long_mm="16.0", short_mm="13.0")

    assert result.category == "4A"


def test_a_typed_mean_is_rounded_to_a_tenth_too() -> None:
    assert result_of(finding="solid", status="baseline", mean_diameter_mm="5.95").category == "3"
    assert result_of(finding="solid", status="baseline", mean_diameter_mm="5.94").category == "2"


def test_the_volume_decides_over_the_diameter_and_the_disagreement_is_shown() -> None:
    result = result_of(finding="solid", status="baseline", mean_diameter_mm="8.0", volume_mm3="200")

    assert result.category == "3"
    assert reason_values(result, "volume_and_diameter_disagree") == [
        {"volume_category": "3", "diameter_category": "4A"}
    ]


def test_a_volume_that_agrees_with_the_diameter_is_not_remarked_on() -> None:
    result = result_of(finding="solid", status="baseline", mean_diameter_mm="7.0", volume_mm3="180")

    assert reason_values(result, "volume_and_diameter_disagree") == []


def test_the_rounding_is_named_only_where_it_decides() -> None:
    deciding = result_of(finding="solid", status="baseline", long_mm="6.3", short_mm="5.6")
    harmless = result_of(finding="solid", status="baseline", long_mm="6.8", short_mm="6.7")

    assert reason_values(deciding, "disputed_reading") == [
        {"reading": "rounding", "choice": "half_up"}
    ]
    assert reason_values(harmless, "disputed_reading") == []


DISPUTED = [
    ({"stable_3_seen_from_3_months": "2"}, "solid stable - - 3 3", "3", "2"),
    ({"stable_4a_seen_from_9_months": "2"}, "solid stable - - 4A 9", "3", "2"),
    ({"resolved": "1"}, "solid resolved - - - -", "2", "1"),
    ({"small_new_part_solid": "3"}, "part_solid new 5.5 4.5 - -", "4B", "3"),
    (
        {"threshold_rule_for_solid_part": False},
        "part_solid threshold_crossed 9 6.2 - -",
        "4A",
        "3",
    ),
    ({"growing_non_solid_from_30_mm": "2"}, "non_solid growing 31 - - -", "3", "2"),
    ({"growing_juxtapleural_as_solid": False}, "juxtapleural growing 9 - - -", "4B", "2"),
    ({"airway_content": "0"}, "airway baseline - - - -", "2", "0"),
]


@pytest.mark.parametrize(("choice", "nodule", "by_default", "otherwise"), DISPUTED)
def test_each_disputed_reading_has_its_default_and_its_other_option(
    choice: dict[str, str | bool], nodule: str, by_default: str, otherwise: str
) -> None:
    names = ("finding", "status", "mean_diameter_mm", "solid_component_mm")
    names += ("prior_category", "months_since_prior_ct")
    columns = dict(zip(names, nodule.replace("-", "").split(" "), strict=True))
    columns |= {"morphology": "smooth_oval", "airway_content": "tubular"}
    chosen = {
        name: Category(value) if isinstance(value, str) else value for name, value in choice.items()
    }

    results = [result_of(**columns), result_of(Readings(**chosen), **columns)]

    assert [result.category for result in results] == [by_default, otherwise]
    for result in results:
        assert [values["reading"] for values in reason_values(result, "disputed_reading")] == [
            *choice
        ]


MISSING = [
    ({"status": "baseline"}, "finding"),
    ({"finding": "solid"}, "status"),
    ({"finding": "solid", "status": "baseline"}, "mean_diameter_mm"),
    ({"finding": "solid", "status": "baseline", "long_mm": "7"}, "short_mm"),
    ({"finding": "solid", "status": "baseline", "short_mm": "7"}, "long_mm"),
    ({"finding": "non_solid", "status": "growing"}, "mean_diameter_mm"),
    (
        {"finding": "part_solid", "status": "baseline", "solid_component_mm": "3"},
        "mean_diameter_mm",
    ),
    (
        {"finding": "part_solid", "status": "baseline", "mean_diameter_mm": "9"},
        "solid_component_mm",
    ),
    ({"finding": "part_solid", "status": "new", "mean_diameter_mm": "9"}, "solid_component_mm"),
    ({"finding": "part_solid", "status": "solid_component_new"}, "solid_component_mm"),
    ({"finding": "solid", "status": "stable"}, "prior_category"),
    ({"finding": "solid", "status": "stable", "prior_category": "3"}, "months_since_prior_ct"),
    (
        {"finding": "part_solid", "status": "decreased", "prior_category": "4A"},
        "months_since_prior_ct",
    ),
    ({"finding": "juxtapleural", "status": "baseline", "mean_diameter_mm": "9"}, "morphology"),
    ({"finding": "juxtapleural", "status": "new", "morphology": "smooth_oval"}, "mean_diameter_mm"),
    ({"finding": "airway", "status": "baseline"}, "airway_level"),
    ({"finding": "cyst", "status": "baseline"}, "cyst_type"),
    ({"finding": "cyst", "status": "growing", "cyst_type": "multilocular"}, "cyst_change"),
    ({"finding": "cyst", "status": "stable", "cyst_type": "multilocular"}, "prior_category"),
]


@pytest.mark.parametrize(("columns", "missing"), MISSING)
def test_a_missing_input_is_named_and_never_guessed(columns: dict[str, str], missing: str) -> None:
    with pytest.raises(MissingInput) as refusal:
        result_of(**columns)

    assert refusal.value.column == missing


SOLID = {"finding": "solid", "status": "baseline"}
PART_SOLID = {"finding": "part_solid", "mean_diameter_mm": "9"}
SEGMENTAL = {"finding": "airway", "airway_level": "segmental_or_proximal"}
INVALID = [
    ({**SOLID, "long_mm": "5", "short_mm": "6"}, "short_mm"),
    ({**SOLID, "mean_diameter_mm": "0"}, "mean_diameter_mm"),
    ({**SOLID, "mean_diameter_mm": "201"}, "mean_diameter_mm"),
    ({**SOLID, "mean_diameter_mm": "large"}, "mean_diameter_mm"),
    ({**SOLID, "mean_diameter_mm": "NaN"}, "mean_diameter_mm"),
    ({**SOLID, "volume_mm3": "0"}, "volume_mm3"),
    ({**SOLID, "mean_diameter_mm": "7", "months_since_prior_ct": "-1"}, "months_since_prior_ct"),
    ({"finding": "nodule", "status": "baseline"}, "finding"),
    ({"finding": "solid", "status": "larger"}, "status"),
    ({"finding": "solid", "status": "solid_component_new", "mean_diameter_mm": "7"}, "status"),
    ({"finding": "solid", "status": "stable", "prior_category": "0"}, "prior_category"),
    ({"finding": "solid", "status": "stable", "benign_after_workup": "y"}, "benign_after_workup"),
    ({**PART_SOLID, "status": "growing", "solid_component_mm": "5"}, "status"),
    ({**PART_SOLID, "status": "baseline", "solid_component_mm": "9.1"}, "solid_component_mm"),
    (
        {**PART_SOLID, "status": "solid_component_new", "solid_component_mm": "0"},
        "solid_component_mm",
    ),
    ({**SEGMENTAL, "status": "decreased"}, "status"),
    ({**SEGMENTAL, "status": "slow_growing"}, "status"),
    (
        {
            "finding": "cyst",
            "status": "growing",
            "cyst_type": "multilocular",
            "cyst_change": "cystic_component_growing",
        },
        "cyst_change",
    ),
]


@pytest.mark.parametrize(("columns", "column"), INVALID)
def test_an_impossible_or_contradictory_input_is_refused_by_name(
    columns: dict[str, str], column: str
) -> None:
    with pytest.raises(InvalidInput) as refusal:
        result_of(**columns)

    assert refusal.value.column == column


def test_the_mean_of_swapped_axes_is_refused() -> None:
    with pytest.raises(ClinicalInputError, match="at most the long axis"):
        mean_diameter_mm(Decimal(5), Decimal(6))
