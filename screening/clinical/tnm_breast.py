"""Anatomic stage groups of breast cancer by TNM, 8th edition, and T by the size of the tumor.

Any metastasis decides the group alone, and without one an N3 does so whatever T is. All else is
given by the table below, where the letters of a value do not change its group. There is no group
for NX, for T0 without disease in nodes, for TX beside anything but N3, and for Tis with disease in
nodes but N3. Tis with a metastasis gets its group and a warning. A value that the edition does not
have is refused.

One table serves clinical and pathologic values, which may be written cT2 or pN1. Prognostic stages,
which need grade and receptors, are not computed.

Source: AJCC 8 as printed by the MSD Manuals; the poster of the 7th edition has the same groups.
Sizes of T: Radiopaedia. That N1mi beside T2 to T4 counts as N1 was not seen in print: such a result
says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from screening.clinical.inputs import Row, not_one_of, read_text, within
from screening.clinical.reasons import InvalidInput, MissingInput, Reason, in_words

SYSTEM = "tnm-breast-8"
EDITION = "8"
INPUTS = ("T", "N", "M")
RESULTS = ("stage", "reasons")

GROUPS = ("0", "IA", "IB", "IIA", "IIB", "IIIA", "IIIB", "IIIC", "IV")

# What each value counts as in the table: its letters do not change a group.
T_VALUES: Mapping[str, str] = {
    "TX": "TX",
    "T0": "T0",
    **dict.fromkeys(("Tis", "Tis(DCIS)", "Tis(Paget)"), "Tis"),
    **dict.fromkeys(("T1", "T1mi", "T1a", "T1b", "T1c"), "T1"),
    "T2": "T2",
    "T3": "T3",
    **dict.fromkeys(("T4", "T4a", "T4b", "T4c", "T4d"), "T4"),
}
# The letters of N are not in the reference; each counts as the number before it.
N_VALUES: Mapping[str, str] = {
    "NX": "NX",
    **dict.fromkeys(("N0", "N0(i+)", "N0(mol+)"), "N0"),
    "N1mi": "N1mi",
    **dict.fromkeys(("N1", "N1a", "N1b", "N1c"), "N1"),
    **dict.fromkeys(("N2", "N2a", "N2b"), "N2"),
    **dict.fromkeys(("N3", "N3a", "N3b", "N3c"), "N3"),
}
M_VALUES = ("M0", "M1")
PREFIXES = ("c", "p")

# M0: a row for each T, a column for each N; None is a combination that is not listed.
COLUMNS = ("N0", "N1mi", "N1", "N2")
GROUPS_WITH_M0: Mapping[str, tuple[str | None, ...]] = {
    "TX": (None, None, None, None),
    "T0": (None, "IB", "IIA", "IIIA"),
    "Tis": ("0", None, None, None),
    "T1": ("IA", "IB", "IIA", "IIIA"),
    "T2": ("IIA", "IIB", "IIB", "IIIA"),
    "T3": ("IIB", "IIIA", "IIIA", "IIIA"),
    "T4": ("IIIB", "IIIB", "IIIB", "IIIB"),
}
ANY_T_WITH_N3 = "IIIC"
ANY_T_AND_N_WITH_M1 = "IV"
N1MI_LISTED_WITH = ("T0", "T1")

# Why a combination has no group.
NOT_LISTED: Mapping[str, str] = {
    "TX": "primary_tumor_not_assessed",
    "T0": "neither_tumor_nor_nodes",
    "Tis": "in_situ_has_no_node_disease",
}

# The largest size in mm of each T; what is larger is T3, and T4 goes by wall and skin.
T_UP_TO_MM: Mapping[str, int] = {"T1mi": 1, "T1a": 5, "T1b": 10, "T1c": 20, "T2": 50}
LARGEST_MM = 500

REASON_KEYS: Mapping[str, tuple[str, ...]] = {
    "listed": ("T", "N", "M"),
    "any_t_with_n3": ("T", "N"),
    "metastasis_decides": ("M",),
    "metastasis_decides_but_in_situ_is_not_plausible": ("T", "M"),
    "nodes_not_assessed": ("N",),
    "primary_tumor_not_assessed": ("T", "N"),
    "neither_tumor_nor_nodes": ("T", "N"),
    "in_situ_has_no_node_disease": ("T", "N"),
    # `reading` is a field of Readings, `choice` the value in force.
    "disputed_reading": ("reading", "choice"),
}


@dataclass(frozen=True, kw_only=True)
class Readings:
    """The reading in force where the text was not seen: N1mi beside T2 to T4 counts as N1.

    Read otherwise, such a combination is not listed and has no group.
    """

    n1mi_beyond_t1_counts_as_n1: bool = True


PUBLISHED_DEFAULTS = Readings()


@dataclass(frozen=True)
class StageGroup:
    """A stage group, None where the edition defines none, and the reasons."""

    group: str | None
    reasons: tuple[Reason, ...]


def stage_group(
    t: str | None, n: str | None, m: str | None, readings: Readings = PUBLISHED_DEFAULTS
) -> StageGroup:
    """Return the anatomic stage group of T, N and M; None or a blank is not known.

    Raises MissingInput for a value on which the group depends, and InvalidInput for one that the
    edition does not have.
    """
    _check_values(t, n, m)
    if not m:
        raise MissingInput("M")
    if m == "M1":
        return StageGroup(ANY_T_AND_N_WITH_M1, (_why_metastasis(t, m),))
    if n == "NX":
        return StageGroup(None, (Reason("nodes_not_assessed", {"N": n}),))
    if not t:
        raise MissingInput("T")
    if not n:
        raise MissingInput("N")
    if N_VALUES[n] == "N3":
        return StageGroup(ANY_T_WITH_N3, (Reason("any_t_with_n3", {"T": t, "N": n}),))
    return _without_metastasis(t, n, readings)


def t_from_size(size_mm: Decimal) -> str:
    """Return the T that the greatest extent of an invasive tumor in mm gives, T1mi to T3."""
    size = within("size_mm", size_mm, 0, LARGEST_MM)
    if size == 0:
        raise InvalidInput("size_mm", size_mm, "it is above 0")
    return next((t for t, up_to in T_UP_TO_MM.items() if size <= up_to), "T3")


def evaluate_row(row: Row, readings: Readings = PUBLISHED_DEFAULTS) -> dict[str, str]:
    """Return the result columns of a row; values may have the prefix c or p."""
    stage = stage_of_row(row, readings)
    return {"stage": stage.group or "", "reasons": in_words(stage.reasons)}


def stage_of_row(row: Row, readings: Readings = PUBLISHED_DEFAULTS) -> StageGroup:
    """Return the stage group of a row, or none, and why."""
    t, n, m = (_without_prefix(read_text(row, column), column) for column in INPUTS)
    return stage_group(t, n, m, readings)


def _check_values(t: str | None, n: str | None, m: str | None) -> None:
    for column, value, allowed in (("T", t, T_VALUES), ("N", n, N_VALUES), ("M", m, M_VALUES)):
        if value and value not in allowed:
            raise not_one_of(column, value, allowed)


def _why_metastasis(t: str | None, m: str) -> Reason:
    if t and T_VALUES[t] == "Tis":
        return Reason("metastasis_decides_but_in_situ_is_not_plausible", {"T": t, "M": m})
    return Reason("metastasis_decides", {"M": m})


def _without_metastasis(t: str, n: str, readings: Readings) -> StageGroup:
    row, column = T_VALUES[t], N_VALUES[n]
    group = GROUPS_WITH_M0[row][COLUMNS.index(column)]
    if group is None:
        return StageGroup(None, (Reason(NOT_LISTED[row], {"T": t, "N": n}),))
    listed = Reason("listed", {"T": t, "N": n, "M": "M0"})
    if column != "N1mi" or row in N1MI_LISTED_WITH:
        return StageGroup(group, (listed,))
    counts = readings.n1mi_beyond_t1_counts_as_n1
    values = {"reading": "n1mi_beyond_t1_counts_as_n1", "choice": "yes" if counts else "no"}
    disputed = Reason("disputed_reading", values)
    return StageGroup(group, (listed, disputed)) if counts else StageGroup(None, (disputed,))


def _without_prefix(text: str, column: str) -> str:
    return text[1:] if text[:2] in tuple(prefix + column for prefix in PREFIXES) else text
