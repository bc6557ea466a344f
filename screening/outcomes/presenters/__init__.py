"""What the pages of cancers show."""

from screening.outcomes.presenters.conflicts import ConflictPresenter, present_conflict
from screening.outcomes.presenters.lines import (
    CancerLine,
    CancersPanel,
    present_cancer,
    present_panel,
)
from screening.outcomes.presenters.typing import (
    CodeChoice,
    StagePresenter,
    code_choices,
    exam_choices,
    present_form_data,
    present_stage,
)

__all__ = [
    "CancerLine",
    "CancersPanel",
    "CodeChoice",
    "ConflictPresenter",
    "StagePresenter",
    "code_choices",
    "exam_choices",
    "present_cancer",
    "present_conflict",
    "present_form_data",
    "present_panel",
    "present_stage",
]
