"""States of a case, the kinds of decision, and the moves from state to state."""

from collections.abc import Mapping
from enum import StrEnum

from screening.protocol.wording import N_
from screening.protocol.workup import ProcedureResult


class CaseStatus(StrEnum):
    """Where a case stands."""

    NEW = "new"
    ASSIGNED = "assigned"
    WORKUP = "workup"
    CLOSED = "closed"


class DecisionKind(StrEnum):
    """What was decided on a case, or what happened to it by itself."""

    OPENED = "opened"
    ASSIGNED = "assigned"
    AGREED = "agreed"
    OVERRIDDEN = "overridden"
    PROCEDURE = "procedure"
    CLOSED = "closed"
    REOPENED = "reopened"
    WITHDRAWN = "withdrawn"


TRANSITIONS: Mapping[CaseStatus, tuple[CaseStatus, ...]] = {
    CaseStatus.NEW: (CaseStatus.ASSIGNED, CaseStatus.WORKUP, CaseStatus.CLOSED),
    CaseStatus.ASSIGNED: (CaseStatus.WORKUP, CaseStatus.CLOSED),
    CaseStatus.WORKUP: (CaseStatus.CLOSED,),
    CaseStatus.CLOSED: (CaseStatus.NEW, CaseStatus.ASSIGNED, CaseStatus.WORKUP),
}
OPEN = (CaseStatus.NEW, CaseStatus.ASSIGNED, CaseStatus.WORKUP)

STATUS_LABELS: Mapping[CaseStatus, str] = {
    CaseStatus.NEW: N_("New"),
    CaseStatus.ASSIGNED: N_("Assigned"),
    CaseStatus.WORKUP: N_("In work-up"),
    CaseStatus.CLOSED: N_("Closed"),
}
RESULT_LABELS: Mapping[ProcedureResult, str] = {
    ProcedureResult.BENIGN: N_("Benign"),
    ProcedureResult.MALIGNANT: N_("Malignant"),
    ProcedureResult.INDETERMINATE: N_("Indeterminate"),
    ProcedureResult.NON_DIAGNOSTIC: N_("Non-diagnostic"),
}
