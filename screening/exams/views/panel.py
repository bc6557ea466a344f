"""A person's exams for the page of the person."""

from screening.enrollments.queries import list_enrollments
from screening.exams.presenters import ExamsPanel, present_panel
from screening.exams.queries import list_exams
from screening.security.actor import Scope


def panel(participant_id: int, scope: Scope) -> tuple[str, ExamsPanel] | None:
    """Return the exams of every program; None where there is nothing to show."""
    found = present_panel(list_enrollments(participant_id), list_exams(scope, participant_id))
    return ("exams/_panel.html", found) if found else None
