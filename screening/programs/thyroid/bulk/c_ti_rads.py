"""C-TIRADS 2020 over rows: a row is a nodule, or none at all."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from screening.clinical import c_ti_rads
from screening.programs.thyroid.bulk.fields import RISK, SIZE_MM, of_finding
from screening.programs.thyroid.pages.c_ti_rads import PAGE
from screening.programs.thyroid.questions import chinese_readings_of
from screening.programs.thyroid.wording.chinese import nodule_sentences
from screening.protocol.columns import flag, pick
from screening.protocol.fields import YES_NO, Field, FieldType
from screening.protocol.readings import InForce
from screening.protocol.systems import BulkSystem, Texts
from screening.protocol.wording import N_, Sentence

CATEGORIES = {category.value: category.value for category in c_ti_rads.Category}
FNA = {**{choice.code: choice.label for choice in YES_NO}, "n/a": N_("Does not apply")}
HINTS: Texts = {
    "marked_hypoechoic": N_("Darker than the strap muscle"),
    "margin_ill_defined_irregular_or_ete": N_("One point, however many of the three are seen"),
    "vertical": N_("Taller than wide"),
    "comet_tail": N_("Takes a point away"),
}
FIELDS = (
    flag("nodule", N_("There is a nodule"), N_("Blank: a feature or a size says so")),
    of_finding("proven_malignant", N_("Category 6, whatever else is seen")),
    *(of_finding(code, HINTS.get(code, "")) for code in c_ti_rads.FEATURES),
    SIZE_MM,
)
OUTCOMES = (
    Field("score", N_("Score"), FieldType.INTEGER),
    pick("category", N_("Category"), CATEGORIES),
    Field("score_plain_sum", N_("Score, a comet tail always subtracted"), FieldType.INTEGER),
    pick("category_plain_sum", N_("Category, a comet tail always subtracted"), CATEGORIES),
    RISK,
    pick("fna_if_threshold_inclusive", N_("FNA, if exactly the limit reaches it"), FNA),
    pick("fna_if_threshold_exclusive", N_("FNA, if the limit must be exceeded"), FNA),
)


def explain(
    row: Texts, readings: c_ti_rads.Readings = c_ti_rads.PUBLISHED_DEFAULTS
) -> Sequence[Sentence]:
    """Return why the nodule of a row has its category, and what its size asks for."""
    nodule = c_ti_rads.read_nodule(row)
    return tuple(nodule_sentences(1, nodule, c_ti_rads.assess_nodule(nodule, readings)))


C_TI_RADS = BulkSystem(
    c_ti_rads.SYSTEM,
    N_("C-TIRADS 2020: category of a thyroid nodule"),
    c_ti_rads.INPUTS,
    c_ti_rads.RESULTS,
    c_ti_rads.evaluate_row,
    fields=FIELDS,
    outcomes=OUTCOMES,
    explain=explain,
    page=PAGE,
)


def chinese_under(in_force: InForce) -> BulkSystem:
    """Return the system where these readings are in force."""
    readings = chinese_readings_of(in_force)
    return replace(
        C_TI_RADS,
        evaluate=partial(c_ti_rads.evaluate_row, readings=readings),
        explain=partial(explain, readings=readings),
    )
