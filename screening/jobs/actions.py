"""Writes of jobs: queue, claim, report progress, ask to stop, finish."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select, update

from screening.database.engine import db
from screening.database.transactions import transaction
from screening.jobs.models import Job
from screening.jobs.rules import UNFINISHED, JobCancelledError, JobStatus
from screening.security.actor import Actor

MESSAGE_LENGTH = 2_000


def queue_job(kind: str, details: Mapping[str, object], *, by: Actor, at: datetime) -> Job:
    """Leave a piece of work for the worker, in the open transaction."""
    with transaction():
        job = Job(
            kind=kind,
            details=dict(details),
            status=JobStatus.QUEUED,
            created_at=at,
            created_by_id=by.user_id,
            created_by_name=by.name,
            created_by_role=by.role,
        )
        db.session.add(job)
        db.session.flush()  # the caller keeps the job's number
    return job


def claim_job(*, at: datetime) -> int | None:
    """Take the oldest waiting job and return its number; two workers never take the same one."""
    oldest = (
        select(Job.id)
        .where(Job.status == JobStatus.QUEUED)
        .order_by(Job.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    with transaction():
        job_id = db.session.scalar(oldest)
        if job_id is not None:
            _set(job_id, status=JobStatus.RUNNING, started_at=at)
    return job_id


def report_progress(job_id: int, done: int, total: int) -> None:
    """Say how far the job is; raise JobCancelledError if it was asked to stop."""
    with transaction():
        _set(job_id, done=done, total=total)
        is_cancel_asked = db.session.scalar(select(Job.is_cancel_asked).where(Job.id == job_id))
    if is_cancel_asked:
        raise JobCancelledError


def ask_to_stop(job_id: int) -> None:
    """Ask an unfinished job to stop; one that nobody has begun ends at once."""
    with transaction():
        waiting = update(Job).where(Job.id == job_id, Job.status == JobStatus.QUEUED)
        db.session.execute(waiting.values(status=JobStatus.CANCELLED))
        running = update(Job).where(Job.id == job_id, Job.status == JobStatus.RUNNING)
        db.session.execute(running.values(is_cancel_asked=True))


def finish_job(job_id: int, status: JobStatus, *, at: datetime, message: str | None = None) -> None:
    """End a job."""
    text = message[:MESSAGE_LENGTH] if message else None
    with transaction():
        _set(job_id, status=status, finished_at=at, message=text)


def requeue_abandoned_jobs() -> None:
    """Queue again what an earlier worker left half done; every job can be begun anew."""
    with transaction():
        db.session.execute(
            update(Job)
            .where(Job.status == JobStatus.RUNNING)
            .values(status=JobStatus.QUEUED, started_at=None, done=0)
        )


def _set(job_id: int, **values: object) -> None:
    db.session.execute(
        update(Job).where(Job.id == job_id, Job.status.in_(UNFINISHED)).values(**values)
    )
