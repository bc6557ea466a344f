"""BI-RADS over rows: a row is the round of a woman, with both breasts and all modalities."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import product

from screening.clinical import bi_rads
from screening.clinical.bi_rads import tables
from screening.clinical.bi_rads.rows import ABSENT
from screening.programs.breast.category.categories import (
    MORE_IMAGING,
    NEXT_ROUND,
    SHORT_INTERVAL,
    TISSUE,
    TREATMENT,
)
from screening.programs.breast.findings import BI_RADS
from screening.programs.breast.pages.bi_rads import PAGE
from screening.programs.breast.questions import bi_rads_readings_of
from screening.programs.breast.wording.reasons import sentences_of
from screening.protocol.columns import flag, pick
from screening.protocol.readings import InForce
from screening.protocol.systems import BulkSystem, Texts
from screening.protocol.wording import N_, Sentence

CATEGORIES = {choice.code: choice.label for choice in BI_RADS}
LABELS = {
    "mg_left": N_("Left breast, mammography"),
    "mg_right": N_("Right breast, mammography"),
    "us_left": N_("Left breast, ultrasound"),
    "us_right": N_("Right breast, ultrasound"),
    "mri_left": N_("Left breast, MRI"),
    "mri_right": N_("Right breast, MRI"),
    "workup_left": N_("Left breast, after the work-up"),
    "workup_right": N_("Right breast, after the work-up"),
}
READ = {**CATEGORIES, ABSENT: N_("Absent, or not examined")}
FIELDS = tuple(
    pick(f"{source}_{side}", LABELS[f"{source}_{side}"], READ, hint)
    for (source, hint), side in product(
        (
            *((modality, N_("Blank: not done")) for modality in bi_rads.Modality),
            ("workup", N_("Replaces a 0 of this breast, and nothing else")),
        ),
        bi_rads.Side,
    )
)
ACTIONS = {
    tables.ROUTINE: NEXT_ROUND,
    tables.FOLLOW_UP: SHORT_INTERVAL,
    tables.MORE_IMAGING: MORE_IMAGING,
    tables.TISSUE: TISSUE,
    tables.TREATMENT: TREATMENT,
}
INTERVALS = {
    tables.PROGRAM_INTERVAL: N_("The interval of the program"),
    tables.SHORT_INTERVAL: N_("6 months"),
    tables.NOW: N_("Now"),
}
LIKELIHOODS = {
    tables.NOT_APPLICABLE: N_("Not stated for this category"),
    "0": "0 %",
    ">0-<=2": N_("Above 0 to 2 %"),
    ">2-<=10": N_("Above 2 to 10 %"),
    ">10-<=50": N_("Above 10 to 50 %"),
    ">50-<95": N_("Above 50 to below 95 %"),
    ">2-<95": N_("Above 2 to below 95 %"),
    ">=95": N_("At least 95 %"),
}
OUTCOMES = (
    pick("overall_left", N_("Category of the left breast"), CATEGORIES),
    pick("overall_right", N_("Category of the right breast"), CATEGORIES),
    pick("overall", N_("Category of the woman"), CATEGORIES),
    pick("screening_stage_overall", N_("Category before any work-up"), CATEGORIES),
    flag("recall", N_("Recalled"), N_("Before any work-up: a 0, 4 or 5 in either breast")),
    flag("recall_incl_short_interval", N_("Recalled, short interval included")),
    pick("recommended_action", N_("Recommended action"), ACTIONS),
    pick("interval_months", N_("When"), INTERVALS),
    pick("likelihood_of_malignancy_pct", N_("Likelihood of cancer"), LIKELIHOODS),
    flag("audit_positive", N_("Positive in an audit")),
    flag("audit_positive_pre2013", N_("Positive in an audit, as counted up to 2013")),
    flag("biopsy_recommended", N_("Tissue diagnosis recommended")),
)


def explain(
    row: Texts, readings: bi_rads.Readings = bi_rads.REFERENCE_DEFAULTS
) -> Sequence[Sentence]:
    """Return what led to the category of a woman."""
    return sentences_of(bi_rads.exam_of_row(row, readings).reasons)


COMBINED = BulkSystem(
    bi_rads.SYSTEM,
    N_("BI-RADS: one assessment of both breasts and all modalities"),
    bi_rads.INPUTS,
    bi_rads.RESULTS,
    bi_rads.evaluate_row,
    fields=FIELDS,
    outcomes=OUTCOMES,
    explain=explain,
    page=PAGE,
)


def combined_under(in_force: InForce) -> BulkSystem:
    """Return the system where these readings are in force."""
    readings = bi_rads_readings_of(in_force)
    return replace(
        COMBINED,
        evaluate=partial(bi_rads.evaluate_row, readings=readings),
        explain=partial(explain, readings=readings),
    )
