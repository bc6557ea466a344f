"""The worker: one job after the other, whatever one of them does, and its chores between."""

import logging
import threading

import pytest
from flask import current_app

from screening.clock import now
from screening.database.engine import db
from screening.jobs.actions import (
    ask_to_stop,
    claim_job,
    queue_job,
    report_progress,
    requeue_abandoned_jobs,
)
from screening.jobs.models import Job
from screening.jobs.queries import count_ahead, get_job
from screening.jobs.rules import JobStatus
from screening.jobs.worker import run_next_job, run_worker, wire_jobs
from screening.protocol.errors import NotAllowedNowError
from screening.security.actor import SYSTEM


@pytest.fixture
def done(app):
    """What the handlers of the test did."""
    done = []

    def refuse(job):
        raise NotAllowedNowError("Not today")

    def fail(job):
        raise ZeroDivisionError

    def report(job):
        report_progress(job.id, 1, 2)
        done.append("after")

    handlers = {"note": lambda job: done.append(job.details["text"])}
    wire_jobs(app, {**handlers, "refuse": refuse, "fail": fail, "report": report})
    return done


def queue(kind="note", **details):
    return queue_job(kind, details, by=SYSTEM, at=now()).id


def statuses():
    db.session.expire_all()
    return [job.status for job in db.session.scalars(db.select(Job).order_by(Job.id))]


def test_jobs_are_done_in_the_order_in_which_they_were_left(done):
    queue(text="first")
    queue(text="second")

    assert [run_next_job() for _ in range(3)] == [True, True, False]
    assert done == ["first", "second"]
    assert statuses() == [JobStatus.DONE, JobStatus.DONE]


def test_a_refused_job_says_why_and_a_faulty_one_does_not(done, caplog):
    refused, failed = queue("refuse"), queue("fail")

    with caplog.at_level(logging.CRITICAL):
        run_next_job()
        run_next_job()

    assert statuses() == [JobStatus.FAILED, JobStatus.FAILED]
    assert get_job(refused).message == "Not today"
    assert get_job(failed).message == "A fault of the program; the server's log has it"


def test_a_job_that_waits_is_stopped_at_once(done):
    ask_to_stop(queue(text="never"))

    assert not run_next_job()
    assert (done, statuses()) == ([], [JobStatus.CANCELLED])


def test_a_job_under_way_stops_when_it_next_says_how_far_it_is(done):
    number = queue("report")
    claim_job(at=now())
    ask_to_stop(number)
    requeue_abandoned_jobs()

    run_next_job()

    assert (done, statuses()) == ([], [JobStatus.CANCELLED])


def test_what_a_worker_left_half_done_is_begun_anew(done):
    queue(text="again")
    claim_job(at=now())
    assert statuses() == [JobStatus.RUNNING]

    stop = threading.Event()
    wire_jobs(current_app, {"note": lambda job: done.append(job.details["text"])}, (stop.set,))
    run_worker(stop, pause_seconds=0)

    assert (done, statuses()) == (["again"], [JobStatus.DONE])


def test_a_job_counts_those_that_come_before_it(done):
    queue(text="under way")
    claim_job(at=now())
    queue(text="before")
    number = queue(text="this")
    queue(text="after")

    assert count_ahead(get_job(number)) == 2
