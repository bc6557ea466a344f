"""The two databases that tests run on: each test gets a clean, migrated one in milliseconds."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from config import Testing, database_url
from screening.app import create_app
from screening.database.engine import db
from screening.database.upgrades import upgrade_tables
from tests.servers import TOOLS, PostgresServer, is_installed, running_server

TEMPLATE = "migrated"


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    if not is_installed():
        pytest.skip(f"PostgreSQL's server package is not installed: {TOOLS} is missing")
    with running_server() as server:
        yield server


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
