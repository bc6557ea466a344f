"""ACR TI-RADS 2017 against the published vectors and its printed tables."""

import csv
from pathlib import Path

import pytest

from screening.clinical.acr_ti_rads import (
    LEVELS,
    ON_ERROR,
    RESULTS,
    Level,
    Readings,
    evaluate_row,
    left_on_error,
    score,
)
from screening.clinical.reasons import InvalidInput
from screening.clinical.thyroid_descriptors import (
    Composition,
    Descriptors,
    Echogenicity,
    Focus,
    Margin,
    Shape,
)

VECTORS = Path(__file__).parents[2] / "golden" / "acr_tirads_vectors.csv"
CYSTIC_STOPS = Readings(cystic_adds_points=False)

SOLID = {
    "composition": "solid",
    "echogenicity": "isoechoic",
    "shape": "wider_than_tall",
    "margin": "smooth",
    "echogenic_foci": "none",
    "max_size_cm": "2.0",
}


def vectors(*, valid: bool) -> list[dict[str, str]]:
    with VECTORS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [row for row in rows if (row["status"] != "invalid_input") is valid]


@pytest.mark.parametrize("row", vectors(valid=True), ids=lambda row: f"{row['id']} {row['note']}")
def test_each_published_vector_gives_the_published_result(row: dict[str, str]) -> None:
    results = evaluate_row(row)

    assert tuple(results) == RESULTS
    assert results.pop("reasons")
    assert results == {column: row[column] for column in results}


@pytest.mark.parametrize("row", vectors(valid=False), ids=lambda row: row["id"])
def test_each_impossible_vector_is_refused_with_the_published_level(row: dict[str, str]) -> None:
    with pytest.raises(InvalidInput) as refused:
        evaluate_row(row)

    assert refused.value.column == "echogenicity"
    columns = {**left_on_error(row), **ON_ERROR}
    assert columns == {column: row[column] for column in RESULTS if column != "reasons"}


def test_a_row_that_cannot_be_read_has_nothing_left() -> None:
    assert left_on_error({**SOLID, "composition": "mixed", "echogenicity": "gray"}) == {}
    assert left_on_error({**SOLID, "shape": ""}) == {}


@pytest.mark.parametrize(
    ("column", "value", "points", "total"),
    [
        ("composition", "undetermined", "points_composition", ("2", "3")),
        ("composition", "undetermined_calcification", "points_composition", ("2", "3")),
        ("echogenicity", "hyperechoic", "points_echogenicity", ("1", "3")),
        ("echogenicity", "hypoechoic", "points_echogenicity", ("2", "4")),
        ("echogenicity", "very_hypoechoic", "points_echogenicity", ("3", "5")),
        ("echogenicity", "undetermined", "points_echogenicity", ("1", "3")),
        ("shape", "taller_than_wide", "points_shape", ("3", "6")),
        ("margin", "ill_defined", "points_margin", ("0", "3")),
        ("margin", "undetermined", "points_margin", ("0", "3")),
        ("margin", "lobulated", "points_margin", ("2", "5")),
        ("margin", "irregular", "points_margin", ("2", "5")),
        ("margin", "extrathyroidal_extension", "points_margin", ("3", "6")),
        ("echogenic_foci", "large_comet_tail", "points_foci", ("0", "3")),
        ("echogenic_foci", "macrocalcification", "points_foci", ("1", "4")),
        ("echogenic_foci", "peripheral_calcification", "points_foci", ("2", "5")),
        ("echogenic_foci", "punctate", "points_foci", ("3", "6")),
        ("echogenic_foci", "punctate;peripheral_calcification", "points_foci", ("5", "8")),
        ("echogenic_foci", "punctate; punctate", "points_foci", ("3", "6")),
    ],
)
def test_each_feature_of_the_chart_has_its_points(
    column: str, value: str, points: str, total: tuple[str, str]
) -> None:
    results = evaluate_row({**SOLID, column: value})

    assert (results[points], results["total_points"]) == total


# Points, level; then the recommendation just below and at each limit, in centimeters.
SIZE_TABLE = [
    ("solid", "isoechoic", "none", "TR3", [("1.49", ""), ("1.5", "12;36;60"), ("2.5", "fna")]),
    ("solid", "hypoechoic", "none", "TR4", [("0.99", ""), ("1", "12;24;36;60"), ("1.5", "fna")]),
    (
        "solid",
        "hypoechoic",
        "punctate",
        "TR5",
        [("0.49", ""), ("0.5", "12;24;36;48;60"), ("0.99", "12;24;36;48;60"), ("1.0", "fna")],
    ),
    ("mixed", "isoechoic", "none", "TR2", [("0.2", ""), ("10", "")]),
    ("cystic", "anechoic", "none", "TR1", [("0.2", ""), ("10", "")]),
]


