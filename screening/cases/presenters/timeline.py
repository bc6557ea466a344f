"""The decisions taken on a case so far: who, when, what, why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from flask_babel import gettext as _

from screening.cases.models import CaseDecision
from screening.cases.presenters.words import kind_label
from screening.cases.rules import DecisionKind
from screening.enrollments.rules import OUTCOME_LABELS, Outcome
from screening.protocol.wording import N_
from screening.protocol.workup import Workup
from screening.security.actor import SYSTEM
from screening.web.locale import between, say

KIND_LABELS = {
    DecisionKind.OPENED: N_("Flagged by a positive exam"),
    DecisionKind.ASSIGNED: N_("Taken"),
    DecisionKind.AGREED: N_("Agreed with the category"),
    DecisionKind.OVERRIDDEN: N_("Category changed"),
    DecisionKind.PROCEDURE: N_("Procedure recorded"),
    DecisionKind.CLOSED: N_("Closed"),
    DecisionKind.REOPENED: N_("Reopened"),
    DecisionKind.WITHDRAWN: N_("Withdrawn"),
}
PROCEDURE_LABELS = {
    "record": N_("Procedure recorded"),
    "correct": N_("Procedure corrected"),
    "void": N_("Procedure voided"),
}


@dataclass(frozen=True)
class TimelineLine:
    """One decision."""

    at: datetime
    who: str
    what: str
    comment: str


def present_timeline(decisions: Sequence[CaseDecision], workup: Workup) -> tuple[TimelineLine, ...]:
    """Return the decisions, the newest first."""
    return tuple(present_decision(decision, workup) for decision in reversed(decisions))


def present_decision(decision: CaseDecision, workup: Workup) -> TimelineLine:
    """Return the line of one decision."""
    is_system = decision.decided_by_name == SYSTEM.name
    return TimelineLine(
        decision.decided_at,
        str(_("by itself")) if is_system else decision.decided_by_name,
        _what(decision, workup),
        _comment(decision, is_system=is_system),
    )


def _what(decision: CaseDecision, workup: Workup) -> str:
    details = decision.details
    if decision.kind is DecisionKind.PROCEDURE:
        label = say(PROCEDURE_LABELS[str(details["act"])])
        return f"{label}{between(':')}{kind_label(workup, str(details['procedure']))}"
    label = say(KIND_LABELS[decision.kind])
    changed = {
        DecisionKind.OVERRIDDEN: _change(details.get("category")),
        DecisionKind.CLOSED: _outcome(details.get("outcome")),
    }.get(decision.kind, "")
    return between(":").join(filter(None, (label, changed)))


def _change(change: object) -> str:
    if not isinstance(change, list):
        return ""
    before, after = (str(value or "\N{EN DASH}") for value in change)
    return f"{before} \N{RIGHTWARDS ARROW} {after}"


def _outcome(change: object) -> str:
    code = change[-1] if isinstance(change, list) else None
    return say(OUTCOME_LABELS[Outcome(code)]) if code in set(Outcome) else ""


def _comment(decision: CaseDecision, *, is_system: bool) -> str:
    """Return the comment; what the service itself wrote is translated."""
    text = decision.comment or ""
    if not is_system or not text:
        return text
    return say(OUTCOME_LABELS[Outcome(text)] if text in set(Outcome) else text)
