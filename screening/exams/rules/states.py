"""States, purposes and readings of exams, and the moves that are allowed."""

from enum import StrEnum


class ExamStatus(StrEnum):
    """Where an exam stands."""

    SCHEDULED = "scheduled"
    CHECKED_IN = "checked_in"
    PERFORMED = "performed"
    PARTIAL = "partial"
    TECHNICALLY_INADEQUATE = "technically_inadequate"
    CANCELLED = "cancelled"
    DID_NOT_ATTEND = "did_not_attend"
    ATTENDED_NOT_SCREENED = "attended_not_screened"


class Purpose(StrEnum):
    """Why an exam is done; baseline and annual are the screening purposes."""

    BASELINE = "baseline"
    ANNUAL = "annual"
    FOLLOW_UP = "follow_up"
    DIAGNOSTIC = "diagnostic"


SCREENING_PURPOSES = (Purpose.BASELINE, Purpose.ANNUAL)


class ReadingKind(StrEnum):
    """Whose view a reading is."""

    FIRST = "first"
    SECOND = "second"
    ARBITRATION = "arbitration"


class Recommendation(StrEnum):
    """What a result asks for, as files say it."""

    ROUTINE = "routine"
    SHORT_INTERVAL = "short_interval"
    MORE_IMAGING = "more_imaging"
    TISSUE = "tissue"


EXAMINED = (ExamStatus.PERFORMED, ExamStatus.PARTIAL, ExamStatus.TECHNICALLY_INADEQUATE)
READABLE = (ExamStatus.PERFORMED, ExamStatus.PARTIAL)
EXPECTED = (ExamStatus.SCHEDULED, ExamStatus.CHECKED_IN)

TRANSITIONS: dict[ExamStatus, tuple[ExamStatus, ...]] = {
    ExamStatus.SCHEDULED: (
        ExamStatus.CHECKED_IN,
        *EXAMINED,
        ExamStatus.CANCELLED,
        ExamStatus.DID_NOT_ATTEND,
    ),
    ExamStatus.CHECKED_IN: (*EXAMINED, ExamStatus.ATTENDED_NOT_SCREENED),
    ExamStatus.PERFORMED: (),
    ExamStatus.PARTIAL: (),
    ExamStatus.TECHNICALLY_INADEQUATE: (),
    ExamStatus.CANCELLED: (),
    ExamStatus.DID_NOT_ATTEND: (),
    ExamStatus.ATTENDED_NOT_SCREENED: (),
}
