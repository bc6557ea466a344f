"""States of a job and the error by which a job gives way to its cancellation."""

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


UNFINISHED = (JobStatus.QUEUED, JobStatus.RUNNING)


class JobCancelledError(ScreeningError):
    """Someone asked the job to stop; it ends at the next safe place."""

    def __init__(self) -> None:
        super().__init__(N_("Stopped on request"))
