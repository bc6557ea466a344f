"""What may be done with a case now: pages offer it and actions refuse the rest by one rule."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from screening.cases.rules.states import CaseStatus
from screening.enrollments.rules import Outcome
from screening.protocol.errors import NotAllowedNowError
from screening.protocol.wording import N_


class CaseAct(StrEnum):
    """Something that a person does with a case."""

    TAKE = "take"
    AGREE = "agree"
    OVERRIDE = "override"
    PROCEDURE = "procedure"
    CANCER = "cancer"
    CLOSE = "close"
    REOPEN = "reopen"


UNDECIDED = (
    CaseAct.TAKE,
    CaseAct.AGREE,
    CaseAct.OVERRIDE,
    CaseAct.PROCEDURE,
    CaseAct.CANCER,
    CaseAct.CLOSE,
)
# A procedure may come to be known late; it is recorded whatever the case has come to.
ACTS: Mapping[CaseStatus, tuple[CaseAct, ...]] = {
    CaseStatus.NEW: UNDECIDED,
    CaseStatus.ASSIGNED: UNDECIDED,
    CaseStatus.WORKUP: tuple(act for act in UNDECIDED if act is not CaseAct.AGREE),
    CaseStatus.CLOSED: (CaseAct.PROCEDURE, CaseAct.REOPEN),
}
ALLOWED_NOW: Mapping[CaseStatus, str] = {
    CaseStatus.NEW: N_(
        "This case is new; allowed now: take it, agree, override, record a procedure or a cancer, "
        "close it"
    ),
    CaseStatus.ASSIGNED: N_(
        "This case is assigned; allowed now: take it over, agree, override, record a procedure or "
        "a cancer, close it"
    ),
    CaseStatus.WORKUP: N_(
        "This case is in work-up; allowed now: take it over, override, record a procedure or a "
        "cancer, close it"
    ),
    CaseStatus.CLOSED: N_(
        "This case is closed; allowed now: record a procedure, or reopen the case first"
    ),
}
WITHDRAWN = N_("This case is withdrawn: no exam of its round is positive any more")
WHY_NOT_REOPENED: Mapping[Outcome, str] = {
    Outcome.CANCER: N_("A recorded cancer closed this case; void the cancer to reopen it"),
    Outcome.DIED: N_("The death of the person closed this case; correct the death to reopen it"),
    Outcome.NEGATIVE: N_("A later negative exam closed this case; correct that exam to reopen it"),
}


@dataclass(frozen=True)
class Standing:
    """How a case stands; `is_automatic`: its round ended by itself, not by a person's decision."""

    status: CaseStatus
    is_withdrawn: bool = False
    outcome: Outcome | None = None
    is_automatic: bool = False

    def allows(self, act: CaseAct) -> bool:
        """Tell whether this may be done now."""
        if self.is_withdrawn:
            return False
        if act is CaseAct.CANCER and self.outcome is Outcome.CANCER:
            return True  # a second primary
        if act is CaseAct.REOPEN and self.is_automatic:
            return False
        return act in ACTS[self.status]


def why_not_reopened(standing: Standing) -> str | None:
    """Say why a case that ended by itself is not reopened by hand; None where it may be, or is."""
    if standing.outcome is None or not standing.is_automatic or standing.is_withdrawn:
        return None
    return WHY_NOT_REOPENED.get(standing.outcome)


def check_act(standing: Standing, act: CaseAct) -> None:
    """Refuse what may not be done now, and say what may."""
    if standing.allows(act):
        return
    if standing.is_withdrawn:
        raise NotAllowedNowError(WITHDRAWN)
    reason = why_not_reopened(standing) if act is CaseAct.REOPEN else None
    raise NotAllowedNowError(reason or ALLOWED_NOW[standing.status])
