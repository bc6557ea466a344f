"""The lung program's published systems over the rows of a file, columns as in the vector files."""

from collections.abc import Mapping
from functools import partial

from screening.clinical import (
    brock,
    bts,
    herder,
    llp,
    lung_eligibility,
    lung_rads,
    mayo,
    nelson,
    pku,
    plco_m2012,
    tnm_lung,
    va,
)
from screening.programs.lung.wording.reasons import sentences_of
from screening.protocol.systems import BulkSystem

LUNG_RADS_INPUTS = (
    "exam", "finding", "status", "mean_diameter_mm", "long_mm", "short_mm", "solid_component_mm",
    "volume_mm3", "growth_mm_12m", "prior_category", "months_since_prior_ct", "airway_level",
    "airway_content", "cyst_type", "cyst_change", "morphology", "suspicious_features",
    "benign_after_workup", "s_finding", "other_nodule_categories",
)  # fmt: skip
LUNG_RADS_V1_1_INPUTS = (*LUNG_RADS_INPUTS, "perifissural")
LUNG_RADS_RESULTS = (
    "nodule_category", "exam_category", "report_code", "interval_months", "management",
    "positive_screen", "reasons",
)  # fmt: skip


def evaluate_lung_rads(
    row: Mapping[str, str], edition: lung_rads.Edition = lung_rads.V2022
) -> dict[str, str]:
    """Return the result columns of a row of the Lung-RADS file, the reasons in words."""
    results, reasons = lung_rads.evaluate_row(row, edition=edition)
    sentences = sentences_of(reasons, results["nodule_category"])
    return {**results, "reasons": "; ".join(sentence.in_english() for sentence in sentences)}


def _tnm(edition: str) -> BulkSystem:
    return BulkSystem(
        f"tnm-lung-{edition}",
        f"TNM, {edition}th edition: lung cancer",
        tnm_lung.INPUTS,
        tnm_lung.RESULTS,
        partial(tnm_lung.evaluate_row, edition=edition),
        tnm_lung.ON_ERROR,
    )


BULK_SYSTEMS = (
    BulkSystem(
        lung_rads.SYSTEM,
        "Lung-RADS v2022",
        LUNG_RADS_INPUTS,
        LUNG_RADS_RESULTS,
        evaluate_lung_rads,
    ),
    BulkSystem(
        lung_rads.V1_1.system,
        "Lung-RADS v1.1 (2019)",
        LUNG_RADS_V1_1_INPUTS,
        LUNG_RADS_RESULTS,
        partial(evaluate_lung_rads, edition=lung_rads.V1_1),
    ),
    BulkSystem(
        "lung-eligibility",
        "Eligibility for lung cancer screening",
        lung_eligibility.INPUTS,
        lung_eligibility.RESULTS,
        lung_eligibility.evaluate_row,
    ),
    _tnm("9"),
    _tnm("8"),
    BulkSystem(
        "plcom2012",
        "PLCOm2012: 6-year risk of lung cancer",
        plco_m2012.INPUTS,
        plco_m2012.RESULTS,
        plco_m2012.evaluate_row,
        plco_m2012.ON_ERROR,
    ),
    BulkSystem(
        "llp",
        "LLPv2 and LLPv3: 5-year risk of lung cancer",
        llp.INPUTS,
        llp.RESULTS,
        llp.evaluate_row,
        llp.ON_ERROR,
    ),
    BulkSystem(
        "brock",
        "Brock: risk of a nodule on a first screening CT",
        brock.INPUTS,
        brock.RESULTS,
        brock.evaluate_row,
        brock.ON_ERROR,
    ),
    BulkSystem(
        "mayo", "Mayo: risk of a solitary nodule", mayo.INPUTS, mayo.RESULTS, mayo.evaluate_row
    ),
    BulkSystem(
        "herder",
        "Herder: risk of a nodule after PET",
        herder.INPUTS,
        herder.RESULTS,
        herder.evaluate_row,
    ),
    BulkSystem("va", "VA: risk of a solitary nodule", va.INPUTS, va.RESULTS, va.evaluate_row),
    BulkSystem("pku", "PKU: risk of a solitary nodule", pku.INPUTS, pku.RESULTS, pku.evaluate_row),
    BulkSystem(
        nelson.SYSTEM,
        "NELSON: class of a nodule by volume",
        nelson.INPUTS,
        nelson.RESULTS,
        nelson.evaluate_row,
    ),
    BulkSystem(
        bts.SYSTEM, "BTS 2015: management of a nodule", bts.INPUTS, bts.RESULTS, bts.evaluate_row
    ),
)
