"""States and decisions of a case, and the moves that are allowed."""

from enum import StrEnum


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
