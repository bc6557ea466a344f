"""Stage groups of medullary and of anaplastic thyroid cancer by TNM, 8th edition.

M1 decides alone; without a metastasis the table of T and N does, each kind of cancer by its own. NX
counts as no nodes in anaplastic cancer alone. A value without its letter has a group where every
letter has the same one. What the tables do not list has no group: the stage is unknown, which is no
error.

Source: medullary: Cancer Research UK for T1 to T3; T4 and M1 are recalled and not read: to be
confirmed by the site, which each such result says. Anaplastic: Radiopaedia. T: PMC8623499.
"""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from screening.clinical.inputs import Row, read_word, required
from screening.clinical.reasons import Reason
from screening.clinical.tnm_thyroid.letters import (
    N0,
    T1_AND_T2,
    GroupOf,
    Stage,
    check_values,
    columns,
    read_tnm,
    without_metastasis,
)

SYSTEM = "tnm-thyroid-8-medullary-anaplastic"
INPUTS = ("histology", "T", "N", "M")
WITH_M1 = "IVC"
T1_TO_T3 = (*T1_AND_T2, "T3a", "T3b")


class Histology(StrEnum):
    """The two kinds of cancer that the file holds."""

    MEDULLARY = "medullary"
    ANAPLASTIC = "anaplastic"


def stage_group(histology: Histology | None, t: str, n: str, m: str) -> Stage:
    """Return the stage group; a blank is not known.

    Raises MissingInput for a value on which the group depends, and InvalidInput for one that the
    edition does not have.
    """
    known = required("histology", histology)
    check_values(t, n, m)
    if m == "M1":
        stage = Stage(WITH_M1, (Reason("metastasis_decides", {"M": m}),))
    else:
        stage = without_metastasis(TABLES[known], t, n)
    is_recalled = known is Histology.MEDULLARY and (m == "M1" or t.startswith("T4"))
    return _recalled(stage) if is_recalled else stage


def evaluate_row(row: Row) -> dict[str, str]:
    """Return the result columns of a row of the published vector file."""
    return columns(stage_of_row(row))


def stage_of_row(row: Row) -> Stage:
    """Return the stage group of the cancer that a row describes."""
    return stage_group(read_word(Histology, row, "histology"), *read_tnm(row))


def _recalled(stage: Stage) -> Stage:
    """Return a group that no source at hand prints, marked as one that the site confirms."""
    note = Reason("recalled_to_be_confirmed", {"histology": Histology.MEDULLARY})
    return replace(stage, reasons=(*stage.reasons, note))


def _medullary(t: str, n: str) -> str | None:
    if t in ("T4a", "T4b"):
        return {"T4a": "IVA", "T4b": "IVB"}[t]
    if t not in T1_TO_T3:
        return None
    if n in N0:
        return "I" if t in ("T1a", "T1b") else "II"
    return {"N1a": "III", "N1b": "IVA"}.get(n)


def _anaplastic(t: str, n: str) -> str | None:
    if t in ("T3b", "T4a", "T4b"):
        return "IVB"
    if t not in T1_TO_T3:
        return None
    return "IVA" if n in (*N0, "NX") else "IVB"


TABLES: Mapping[Histology, GroupOf] = {
    Histology.MEDULLARY: _medullary,
    Histology.ANAPLASTIC: _anaplastic,
}
