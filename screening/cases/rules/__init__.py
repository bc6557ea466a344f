"""States, acts and ends of cases, and what a procedure may say; pure."""

from screening.cases.rules.acts import CaseAct, Standing, check_act, why_not_reopened
from screening.cases.rules.closing import GIVEN, Closure, WorkupFacts, closure_problems
from screening.cases.rules.conclusion import Conclusion, EpisodeExam, conclude
from screening.cases.rules.procedures import (
    ProcedureEntry,
    ProcedureLimits,
    procedure_problems,
)
from screening.cases.rules.states import (
    OPEN,
    RESULT_LABELS,
    STATUS_LABELS,
    TRANSITIONS,
    CaseStatus,
    DecisionKind,
)

__all__ = [
    "GIVEN",
    "OPEN",
    "RESULT_LABELS",
    "STATUS_LABELS",
    "TRANSITIONS",
    "CaseAct",
    "CaseStatus",
    "Closure",
    "Conclusion",
    "DecisionKind",
    "EpisodeExam",
    "ProcedureEntry",
    "ProcedureLimits",
    "Standing",
    "WorkupFacts",
    "check_act",
    "closure_problems",
    "conclude",
    "procedure_problems",
    "why_not_reopened",
]
