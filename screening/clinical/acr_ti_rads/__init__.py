"""ACR TI-RADS 2017 of the American College of Radiology: points, level and management.

A nodule has points for one word each of composition, echogenicity, shape and margin, and for every
kind of echogenic foci that is seen, all added up. Their sum is its level, and level and largest
diameter say whether FNA, follow-up or nothing is asked for. In this order:

1. A spongiform nodule is TR1 without points, whatever else is seen or not known.
2. A mixed nodule has a solid part, which is not anechoic: the two together are refused.
3. Every other feature must be known. What cannot be determined has the points that the table says;
   there are none for such a shape, so that it must be determined.
4. No level has a sum of 1 point: it is refused, with the feature that makes it.
5. The size is compared as measured, never rounded, and a nodule exactly at a limit reaches it. It
   is needed from TR3 on. Below the FNA size of TR5 an FNA is a shared decision only.

The sources leave open whether a cystic nodule has the points of its other features: as the chart
adds them it has; a setting changes that, and a result that rests on it says so. Extension beyond
the thyroid is malignant until proven otherwise, which is said whatever the level. The system is not
meant for children, nodules seen on PET, hereditary syndromes and suspicious nodes.

An exam reports at most four nodules, those with the most points and of equal ones the larger, and
sends at most two to FNA. A size below 2 mm or above 100 mm is taken for a slip of the unit.

Source: Tessler et al., J Am Coll Radiol 2017;14:587, chart and size table; User's Guide, Radiology
2018;287:29. Points and sizes were read in copies of the chart and in secondary sources: whoever
signs off compares this page with the printed chart.
"""

from screening.clinical.acr_ti_rads.exam import ExamResult, assess_exam
from screening.clinical.acr_ti_rads.follow_up import Action, Course, NextStep, next_step
from screening.clinical.acr_ti_rads.nodule import NoduleResult, assess_nodule
from screening.clinical.acr_ti_rads.reason_keys import REASON_KEYS
from screening.clinical.acr_ti_rads.rows import (
    INPUTS,
    ON_ERROR,
    RESULTS,
    evaluate_row,
    left_on_error,
    result_of_row,
)
from screening.clinical.acr_ti_rads.scope import Circumstance, not_meant_for
from screening.clinical.acr_ti_rads.score import Points, Score, score
from screening.clinical.acr_ti_rads.tables import LEVELS, LevelFacts
from screening.clinical.acr_ti_rads.vocabulary import (
    PUBLISHED_DEFAULTS,
    SYSTEM,
    Level,
    Readings,
    Recommendation,
)

__all__ = [
    "INPUTS",
    "LEVELS",
    "ON_ERROR",
    "PUBLISHED_DEFAULTS",
    "REASON_KEYS",
    "RESULTS",
    "SYSTEM",
    "Action",
    "Circumstance",
    "Course",
    "ExamResult",
    "Level",
    "LevelFacts",
    "NextStep",
    "NoduleResult",
    "Points",
    "Readings",
    "Recommendation",
    "Score",
    "assess_exam",
    "assess_nodule",
    "evaluate_row",
    "left_on_error",
    "next_step",
    "not_meant_for",
    "result_of_row",
    "score",
]
