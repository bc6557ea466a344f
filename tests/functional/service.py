"""The service as a hospital runs it, on a free port, and the actions that fill its database."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from secrets import token_urlsafe

from flask import Flask

from config import Production
from screening.accounts.actions import UserEntry, create_site, create_user
from screening.app import create_app
from screening.clock import now
from screening.database.engine import db
from screening.security.actor import SYSTEM
from screening.security.permissions import Role

SCREENING = Path(sys.executable).with_name("screening")
PASSWORD = "seven green kettles"
ENDED_WITHIN_SECONDS = 20
SETTINGS = ("DATABASE_URL", "PUBLIC_URL", "TRUSTED_PROXIES", "SCREENING_KEYS")


@dataclass(frozen=True)
class Person:
    """Someone who signs in."""

    username: str
    password: str = PASSWORD


@dataclass(frozen=True)
class Service:
    """Where browsers find the service, and the app over the same database."""

    url: str
    app: Flask
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def add_site(self, name: str = "Main Hospital", name_zh: str = "总院") -> int:
        """Add a site of its own for a test; return its number."""
        with self.at_work():
            return create_site(f"S{next(self.numbers)}", name, name_zh, by=SYSTEM, at=now()).id

    def add_user(self, role: Role, *site_ids: int, name: str = "Anna Li") -> Person:
        """Add someone who may sign in."""
        username = f"{role.value}{next(self.numbers)}"
        entry = UserEntry(username, name, role, frozenset(site_ids))
        with self.at_work():
            create_user(entry, by=SYSTEM, at=now(), password=PASSWORD)
        return Person(username)

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Let actions and queries work within the block."""
        with self.app.app_context():
            yield
            db.session.remove()


@contextmanager
def running_service(migrated_file: Path, folder: Path) -> Iterator[Service]:
    """Run web server and worker in production settings until the block ends."""
    shutil.copyfile(migrated_file, folder / "screening.db")
    kept = {name: value for name, value in os.environ.items() if name not in SETTINGS}
    settings = {
        "SCREENING_CONFIG": "production",
        "SECRET_KEY": token_urlsafe(48),
        "INSTANCE_PATH": str(folder),
    }
    app = _app_of(settings)
    port = _free_port()
    line = [SCREENING, "serve", "--port", str(port)]
    log = (folder / "log.txt").open("w", encoding="utf-8")
    with (
        log,
        subprocess.Popen(
            line, env={**kept, **settings}, stdout=subprocess.PIPE, stderr=log, text=True
        ) as process,
    ):
        try:
            assert process.stdout.readline() == f"Serving on http://127.0.0.1:{port}\n"
            yield Service(f"http://127.0.0.1:{port}", app)
        finally:
            process.terminate()
            process.wait(ENDED_WITHIN_SECONDS)
    with app.app_context():
        db.engine.dispose()


def _app_of(settings: dict[str, str]) -> Flask:
    """Make the app with the settings of the service, which stand in the environment meanwhile."""
    before = dict(os.environ)
    for name in SETTINGS:
        os.environ.pop(name, None)
    os.environ.update(settings)
    try:
        return create_app(Production())
    finally:
        os.environ.clear()
        os.environ.update(before)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
