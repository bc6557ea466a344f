"""What the rules of high risk leave open, as questions that a site may answer.

The other cuts of the rule of 2021 are not among them, nor is the age at which MRI begins by ACS: no
source prints another reading of them.
"""

from dataclasses import replace

from screening.clinical import breast_high_risk
from screening.clinical.breast_high_risk.readings import MenarcheCut
from screening.programs.breast.eligibility.reasons import MENARCHE_CUTS
from screening.protocol.fields import YES_NO, Choice
from screening.protocol.readings import YES, InForce, Question, Standing
from screening.protocol.wording import N_

RECALLED = N_("Chin J Oncol 2021;43:357, recalled; public programs ask otherwise")

QUESTIONS = (
    Question(
        "menarche",
        N_("When does a first period count as early?"),
        Standing.NOT_VERIFIED,
        tuple(Choice(cut.value, MENARCHE_CUTS[cut]) for cut in MenarcheCut),
        MenarcheCut.AT_MOST_12.value,
        RECALLED,
        ("cn2021", breast_high_risk.SYSTEM),
    ),
    Question(
        "variant_of_relative",
        N_("Does a relative's variant count though the woman was tested and does not carry it?"),
        Standing.DISPUTED,
        YES_NO,
        YES,
        N_("The texts do not say"),
        ("cn2021", "caca", breast_high_risk.SYSTEM),
    ),
)


def risk_readings_of(in_force: InForce) -> breast_high_risk.Readings:
    """Return the answers as the rules of high risk take them."""
    published = breast_high_risk.REFERENCE_DEFAULTS
    return replace(
        published,
        cn2021=replace(published.cn2021, menarche=MenarcheCut(in_force["menarche"])),
        tested_negative_relative_counts=in_force.is_yes("variant_of_relative"),
    )
