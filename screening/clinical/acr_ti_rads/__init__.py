"""ACR TI-RADS 2017 of the American College of Radiology: points, level and management."""

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
    "score",
]
