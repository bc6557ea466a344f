"""Reads of jobs: one by its number, those of a user, how many come before one."""

from collections.abc import Sequence

from sqlalchemy import and_, func, or_, select

from screening.database.engine import db
from screening.jobs.models import Job
from screening.jobs.rules import JobStatus
from screening.protocol.errors import NotFoundError
from screening.protocol.wording import N_


def get_job(job_id: int) -> Job:
    """Return the job; a number that does not exist is refused."""
    job = db.session.get(Job, job_id)
    if job is None:
        raise NotFoundError(N_("There is no such job"))
    return job


def list_own_jobs(kind: str, user_id: int | None, *, limit: int, offset: int) -> Sequence[Job]:
    """List the jobs of a kind that a user asked for, the newest first."""
    query = (
        select(Job)
        .where(Job.kind == kind, Job.created_by_id == user_id)
        .order_by(Job.id.desc())
        .limit(limit)
        .offset(offset)
    )
    return db.session.scalars(query).all()


def count_ahead(job: Job) -> int:
    """Count the jobs that the worker does before this one, which waits."""
    is_before = or_(
        Job.status == JobStatus.RUNNING, and_(Job.status == JobStatus.QUEUED, Job.id < job.id)
    )
    return db.session.scalar(select(func.count(Job.id)).where(is_before)) or 0
