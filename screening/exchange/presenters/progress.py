"""How far the worker is with a piece of work, and why it has not begun."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from screening.exchange.presenters.words import is_under_way
from screening.exchange.rules import Work
from screening.jobs.models import Job
from screening.jobs.rules import JobStatus
from screening.protocol.wording import N_, Sentence
from screening.web.locale import say

# A worker that runs takes a job within a second or two.
NORMAL_WAIT = timedelta(seconds=5)
WORKER = "screening worker"

DOING: Mapping[str, str] = {
    Work.CHECK: N_("Checking the rows of the file"),
    Work.APPLY: N_("Importing"),
    Work.UNDO: N_("Taking the import back"),
    Work.EXPORT: N_("Writing the file"),
}


@dataclass(frozen=True)
class Progress:
    """The lines about a piece of work; `total` 0: how much there is to do is not known."""

    text: str
    note: str
    command: str
    done: int
    total: int
    poll_url: str
    page_url: str
    stop_url: str
    is_over: bool


@dataclass(frozen=True)
class Addresses:
    """Where a piece of work is shown, asked about and (if it can be) stopped."""

    page: str
    poll: str
    stop: str


def present_progress(
    job: Job, addresses: Addresses, at: datetime, *, ahead: int, pause: int | None = None
) -> Progress:
    """Return how far a job is; `ahead` others come before it.

    While it runs, everybody else waits for `pause` seconds about, and nobody can stop it.
    """
    is_waiting = job.status is JobStatus.QUEUED
    is_left_alone = is_waiting and not ahead and at - job.created_at > NORMAL_WAIT
    return Progress(
        text=_waiting(ahead) if is_waiting else _doing(job),
        note="" if is_waiting or pause is None else _held(pause),
        command=WORKER if is_left_alone else "",
        done=0 if is_waiting else job.done,
        total=0 if is_waiting else job.total,
        poll_url=addresses.poll,
        page_url=addresses.page,
        stop_url=addresses.stop if is_waiting or _can_be_stopped(job, pause) else "",
        is_over=not is_under_way(job),
    )


def _can_be_stopped(job: Job, pause: int | None) -> bool:
    return pause is None and not job.is_cancel_asked


def _held(pause: int) -> str:
    return say(Sentence(N_("Nobody else can save for about {count} s."), {"count": pause}))


def _waiting(ahead: int) -> str:
    if ahead:
        return say(Sentence(N_("Waiting: jobs that are done first: {count}"), {"count": ahead}))
    return say(N_("Waiting for the worker"))


def _doing(job: Job) -> str:
    return say(N_("Being stopped")) if job.is_cancel_asked else say(DOING[job.kind])
