"""What the pages of exams show."""

from screening.exams.presenters.entry import EntryPresenter, EntrySource
from screening.exams.presenters.exam import ExamPresenter, Stored
from screening.exams.presenters.heads import present_head
from screening.exams.presenters.lesions import present_lesions
from screening.exams.presenters.letter import present_letter
from screening.exams.presenters.panel import ExamsPanel, present_panel
from screening.exams.presenters.result import ResultPresenter, present_review

__all__ = [
    "EntryPresenter",
    "EntrySource",
    "ExamPresenter",
    "ExamsPanel",
    "ResultPresenter",
    "Stored",
    "present_head",
    "present_lesions",
    "present_letter",
    "present_panel",
    "present_review",
]
