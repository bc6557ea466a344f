"""What a fact says of a screening exam, and by what the report groups its facts; pure."""

from screening.indicators.rules.building import INCIDENT, PREVALENT, Facts, FactValues, build_facts
from screening.indicators.rules.dimensions import OF_EXAM_ONLY, OF_TIME, Dimension
from screening.indicators.rules.groups import group_order, is_group
from screening.indicators.rules.periods import days_of, period_of
from screening.indicators.rules.reading import ProgramReader
from screening.indicators.rules.sources import (
    AssessmentSource,
    CancerSource,
    ExamSource,
    PersonSource,
    ProcedureSource,
)

__all__ = [
    "INCIDENT",
    "OF_EXAM_ONLY",
    "OF_TIME",
    "PREVALENT",
    "AssessmentSource",
    "CancerSource",
    "Dimension",
    "ExamSource",
    "FactValues",
    "Facts",
    "PersonSource",
    "ProcedureSource",
    "ProgramReader",
    "build_facts",
    "days_of",
    "group_order",
    "is_group",
    "period_of",
]
