"""Stage groups of lung cancer by TNM, 8th and 9th editions side by side.

Any metastasis decides the group alone. Without one, T and N give it by the table below. A T1 or T2
without its letter, and in the 9th edition an N2 without its letter, has a group only where all its
letters have the same one. There is no group for NX, for T0, for TX, Tis or T1mi with disease in
nodes: T1mi is not silently T1a. Tis with a metastasis gets its group and a warning. A value that
the edition does not have is refused.

The T categories are the same in both editions; the 9th parts N2 and M1c. The edition is kept with
every cancer, and a share of stages always names it.

Source: 8th edition: EJRNM s43055-019-0081-0, table 1. 9th edition, the standard from 1 January
2025: Radiology Assistant, a secondary source.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from screening.clinical.inputs import Row, not_one_of, read_text
from screening.clinical.reasons import InvalidInput, MissingInput, Reason, in_words

EDITIONS = ("8", "9")
INPUTS = ("edition", "T", "N", "M")
RESULTS = ("stage_group", "defined", "reasons")
ON_ERROR: Mapping[str, str] = {"defined": "no"}

OCCULT = "Occult carcinoma"
GROUPS = (
    OCCULT, "0", "IA1", "IA2", "IA3", "IB", "IIA", "IIB",
    "IIIA", "IIIB", "IIIC", "IV", "IVA", "IVB",
)  # fmt: skip

# Section 15.6: the values of each edition.
T_VALUES = (
    "TX", "T0", "Tis", "T1mi", "T1a", "T1b", "T1c", "T1", "T2a", "T2b", "T2", "T3", "T4",
)  # fmt: skip
N_VALUES: Mapping[str, tuple[str, ...]] = {
    "8": ("NX", "N0", "N1", "N2", "N3"),
    "9": ("NX", "N0", "N1", "N2a", "N2b", "N2", "N3"),
}
M_VALUES: Mapping[str, tuple[str, ...]] = {
    "8": ("M0", "M1a", "M1b", "M1c", "M1"),
    "9": ("M0", "M1a", "M1b", "M1c1", "M1c2", "M1c", "M1"),
}

# Section 8.2, M0: a row for each T, a column for each N; None is a combination that is not listed.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "8": ("N0", "N1", "N2", "N3"),
    "9": ("N0", "N1", "N2a", "N2b", "N3"),
}
GROUPS_WITH_M0: Mapping[str, Mapping[str, tuple[str | None, ...]]] = {
    "8": {
        "TX": (OCCULT, None, None, None),
        "Tis": ("0", None, None, None),
        "T1mi": ("IA1", None, None, None),
        "T1a": ("IA1", "IIB", "IIIA", "IIIB"),
        "T1b": ("IA2", "IIB", "IIIA", "IIIB"),
        "T1c": ("IA3", "IIB", "IIIA", "IIIB"),
        "T2a": ("IB", "IIB", "IIIA", "IIIB"),
        "T2b": ("IIA", "IIB", "IIIA", "IIIB"),
        "T3": ("IIB", "IIIA", "IIIB", "IIIC"),
        "T4": ("IIIA", "IIIA", "IIIB", "IIIC"),
    },
    "9": {
        "TX": (OCCULT, None, None, None, None),
        "Tis": ("0", None, None, None, None),
        "T1mi": ("IA1", None, None, None, None),
        "T1a": ("IA1", "IIA", "IIB", "IIIA", "IIIB"),
        "T1b": ("IA2", "IIA", "IIB", "IIIA", "IIIB"),
        "T1c": ("IA3", "IIA", "IIB", "IIIA", "IIIB"),
        "T2a": ("IB", "IIB", "IIIA", "IIIB", "IIIB"),
        "T2b": ("IIA", "IIB", "IIIA", "IIIB", "IIIB"),
        "T3": ("IIB", "IIIA", "IIIA", "IIIB", "IIIC"),
        "T4": ("IIIA", "IIIA", "IIIB", "IIIB", "IIIC"),
    },
}

# Section 8.2, any T and any N.
GROUPS_WITH_M1: Mapping[str, str] = {
    "M1a": "IVA",
    "M1b": "IVA",
    "M1c": "IVB",
    "M1c1": "IVB",
    "M1c2": "IVB",
    "M1": "IV",
}

# Section 8.3: what a value without its letter stands for. T1mi is not one of the letters of T1.
LETTERS_OF_T: Mapping[str, tuple[str, ...]] = {"T1": ("T1a", "T1b", "T1c"), "T2": ("T2a", "T2b")}
LETTERS_OF_N: Mapping[str, tuple[str, ...]] = {"N2": ("N2a", "N2b")}

# Section 8.3: why a T with disease in nodes has no group.
NOT_LISTED: Mapping[str, str] = {
    "TX": "occult_carcinoma_has_no_node_disease",
    "Tis": "in_situ_has_no_node_disease",
    "T1mi": "minimally_invasive_with_node_disease_is_not_listed",
}

REASON_KEYS: Mapping[str, tuple[str, ...]] = {
    "listed": ("T", "N", "M"),
    "same_group_for_every_letter": ("T", "N", "M"),
    "metastasis_decides": ("M",),
    "metastasis_decides_but_in_situ_is_not_plausible": ("T", "M"),
    "nodes_not_assessed": ("N",),
    "no_primary_tumor_is_not_listed": ("T",),
    "letter_needed": ("T", "N", "groups"),
    "occult_carcinoma_has_no_node_disease": ("T", "N"),
    "in_situ_has_no_node_disease": ("T", "N"),
    "minimally_invasive_with_node_disease_is_not_listed": ("T", "N"),
}


@dataclass(frozen=True)
class StageGroup:
    """A stage group by one edition, None where the edition defines none, and the reason."""

    edition: str
    group: str | None
    reason: Reason


def values(edition: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return the values of T, of N and of M that an edition has."""
    if edition not in EDITIONS:
        raise not_one_of("edition", edition, EDITIONS)
    return T_VALUES, N_VALUES[edition], M_VALUES[edition]


