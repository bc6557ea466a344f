"""Every write of exams, findings, readings and the rounds that follow from them."""

from screening.exams.actions.locking import standing_of
from screening.exams.actions.moving import move_exam, void_exam
from screening.exams.actions.numbering import settle_system
from screening.exams.actions.opening import open_enrollment, open_exam
from screening.exams.actions.reading import give_reading
from screening.exams.actions.recording import (
    RefusedExamError,
    add_exam,
    correct_exam,
    review_entry,
)
from screening.exams.actions.results import (
    compute,
    compute_beside,
    recompute,
    recompute_beside,
)
from screening.exams.actions.rounds import arrange_rounds, follow_enrollments

__all__ = [
    "RefusedExamError",
    "add_exam",
    "arrange_rounds",
    "compute",
    "compute_beside",
    "correct_exam",
    "follow_enrollments",
    "give_reading",
    "move_exam",
    "open_enrollment",
    "open_exam",
    "recompute",
    "recompute_beside",
    "review_entry",
    "settle_system",
    "standing_of",
    "void_exam",
]
