"""What the pages of enrollments show: standing, moves, verdicts, recalls, rules."""

from screening.enrollments.presenters.answers import differing_answers
from screening.enrollments.presenters.conflicts import (
    ConflictPresenter,
    present_conflict,
    rows_of,
    state_texts,
)
from screening.enrollments.presenters.panel import ProgramsPanel, open_programs
from screening.enrollments.presenters.questionnaire import (
    QuestionnairePage,
    asked_fields,
    present_sections,
)
from screening.enrollments.presenters.record import (
    EnrollmentPresenter,
    Recorded,
    present_form_data,
    site_choices,
)
from screening.enrollments.presenters.rule_sets import RulesPresenter, present_rules
from screening.enrollments.presenters.verdicts import (
    LiveVerdict,
    present_assessment,
    present_live,
)

__all__ = [
    "ConflictPresenter",
    "EnrollmentPresenter",
    "LiveVerdict",
    "ProgramsPanel",
    "QuestionnairePage",
    "Recorded",
    "RulesPresenter",
    "asked_fields",
    "differing_answers",
    "open_programs",
    "present_assessment",
    "present_conflict",
    "present_form_data",
    "present_live",
    "present_rules",
    "present_sections",
    "rows_of",
    "site_choices",
    "state_texts",
]
