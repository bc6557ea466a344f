"""Growth of thyroid nodules against the published vectors, at its limits, for every input."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.clinical.reasons import ClinicalInputError, InvalidInput, MissingInput
from screening.clinical.thyroid_growth import (
    INPUTS,
    REASON_KEYS,
    RESULTS,
    Axes,
    evaluate_row,
    growth,
)
from tests.refusals import refused_column

VECTORS = Path(__file__).parents[2] / "golden" / "growth_vectors.csv"


def vectors() -> list[dict[str, str]]:
    with VECTORS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def refusal(prior_mm: str, current_mm: str) -> ClinicalInputError:
    with pytest.raises(ClinicalInputError) as refused:
        evaluate_row({"prior_mm": prior_mm, "current_mm": current_mm})
    return refused.value


@pytest.mark.parametrize("row", vectors(), ids=lambda row: f"{row['id']} {row['note']}")
def test_each_published_vector_gives_the_published_result(row: dict[str, str]) -> None:
    results = evaluate_row(row)

    assert tuple(results) == RESULTS
    assert results.pop("reasons")
    assert results == {column: row[column] for column in results}


@pytest.mark.parametrize(
    ("prior_mm", "current_mm", "dimensions"),
    [
        ("10x10x10", "12x12x9", "2"),
        ("10x10x10", "11.99x12x9", "1"),
        ("20x20x20", "24x24x10", "2"),
        ("20x20x20", "23.9x23.9x10", "0"),
        ("5x5x5", "7x6.9x3", "1"),
    ],
)
def test_a_dimension_counts_from_exactly_20_percent_and_2_mm(
    prior_mm: str, current_mm: str, dimensions: str
) -> None:
    results = evaluate_row({"prior_mm": prior_mm, "current_mm": current_mm})

    assert results["dimensions_up_20pct_and_2mm"] == dimensions
    assert results["significant_growth_acr"] == ("yes" if dimensions == "2" else "no")
    assert results["significant_growth_ata2015"] == results["significant_growth_acr"]


@pytest.mark.parametrize(
    ("current_mm", "acr", "ata"),
    [("14.99x10x10", "no", "no"), ("15x10x10", "yes", "no"), ("15.01x10x10", "yes", "yes")],
)
def test_half_the_volume_more_is_growth_by_acr_and_more_than_half_by_ata(
    current_mm: str, acr: str, ata: str
) -> None:
    results = evaluate_row({"prior_mm": "10x10x10", "current_mm": current_mm})

    assert results["significant_growth_acr"] == acr
    assert results["significant_growth_ata2015"] == ata


def test_the_volume_is_that_of_an_ellipsoid() -> None:
    """By hand: pi / 6 x 20 x 15 x 12 = 1884.96 mm3."""
    assert Axes(Decimal(20), Decimal(15), Decimal(12)).volume_mm3 == Decimal("1885.0")


def test_diameters_may_be_written_with_blanks_and_a_multiplication_sign() -> None:
    plain = evaluate_row({"prior_mm": "10x10x10", "current_mm": "12x12x10"})

    assert evaluate_row({"prior_mm": "10 \u00d7 10 \u00d7 10", "current_mm": "12X12 x 10"}) == plain


def test_an_unchanged_volume_is_not_shown_as_a_negative_zero() -> None:
    results = evaluate_row({"prior_mm": "40x40x40", "current_mm": "39.99x40x40"})

    assert results["volume_change_pct"] == "0.0"


@pytest.mark.parametrize(
    ("prior_mm", "current_mm", "column"), [("", "9x9x9", "prior_mm"), ("9x9x9", "", "current_mm")]
)
def test_a_scan_without_diameters_is_named(prior_mm: str, current_mm: str, column: str) -> None:
    error = refusal(prior_mm, current_mm)

    assert isinstance(error, MissingInput)
    assert error.column == column


@pytest.mark.parametrize(
    ("current_mm", "allowed"),
    [
        ("12x9", "it is three diameters in millimeters, such as 12x9x8"),
        ("12x9x8x7", "it is three diameters in millimeters, such as 12x9x8"),
        ("12xninex8", "it is three diameters in millimeters, such as 12x9x8"),
        ("12x-9x8", "it is three diameters in millimeters, such as 12x9x8"),
        ("12x0x8", "each diameter is above 0"),
        ("1.2x0.9x0.8", "the largest diameter lies between 2 and 100 millimeters"),
        ("120x90x80", "the largest diameter lies between 2 and 100 millimeters"),
    ],
)
def test_impossible_diameters_are_refused_with_what_is_allowed(
    current_mm: str, allowed: str
) -> None:
    error = refusal("12x9x8", current_mm)

    assert isinstance(error, InvalidInput)
    assert error.column == "current_mm"
    assert str(error) == f"current_mm is {current_mm}; {allowed}"


DIAMETERS = st.integers(min_value=-5, max_value=1100).map(lambda tenths: Decimal(tenths) / 10)
AXES = st.builds(Axes, *[DIAMETERS | st.just(Decimal("NaN"))] * 3)


@given(prior=st.none() | AXES, current=st.none() | AXES)
def test_every_input_gives_an_explained_result_or_names_the_input_at_fault(
    prior: Axes | None, current: Axes | None
) -> None:
    column = refused_column(growth, prior, current)
    if column is not None:
        assert column in INPUTS
        return
    found = growth(prior, current)

    assert found.is_significant_acr or not found.is_significant_ata2015
    assert 0 <= found.dimensions_up <= 3
    for reason in found.reasons:
        assert set(reason.values) == set(REASON_KEYS[reason.key])


@given(
    prior=st.lists(st.integers(20, 500), min_size=3, max_size=3),
    current=st.lists(st.integers(20, 500), min_size=3, max_size=3),
    more=st.integers(1, 500),
)
def test_a_larger_second_scan_never_takes_growth_back(
    prior: list[int], current: list[int], more: int
) -> None:
    first = Axes(*(Decimal(tenths) / 10 for tenths in prior))
    second = Axes(*(Decimal(tenths) / 10 for tenths in current))
    larger = Axes(second.length_mm + Decimal(more) / 10, second.width_mm, second.depth_mm)

    found, found_larger = growth(first, second), growth(first, larger)

    assert found_larger.is_significant_acr or not found.is_significant_acr
    assert found_larger.is_significant_ata2015 or not found.is_significant_ata2015
