"""Stage groups of thyroid cancer against the published tables, and what gives none."""

import csv
from collections.abc import Callable
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.clinical.reasons import ClinicalInputError, InvalidInput, MissingInput
from screening.clinical.tnm_thyroid import (
    M_VALUES,
    N_VALUES,
    REASON_KEYS,
    RESULTS,
    T_VALUES,
    Extension,
    Histology,
    differentiated,
    medullary_anaplastic,
    tumor_category,
)

GOLDEN = Path(__file__).parents[2] / "golden"
Row = dict[str, str]
Evaluate = Callable[[Row], Row]


def vectors(file_name: str) -> list[Row]:
    with (GOLDEN / file_name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def tnm(row: Row) -> str:
    return f"{row['id']} {row['T']} {row['N']} {row['M']}"


def older(t: str, n: str, m: str = "M0") -> str:
    cells = {"age_group": ">=55", "T": t, "N": n, "M": m}
    return differentiated.evaluate_row(cells)["stage"]


def of(histology: str, t: str, n: str, m: str = "M0") -> str:
    cells = {"histology": histology, "T": t, "N": n, "M": m}
    return medullary_anaplastic.evaluate_row(cells)["stage"]


@pytest.mark.parametrize("row", vectors("tnm_thyroid_8.csv"), ids=tnm)
def test_each_published_differentiated_combination_has_its_group(row: Row) -> None:
    results = differentiated.evaluate_row(row)

    assert tuple(results) == RESULTS
    assert results["stage"] == row["stage"]
    assert results["reasons"]


@pytest.mark.parametrize("row", vectors("tnm_thyroid_8_medullary_anaplastic.csv"), ids=tnm)
def test_each_published_medullary_or_anaplastic_combination_has_its_group(row: Row) -> None:
    results = medullary_anaplastic.evaluate_row(row)

    assert tuple(results) == RESULTS
    assert results["stage"] == row["stage"]
    assert ("recalled to be confirmed" in results["reasons"]) == (row["status"] == "from_memory")


def test_below_55_years_only_a_metastasis_matters() -> None:
    for t, n in product((*T_VALUES, ""), (*N_VALUES, "")):
        cells = {"age_group": "<55", "T": t, "N": n}

        assert differentiated.evaluate_row({**cells, "M": "M0"})["stage"] == "I"
        assert differentiated.evaluate_row({**cells, "M": "M1"})["stage"] == "II"


@pytest.mark.parametrize(
    ("tumors", "nodes", "group"),
    [
        (("T1", "T1a", "T1b", "T2"), ("NX", "N0", "N0a", "N0b"), "I"),
        (("T1", "T1a", "T1b", "T2"), ("N1", "N1a", "N1b"), "II"),
        (("T3", "T3a", "T3b"), (*N_VALUES, ""), "II"),
        (("T4a",), (*N_VALUES, ""), "III"),
        (("T4b",), (*N_VALUES, ""), "IVA"),
        (("T4", "TX", "T0"), N_VALUES, "unknown"),
    ],
)
def test_from_55_years_on_the_table_is_that_of_the_8th_edition(
    tumors: tuple[str, ...], nodes: tuple[str, ...], group: str
) -> None:
    assert {older(t, n) for t, n in product(tumors, nodes)} == {group}
    assert {older(t, n, "M1") for t, n in product((*tumors, ""), (*nodes, ""))} == {"IVB"}


@pytest.mark.parametrize(
    ("tumors", "nodes", "group"),
    [
        (("T1", "T1a", "T1b"), ("N0", "N0a", "N0b"), "I"),
        (("T2", "T3", "T3a", "T3b"), ("N0", "N0a", "N0b"), "II"),
        (("T1", "T1a", "T1b", "T2", "T3", "T3a", "T3b"), ("N1a",), "III"),
        (("T1", "T1a", "T1b", "T2", "T3", "T3a", "T3b"), ("N1b",), "IVA"),
        (("T1", "T1a", "T1b", "T2", "T3", "T3a", "T3b"), ("N1", "NX"), "unknown"),
        (("T4a",), (*N_VALUES, ""), "IVA"),
        (("T4b",), (*N_VALUES, ""), "IVB"),
        (("T4", "TX", "T0"), N_VALUES, "unknown"),
    ],
)
def test_the_table_of_medullary_cancer_is_that_of_the_8th_edition(
    tumors: tuple[str, ...], nodes: tuple[str, ...], group: str
) -> None:
    assert {of("medullary", t, n) for t, n in product(tumors, nodes)} == {group}


@pytest.mark.parametrize(
    ("tumors", "nodes", "group"),
    [
        (("T1", "T1a", "T1b", "T2", "T3a"), ("NX", "N0", "N0a", "N0b"), "IVA"),
        (("T1", "T1a", "T1b", "T2", "T3a", "T3"), ("N1", "N1a", "N1b"), "IVB"),
        (("T3",), ("NX", "N0", "N0a", "N0b"), "unknown"),
        (("T3b", "T4", "T4a", "T4b"), (*N_VALUES, ""), "IVB"),
        (("TX", "T0"), N_VALUES, "unknown"),
    ],
)
def test_the_table_of_anaplastic_cancer_is_that_of_the_8th_edition(
    tumors: tuple[str, ...], nodes: tuple[str, ...], group: str
) -> None:
    assert {of("anaplastic", t, n) for t, n in product(tumors, nodes)} == {group}


def test_a_metastasis_of_medullary_or_anaplastic_cancer_decides() -> None:
    for histology, t, n in product(Histology, (*T_VALUES, ""), (*N_VALUES, "")):
        assert of(histology, t, n, "M1") == "IVC"


def test_a_missing_letter_that_decides_names_the_possible_groups() -> None:
    stage = differentiated.stage_group(">=55", "T4", "N0", "M0")

    assert stage.group is None
    assert stage.reasons[0].values["groups"] == "III or IVA"


@pytest.mark.parametrize(
    ("evaluate", "cells", "column"),
    [
        (differentiated.evaluate_row, {"T": "T1a", "N": "N0", "M": "M0"}, "age_group"),
        (differentiated.evaluate_row, {"age_group": "<55", "T": "T1a", "N": "N0"}, "M"),
        (differentiated.evaluate_row, {"age_group": ">=55", "T": "T2", "M": "M0"}, "N"),
        (differentiated.evaluate_row, {"age_group": ">=55", "N": "N0", "M": "M0"}, "T"),
        (medullary_anaplastic.evaluate_row, {"T": "T1a", "N": "N0", "M": "M0"}, "histology"),
        (medullary_anaplastic.evaluate_row, {"histology": "anaplastic", "M": "M0"}, "T"),
    ],
)
def test_a_value_on_which_the_group_depends_is_named_when_it_is_missing(
    evaluate: Evaluate, cells: Row, column: str
) -> None:
    with pytest.raises(MissingInput) as refused:
        evaluate(cells)

    assert refused.value.column == column


VALUES_OF_T = "TX, T0, T1, T1a, T1b, T2, T3, T3a, T3b, T4, T4a, T4b"


@pytest.mark.parametrize(
    ("evaluate", "cells", "message"),
    [
        (
            differentiated.evaluate_row,
            {"age_group": "55"},
            "age_group is 55; it is one of <55, >=55",
        ),
        (differentiated.evaluate_row, {"T": "T1c"}, f"T is T1c; it is one of {VALUES_OF_T}"),
        (
            differentiated.evaluate_row,
            {"N": "N2"},
            "N is N2; it is one of NX, N0, N0a, N0b, N1, N1a, N1b",
        ),
        (differentiated.evaluate_row, {"M": "MX"}, "M is MX; it is one of M0, M1"),
        (
            medullary_anaplastic.evaluate_row,
            {"histology": "papillary"},
            "histology is papillary; it is one of medullary, anaplastic",
        ),
    ],
)
def test_a_value_that_the_edition_does_not_have_is_refused_with_what_is_allowed(
    evaluate: Evaluate, cells: Row, message: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        evaluate({"age_group": ">=55", "histology": "medullary", **cells})

    assert str(refused.value) == message


@pytest.mark.parametrize(("age", "group"), [(0, "<55"), (54, "<55"), (55, ">=55"), (120, ">=55")])
def test_exactly_55_years_belong_to_the_older_group(age: int, group: str) -> None:
    assert differentiated.age_group(age) == group


@pytest.mark.parametrize("age", [-1, 121])
def test_an_impossible_age_is_refused(age: int) -> None:
    with pytest.raises(InvalidInput, match="it lies between 0 and 120"):
        differentiated.age_group(age)


@pytest.mark.parametrize(
    ("size_mm", "category"),
    [
        ("0.1", "T1a"),
        ("10", "T1a"),
        ("10.1", "T1b"),
        ("20", "T1b"),
        ("20.1", "T2"),
        ("40", "T2"),
        ("40.1", "T3a"),
    ],
)
def test_a_tumor_within_the_thyroid_is_graded_by_its_size(size_mm: str, category: str) -> None:
    assert tumor_category(Decimal(size_mm), Extension.NONE) == category


@pytest.mark.parametrize(
    ("extension", "category"),
    [("strap_muscles", "T3b"), ("near_organs", "T4a"), ("vessels_or_fascia", "T4b")],
)
def test_gross_extension_decides_whatever_the_size(extension: str, category: str) -> None:
    assert tumor_category(None, Extension(extension)) == category
    assert tumor_category(Decimal(5), Extension(extension)) == category


@given(
    age_group=st.sampled_from(["", "<55", ">=55", "55"]),
    histology=st.sampled_from(["", "medullary", "anaplastic", "other"]),
    t=st.sampled_from([*T_VALUES, "", "Tis"]),
    n=st.sampled_from([*N_VALUES, "", "N2"]),
    m=st.sampled_from([*M_VALUES, "", "MX"]),
)
def test_every_row_has_a_stage_or_names_the_cell_at_fault(
    age_group: str, histology: str, t: str, n: str, m: str
) -> None:
    row = {"age_group": age_group, "histology": histology, "T": t, "N": n, "M": m}
    for system in (differentiated, medullary_anaplastic):
        stage = stage_or_column(system.evaluate_row, row)

        assert stage in {"I", "II", "III", "IVA", "IVB", "IVC", "unknown", *system.INPUTS}


def stage_or_column(evaluate: Evaluate, row: Row) -> str:
    try:
        return evaluate(row)["stage"]
    except ClinicalInputError as error:
        return error.column


def test_each_reason_carries_the_values_of_its_key() -> None:
    for t, n, m in product(T_VALUES, N_VALUES, M_VALUES):
        for stage in (
            differentiated.stage_group(">=55", t, n, m),
            differentiated.stage_group("<55", t, n, m),
            medullary_anaplastic.stage_group(Histology.MEDULLARY, t, n, m),
            medullary_anaplastic.stage_group(Histology.ANAPLASTIC, t, n, m),
        ):
            for reason in stage.reasons:
                assert set(reason.values) == set(REASON_KEYS[reason.key])
