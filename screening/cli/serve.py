"""`screening serve`: the web server and the worker, together until one of them ends."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType
from urllib.error import URLError
from urllib.request import urlopen

import click
from flask import current_app

from config import LOOPBACK
from screening.cli.application import in_app
from screening.cli.demo import demo_sign_ins
from screening.cli.refusals import refuse
from screening.database.engine import db

# Browsers open connections ahead of need and leave them silent. A plain worker waits for each until
# it is killed, and two of them stop the service; threads wait beside those that answer.
WEB_OPTIONS = (
    "--workers=2", "--worker-class=gthread", "--threads=8", "--preload", "--max-requests=2000",
    "--max-requests-jitter=200",
)  # fmt: skip
# Which proxies to believe is a setting of the app, and signals are all that the server obeys.
CLOSED = ("--forwarded-allow-ips=", "--no-control-socket")
IN_THE_CLEAR = (
    "On {host} passwords would cross the network in the clear: put a proxy with TLS in front and "
    "set PUBLIC_URL to its https:// address and TRUSTED_PROXIES=1"
)
READY_WITHIN_SECONDS = 60
# An unfinished job is begun anew by the next worker, so that nobody has to wait for its end.
ENDED_WITHIN_SECONDS = 10
PAUSE_SECONDS = 0.2

Process = subprocess.Popen[bytes]


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=5000, show_default=True)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@in_app
def serve(port: int, host: str) -> None:
    """Serve the pages, and do the jobs that they leave for later."""
    if host not in LOOPBACK and not current_app.config["SESSION_COOKIE_SECURE"]:
        refuse([IN_THE_CLEAR.format(host=host)])
    sign_ins = demo_sign_ins()
    db.engine.dispose()
    web_line = ["gunicorn", *WEB_OPTIONS, *CLOSED, f"--bind={host}:{port}", "wsgi:app"]
    with ExitStack() as stack:
        web = stack.enter_context(_running(web_line))
        worker = stack.enter_context(_running(["screening", "worker"]))
        stack.enter_context(_stopping_on_signals([web, worker]))
        if _is_ready(f"http://{host}:{port}/health", web):
            click.echo(f"Serving on {current_app.config['PUBLIC_URL'] or f'http://{host}:{port}'}")
            for line in sign_ins:
                click.echo(line)
        code = _wait_for_first([web, worker])
    raise SystemExit(code)


@contextmanager
def _running(line: Sequence[str]) -> Iterator[Process]:
    """Run a program of our own environment; it ends with the block."""
    program = Path(sys.executable).with_name(line[0])
    with subprocess.Popen([program, *line[1:]]) as process:  # noqa: S603 - our own programs
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(ENDED_WITHIN_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()


@contextmanager
def _stopping_on_signals(processes: Sequence[Process]) -> Iterator[None]:
    def stop(number: int, frame: FrameType | None) -> None:
        for process in processes:
            process.terminate()

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _is_ready(url: str, web: Process) -> bool:
    """Wait until the service answers; tell whether it does."""
    return _happens(lambda: web.poll() is not None or _answers(url)) and web.poll() is None


def _answers(url: str) -> bool:
    try:
        with urlopen(url, timeout=1):  # noqa: S310 - our own address
            return True
    except (URLError, OSError):
        return False


def _happens(is_so: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + READY_WITHIN_SECONDS
    while time.monotonic() < deadline:
        if is_so():
            return True
        time.sleep(PAUSE_SECONDS)
    return False


def _wait_for_first(processes: Sequence[Process]) -> int:
    """Return the exit code of the first process that ends."""
    while True:
        for process in processes:
            code = process.poll()
            if code is not None:
                return max(code, 0)
        time.sleep(PAUSE_SECONDS)
