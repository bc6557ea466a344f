"""Reads of jobs: one by its number, and whether it was asked to stop."""

from screening.database.engine import db
from screening.jobs.models import Job
from screening.protocol.errors import NotFoundError
from screening.protocol.wording import N_


def get_job(job_id: int) -> Job:
    """Return the job; a number that does not exist is refused."""
    job = db.session.get(Job, job_id)
    if job is None:
        raise NotFoundError(N_("There is no such job"))
    return job
