"""The forms of exams."""

from screening.exams.forms.act import Offered
from screening.exams.forms.exam import ExamForm, differing
from screening.exams.forms.moving import MoveForm, VoidForm

__all__ = ["ExamForm", "MoveForm", "Offered", "VoidForm", "differing"]
