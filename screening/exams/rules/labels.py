"""How states, purposes, readings and recommendations of exams read on a page; pure."""

from screening.exams.rules.states import ExamStatus, Purpose, ReadingKind, Recommendation
from screening.protocol.wording import N_

STATUS_LABELS: dict[ExamStatus, str] = {
    ExamStatus.SCHEDULED: N_("Booked"),
    ExamStatus.CHECKED_IN: N_("Checked in"),
    ExamStatus.PERFORMED: N_("Performed"),
    ExamStatus.PARTIAL: N_("Partly performed"),
    ExamStatus.TECHNICALLY_INADEQUATE: N_("Technically inadequate"),
    ExamStatus.CANCELLED: N_("Cancelled"),
    ExamStatus.DID_NOT_ATTEND: N_("Did not attend"),
    ExamStatus.ATTENDED_NOT_SCREENED: N_("Attended, not screened"),
}
# What a button that moves an exam says.
MOVE_LABELS: dict[ExamStatus, str] = {
    ExamStatus.CHECKED_IN: N_("Check in"),
    ExamStatus.CANCELLED: N_("Cancel the appointment"),
    ExamStatus.DID_NOT_ATTEND: N_("Did not attend"),
    ExamStatus.ATTENDED_NOT_SCREENED: N_("Attended, not screened"),
}
PURPOSE_LABELS: dict[Purpose, str] = {
    Purpose.BASELINE: N_("Baseline"),
    Purpose.ANNUAL: N_("Next round"),
    Purpose.FOLLOW_UP: N_("Follow-up at a short interval"),
    Purpose.DIAGNOSTIC: N_("Diagnostic"),
}
READING_LABELS: dict[ReadingKind, str] = {
    ReadingKind.FIRST: N_("First reading"),
    ReadingKind.SECOND: N_("Second reading"),
    ReadingKind.ARBITRATION: N_("Arbitration"),
}
RECOMMENDATION_LABELS: dict[Recommendation, str] = {
    Recommendation.ROUTINE: N_("Next exam at the routine interval"),
    Recommendation.SHORT_INTERVAL: N_("Next exam at a short interval"),
    Recommendation.MORE_IMAGING: N_("More imaging"),
    Recommendation.TISSUE: N_("Tissue"),
}
