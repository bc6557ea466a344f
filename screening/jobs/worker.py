"""The one worker process: claims jobs and runs the handler that the app wired to their kind."""

import logging
import threading
from collections.abc import Callable, Mapping, Sequence

from flask import Flask, current_app

from screening.clock import now
from screening.database.engine import db
from screening.jobs.actions import claim_job, finish_job, requeue_abandoned_jobs
from screening.jobs.models import Job
from screening.jobs.queries import get_job
from screening.jobs.rules import JobCancelledError, JobStatus
from screening.protocol.errors import ScreeningError
from screening.protocol.wording import N_
from screening.security.failures import describe_failure

Handler = Callable[[Job], None]
Chore = Callable[[], None]

HANDLERS, CHORES = "job_handlers", "job_chores"
PAUSE_SECONDS = 1.0
FAULT = N_("A fault of the program; the server's log has it")

logger = logging.getLogger(__name__)


def wire_jobs(app: Flask, handlers: Mapping[str, Handler], chores: Sequence[Chore] = ()) -> None:
    """Say which function does which kind of job, and what is done while none waits."""
    app.extensions[HANDLERS] = dict(handlers)
    app.extensions[CHORES] = tuple(chores)


def run_worker(stop: threading.Event, *, pause_seconds: float = PAUSE_SECONDS) -> None:
    """Run jobs one after the other until `stop` is set."""
    requeue_abandoned_jobs()
    while not stop.is_set():
        if not run_next_job():
            for chore in current_app.extensions[CHORES]:
                chore()
            stop.wait(pause_seconds)


def run_next_job() -> bool:
    """Run the oldest waiting job; tell whether there was one."""
    job_id = claim_job(at=now())
    if job_id is None:
        db.session.remove()
        return False
    status, message = _run(job_id)
    finish_job(job_id, status, at=now(), message=message)
    db.session.remove()
    return True


def _run(job_id: int) -> tuple[JobStatus, str | None]:
    job = get_job(job_id)
    try:
        current_app.extensions[HANDLERS][job.kind](job)
    except JobCancelledError as stopped:
        return JobStatus.CANCELLED, stopped.sentence.in_english()
    except ScreeningError as refusal:
        return JobStatus.FAILED, refusal.sentence.in_english()
    except Exception as error:  # A fault of one job must not end the worker; the log has it.
        told = describe_failure(error)
        logger.error("job %s of kind %s failed\n%s", job_id, job.kind, told)  # noqa: TRY400 - an exception's message quotes what was typed
        return JobStatus.FAILED, FAULT
    return JobStatus.DONE, None
