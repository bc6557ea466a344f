"""What the pages of imports and exports show."""

from screening.exchange.presenters.exports import ExportView, file_name_of, present_export
from screening.exchange.presenters.imports import (
    ImportLine,
    ImportView,
    Rows,
    present_import,
    present_line,
)
from screening.exchange.presenters.preview import present_planned, present_problems, problem_text
from screening.exchange.presenters.progress import Addresses, Progress, present_progress
from screening.exchange.presenters.words import (
    is_under_way,
    kind_choices,
    pause_of,
    present_templates,
    program_choices,
)

__all__ = [
    "Addresses",
    "ExportView",
    "ImportLine",
    "ImportView",
    "Progress",
    "Rows",
    "file_name_of",
    "is_under_way",
    "kind_choices",
    "pause_of",
    "present_export",
    "present_import",
    "present_line",
    "present_planned",
    "present_problems",
    "present_progress",
    "present_templates",
    "problem_text",
    "program_choices",
]
