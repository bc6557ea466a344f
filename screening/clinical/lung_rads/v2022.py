"""Lung-RADS v2022 as an edition: its rows by type of finding, and its management."""

from screening.clinical.lung_rads.airway_and_cyst import airway, cyst
from screening.clinical.lung_rads.edition import Edition
from screening.clinical.lung_rads.nodule import Nodule
from screening.clinical.lung_rads.rows import juxtapleural, non_solid, part_solid, solid
from screening.clinical.lung_rads.tables import CATEGORIES, INCOMPLETE, REFERRAL
from screening.clinical.lung_rads.vocabulary import SYSTEM, Finding


def referral_of_an_airway_nodule(nodule: Nodule) -> str | None:
    """Return the management of an airway nodule of category 4B (section 5.9)."""
    return REFERRAL if nodule.finding is Finding.AIRWAY else None


V2022 = Edition(
    system=SYSTEM,
    rows={
        Finding.SOLID: solid,
        Finding.CAVITARY: solid,
        Finding.PART_SOLID: part_solid,
        Finding.NON_SOLID: non_solid,
        Finding.JUXTAPLEURAL: juxtapleural,
        Finding.AIRWAY: airway,
        Finding.CYST: cyst,
    },
    incomplete=INCOMPLETE,
    not_classified={},
    categories=CATEGORIES,
    special_work_up=referral_of_an_airway_nodule,
)
