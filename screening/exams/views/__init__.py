"""The pages of exams: enter, show, move, void, print, and the panel of a person's page."""

from screening.exams.views.blueprint import blueprint
from screening.exams.views.entering import add_exam, correct_exam, show_category
from screening.exams.views.moving import move_exam, void_exam
from screening.exams.views.panel import panel
from screening.exams.views.showing import print_result, show_exam

__all__ = [
    "add_exam",
    "blueprint",
    "correct_exam",
    "move_exam",
    "panel",
    "print_result",
    "show_category",
    "show_exam",
    "void_exam",
]
