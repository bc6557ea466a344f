"""Staging of thyroid cancers by TNM, 8th edition: by morphology and age, and why there is none."""

from collections.abc import Mapping

from screening.clinical.tnm_thyroid import (
    EDITION,
    M_VALUES,
    N_VALUES,
    T_VALUES,
    Histology,
    differentiated,
    medullary_anaplastic,
)
from screening.clinical.tnm_thyroid import Stage as Found
from screening.clinical.tnm_thyroid.letters import check_values
from screening.protocol.wording import N_
from screening.protocol.workup import Stage, Staging, Tnm

# Which table a morphology belongs to; poorly differentiated and oncocytic carcinomas are staged
# with the differentiated ones.
DIFFERENTIATED = (
    "8050/3", "8260/3", "8290/3", "8330/3", "8331/3", "8332/3", "8335/3", "8337/3", "8339/3",
    "8340/3", "8341/3", "8342/3", "8343/3", "8344/3",
)  # fmt: skip
MEDULLARY = ("8345/3", "8346/3", "8510/3")
ANAPLASTIC = ("8020/3", "8021/3", "8030/3", "8032/3")

STAGE_I = ("I",)
GROUPS = ("I", "II", "III", "IV", "IVA", "IVB", "IVC")

NO_MORPHOLOGY = N_(
    "Enter the morphology: differentiated, medullary and anaplastic cancers have their own tables"
)
NO_TABLE = N_("There is no stage table for this morphology in the thyroid")
NO_AGE = N_("The stage group needs the age at diagnosis: below 55 years, or 55 and older")
NOTES: Mapping[str, str] = {
    "letter_needed": N_("Give the letter of T or N: the stage group depends on it"),
    "not_in_the_published_grouping": N_("This combination is not in the stage table"),
    "recalled_to_be_confirmed": N_(
        "This part of the medullary table was recalled and not read; to be confirmed by the site"
    ),
}


def values(edition: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return the values of T, N and M."""
    return T_VALUES, N_VALUES, M_VALUES


def stage(tnm: Tnm) -> Stage:
    """Return the stage group by the table of the morphology, or what is still needed for one."""
    t, n, m = tnm.letters
    check_values(t, n, m)
    if tnm.morphology in MEDULLARY:
        found = medullary_anaplastic.stage_group(Histology.MEDULLARY, t, n, m)
    elif tnm.morphology in ANAPLASTIC:
        found = medullary_anaplastic.stage_group(Histology.ANAPLASTIC, t, n, m)
    elif tnm.morphology in DIFFERENTIATED:
        return _by_age(tnm)
    else:
        return Stage(EDITION, None, NO_TABLE if tnm.morphology else NO_MORPHOLOGY)
    return _with_note(found)


def _by_age(tnm: Tnm) -> Stage:
    """Return the group of a differentiated cancer; an age that may be either leaves it open."""
    if tnm.ages is None:
        return Stage(EDITION, None, NO_AGE)
    groups = {differentiated.age_group(age) for age in tnm.ages}
    found = [differentiated.stage_group(group, *tnm.letters) for group in sorted(groups)]
    if len({each.group for each in found}) > 1:
        return Stage(EDITION, None, NO_AGE)
    return _with_note(found[0])


def _with_note(found: Found) -> Stage:
    keys = [reason.key for reason in found.reasons]
    return Stage(EDITION, found.group, next((NOTES[key] for key in keys if key in NOTES), ""))


# Nearly everybody below 55 is stage I, so that an early stage by group says little here; the
# program's own measures look at T, N and size instead.
STAGING = Staging(
    editions=(EDITION,),
    default_edition=EDITION,
    values=values,
    stage=stage,
    early_groups=STAGE_I,
    stage_i_groups=STAGE_I,
    groups=GROUPS,
)
