"""What the publications of the thyroid program leave open, as questions that a site may answer.

What may speak for biopsy below 10 mm by C-TIRADS is not among them: no exam records it.
"""

from dataclasses import replace

from screening.clinical import acr_ti_rads, c_ti_rads
from screening.protocol.fields import YES_NO
from screening.protocol.readings import NO, YES, InForce, Question, Standing
from screening.protocol.wording import N_

ACR_SOURCE = "J Am Coll Radiol 2017;14:587; Radiology 2018;287:29"
CHINESE_SOURCE = N_("Zhou et al., Endocrine 2020;70:256, as quoted by secondary sources")
OF_CHINESE = (c_ti_rads.SYSTEM,)

OF_ACR_TI_RADS = (
    Question(
        "cystic_adds_points",
        N_("Does a cystic nodule have the points of its other features?"),
        Standing.DISPUTED,
        YES_NO,
        YES,
        ACR_SOURCE,
        (acr_ti_rads.SYSTEM,),
    ),
)
OF_C_TI_RADS = (
    Question(
        "highest_focus_counts",
        N_("Is a comet tail beside microcalcification not subtracted?"),
        Standing.NOT_VERIFIED,
        YES_NO,
        YES,
        CHINESE_SOURCE,
        OF_CHINESE,
    ),
    Question(
        "threshold_inclusive",
        N_("Does a nodule of exactly the FNA size reach it?"),
        Standing.NOT_VERIFIED,
        YES_NO,
        YES,
        CHINESE_SOURCE,
        OF_CHINESE,
    ),
    Question(
        "fna_of_category_3_from_20_mm",
        N_("Does a nodule of category 3 ask for FNA from 20 mm?"),
        Standing.NOT_VERIFIED,
        YES_NO,
        NO,
        CHINESE_SOURCE,
        OF_CHINESE,
    ),
)
QUESTIONS = (*OF_ACR_TI_RADS, *OF_C_TI_RADS)


def acr_readings_of(in_force: InForce) -> acr_ti_rads.Readings:
    """Return the answers as ACR TI-RADS takes them."""
    answers = {each.code: in_force.is_yes(each.code) for each in OF_ACR_TI_RADS}
    return replace(acr_ti_rads.PUBLISHED_DEFAULTS, **answers)


def chinese_readings_of(in_force: InForce) -> c_ti_rads.Readings:
    """Return the answers as C-TIRADS takes them."""
    answers = {each.code: in_force.is_yes(each.code) for each in OF_C_TI_RADS}
    return replace(c_ti_rads.PUBLISHED_DEFAULTS, **answers)
