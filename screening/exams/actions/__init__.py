"""Every write of exams, findings, readings and the rounds that follow from them."""

from screening.exams.actions.reading import give_reading
from screening.exams.actions.recording import (
    RefusedExamError,
    add_exam,
    correct_exam,
    move_exam,
    void_exam,
)
from screening.exams.actions.results import compute
from screening.exams.actions.rounds import arrange_rounds, follow_enrollments

__all__ = [
    "RefusedExamError",
    "add_exam",
    "arrange_rounds",
    "compute",
    "correct_exam",
    "follow_enrollments",
    "give_reading",
    "move_exam",
    "void_exam",
]
