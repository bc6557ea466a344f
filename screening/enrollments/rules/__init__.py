"""States of enrollment, episode and recall, the moves that are allowed, verdicts, dates; pure."""

from screening.enrollments.rules.dates import (
    Life,
    check_consent,
    check_day,
    check_exit,
)
from screening.enrollments.rules.judging import (
    STATUS_OF_VERDICT,
    Judged,
    judge,
    judged_json,
)
from screening.enrollments.rules.labels import (
    EPISODE_LABELS,
    EXIT_LABELS,
    OUTCOME_LABELS,
    RECALL_LABELS,
    SOURCE_LABELS,
    STATUS_LABELS,
    VERDICT_LABELS,
)
from screening.enrollments.rules.moves import (
    BEFORE_ENROLLMENT,
    ENROLLMENT_TRANSITIONS,
    LEFT_BY_HAND,
    STAYING,
    Standing,
    check_alive,
    check_can_assess,
    check_can_enroll,
    check_can_exit,
    check_can_resume,
    check_can_suspend,
    check_enrollment_move,
    is_allowed,
)
from screening.enrollments.rules.recalls import (
    Timing,
    timing_of,
)
from screening.enrollments.rules.states import (
    EnrollmentStatus,
    EpisodeStatus,
    ExitReason,
    Outcome,
    RecallStatus,
    Source,
)

__all__ = [
    "BEFORE_ENROLLMENT",
    "ENROLLMENT_TRANSITIONS",
    "EPISODE_LABELS",
    "EXIT_LABELS",
    "LEFT_BY_HAND",
    "OUTCOME_LABELS",
    "RECALL_LABELS",
    "SOURCE_LABELS",
    "STATUS_LABELS",
    "STATUS_OF_VERDICT",
    "STAYING",
    "VERDICT_LABELS",
    "EnrollmentStatus",
    "EpisodeStatus",
    "ExitReason",
    "Judged",
    "Life",
    "Outcome",
    "RecallStatus",
    "Source",
    "Standing",
    "Timing",
    "check_alive",
    "check_can_assess",
    "check_can_enroll",
    "check_can_exit",
    "check_can_resume",
    "check_can_suspend",
    "check_consent",
    "check_day",
    "check_enrollment_move",
    "check_exit",
    "is_allowed",
    "judge",
    "judged_json",
    "timing_of",
]
