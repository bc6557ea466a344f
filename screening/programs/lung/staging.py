"""Staging of lung cancers by TNM: editions, stage groups, and why there is no group."""

from collections.abc import Mapping

from screening.clinical import tnm_lung
from screening.protocol.wording import N_
from screening.protocol.workup import Stage, Staging, Tnm

DEFAULT_EDITION = "9"

# Registries also give a group without its letters; it counts where all its letters would.
STAGE_I_GROUPS = ("I", "IA", "IA1", "IA2", "IA3", "IB")
EARLY_GROUPS = ("0", *STAGE_I_GROUPS)
STAGES_0_TO_II = (*EARLY_GROUPS, "II", "IIA", "IIB")
OCCULT = N_("Occult carcinoma")
LATER_GROUPS = ("III", "IIIA", "IIIB", "IIIC", "IV", "IVA", "IVB")

NOTES: Mapping[str, str] = {
    "metastasis_decides_but_in_situ_is_not_plausible": N_(
        "Tis with a metastasis is not plausible; check T and M"
    ),
    "nodes_not_assessed": N_("NX: no stage group without an assessment of the nodes"),
    "no_primary_tumor_is_not_listed": N_("T0 without a metastasis is not in the stage table"),
    "letter_needed": N_("Give the letter of T or N: the stage group depends on it"),
    "occult_carcinoma_has_no_node_disease": N_("TX has a stage group with N0 alone"),
    "in_situ_has_no_node_disease": N_("Tis with disease in nodes contradicts itself"),
    "minimally_invasive_with_node_disease_is_not_listed": N_(
        "T1mi with disease in nodes is not in the stage table"
    ),
}


def stage(tnm: Tnm) -> Stage:
    """Return the stage group of an edition, with a note where there is none or it is unlikely."""
    found = tnm_lung.stage_group(tnm.edition or "", *tnm.letters)
    return Stage(found.edition, found.group, NOTES.get(found.reason.key, ""))


STAGING = Staging(
    editions=(DEFAULT_EDITION, "8"),
    default_edition=DEFAULT_EDITION,
    values=tnm_lung.values,
    stage=stage,
    early_groups=EARLY_GROUPS,
    stage_i_groups=STAGE_I_GROUPS,
    groups=(OCCULT, *STAGES_0_TO_II, *LATER_GROUPS),
)
