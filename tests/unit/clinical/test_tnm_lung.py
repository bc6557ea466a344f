"""Stage groups of lung cancer against the published tables, and what gives no group."""

import csv
from itertools import product
from pathlib import Path

import pytest

from screening.clinical.reasons import InvalidInput, MissingInput
from screening.clinical.tnm_lung import (
    EDITIONS,
    GROUPS,
    REASON_KEYS,
    evaluate_row,
    stage_group,
    values,
)

GOLDEN = Path(__file__).parents[2] / "golden"


def vectors() -> list[dict[str, str]]:
    rows: list[dict[str, str]] = []
    for edition in EDITIONS:
        path = GOLDEN / f"tnm_lung_{edition}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            rows.extend(csv.DictReader(file))
    return rows


def name(row: dict[str, str]) -> str:
    return f"{row['edition']} {row['T']} {row['N']} {row['M']}"


@pytest.mark.parametrize("row", vectors(), ids=name)
def test_each_published_combination_gives_the_published_group(row: dict[str, str]) -> None:
    results = evaluate_row(row, row["edition"])

    assert results["stage_group"] == row["stage_group"]
    assert results["defined"] == row["defined"]
    assert results["reasons"]


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_combination_has_a_published_group_or_a_reason_for_none(edition: str) -> None:
    for t, n, m in product(*values(edition)):
        found = stage_group(edition, t, n, m)

        assert found.group is None or found.group in GROUPS
        assert set(found.reason.values) == set(REASON_KEYS[found.reason.key])


def test_the_editions_differ_without_metastasis_only_where_the_ninth_says_so() -> None:
    n_of_8 = {"N0": "N0", "N1": "N1", "N2a": "N2", "N2b": "N2", "N3": "N3"}
    listed = ("Tis", "T1mi", "T1a", "T1b", "T1c", "T2a", "T2b", "T3", "T4")
    changed = {
        (t, n): (stage_group("8", t, n_of_8[n], "M0").group, stage_group("9", t, n, "M0").group)
        for t, n in product(listed, n_of_8)
        if stage_group("8", t, n_of_8[n], "M0").group != stage_group("9", t, n, "M0").group
    }

    assert changed == {
        ("T1a", "N1"): ("IIB", "IIA"),
        ("T1b", "N1"): ("IIB", "IIA"),
        ("T1c", "N1"): ("IIB", "IIA"),
        ("T1a", "N2a"): ("IIIA", "IIB"),
        ("T1b", "N2a"): ("IIIA", "IIB"),
        ("T1c", "N2a"): ("IIIA", "IIB"),
        ("T2a", "N2b"): ("IIIA", "IIIB"),
        ("T2b", "N2b"): ("IIIA", "IIIB"),
        ("T3", "N2a"): ("IIIB", "IIIA"),
    }


@pytest.mark.parametrize(
    ("edition", "t", "n", "group"),
    [
        ("8", "T1", "N1", "IIB"),
        ("8", "T1", "N2", "IIIA"),
        ("8", "T2", "N3", "IIIB"),
        ("9", "T1", "N1", "IIA"),
        ("9", "T1", "N2a", "IIB"),
        ("9", "T2", "N2b", "IIIB"),
        ("9", "T4", "N2", "IIIB"),
    ],
)
def test_a_missing_letter_does_not_matter_where_all_letters_have_the_same_group(
    edition: str, t: str, n: str, group: str
) -> None:
    found = stage_group(edition, t, n, "M0")

    assert (found.group, found.reason.key) == (group, "same_group_for_every_letter")


