"""What BI-RADS, the stage table and the model of the BCSC leave open, as questions to a site.

The order of the categories is not among them: no source prints another one.
"""

from dataclasses import replace

from screening.clinical import bcsc, bi_rads, tnm_breast
from screening.protocol.fields import YES_NO, Choice
from screening.protocol.readings import NO, YES, InForce, Question, Standing
from screening.protocol.wording import N_

ATLAS = N_("American College of Radiology, BI-RADS Atlas 2013; it does not say")

QUESTIONS = (
    Question(
        "parallel_imaging_closes_zero",
        N_("Does a final category by other imaging of the same round close a 0?"),
        Standing.HOUSE_RULE,
        YES_NO,
        NO,
        ATLAS,
        (bi_rads.SYSTEM,),
    ),
    Question(
        "other_imaging_in_audit",
        N_("Do ultrasound and MRI count in the audit as mammography does?"),
        Standing.NOT_VERIFIED,
        YES_NO,
        YES,
        ATLAS,
        (bi_rads.SYSTEM,),
    ),
    Question(
        "n1mi_beyond_t1_counts_as_n1",
        N_("Does N1mi beside T2 to T4 count as N1?"),
        Standing.NOT_VERIFIED,
        YES_NO,
        YES,
        N_("AJCC, 8th edition; the table printed does not list it"),
        (tnm_breast.SYSTEM,),
    ),
    Question(
        "asian_mortality",
        N_("How is the mortality of Asian women read, which looks ten times too high?"),
        Standing.NOT_VERIFIED,
        (
            Choice(bcsc.AsianMortality.AS_PRINTED.value, N_("as printed")),
            Choice(bcsc.AsianMortality.TENTH.value, N_("a tenth of it")),
        ),
        bcsc.AsianMortality.AS_PRINTED.value,
        N_("BCSC v1.0, as a secondary source prints it"),
        (bcsc.SYSTEM,),
    ),
)


def bi_rads_readings_of(in_force: InForce) -> bi_rads.Readings:
    """Return the answers as BI-RADS takes them."""
    counts = in_force.is_yes("other_imaging_in_audit")
    return replace(
        bi_rads.REFERENCE_DEFAULTS,
        parallel_imaging_closes_zero=in_force.is_yes("parallel_imaging_closes_zero"),
        ultrasound_and_mri_count_in_audit=counts,
    )


def stage_readings_of(in_force: InForce) -> tnm_breast.Readings:
    """Return the answers as the stage groups take them."""
    counts = in_force.is_yes("n1mi_beyond_t1_counts_as_n1")
    return tnm_breast.Readings(n1mi_beyond_t1_counts_as_n1=counts)


def bcsc_readings_of(in_force: InForce) -> bcsc.Readings:
    """Return the answers as the model of the BCSC takes them."""
    return bcsc.Readings(asian_mortality=bcsc.AsianMortality(in_force["asian_mortality"]))
