"""The thyroid program's systems over the published vector files, column by column."""

import csv
from pathlib import Path

import pytest

from screening.clinical.reasons import ClinicalInputError
from screening.programs.thyroid.bulk import BULK_SYSTEMS
from screening.protocol.systems import BulkSystem

GOLDEN = Path(__file__).parents[2] / "golden"
DOCUMENTATION = {"id", "note", "source", "status"}
SYSTEMS = {system.code: system for system in BULK_SYSTEMS}
FILES = {
    "acr-ti-rads-2017": "acr_tirads_vectors.csv",
    "c-ti-rads-2020": "c_tirads_vectors.csv",
    "thyroid-growth": "growth_vectors.csv",
    "tnm-thyroid-8-differentiated": "tnm_thyroid_8.csv",
    "tnm-thyroid-8-medullary-anaplastic": "tnm_thyroid_8_medullary_anaplastic.csv",
}
SHOWN = ("eu-ti-rads-2017", "k-ti-rads-2021", "k-ti-rads-2016", "ata-2015")


def rows(name: str) -> list[dict[str, str]]:
    with (GOLDEN / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def evaluated(system: BulkSystem, row: dict[str, str]) -> dict[str, str]:
    """Return the result columns of a row as a file gets them."""
    inputs = {name: row[name] for name in system.inputs if name in row}
    try:
        return dict(system.evaluate(inputs))
    except ClinicalInputError:
        return {**system.left_on_error(inputs), **system.on_error}


@pytest.mark.parametrize(("code", "name"), FILES.items())
def test_a_system_has_the_columns_of_its_file(code: str, name: str) -> None:
    system, columns = SYSTEMS[code], rows(name)[0].keys() - DOCUMENTATION

    assert {*system.inputs, *system.results} - {"reasons"} == columns


@pytest.mark.parametrize(("code", "name"), FILES.items())
def test_a_system_gives_every_result_column_of_its_file(code: str, name: str) -> None:
    for row in rows(name):
        results = evaluated(SYSTEMS[code], row)

        results.pop("reasons", None)
        assert results == {column: row[column] for column in results}, row["id"]
        assert {*results, "reasons"} == set(SYSTEMS[code].results), row["id"]


def test_the_impossible_combination_keeps_its_points_beside_the_level_that_says_so() -> None:
    mixed = {
        "composition": "mixed", "echogenicity": "anechoic", "shape": "wider_than_tall",
        "margin": "smooth", "echogenic_foci": "none", "max_size_cm": "2.0",
    }  # fmt: skip

    results = evaluated(SYSTEMS["acr-ti-rads-2017"], mixed)

    assert (results["tr_level"], results["total_points"], results["fna"]) == ("INVALID", "1", "no")


@pytest.mark.parametrize("code", SHOWN)
def test_systems_that_are_only_shown_are_evaluated_too(code: str) -> None:
    solid = {
        "composition": "solid", "echogenicity": "hypoechoic", "shape": "wider_than_tall",
        "margin": "smooth", "echogenic_foci": "none", "max_size_mm": "30",
    }  # fmt: skip

    assert evaluated(SYSTEMS[code], solid)["fna"] == "yes"
