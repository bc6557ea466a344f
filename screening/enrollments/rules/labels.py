"""What the states and reasons of enrollments are called on the screen; pure."""

from screening.enrollments.rules.states import (
    EnrollmentStatus,
    EpisodeStatus,
    ExitReason,
    Outcome,
    RecallStatus,
    Source,
)
from screening.protocol.eligibility import Verdict
from screening.protocol.wording import N_

STATUS_LABELS = {
    EnrollmentStatus.INVITED: N_("Invited"),
    EnrollmentStatus.ASSESSED: N_("Assessed, not decided"),
    EnrollmentStatus.INELIGIBLE: N_("Not eligible"),
    EnrollmentStatus.ELIGIBLE: N_("Eligible"),
    EnrollmentStatus.ENROLLED: N_("Enrolled"),
    EnrollmentStatus.ACTIVE: N_("Active"),
    EnrollmentStatus.SUSPENDED: N_("Paused"),
    EnrollmentStatus.EXITED: N_("Left"),
}
SOURCE_LABELS = {
    Source.GENERAL_SURVEY: N_("General survey"),
    Source.REFERRAL: N_("Referral"),
    Source.HEALTH_CHECK: N_("Health check"),
    Source.SELF: N_("On their own"),
}
EXIT_LABELS = {
    ExitReason.WITHDREW: N_("Withdrew or declined"),
    ExitReason.MOVED: N_("Moved away"),
    ExitReason.AGED_OUT: N_("Too old for the program"),
    ExitReason.LOST: N_("Lost to follow-up"),
    ExitReason.DIAGNOSED: N_("Diagnosed"),
    ExitReason.DIED: N_("Died"),
}
VERDICT_LABELS = {
    Verdict.YES: N_("Eligible"),
    Verdict.NO: N_("Not eligible"),
    Verdict.INSUFFICIENT_DATA: N_("Not enough data"),
}
EPISODE_LABELS = {
    EpisodeStatus.OPEN: N_("Booked"),
    EpisodeStatus.EXAMINED: N_("Examined, no result"),
    EpisodeStatus.RESULTED: N_("Result given"),
    EpisodeStatus.CLEARED: N_("Negative"),
    EpisodeStatus.IN_REVIEW: N_("In review"),
    EpisodeStatus.IN_WORKUP: N_("In work-up"),
    EpisodeStatus.CLOSED: N_("Closed"),
}
OUTCOME_LABELS = {
    Outcome.NEGATIVE: N_("Negative"),
    Outcome.BENIGN: N_("Benign"),
    Outcome.CANCER: N_("Cancer"),
    Outcome.LOST: N_("Lost to follow-up"),
    Outcome.DECLINED: N_("Declined"),
    Outcome.DIED: N_("Died"),
}
RECALL_LABELS = {
    RecallStatus.OPEN: N_("To be booked"),
    RecallStatus.BOOKED: N_("Booked"),
    RecallStatus.MET: N_("Met"),
    RecallStatus.DECLINED: N_("Declined"),
    RecallStatus.LOST: N_("Lost to follow-up"),
    RecallStatus.SUPERSEDED: N_("Superseded"),
    RecallStatus.CANCELLED: N_("Canceled"),
}
