"""`screening worker`: the one process that does the work left for later."""

import signal
import threading

import click

from screening.cli.application import in_app
from screening.jobs.worker import run_worker


@click.command()
@in_app
def worker() -> None:
    """Do waiting jobs (imports, exports) one after the other until told to stop."""
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    run_worker(stop)
