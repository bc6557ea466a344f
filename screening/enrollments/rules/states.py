"""The states of enrollment, round and recall, and why someone comes and leaves; pure."""

from enum import StrEnum


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
