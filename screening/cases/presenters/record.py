"""The page of a case: where it stands, why it was flagged, what was done, what may be done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask import url_for
from flask_babel import gettext as _

from screening.cases.models import Case, Procedure
from screening.cases.presenters.procedures import ProcedureLine, present_procedure
from screening.cases.presenters.timeline import TimelineLine, present_timeline
from screening.cases.presenters.words import CaseWords
from screening.cases.rules import CaseAct, CaseStatus, why_not_reopened
from screening.enrollments.rules import Outcome
from screening.exams.presenters.category import code_text
from screening.programs import get_program
from screening.protocol.category import CategorySystem
from screening.web.days import lateness
from screening.web.locale import say


class CasePresenter:
    """Where a case stands."""

    def __init__(self, case: Case, day: date, user_id: int | None) -> None:
        enrollment = case.episode.enrollment
        self.public_id = case.public_id
        self.exam_id = case.exam.public_id
        self.enrollment_id = enrollment.id
        self.version = case.version
        self.program = say(get_program(enrollment.program).name)
        self.round = case.episode.round_number
        self.category = code_text(case.exam.category or "", case.exam.modifiers)
        self.is_withdrawn = case.voided_at is not None
        self.withdrawn_because = say(case.void_reason)
        self.is_open = case.status is not CaseStatus.CLOSED and not self.is_withdrawn
        outcome = case.episode.outcome
        self.status, self.tone = CaseWords().status(case.status, self.is_withdrawn, outcome)
        self.outcome_comment = case.episode.outcome_comment or ""
        self.owner = case.assigned_to.display_name if case.assigned_to else ""
        self.is_mine = user_id is not None and case.assigned_to_id == user_id
        self.opened_on, self.due_on, self.closed_on = case.opened_on, case.due_on, case.closed_on
        self.waiting_days = ((case.closed_on or day) - case.opened_on).days
        self.late = lateness(case.due_on, day) if self.is_open else ""
        self.is_overdue = self.is_open and case.due_on < day
        self.why_not_reopened = say(why_not_reopened(case.standing))
        self.has_cancer = outcome is Outcome.CANCER
        self._standing = case.standing

    @property
    def url(self) -> str:
        """The address of the case."""
        return url_for("cases.show_case", public_id=self.public_id)

    @property
    def title(self) -> str:
        """What the case is called."""
        return str(_("Case: %(program)s, category %(category)s", **self._named))

    @property
    def _named(self) -> dict[str, str]:
        return {"program": self.program, "category": self.category}

    @property
    def can_take(self) -> bool:
        """Someone else may become the owner."""
        return self._standing.allows(CaseAct.TAKE) and not self.is_mine

    @property
    def can_agree(self) -> bool:
        """The category may be confirmed."""
        return self._standing.allows(CaseAct.AGREE)

    @property
    def can_override(self) -> bool:
        """The category may be changed."""
        return self._standing.allows(CaseAct.OVERRIDE)

    @property
    def can_add_procedure(self) -> bool:
        """A procedure may be recorded."""
        return self._standing.allows(CaseAct.PROCEDURE)

    @property
    def can_add_cancer(self) -> bool:
        """A cancer may be recorded."""
        return self._standing.allows(CaseAct.CANCER)

    @property
    def can_close(self) -> bool:
        """The case may be closed."""
        return self._standing.allows(CaseAct.CLOSE)

    @property
    def can_reopen(self) -> bool:
        """The case may be opened again."""
        return self._standing.allows(CaseAct.REOPEN)


@dataclass(frozen=True)
class StoryPresenter:
    """What happened on a case."""

    procedures: tuple[ProcedureLine, ...]
    timeline: tuple[TimelineLine, ...]


def present_story(case: Case, procedures: Sequence[Procedure]) -> StoryPresenter:
    """Return what was done on a case since it was flagged."""
    return StoryPresenter(
        tuple(present_procedure(procedure) for procedure in procedures),
        present_timeline(case.decisions, get_program(case.exam.program).workup),
    )


@dataclass(frozen=True)
class CasesPanel:
    """A person's cases, on the page of the person."""

    cases: tuple[CasePresenter, ...]


def present_panel(cases: Sequence[Case], day: date) -> CasesPanel:
    """Return the panel of a person's cases."""
    return CasesPanel(tuple(CasePresenter(case, day, None) for case in cases))


def category_choices(case: Case) -> list[tuple[str, str]]:
    """Return the categories that an override may choose, in the order of the system."""
    system = _system(case)
    return [
        (category.code, f"{category.code} {say(category.label)}") for category in system.categories
    ]


def modifier_choices(case: Case) -> list[tuple[str, str]]:
    """Return the modifiers that an override may set; those recorded stay choosable."""
    recorded = [each for each in case.exam.modifiers.split(";") if each]
    known = dict.fromkeys((*_system(case).modifiers, *recorded))
    return [(code, code) for code in known]


def _system(case: Case) -> CategorySystem:
    program = get_program(case.exam.program)
    return program.system(case.exam.system or program.default_system)
