"""States, purposes and rounds of exams; pure."""

from screening.exams.rules.states import (
    EXAMINED,
    EXPECTED,
    READABLE,
    SCREENING_PURPOSES,
    TRANSITIONS,
    ExamStatus,
    Purpose,
    ReadingKind,
    Recommendation,
)

__all__ = [
    "EXAMINED",
    "EXPECTED",
    "READABLE",
    "SCREENING_PURPOSES",
    "TRANSITIONS",
    "ExamStatus",
    "Purpose",
    "ReadingKind",
    "Recommendation",
]
