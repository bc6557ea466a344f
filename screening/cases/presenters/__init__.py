"""What the pages of cases and procedures show."""

from screening.cases.presenters.conflicts import ConflictPresenter, present_case_conflict
from screening.cases.presenters.lists import (
    OVERDUE,
    CaseListPresenter,
    filter_choices,
    filter_values,
    present_cases,
    standard_lists,
)
from screening.cases.presenters.procedures import (
    present_procedure,
    present_procedure_conflict,
    present_procedure_form,
)
from screening.cases.presenters.record import (
    CasePresenter,
    CasesPanel,
    category_choices,
    modifier_choices,
    present_panel,
    present_story,
)

__all__ = [
    "OVERDUE",
    "CaseListPresenter",
    "CasePresenter",
    "CasesPanel",
    "ConflictPresenter",
    "category_choices",
    "filter_choices",
    "filter_values",
    "modifier_choices",
    "present_case_conflict",
    "present_cases",
    "present_panel",
    "present_procedure",
    "present_procedure_conflict",
    "present_procedure_form",
    "present_story",
    "standard_lists",
]
