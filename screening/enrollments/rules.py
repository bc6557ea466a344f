"""States of enrollment, episode and recall, and the moves that are allowed."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from screening.protocol.eligibility import Candidate, Eligibility, RuleSet
from screening.protocol.errors import NotAllowedNowError
from screening.protocol.program import Program
from screening.protocol.wording import N_


class EnrollmentStatus(StrEnum):
    """Where a person stands in a program."""

    INVITED = "invited"
    ASSESSED = "assessed"
    INELIGIBLE = "ineligible"
    ELIGIBLE = "eligible"
    ENROLLED = "enrolled"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    EXITED = "exited"


class Source(StrEnum):
    """How the person came to the program."""

    GENERAL_SURVEY = "general_survey"
    REFERRAL = "referral"
    HEALTH_CHECK = "health_check"
    SELF = "self"


class ExitReason(StrEnum):
    """Why a person left a program."""

    DIAGNOSED = "diagnosed"
    WITHDREW = "withdrew"
    AGED_OUT = "aged_out"
    MOVED = "moved"
    DIED = "died"
    LOST = "lost"


class EpisodeStatus(StrEnum):
    """How far a round has come."""

    OPEN = "open"
    EXAMINED = "examined"
    RESULTED = "resulted"
    CLEARED = "cleared"
    IN_REVIEW = "in_review"
    IN_WORKUP = "in_workup"
    CLOSED = "closed"


class Outcome(StrEnum):
    """How a round ended."""

    NEGATIVE = "negative"
    BENIGN = "benign"
    CANCER = "cancer"
    LOST = "lost"
    DECLINED = "declined"
    DIED = "died"


class RecallStatus(StrEnum):
    """What became of a recommendation; due and overdue are read off the clock."""

    OPEN = "open"
    BOOKED = "booked"
    MET = "met"
    DECLINED = "declined"
    LOST = "lost"
    SUPERSEDED = "superseded"
    CANCELLED = "cancelled"


BEFORE_ENROLLMENT = (
    EnrollmentStatus.INVITED,
    EnrollmentStatus.ASSESSED,
    EnrollmentStatus.INELIGIBLE,
    EnrollmentStatus.ELIGIBLE,
)
STAYING = (EnrollmentStatus.ENROLLED, EnrollmentStatus.ACTIVE, EnrollmentStatus.SUSPENDED)

ENROLLMENT_TRANSITIONS: dict[EnrollmentStatus, tuple[EnrollmentStatus, ...]] = {
    EnrollmentStatus.INVITED: (
        EnrollmentStatus.ASSESSED,
        EnrollmentStatus.ELIGIBLE,
        EnrollmentStatus.INELIGIBLE,
        EnrollmentStatus.EXITED,
    ),
    EnrollmentStatus.ASSESSED: (
        EnrollmentStatus.ELIGIBLE,
        EnrollmentStatus.INELIGIBLE,
        EnrollmentStatus.ENROLLED,
        EnrollmentStatus.EXITED,
    ),
    EnrollmentStatus.INELIGIBLE: (
        EnrollmentStatus.ASSESSED,
        EnrollmentStatus.ELIGIBLE,
        EnrollmentStatus.ENROLLED,
        EnrollmentStatus.EXITED,
    ),
    EnrollmentStatus.ELIGIBLE: (
        EnrollmentStatus.ASSESSED,
        EnrollmentStatus.INELIGIBLE,
        EnrollmentStatus.ENROLLED,
        EnrollmentStatus.EXITED,
    ),
    EnrollmentStatus.ENROLLED: (
        EnrollmentStatus.ACTIVE,
        EnrollmentStatus.SUSPENDED,
        EnrollmentStatus.EXITED,
    ),
    EnrollmentStatus.ACTIVE: (
        EnrollmentStatus.ENROLLED,
        EnrollmentStatus.SUSPENDED,
        EnrollmentStatus.EXITED,
    ),
    EnrollmentStatus.SUSPENDED: (
        EnrollmentStatus.ENROLLED,
        EnrollmentStatus.ACTIVE,
        EnrollmentStatus.EXITED,
    ),
    EnrollmentStatus.EXITED: (EnrollmentStatus.ENROLLED, EnrollmentStatus.ACTIVE),
}


def check_enrollment_move(status: EnrollmentStatus, wanted: EnrollmentStatus) -> None:
    """Refuse a state that cannot follow the present one, and say which can."""
    allowed = ENROLLMENT_TRANSITIONS[status]
    if wanted not in allowed:
        raise NotAllowedNowError(
            N_("An enrollment that is {status} cannot become {wanted}; allowed now: {allowed}"),
            {
                "status": status.value,
                "wanted": wanted.value,
                "allowed": ", ".join(each.value for each in allowed),
            },
        )


@dataclass(frozen=True)
class Judged:
    """One rule set's verdict beside the rule set itself."""

    rule_set: RuleSet
    eligibility: Eligibility


def judge(program: Program, candidate: Candidate) -> list[Judged]:
    """Return every rule set's verdict on a candidate, the program's own set first."""
    ordered = sorted(program.rule_sets, key=lambda each: each.code != program.default_rule_set)
    return [Judged(rule_set, rule_set.judge(candidate)) for rule_set in ordered]


def judged_json(judged: Sequence[Judged]) -> dict[str, object]:
    """Return verdicts as JSON: rule set -> version, verdict, reasons with their values as text."""
    return {
        each.eligibility.rule_set: {
            "version": each.eligibility.version,
            "verdict": each.eligibility.verdict.value,
            "reasons": [
                {
                    "text": reason.text,
                    "values": {name: str(value) for name, value in reason.values.items()},
                }
                for reason in each.eligibility.reasons
            ],
        }
        for each in judged
    }