def stage_group(edition: str, t: str | None, n: str | None, m: str | None) -> StageGroup:
    """Return the stage group of T, N and M; None or a blank is not known.

    Source: sections 8.2 and 8.3 of the clinical reference. Raises MissingInput for a value on
    which the group depends, and InvalidInput for one that the edition does not have.
    """
    _check_values(edition, (t, n, m))
    if not m:
        raise MissingInput("M")
    if m != "M0":
        return StageGroup(edition, GROUPS_WITH_M1[m], _why_metastasis(t, m))
    if n == "NX":
        return StageGroup(edition, None, Reason("nodes_not_assessed", {"N": n}))
    if not t:
        raise MissingInput("T")
    if t == "T0":
        return StageGroup(edition, None, Reason("no_primary_tumor_is_not_listed", {"T": t}))
    if not n:
        raise MissingInput("N")
    return _without_metastasis(edition, t, n)


def stage_of_row(row: Row, edition: str) -> StageGroup:
    """Return the stage group of a row of the published vector file of an edition."""
    typed = read_text(row, "edition")
    if typed not in ("", edition):
        raise InvalidInput(
            "edition", typed, "this system is that of edition {edition}", edition=edition
        )
    t, n, m = (read_text(row, column) for column in ("T", "N", "M"))
    return stage_group(edition, t, n, m)


def evaluate_row(row: Row, edition: str) -> dict[str, str]:
    """Return the result columns of a row."""
    stage = stage_of_row(row, edition)
    return {
        "stage_group": stage.group or "",
        "defined": "no" if stage.group is None else "yes",
        "reasons": in_words([stage.reason]),
    }


def _check_values(edition: str, typed: tuple[str | None, ...]) -> None:
    for column, value, allowed in zip(("T", "N", "M"), typed, values(edition), strict=True):
        if value and value not in allowed:
            known = ", ".join(allowed)
            raise InvalidInput(
                column,
                value,
                "in edition {edition} it is one of {codes}",
                edition=edition,
                codes=known,
            )


def _why_metastasis(t: str | None, m: str) -> Reason:
    if t == "Tis":
        return Reason("metastasis_decides_but_in_situ_is_not_plausible", {"T": t, "M": m})
    return Reason("metastasis_decides", {"M": m})


def _without_metastasis(edition: str, t: str, n: str) -> StageGroup:
    """Return the listed group; without a letter only if all its letters have the same one."""
    letters_of_t = LETTERS_OF_T.get(t, (t,))
    letters_of_n = (n,) if n in COLUMNS[edition] else LETTERS_OF_N[n]
    found = {
        GROUPS_WITH_M0[edition][t_letter][COLUMNS[edition].index(n_letter)]
        for t_letter in letters_of_t
        for n_letter in letters_of_n
    }
    groups = sorted(group for group in found if group is not None)
    if not groups:
        return StageGroup(edition, None, Reason(NOT_LISTED[t], {"T": t, "N": n}))
    if len(groups) > 1:
        values_shown = {"T": t, "N": n, "groups": " or ".join(groups)}
        return StageGroup(edition, None, Reason("letter_needed", values_shown))
    is_exact = letters_of_t == (t,) and letters_of_n == (n,)
    key = "listed" if is_exact else "same_group_for_every_letter"
    return StageGroup(edition, groups[0], Reason(key, {"T": t, "N": n, "M": "M0"}))
