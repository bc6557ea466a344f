"""The lung program's systems over the published vector files, column by column."""

import csv
from pathlib import Path

import pytest

from screening.programs.lung.bulk import BULK_SYSTEMS
from screening.protocol.systems import BulkSystem

GOLDEN = Path(__file__).parents[2] / "golden"
NEVER_INPUTS = {"id", "ambiguity", "basis"}
SYSTEMS = {system.code: system for system in BULK_SYSTEMS}
LUNG_RADS = SYSTEMS["lung-rads-v2022"]


def rows(name: str) -> list[dict[str, str]]:
    with (GOLDEN / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def evaluated(system: BulkSystem, row: dict[str, str]) -> dict[str, str]:
    return dict(system.evaluate({name: row[name] for name in system.inputs if name in row}))


def test_lung_rads_has_the_columns_of_its_file() -> None:
    columns = list(rows("lungrads_vectors.csv")[0])

    known = [*LUNG_RADS.inputs, *LUNG_RADS.results]
    assert [name for name in columns if name not in NEVER_INPUTS] == [
        name for name in known if name != "reasons"
    ]


@pytest.mark.parametrize("row", rows("lungrads_vectors.csv"), ids=lambda row: row["id"])
def test_lung_rads_gives_every_result_column_of_its_file(row: dict[str, str]) -> None:
    results = evaluated(LUNG_RADS, row)

    assert results.pop("reasons")
    assert results == {name: row[name] for name in results}
    assert {*results, "reasons"} == set(LUNG_RADS.results)


def test_lung_rads_gives_its_reasons_in_words() -> None:
    row = {
        "finding": "part_solid",
        "status": "baseline",
        "mean_diameter_mm": "9",
        "solid_component_mm": "6.2",
        "suspicious_features": "spiculation",
        "other_nodule_categories": "2;3",
        "s_finding": "emphysema",
    }

    assert LUNG_RADS.evaluate(row)["reasons"] == (
        "Part-solid nodule, baseline, 9.0 mm >= 6 mm; "
        "Part-solid, solid part 6.2 mm >= 6 mm and < 8 mm, baseline: 4A; "
        "Suspicious feature (Spiculation): 4A becomes 4X; "
        "Finding 1 leads the exam: 4X; "
        "Other significant finding (Emphysema): modifier S"
    )


@pytest.mark.parametrize("edition", ["8", "9"])
def test_tnm_gives_every_result_column_of_its_file(edition: str) -> None:
    system = SYSTEMS[f"tnm-lung-{edition}"]

    for row in rows(f"tnm_lung_{edition}.csv"):
        results = evaluated(system, row)
        assert (results["stage_group"], results["defined"]) == (row["stage_group"], row["defined"])


@pytest.mark.parametrize("code", ["plcom2012", "llp", "brock", "mayo", "herder", "pku"])
def test_a_risk_model_has_the_columns_of_its_file(code: str) -> None:
    documentation = {"id", "source", "note"}

    columns = [name for name in rows(f"{code}_vectors.csv")[0] if name not in documentation]

    system = SYSTEMS[code]
    assert [*system.inputs, *system.results] == [*columns, "reasons"]


def test_lung_rads_v1_1_gives_its_reasons_in_words() -> None:
    row = {
        "finding": "juxtapleural",
        "status": "stable",
        "mean_diameter_mm": "9",
        "morphology": "smooth_oval",
        "prior_category": "4A",
        "months_since_prior_ct": "3",
    }

    results = SYSTEMS["lung-rads-v1.1"].evaluate(row)

    assert results["exam_category"] == "2"
    assert results["reasons"] == (
        "Juxtapleural nodule, not said to lie at a fissure: it counts as solid; "
        "Category 4A before, stable after 3 months (at least 3): 2"
    )


@pytest.mark.parametrize("row", rows("eligibility_vectors.csv"), ids=lambda row: row["id"])
def test_eligibility_gives_the_verdict_of_every_rule_set_of_its_file(row: dict[str, str]) -> None:
    results = evaluated(SYSTEMS["lung-eligibility"], row)

    sets = (
        "uspstf2021", "china2021", "nlst", "uspstf2013", "cms2022", "acs2023", "nccn_1_2026",
        "nelson",
    )  # fmt: skip
    assert {name: results[name] for name in sets} == {name: row[name] for name in sets}