@pytest.mark.parametrize(
    ("edition", "t", "n", "groups"),
    [
        ("8", "T1", "N0", "IA1 or IA2 or IA3"),
        ("8", "T2", "N0", "IB or IIA"),
        ("9", "T1", "N2", "IIB or IIIA"),
        ("9", "T1b", "N2", "IIB or IIIA"),
        ("9", "T2a", "N2", "IIIA or IIIB"),
        ("9", "T3", "N2", "IIIA or IIIB"),
    ],
)
def test_a_missing_letter_that_decides_gives_no_group_and_names_the_possible_ones(
    edition: str, t: str, n: str, groups: str
) -> None:
    found = stage_group(edition, t, n, "M0")

    assert found.group is None
    assert found.reason.values["groups"] == groups


@pytest.mark.parametrize(
    ("t", "n", "key"),
    [
        ("T2a", "NX", "nodes_not_assessed"),
        ("T0", "N1", "no_primary_tumor_is_not_listed"),
        ("TX", "N3", "occult_carcinoma_has_no_node_disease"),
        ("Tis", "N1", "in_situ_has_no_node_disease"),
        ("T1mi", "N2", "minimally_invasive_with_node_disease_is_not_listed"),
    ],
)
@pytest.mark.parametrize("edition", EDITIONS)
def test_a_combination_outside_the_table_has_no_group_and_a_reason(
    edition: str, t: str, n: str, key: str
) -> None:
    found = stage_group(edition, t, n, "M0")

    assert (found.group, found.reason.key) == (None, key)


@pytest.mark.parametrize("t", [None, "", "TX", "T0", "T4"])
@pytest.mark.parametrize("n", [None, "", "NX", "N3"])
@pytest.mark.parametrize(
    ("edition", "m", "group"),
    [("8", "M1a", "IVA"), ("8", "M1c", "IVB"), ("9", "M1c2", "IVB"), ("9", "M1", "IV")],
)
def test_a_metastasis_decides_whatever_is_known_of_tumor_and_nodes(
    edition: str, m: str, group: str, t: str | None, n: str | None
) -> None:
    assert stage_group(edition, t, n, m).group == group


def test_a_tumor_in_situ_with_a_metastasis_is_grouped_and_questioned() -> None:
    found = stage_group("9", "Tis", "N0", "M1b")

    assert found.group == "IVA"
    assert found.reason.key == "metastasis_decides_but_in_situ_is_not_plausible"


@pytest.mark.parametrize(
    ("t", "n", "m", "column"),
    [("T1a", "N0", None, "M"), ("T1a", "", "M0", "N"), (None, "N0", "M0", "T"), ("", "", "", "M")],
)
def test_a_value_on_which_the_group_depends_is_named_when_it_is_missing(
    t: str | None, n: str | None, m: str | None, column: str
) -> None:
    with pytest.raises(MissingInput) as refusal:
        stage_group("9", t, n, m)

    assert refusal.value.column == column


@pytest.mark.parametrize(
    ("edition", "t", "n", "m", "column"),
    [
        ("8", "T1a", "N2a", "M0", "N"),
        ("8", "T1a", "N0", "M1c1", "M"),
        ("8", "T1a", "N2b", "M1a", "N"),
        ("9", "T5", "N0", "M0", "T"),
        ("9", "t1a", "N0", "M0", "T"),
        ("7", "T1a", "N0", "M0", "edition"),
    ],
)
def test_a_value_that_the_edition_does_not_have_is_refused(
    edition: str, t: str, n: str, m: str, column: str
) -> None:
    with pytest.raises(InvalidInput) as refusal:
        stage_group(edition, t, n, m)

    assert refusal.value.column == column


def test_a_row_of_another_edition_is_refused() -> None:
    row = {"edition": "8", "T": "T1a", "N": "N0", "M": "M0"}

    with pytest.raises(InvalidInput) as refusal:
        evaluate_row(row, "9")

    assert refusal.value.column == "edition"


def test_a_row_without_edition_is_taken_as_one_of_the_system() -> None:
    results = evaluate_row({"T": " T1b ", "N": "N1", "M": "M0"}, "9")

    assert results == {
        "stage_group": "IIA",
        "defined": "yes",
        "reasons": "listed (T T1b, N N1, M M0)",
    }
