"""BI-RADS of the American College of Radiology: one assessment out of breasts and modalities.

Each breast has the worst category of its modalities, and the woman the worst of her breasts, by the
order of the table below. The final category of a work-up replaces the 0 of each modality of its
breast and nothing else; the breast is then again the worst of its modalities. So a benign
ultrasound never lowers a mammographic 3 to 5, and ultrasound or MRI beside it does not close a 0.
The combined categories, action, interval and likelihood are those after the work-up.

The marks are those of the screening stage, before any work-up. `recall` is met where either breast
is 0, 4, 4A, 4B, 4C or 5; `recall_incl_short_interval` and `audit_positive` by the same and by 3;
`audit_positive_pre2013` as `recall` is, by the counting up to 2013. A 6 is no result of screening.

NA is a breast that is absent or was not examined, a blank a modality that was not done. There is no
result where neither breast was assessed, and a code that is none of the categories is refused.

Source: ACR BI-RADS Atlas, 5th edition 2013; the manual of 2025 keeps its categories. One final
category from the highest likelihood of malignancy: its chapter on reporting ultrasound. The places
of 0 and 6 in the order are recalled, that of a 4 that was not divided is a rule of the house; where
a result rests on them it says so. That other imaging does not close a 0 is a rule of the house.
"""

from screening.clinical.bi_rads.breast import Breast, BreastResult
from screening.clinical.bi_rads.density import denser
from screening.clinical.bi_rads.exam import REASON_KEYS, ExamResult, Marks, assess_exam
from screening.clinical.bi_rads.rows import INPUTS, RESULTS, evaluate_row, exam_of_row, read_breast
from screening.clinical.bi_rads.tables import CATEGORIES, SHORT_INTERVAL_MONTHS, CategoryFacts
from screening.clinical.bi_rads.vocabulary import (
    EDITION,
    ORDER,
    REFERENCE_DEFAULTS,
    SYSTEM,
    Category,
    Density,
    Modality,
    Readings,
    Side,
)

__all__ = [
    "CATEGORIES",
    "EDITION",
    "INPUTS",
    "ORDER",
    "REASON_KEYS",
    "REFERENCE_DEFAULTS",
    "RESULTS",
    "SHORT_INTERVAL_MONTHS",
    "SYSTEM",
    "Breast",
    "BreastResult",
    "Category",
    "CategoryFacts",
    "Density",
    "ExamResult",
    "Marks",
    "Modality",
    "Readings",
    "Side",
    "assess_exam",
    "denser",
    "evaluate_row",
    "exam_of_row",
    "read_breast",
]
