"""States of a job and the error by which a job gives way to its cancellation."""

from collections.abc import Mapping
from enum import StrEnum

from screening.protocol.errors import ScreeningError
from screening.protocol.wording import N_


class JobStatus(StrEnum):
    """Where a job stands."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


# A job whose worker was stopped is queued again.
TRANSITIONS: Mapping[JobStatus, tuple[JobStatus, ...]] = {
    JobStatus.QUEUED: (JobStatus.RUNNING, JobStatus.CANCELLED),
    JobStatus.RUNNING: (
        JobStatus.QUEUED,
        JobStatus.DONE,
        JobStatus.FAILED,
        JobStatus.CANCELLED,
    ),
    JobStatus.DONE: (),
    JobStatus.FAILED: (),
    JobStatus.CANCELLED: (),
}
UNFINISHED = tuple(status for status, followers in TRANSITIONS.items() if followers)


class JobCancelledError(ScreeningError):
    """Someone asked the job to stop; it ends at the next safe place."""

    def __init__(self) -> None:
        super().__init__(N_("Stopped on request"))
