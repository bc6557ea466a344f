"""The values of T, N and M of the thyroid, 8th edition, and the group their letters share."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import product

from screening.clinical.inputs import Row, not_one_of, read_text
from screening.clinical.reasons import MissingInput, Reason, in_words

EDITION = "8"
UNKNOWN = "unknown"
RESULTS = ("stage", "reasons")

T_VALUES = (
    "TX", "T0", "T1", "T1a", "T1b", "T2", "T3", "T3a", "T3b", "T4", "T4a", "T4b",
)  # fmt: skip
N_VALUES = ("NX", "N0", "N0a", "N0b", "N1", "N1a", "N1b")
M_VALUES = ("M0", "M1")

# What a value without its letter stands for; a blank stands for every value.
LETTERS_OF_T: Mapping[str, tuple[str, ...]] = {
    "T1": ("T1a", "T1b"),
    "T3": ("T3a", "T3b"),
    "T4": ("T4a", "T4b"),
    "": tuple(value for value in T_VALUES if value not in ("T1", "T3", "T4")),
}
LETTERS_OF_N: Mapping[str, tuple[str, ...]] = {
    "N0": ("N0a", "N0b"),
    "N1": ("N1a", "N1b"),
    "": ("NX", "N0a", "N0b", "N1a", "N1b"),
}

T1_AND_T2 = ("T1a", "T1b", "T2")
N0 = ("N0a", "N0b")

REASON_KEYS: Mapping[str, tuple[str, ...]] = {
    "listed": ("T", "N", "M"),
    "same_group_for_every_letter": ("T", "N", "M"),
    "metastasis_decides": ("M",),
    "young_without_metastasis": ("age_group", "M"),
    "letter_needed": ("T", "N", "groups"),
    "not_in_the_published_grouping": ("T", "N"),
    "recalled_to_be_confirmed": ("histology",),
}


@dataclass(frozen=True)
class Stage:
    """A stage group, None where T, N and M do not settle it (no error), and the reasons."""

    group: str | None
    reasons: tuple[Reason, ...]


GroupOf = Callable[[str, str], str | None]


def check_values(t: str, n: str, m: str) -> None:
    """Refuse a value that the edition does not have, and a blank M."""
    for column, value, allowed in (("T", t, T_VALUES), ("N", n, N_VALUES), ("M", m, M_VALUES)):
        if value and value not in allowed:
            raise not_one_of(column, value, allowed)
    if not m:
        raise MissingInput("M")


def without_metastasis(group_of: GroupOf, t: str, n: str) -> Stage:
    """Return the group of T and N at M0 by a printed table; each letter that is open must agree.

    Raises MissingInput for a blank on which the group depends.
    """
    of_t, of_n = LETTERS_OF_T.get(t, (t,)), LETTERS_OF_N.get(n, (n,))
    found = {group_of(t_letter, n_letter) for t_letter, n_letter in product(of_t, of_n)}
    groups = sorted(group for group in found if group is not None)
    if len(found) > 1 and not (t and n):
        raise MissingInput("N" if t else "T")
    if not groups:
        return Stage(None, (Reason("not_in_the_published_grouping", {"T": t, "N": n}),))
    if len(found) > 1:
        shown = {"T": t, "N": n, "groups": " or ".join(groups)}
        return Stage(None, (Reason("letter_needed", shown),))
    is_exact = t in of_t and n in of_n
    key = "listed" if is_exact else "same_group_for_every_letter"
    return Stage(groups[0], (Reason(key, {"T": t, "N": n, "M": "M0"}),))


def read_tnm(row: Row) -> tuple[str, str, str]:
    """Return the cells of T, N and M."""
    return read_text(row, "T"), read_text(row, "N"), read_text(row, "M")


def columns(stage: Stage) -> dict[str, str]:
    """Return the result columns of a row."""
    return {"stage": stage.group or UNKNOWN, "reasons": in_words(stage.reasons)}