@pytest.mark.parametrize(("composition", "echogenicity", "foci", "level", "sizes"), SIZE_TABLE)
def test_each_limit_of_the_size_table_is_reached_exactly(
    composition: str, echogenicity: str, foci: str, level: str, sizes: list[tuple[str, str]]
) -> None:
    nodule = {"composition": composition, "echogenicity": echogenicity, "echogenic_foci": foci}
    for size, expected in sizes:
        results = evaluate_row({**SOLID, **nodule, "max_size_cm": size})
        shown = "fna" if results["fna"] == "yes" else results["follow_up_months"]

        assert (results["tr_level"], shown) == (level, expected)
        assert results["follow_up"] == ("yes" if expected not in ("", "fna") else "no")


def test_a_level_has_the_published_name_and_risk() -> None:
    assert {level: (facts.name, str(facts.risk_percent)) for level, facts in LEVELS.items()} == {
        "TR1": ("benign", "0.3"),
        "TR2": ("not suspicious", "1.5"),
        "TR3": ("mildly suspicious", "4.8"),
        "TR4": ("moderately suspicious", "9.1"),
        "TR5": ("highly suspicious", "35"),
    }


def test_a_published_image_has_its_published_level() -> None:
    """PMC8446497, figure 4: a solid isoechoic and a partially cystic hypoechoic nodule."""
    first = {**SOLID, "echogenic_foci": "punctate", "max_size_cm": "1.4"}
    second = {**first, "composition": "mixed", "echogenicity": "hypoechoic", "max_size_cm": "1.2"}

    assert evaluate_row(first)["tr_level"] == "TR4"
    assert evaluate_row(second)["tr_level"] == "TR4"


def test_a_spongiform_nodule_needs_no_other_feature_and_no_size() -> None:
    results = evaluate_row({"composition": "spongiform"})

    assert (results["total_points"], results["tr_level"], results["fna"]) == ("0", "TR1", "no")
    assert results["points_shape"] == ""


@pytest.mark.parametrize(
    ("readings", "total", "level"), [(Readings(), 3, Level.TR3), (CYSTIC_STOPS, 0, Level.TR1)]
)
def test_points_of_a_cystic_nodule_follow_the_reading(
    readings: Readings, total: int, level: Level
) -> None:
    cystic = Descriptors(
        composition=Composition.CYSTIC,
        echogenicity=Echogenicity.ANECHOIC,
        shape=Shape.WIDER_THAN_TALL,
        margin=Margin.SMOOTH,
        echogenic_foci=(Focus.PUNCTATE,),
    )
    scored = score(cystic, readings)

    assert (scored.total, scored.level) == (total, level)
    assert "disputed_reading" in {reason.key for reason in scored.reasons}


def test_a_simple_cyst_rests_on_no_disputed_reading() -> None:
    cyst = {**SOLID, "composition": "cystic", "echogenicity": "anechoic"}

    assert "disputed" not in evaluate_row(cyst)["reasons"]


def test_extrathyroidal_extension_is_said_whatever_the_level() -> None:
    extension = {**SOLID, "margin": "extrathyroidal_extension", "max_size_cm": "0.4"}
    expected = "extension is malignant until proven otherwise"

    assert expected in evaluate_row(extension)["reasons"]
    assert expected in evaluate_row({**extension, "composition": "spongiform"})["reasons"]


@pytest.mark.parametrize(
    ("composition", "echogenicity"), [("solid", "anechoic"), ("cystic", "hypoechoic")]
)
def test_an_echogenicity_of_another_composition_is_questioned(
    composition: str, echogenicity: str
) -> None:
    row = {**SOLID, "composition": composition, "echogenicity": echogenicity}

    assert "echogenicity contradicts composition" in evaluate_row(row)["reasons"]


def test_a_small_tr5_is_biopsied_only_after_a_shared_decision() -> None:
    row = {**SOLID, "echogenicity": "hypoechoic", "echogenic_foci": "punctate"}

    assert "shared decision" in evaluate_row({**row, "max_size_cm": "0.9"})["reasons"]
    assert "shared decision" not in evaluate_row({**row, "max_size_cm": "1.0"})["reasons"]
