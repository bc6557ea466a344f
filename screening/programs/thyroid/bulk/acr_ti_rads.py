"""ACR TI-RADS 2017 over rows: a row is a nodule."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from screening.clinical import acr_ti_rads
from screening.clinical.acr_ti_rads import LEVELS as FACTS
from screening.clinical.thyroid_descriptors import read_descriptors
from screening.programs.thyroid.bulk.fields import DESCRIPTORS, POINTS, SIZE_CM
from screening.programs.thyroid.descriptions import LABELS
from screening.programs.thyroid.pages.acr_ti_rads import PAGE
from screening.programs.thyroid.questions import acr_readings_of
from screening.programs.thyroid.wording.acr import nodule_sentences
from screening.protocol.columns import flag, pick
from screening.protocol.fields import Choice, Field, FieldType
from screening.protocol.readings import InForce
from screening.protocol.systems import BulkSystem, Texts
from screening.protocol.wording import N_, Sentence

NO_LEVEL = acr_ti_rads.ON_ERROR["tr_level"]
SCORED: Texts = {
    "points_composition": "composition",
    "points_echogenicity": "echogenicity",
    "points_shape": "shape",
    "points_margin": "margin",
    "points_foci": "echogenic_foci",
}
LEVELS: Texts = {
    **{level.value: level.value for level in acr_ti_rads.Level},
    NO_LEVEL: N_("No level: no nodule is like this"),
}
MONTHS = tuple(
    Choice(str(month), str(month))
    for month in sorted({each for facts in FACTS.values() for each in facts.follow_up_months})
)
OUTCOMES = (
    *(
        Field(column, LABELS[feature], FieldType.INTEGER, unit=POINTS)
        for column, feature in SCORED.items()
    ),
    Field("total_points", N_("All features together"), FieldType.INTEGER, unit=POINTS),
    pick("tr_level", N_("TI-RADS level"), dict(LEVELS)),
    flag("fna", N_("FNA by its size")),
    flag("follow_up", N_("Follow-up by its size"), N_("No where FNA is asked for")),
    flag("meets_follow_up_size", N_("Follow-up size reached"), N_("Also where FNA is asked for")),
    Field(
        "follow_up_months",
        N_("Follow-up scans, months after this exam"),
        FieldType.CHOICES,
        choices=MONTHS,
    ),
)


def explain(
    row: Texts, readings: acr_ti_rads.Readings = acr_ti_rads.PUBLISHED_DEFAULTS
) -> Sequence[Sentence]:
    """Return why the nodule of a row has its level, and what its size asks for."""
    result = acr_ti_rads.result_of_row(row, readings)
    return tuple(nodule_sentences(1, read_descriptors(row), result))


ACR_TI_RADS = BulkSystem(
    acr_ti_rads.SYSTEM,
    N_("ACR TI-RADS 2017: level of a thyroid nodule"),
    acr_ti_rads.INPUTS,
    acr_ti_rads.RESULTS,
    acr_ti_rads.evaluate_row,
    acr_ti_rads.ON_ERROR,
    acr_ti_rads.left_on_error,
    fields=(*DESCRIPTORS, SIZE_CM),
    outcomes=OUTCOMES,
    explain=explain,
    page=PAGE,
)


def acr_under(in_force: InForce) -> BulkSystem:
    """Return the system where these readings are in force."""
    readings = acr_readings_of(in_force)
    return replace(
        ACR_TI_RADS,
        evaluate=partial(acr_ti_rads.evaluate_row, readings=readings),
        explain=partial(explain, readings=readings),
    )
