"""Stage groups of breast cancer against the published table, and what gives no group."""

import csv
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest

from screening.clinical.reasons import InvalidInput, MissingInput
from screening.clinical.tnm_breast import (
    GROUPS,
    M_VALUES,
    N_VALUES,
    REASON_KEYS,
    RESULTS,
    T_VALUES,
    Readings,
    evaluate_row,
    stage_group,
    t_from_size,
)

GOLDEN = Path(__file__).parents[2] / "golden" / "tnm_breast_8_anatomic.csv"

T0_TO_T4 = ("T0", "T1", "T2", "T3", "T4")
# The groups as the reference words them: each with its T and N, all of them M0.
WORDED = {
    "0": [("Tis", "N0")],
    "IA": [("T1", "N0")],
    "IB": [("T0", "N1mi"), ("T1", "N1mi")],
    "IIA": [("T0", "N1"), ("T1", "N1"), ("T2", "N0")],
    "IIB": [("T2", "N1"), ("T3", "N0"), ("T2", "N1mi")],
    "IIIA": [
        ("T0", "N2"), ("T1", "N2"), ("T2", "N2"), ("T3", "N1"), ("T3", "N2"), ("T3", "N1mi"),
    ],
    "IIIB": [("T4", "N0"), ("T4", "N1"), ("T4", "N2"), ("T4", "N1mi")],
    "IIIC": [(t, "N3") for t in ("TX", "Tis", *T0_TO_T4)],
}  # fmt: skip


def vectors() -> list[dict[str, str]]:
    with GOLDEN.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", vectors(), ids=lambda row: f"{row['T']} {row['N']} {row['M']}")
def test_each_published_combination_gives_the_published_group(row: dict[str, str]) -> None:
    results = evaluate_row(row)

    assert tuple(results) == RESULTS
    assert results["stage"] == row["stage"]
    assert results["reasons"]


def test_every_combination_without_metastasis_has_the_group_in_whose_wording_it_is() -> None:
    worded = {pair: group for group, pairs in WORDED.items() for pair in pairs}
    for t, n in product(T_VALUES, N_VALUES):
        found = stage_group(t, n, "M0")

        assert found.group == worded.get((T_VALUES[t], N_VALUES[n])), (t, n)
        assert all(set(reason.values) == set(REASON_KEYS[reason.key]) for reason in found.reasons)
    assert {*worded.values(), "IV"} == set(GROUPS)


@pytest.mark.parametrize("t", [None, "", *T_VALUES])
@pytest.mark.parametrize("n", [None, "", *N_VALUES])
def test_a_metastasis_decides_whatever_is_known_of_tumor_and_nodes(
    t: str | None, n: str | None
) -> None:
    assert stage_group(t, n, "M1").group == "IV"


def test_a_tumor_in_situ_with_a_metastasis_is_grouped_and_questioned() -> None:
    found = stage_group("Tis(DCIS)", "N0", "M1")

    assert found.group == "IV"
    assert found.reasons[0].key == "metastasis_decides_but_in_situ_is_not_plausible"


@pytest.mark.parametrize(
    ("t", "n", "key"),
    [
        ("T2", "NX", "nodes_not_assessed"),
        ("Tis", "NX", "nodes_not_assessed"),
        ("TX", "N0", "primary_tumor_not_assessed"),
        ("TX", "N2", "primary_tumor_not_assessed"),
        ("T0", "N0", "neither_tumor_nor_nodes"),
        ("Tis", "N1mi", "in_situ_has_no_node_disease"),
        ("Tis(Paget)", "N1", "in_situ_has_no_node_disease"),
    ],
)
def test_a_combination_outside_the_table_has_no_group_and_a_reason(
    t: str, n: str, key: str
) -> None:
    found = stage_group(t, n, "M0")

    assert found.group is None
    assert [reason.key for reason in found.reasons] == [key]


@pytest.mark.parametrize(("t", "group"), [("T2", "IIB"), ("T3", "IIIA"), ("T4b", "IIIB")])
def test_micrometastases_beside_a_larger_tumor_are_a_reading(t: str, group: str) -> None:
    as_n1 = stage_group(t, "N1mi", "M0")
    not_listed = stage_group(t, "N1mi", "M0", Readings(n1mi_beyond_t1_counts_as_n1=False))

    assert as_n1.group == group == stage_group(t, "N1", "M0").group
    assert not_listed.group is None
    for found, choice in ((as_n1, "yes"), (not_listed, "no")):
        assert found.reasons[-1].values["choice"] == choice


@pytest.mark.parametrize("t", ["T0", "T1", "T1mi", "T1c"])
def test_micrometastases_beside_a_small_tumor_are_ib_by_every_reading(t: str) -> None:
    for counts in (True, False):
        readings = Readings(n1mi_beyond_t1_counts_as_n1=counts)

        assert stage_group(t, "N1mi", "M0", readings).group == "IB"


@pytest.mark.parametrize(
    ("t", "n", "m", "column"),
    [("T1", "N0", None, "M"), ("T1", "", "M0", "N"), (None, "N0", "M0", "T"), ("", "", "", "M")],
)
def test_a_value_on_which_the_group_depends_is_named_when_it_is_missing(
    t: str | None, n: str | None, m: str | None, column: str
) -> None:
    with pytest.raises(MissingInput) as refusal:
        stage_group(t, n, m)

    assert refusal.value.column == column


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"T": "T5"}, "T is T5; it is one of TX, T0, Tis"),
        ({"T": "t1"}, "T is t1; it is one of TX"),
        ({"T": "Tis(LCIS)"}, r"T is Tis\(LCIS\); it is one of"),
        ({"N": "N4"}, "N is N4; it is one of NX, N0"),
        ({"N": "T1"}, "N is T1; it is one of NX, N0"),
        ({"M": "MX"}, "M is MX; it is one of M0, M1"),
        ({"T": "20 mm"}, "T is 20 mm; it is one of TX"),
    ],
)
def test_a_value_that_the_edition_does_not_have_is_refused(
    row: dict[str, str], message: str
) -> None:
    with pytest.raises(InvalidInput, match=message):
        evaluate_row({"T": "T1", "N": "N0", "M": "M0", **row})


def test_one_table_serves_clinical_and_pathologic_values() -> None:
    for t, n, m in product(T_VALUES, N_VALUES, M_VALUES):
        plain = evaluate_row({"T": t, "N": n, "M": m})

        assert evaluate_row({"T": f"c{t}", "N": f"c{n}", "M": f"c{m}"}) == plain
        assert evaluate_row({"T": f" p{t}", "N": f"p{n}", "M": f"c{m}"}) == plain


@pytest.mark.parametrize(
    ("size_mm", "t"),
    [
        ("0.5", "T1mi"),
        ("1", "T1mi"),
        ("1.1", "T1a"),
        ("5", "T1a"),
        ("5.1", "T1b"),
        ("10", "T1b"),
        ("10.1", "T1c"),
        ("20", "T1c"),
        ("20.1", "T2"),
        ("50", "T2"),
        ("50.1", "T3"),
    ],
)
def test_the_size_of_a_tumor_gives_its_t(size_mm: str, t: str) -> None:
    assert t_from_size(Decimal(size_mm)) == t


@pytest.mark.parametrize("size_mm", ["0", "-1", "501", "NaN"])
def test_an_impossible_size_is_refused(size_mm: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        t_from_size(Decimal(size_mm))

    assert refusal.value.column == "size_mm"
