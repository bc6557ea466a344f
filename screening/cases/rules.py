"""States and decisions of a case, and the moves that are allowed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from screening.enrollments.rules import Outcome


class CaseStatus(StrEnum):
    """Where a case stands."""

    NEW = "new"
    ASSIGNED = "assigned"
    WORKUP = "workup"
    CLOSED = "closed"


class DecisionKind(StrEnum):
    """What was decided on a case, and by whom it was done."""

    OPENED = "opened"
    ASSIGNED = "assigned"
    AGREED = "agreed"
    OVERRIDDEN = "overridden"
    PROCEDURE = "procedure"
    CLOSED = "closed"
    REOPENED = "reopened"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class EpisodeExam:
    """A resulted exam of a round, as far as its case looks at it."""

    id: int
    resulted_on: date
    is_positive: bool | None


def conclude(
    exams: Sequence[EpisodeExam], outcome: Outcome | None, *, is_automatic: bool
) -> dict[str, object] | None:
    """Return the change of a round's outcome that its exams (in time order) bring by themselves.

    A follow-up exam that turns out negative ends a round that had been positive; a later positive
    one opens it again. None: nothing changes. An outcome that a person gave is never changed.
    """
    was_positive = any(exam.is_positive for exam in exams[:-1])
    is_resolved = was_positive and exams[-1].is_positive is False
    if is_resolved and outcome is None:
        ended_on = exams[-1].resulted_on
        return {"outcome": Outcome.NEGATIVE, "outcome_on": ended_on, "outcome_is_automatic": True}
    if outcome is Outcome.NEGATIVE and is_automatic and not is_resolved:
        return {"outcome": None, "outcome_on": None, "outcome_is_automatic": False}
    return None
