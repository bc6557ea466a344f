"""Stage groups of differentiated thyroid cancer by TNM, 8th edition.

The age is that at diagnosis, and exactly 55 years belong to the older group. Below 55 years only M
matters. From 55 years on M1 decides alone, and without a metastasis the table of T and N does; NX
counts as no nodes. A value without its letter has a group where every letter has the same one. TX
and T0 have none without a metastasis: the stage is unknown, which is no error.

Source: Tuttle et al., Thyroid 2017;27:751, table 3 (PMC5467103); PMC5766386. T: PMC8623499.
"""

from screening.clinical.inputs import Row, not_one_of, out_of_range, read_text
from screening.clinical.reasons import MissingInput, Reason
from screening.clinical.tnm_thyroid.letters import (
    N0,
    T1_AND_T2,
    Stage,
    check_values,
    columns,
    read_tnm,
    without_metastasis,
)

SYSTEM = "tnm-thyroid-8-differentiated"
INPUTS = ("age_group", "T", "N", "M")

YOUNGER, OLDER = "<55", ">=55"
AGE_GROUPS = (YOUNGER, OLDER)
OLDER_FROM_YEARS = 55
OLDEST_YEARS = 120

YOUNGER_GROUPS = {"M0": "I", "M1": "II"}
OLDER_WITH_M1 = "IVB"


def age_group(age_years: int) -> str:
    """Return the age group of completed years; exactly 55 belongs to the older one."""
    if not 0 <= age_years <= OLDEST_YEARS:
        raise out_of_range("age", age_years, 0, OLDEST_YEARS)
    return OLDER if age_years >= OLDER_FROM_YEARS else YOUNGER


def stage_group(group_of_age: str, t: str, n: str, m: str) -> Stage:
    """Return the stage group; a blank is not known, and below 55 years only M matters.

    Raises MissingInput for a value on which the group depends, and InvalidInput for one that the
    edition does not have.
    """
    if group_of_age and group_of_age not in AGE_GROUPS:
        raise not_one_of("age_group", group_of_age, AGE_GROUPS)
    check_values(t, n, m)
    if not group_of_age:
        raise MissingInput("age_group")
    if m == "M1":
        group = YOUNGER_GROUPS[m] if group_of_age == YOUNGER else OLDER_WITH_M1
        return Stage(group, (Reason("metastasis_decides", {"M": m}),))
    if group_of_age == YOUNGER:
        young = Reason("young_without_metastasis", {"age_group": group_of_age, "M": m})
        return Stage(YOUNGER_GROUPS[m], (young,))
    return without_metastasis(_older_without_metastasis, t, n)


def evaluate_row(row: Row) -> dict[str, str]:
    """Return the result columns of a row of the published vector file."""
    return columns(stage_of_row(row))


def stage_of_row(row: Row) -> Stage:
    """Return the stage group of the cancer that a row describes."""
    return stage_group(read_text(row, "age_group"), *read_tnm(row))


def _older_without_metastasis(t: str, n: str) -> str | None:
    if t in T1_AND_T2:
        return "I" if n in (*N0, "NX") else "II"
    return {"T3a": "II", "T3b": "II", "T4a": "III", "T4b": "IVA"}.get(t)
