"""Who is within and who outside the recommendations on thyroid screening, by each body."""

from screening.clinical.thyroid_screening.bodies import (
    BODIES,
    LAY_BODY,
    REASON_KEYS,
    Body,
    Judgment,
    Position,
    judge,
    judge_all,
)
from screening.clinical.thyroid_screening.person import Irradiation, Person, Syndrome
from screening.clinical.thyroid_screening.risks import Risk
from screening.clinical.thyroid_screening.rows import INPUTS, RESULTS, evaluate_row, read_person

__all__ = [
    "BODIES",
    "INPUTS",
    "LAY_BODY",
    "REASON_KEYS",
    "RESULTS",
    "Body",
    "Irradiation",
    "Judgment",
    "Person",
    "Position",
    "Risk",
    "Syndrome",
    "evaluate_row",
    "judge",
    "judge_all",
    "read_person",
]
