"""Every write of enrollments, assessments, rounds and recalls."""

from screening.enrollments.actions.deaths import follow_deaths
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
    exit_enrollment,
    resume,
    suspend,
)

__all__ = [
    "Consent",
    "Interest",
    "Leaving",
    "enroll",
    "exit_enrollment",
    "follow_deaths",
    "judge_answers",
    "open_enrollment",
    "record_assessment",
    "resume",
    "suspend",
]
