"""What every decision on a case shares: the check before it, and the trace that it leaves."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.orm.attributes import flag_modified

from screening.audit.actions import Subject, record
from screening.audit.diff import difference
from screening.cases.models import Case, CaseDecision
from screening.cases.rules import CaseAct, DecisionKind, check_act
from screening.database.transactions import touch_episodes
from screening.protocol.errors import NewerChangeError
from screening.protocol.wording import N_
from screening.security.actor import Actor

REASONED = (DecisionKind.OVERRIDDEN, DecisionKind.REOPENED)


@dataclass(frozen=True)
class Decision:
    """A decision with the state before it; `after` names what else it changed."""

    kind: DecisionKind
    before: Mapping[str, object]
    comment: str | None = None
    after: Mapping[str, object] = field(default_factory=dict)


def check_can(case: Case, act: CaseAct, expected_version: int) -> None:
    """Refuse an act over someone else's newer decision, or one that is not allowed now."""
    if case.version != expected_version:
        raise NewerChangeError(N_("Someone decided on this case while you were working on it"))
    check_act(case.standing, act)


def state_of(case: Case) -> dict[str, object]:
    """Return what of a case is compared before and after a decision."""
    return {
        "status": case.status,
        "assigned_to": case.assigned_to_id,
        "due_on": case.due_on,
        "closed_on": case.closed_on,
        "outcome": case.episode.outcome,
        "outcome_on": case.episode.outcome_on,
    }


def decide(case: Case, decision: Decision, *, by: Actor, at: datetime) -> None:
    """Keep a decision beside the earlier ones; cases and figures follow before the commit."""
    changes = difference(decision.before, {**state_of(case), **decision.after})
    add_decision(case, decision.kind, decision.comment, changes, by=by, at=at)
    is_reason = decision.kind in REASONED
    if decision.comment and not is_reason:
        changes["comment"] = [None, decision.comment]
    record(
        f"cases:case:{decision.kind.value}",
        Subject("case", case.id, case.exam.participant_id),
        by=by,
        at=at,
        reason=decision.comment if is_reason else None,
        changes=changes,
    )
    touch_episodes([case.episode_id])


def add_decision(
    case: Case,
    kind: DecisionKind,
    comment: str | None,
    details: Mapping[str, object],
    *,
    by: Actor,
    at: datetime,
) -> None:
    """Add a line to the case; whoever has it open then sees a newer version."""
    case.decisions.append(
        CaseDecision(
            kind=kind,
            decided_at=at,
            decided_by_id=by.user_id,
            decided_by_name=by.name,
            comment=comment,
            details=dict(details),
        )
    )
    flag_modified(case, "status")  # a decision that changes no column is a newer version too
