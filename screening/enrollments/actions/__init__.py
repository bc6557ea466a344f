"""Every write of enrollments, assessments, rounds and recalls."""

from screening.enrollments.actions.enrolling import (
    Consent,
    Interest,
    enroll,
    judge_answers,
    open_enrollment,
    record_assessment,
)
from screening.enrollments.actions.leaving import (
    Leaving,
    exit_after_death,
    exit_enrollment,
    resume,
    return_after_death_corrected,
    suspend,
)

__all__ = [
    "Consent",
    "Interest",
    "Leaving",
    "enroll",
    "exit_after_death",
    "exit_enrollment",
    "judge_answers",
    "open_enrollment",
    "record_assessment",
    "resume",
    "return_after_death_corrected",
    "suspend",
]
