"""Serving: the web server and the worker start together and end together."""

import json
import os
import signal
import socket
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from urllib.request import urlopen

import pytest

SCREENING = Path(sys.executable).with_name("screening")
ENDED_WITHIN = 60
# Starting takes seconds, and what these look at is the same on every database.
ON_SQLITE = pytest.mark.parametrize("migrated_database", ["sqlite"], indirect=True)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def service(migrated_database):
    port = free_port()
    line = [SCREENING, "serve", "--port", str(port)]
    with subprocess.Popen(line, stdout=subprocess.PIPE, text=True) as process:
        yield process, f"http://127.0.0.1:{port}"
        process.terminate()
        process.wait(ENDED_WITHIN)


def children_of(process):
    text = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text()
    return [int(number) for number in text.split()]


def is_running(number):
    return Path(f"/proc/{number}").exists()


def test_it_says_where_it_serves_and_ends_with_all_its_processes(service):
    process, url = service

    assert process.stdout.readline() == f"Serving on {url}\n"
    with urlopen(f"{url}/health", timeout=5) as answer:
        assert json.load(answer) == {"status": "ok"}
    children = children_of(process)
    assert len(children) == 2
    process.send_signal(signal.SIGTERM)
    process.wait(ENDED_WITHIN)
    assert not any(is_running(number) for number in children)


@ON_SQLITE
def test_when_one_of_them_dies_the_other_does_not_go_on_alone(service):
    process, _ = service
    process.stdout.readline()
    web, worker = children_of(process)

    os.kill(worker, signal.SIGKILL)
    process.wait(ENDED_WITHIN)
    assert not is_running(web)


@ON_SQLITE
def test_connections_that_stay_silent_hold_nobody_up(service):
    process, url = service
    process.stdout.readline()
    port = int(url.rpartition(":")[2])

    with ExitStack() as stack:
        for _ in range(6):
            stack.enter_context(socket.create_connection(("127.0.0.1", port)))
        with urlopen(f"{url}/health", timeout=4) as answer:
            assert answer.status == 200


def test_plain_http_is_served_to_this_machine_alone(app, run):
    result = run("serve", "--host", "192.0.2.1")

    assert result.exit_code == 1
    assert "PUBLIC_URL" in result.stderr
