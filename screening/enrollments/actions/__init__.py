"""Every write of enrollments, assessments, rounds and recalls."""

from screening.enrollments.actions.assessing import (
    Filled,
    correct_assessment,
    judge_answers,
    record_assessment,
    void_assessment,
)
from screening.enrollments.actions.correcting import (
    Corrected,
    correct_enrollment,
    void_enrollment,
)
from screening.enrollments.actions.deaths import follow_deaths
from screening.enrollments.actions.enrolling import (
    Consent,
    Interest,
    enroll,
    open_enrollment,
)
from screening.enrollments.actions.events import standing_of
from screening.enrollments.actions.leaving import (
    Leaving,
    Pause,
    Return,
    exit_enrollment,
    resume,
    suspend,
)
from screening.enrollments.actions.opening import open_record

__all__ = [
    "Consent",
    "Corrected",
    "Filled",
    "Interest",
    "Leaving",
    "Pause",
    "Return",
    "correct_assessment",
    "correct_enrollment",
    "enroll",
    "exit_enrollment",
    "follow_deaths",
    "judge_answers",
    "open_enrollment",
    "open_record",
    "record_assessment",
    "resume",
    "standing_of",
    "suspend",
    "void_assessment",
    "void_enrollment",
]
