"""NELSON classes of nodules: every limit of the table, and what is missing."""

import pytest

from screening.clinical.nelson import evaluate_row
from screening.clinical.reasons import InvalidInput, MissingInput

# type, measures, class: class 3 holds both of its limits
ROWS = [
    ("solid", {"volume_mm3": "49"}, "2"),
    ("solid", {"volume_mm3": "50"}, "3"),
    ("solid", {"volume_mm3": "500"}, "3"),
    ("solid", {"volume_mm3": "501"}, "4"),
    ("solid", {"benign_features": "yes"}, "1"),
    ("solid", {"benign_features": "no", "volume_mm3": "501"}, "4"),
    ("pleural_based", {"smallest_diameter_mm": "4.9"}, "2"),
    ("pleural_based", {"smallest_diameter_mm": "5"}, "3"),
    ("pleural_based", {"smallest_diameter_mm": "10"}, "3"),
    ("pleural_based", {"smallest_diameter_mm": "10.1"}, "4"),
    ("part_solid", {"mean_diameter_mm": "7.9", "solid_part_volume_mm3": "49"}, "2"),
    ("part_solid", {"mean_diameter_mm": "8", "solid_part_volume_mm3": "49"}, "3"),
    ("part_solid", {"mean_diameter_mm": "7.9", "solid_part_volume_mm3": "50"}, "3"),
    ("part_solid", {"mean_diameter_mm": "20", "solid_part_volume_mm3": "500"}, "3"),
    ("part_solid", {"mean_diameter_mm": "20", "solid_part_volume_mm3": "501"}, "4"),
    ("part_solid", {"solid_part_volume_mm3": "501"}, "4"),
    ("non_solid", {"mean_diameter_mm": "7.9"}, "2"),
    ("non_solid", {"mean_diameter_mm": "8"}, "3"),
    ("non_solid", {"mean_diameter_mm": "60"}, "3"),
]
MEANING = {
    "1": ("negative", ""),
    "2": ("negative", ""),
    "3": ("indeterminate", "3"),
    "4": ("positive", ""),
}


@pytest.mark.parametrize(("nodule_type", "measures", "nodule_class"), ROWS)
def test_a_nodule_has_the_class_of_its_row(
    nodule_type: str, measures: dict[str, str], nodule_class: str
) -> None:
    results = evaluate_row({"nodule_type": nodule_type, **measures})

    assert results["nodule_class"] == nodule_class
    assert (results["verdict"], results["repeat_ct_months"]) == MEANING[nodule_class]
    assert results["reasons"]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ({}, "nodule_type"),
        ({"nodule_type": "solid"}, "volume_mm3"),
        ({"nodule_type": "solid", "mean_diameter_mm": "9"}, "volume_mm3"),
        ({"nodule_type": "pleural_based", "volume_mm3": "90"}, "smallest_diameter_mm"),
        ({"nodule_type": "part_solid", "mean_diameter_mm": "9"}, "solid_part_volume_mm3"),
        ({"nodule_type": "part_solid", "solid_part_volume_mm3": "90"}, "mean_diameter_mm"),
        ({"nodule_type": "non_solid", "benign_features": "yes"}, "mean_diameter_mm"),
    ],
)
def test_the_measure_that_decides_is_named_when_it_is_missing(
    row: dict[str, str], column: str
) -> None:
    with pytest.raises(MissingInput) as refusal:
        evaluate_row(row)

    assert refusal.value.column == column


@pytest.mark.parametrize("volume", ["-1", "4000001"])
def test_an_impossible_volume_is_refused(volume: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        evaluate_row({"nodule_type": "solid", "volume_mm3": volume})

    assert refusal.value.column == "volume_mm3"
