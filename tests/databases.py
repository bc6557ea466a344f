"""The two databases that tests run on: each test gets a clean, migrated one in milliseconds."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import psycopg
import pytest

from config import Testing, database_url
from screening.app import create_app
from screening.database.engine import db
from screening.database.upgrades import upgrade_tables

SERVER_TOOLS = Path("/usr/lib/postgresql")
SERVER_OPTIONS = "-c listen_addresses='' -c fsync=off -c full_page_writes=off"
TEMPLATE = "migrated"


@dataclass
class PostgresServer:
    """A throw-away server that is reached through a socket in its folder."""

    folder: Path
    numbers: Iterator[int] = field(default_factory=count)

    def url_of(self, name: str) -> str:
        """Return the URL of one of its databases."""
        return f"postgresql://postgres@/{name}?host={self.folder}"

    def create_database(self, template: str = "template0") -> str:
        """Make a copy of a database and return its name."""
        name = f"test_{next(self.numbers)}"
        self.run(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY FILE_COPY')
        return name

    def run(self, statement: str) -> None:
        """Run one statement that belongs to no database."""
        with psycopg.connect(self.url_of("postgres"), autocommit=True) as connection:
            connection.execute(statement)


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgresServer]:
    if not SERVER_TOOLS.is_dir():
        pytest.skip(f"PostgreSQL's server package is not installed: {SERVER_TOOLS} is missing")
    folder = tmp_path_factory.mktemp("postgres")
    if os.geteuid() == 0:
        _open_to_all(folder)
        shutil.chown(folder, "postgres")
    data, log = folder / "data", folder / "log"
    _run_tool("initdb", "-N", "-A", "trust", "-U", "postgres", "--locale=C.UTF-8", "-D", data)
    options = f"-k {folder} {SERVER_OPTIONS}"
    _run_tool("pg_ctl", "-D", data, "-w", "-o", options, "-l", log, "start")
    yield PostgresServer(folder)
    _run_tool("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")


def _open_to_all(folder: Path) -> None:
    """Let the server's own user reach a folder that pytest made for root alone."""
    for path in (folder, *folder.parents):
        if path.stat().st_mode & 0o005 != 0o005:
            path.chmod(path.stat().st_mode | 0o055)


def _run_tool(name: str, *arguments: str | Path) -> None:
    """Run a tool of the newest server, which refuses to run as root."""
    tool = max(SERVER_TOOLS.glob(f"*/bin/{name}"))
    switch: Sequence[str] = ()
    if os.geteuid() == 0:
        switch = ("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups")
    subprocess.run([*switch, tool, *arguments], check=True, stdout=subprocess.DEVNULL)


def _migrate(url: str, folder: Path) -> None:
    settings = Testing()
    settings.DATABASE_URL, settings.INSTANCE_PATH = database_url(url), str(folder)
    with create_app(settings).app_context():
        upgrade_tables()
        db.engine.dispose()


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("migrated")
    file = folder / "screening.db"
    _migrate(f"sqlite:///{file}", folder)
    return file


@pytest.fixture(scope="session")
def migrated_template(
    postgres_server: PostgresServer, tmp_path_factory: pytest.TempPathFactory
) -> str:
    postgres_server.run(f"CREATE DATABASE {TEMPLATE} TEMPLATE template0")
    _migrate(postgres_server.url_of(TEMPLATE), tmp_path_factory.mktemp("migrated"))
    return TEMPLATE


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    """The environment points to a database without any table; the value is its URL."""
    yield from _database(request, tmp_path, monkeypatch, is_migrated=False)


@pytest.fixture(params=["sqlite", "postgresql"])
def migrated_database(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    """The environment points to a database with every table and no row; the value is its URL."""
    yield from _database(request, tmp_path, monkeypatch, is_migrated=True)


def _database(
    request: pytest.FixtureRequest,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    is_migrated: bool,
) -> Iterator[str]:
    make = {"sqlite": _sqlite_url, "postgresql": _postgresql_url}[request.param]
    monkeypatch.setenv("SCREENING_CONFIG", "testing")
    monkeypatch.setenv("INSTANCE_PATH", str(folder))
    for url in make(request, folder, is_migrated=is_migrated):
        monkeypatch.setenv("DATABASE_URL", url)
        yield url


def _sqlite_url(
    request: pytest.FixtureRequest, folder: Path, *, is_migrated: bool
) -> Iterator[str]:
    file = folder / "screening.db"
    if is_migrated:
        shutil.copyfile(request.getfixturevalue("migrated_file"), file)
    yield f"sqlite:///{file}"


def _postgresql_url(
    request: pytest.FixtureRequest, folder: Path, *, is_migrated: bool
) -> Iterator[str]:
    server: PostgresServer = request.getfixturevalue("postgres_server")
    template = request.getfixturevalue("migrated_template") if is_migrated else "template0"
    name = server.create_database(template)
    yield server.url_of(name)
    server.run(f'DROP DATABASE "{name}" WITH (FORCE)')
