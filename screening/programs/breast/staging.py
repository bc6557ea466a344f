"""Anatomic staging of breast cancers by TNM: values, stage groups, and why there is no group."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from screening.clinical import tnm_breast
from screening.clinical.reasons import InvalidInput
from screening.clinical.tnm_breast import PUBLISHED_DEFAULTS, Readings
from screening.programs.breast.questions import stage_readings_of
from screening.protocol.readings import InForce
from screening.protocol.wording import N_
from screening.protocol.workup import Stage, Staging, Tnm

# The published program figures call 0 and I early; registries also give a group without letters.
STAGE_I_GROUPS = ("I", "IA", "IB")
EARLY_GROUPS = ("0", *STAGE_I_GROUPS)
STAGE_II_AND_LATER = ("II", "IIA", "IIB", "III", "IIIA", "IIIB", "IIIC", "IV")

NOTES: Mapping[str, str] = {
    "metastasis_decides_but_in_situ_is_not_plausible": N_(
        "Tis with a metastasis is not plausible; check T and M"
    ),
    "nodes_not_assessed": N_("NX: no stage group without an assessment of the nodes"),
    "primary_tumor_not_assessed": N_("TX: no stage group without an assessment of the tumor"),
    "neither_tumor_nor_nodes": N_("T0 with N0 has no stage group"),
    "in_situ_has_no_node_disease": N_("Tis with disease in nodes contradicts itself"),
}
N1MI_READ_AS_N1 = N_("N1mi beside T2 to T4 counts as N1; to be confirmed by the site")
N1MI_NOT_LISTED = N_("N1mi beside T2 to T4 is not listed and has no group, as the site reads it")


def values(edition: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return the values of T, N and M of an edition."""
    _check(edition)
    return tuple(tnm_breast.T_VALUES), tuple(tnm_breast.N_VALUES), tnm_breast.M_VALUES


def stage(tnm: Tnm, readings: Readings = PUBLISHED_DEFAULTS) -> Stage:
    """Return the anatomic stage group, with a note where there is none or it is unlikely."""
    edition = tnm.edition or ""
    _check(edition)
    found = tnm_breast.stage_group(*tnm.letters, readings)
    keys = [reason.key for reason in found.reasons]
    disputed = N1MI_READ_AS_N1 if found.group else N1MI_NOT_LISTED
    note = disputed if "disputed_reading" in keys else NOTES.get(keys[0], "")
    return Stage(edition, found.group, note)


def _check(edition: str) -> None:
    if edition != tnm_breast.EDITION:
        raise InvalidInput("edition", edition, f"it is {tnm_breast.EDITION}")


STAGING = Staging(
    editions=(tnm_breast.EDITION,),
    default_edition=tnm_breast.EDITION,
    values=values,
    stage=stage,
    early_groups=EARLY_GROUPS,
    stage_i_groups=STAGE_I_GROUPS,
    groups=(*EARLY_GROUPS, *STAGE_II_AND_LATER),
)


def staging_under(in_force: InForce) -> Staging:
    """Return the staging where these readings are in force."""
    return replace(STAGING, stage=partial(stage, readings=stage_readings_of(in_force)))
