"""Lung-RADS v2022 of the American College of Radiology: the category of a screening CT.

Each finding gets a category by what it is, how it compares with earlier exams, and its size; the
highest of an exam is the category of the exam. In this order:

1. An earlier CT that is being obtained, lungs not completely seen, or signs of infection or
   inflammation: 0, incomplete.
2. No nodule, a nodule with benign calcification, or one that contains fat: 1.
3. Proven benign by work-up: 2.
4. Gone since an earlier exam: 2.
5. By kind, status and size, as the tables below say. A stable or smaller finding goes by the
   category that it had before (the table of steps), one step an exam.
6. Suspicious features raise a 3, 4A or 4B to 4X; a 1 or 2 stays.

Sizes are mean diameters, half of long and short axis together, to a tenth of a millimeter; an exact
half of a tenth is rounded up, in decimal arithmetic. A volume that is given decides instead: limits
in millimeters stand for the volume of a sphere of that diameter, rounded to a cubic millimeter (4:
34, 6: 113, 8: 268, 10: 524, 15: 1767, 30: 14137). Growth is a rise of more than 1.5 mm of the mean
diameter within 12 months.

A juxtapleural nodule that is smooth (oval, lentiform or triangular), below 10 mm and not growing is
2; any other goes by the rows of solid nodules, and so do cavitary ones. An airway nodule is 2 if
subsegmental; from segmental on it is 4A when first seen and 4B with referral when it persists; air,
secretions or a tubular shape make it 2. A cyst with a thin wall is 1; a change decides next, then
its kind when it is first seen, then the steps.

In an exam a 0 hides findings of 1 and 2, and stands behind any of 3 or higher, whose category then
leads while the request stays open. Another significant finding adds the modifier S and changes
nothing else. Positive are 3, 4A, 4B and 4X; 0 is neither. An input that is needed and not known is
named; nothing is guessed.

Source: American College of Radiology, Lung-RADS v2022 (released November 2022), by the
transcription of its table as RadElement RDES267, and by Christensen et al., CHEST 2024;165:738 and
J Am Coll Radiol 2024;21:473. The printed table of the college itself was not at hand: whoever signs
off compares this page with it.
"""

from screening.clinical.lung_rads.categorize import categorize_nodule
from screening.clinical.lung_rads.columns import evaluate_row, read_nodule
from screening.clinical.lung_rads.edition import Edition
from screening.clinical.lung_rads.exam import ExamResult, categorize_exam
from screening.clinical.lung_rads.nodule import Nodule, NoduleResult
from screening.clinical.lung_rads.reason_keys import REASON_KEYS
from screening.clinical.lung_rads.sizes import mean_diameter_mm
from screening.clinical.lung_rads.status import (
    Sighting,
    derive_status,
    months_between,
    possible_statuses,
)
from screening.clinical.lung_rads.steps import step_down
from screening.clinical.lung_rads.tables import CATEGORIES, CategoryFacts
from screening.clinical.lung_rads.v1_1 import V1_1
from screening.clinical.lung_rads.v2022 import V2022
from screening.clinical.lung_rads.vocabulary import (
    PUBLISHED_DEFAULTS,
    SYSTEM,
    AirwayContent,
    AirwayLevel,
    Category,
    CystChange,
    CystType,
    Finding,
    Morphology,
    Readings,
    Rounding,
    Status,
)

__all__ = [
    "CATEGORIES",
    "PUBLISHED_DEFAULTS",
    "REASON_KEYS",
    "SYSTEM",
    "V1_1",
    "V2022",
    "AirwayContent",
    "AirwayLevel",
    "Category",
    "CategoryFacts",
    "CystChange",
    "CystType",
    "Edition",
    "ExamResult",
    "Finding",
    "Morphology",
    "Nodule",
    "NoduleResult",
    "Readings",
    "Rounding",
    "Sighting",
    "Status",
    "categorize_exam",
    "categorize_nodule",
    "derive_status",
    "evaluate_row",
    "mean_diameter_mm",
    "months_between",
    "possible_statuses",
    "read_nodule",
    "step_down",
]
