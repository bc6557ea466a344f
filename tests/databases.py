"""The two databases that tests run on: each test gets a clean, migrated one in milliseconds.

One of each kind serves a whole run and is emptied before every test that asks for
`emptied_database`; tests that change tables or whole files ask for one of their own.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from config import Testing, database_url
from screening.app import create_app
from screening.database.engine import db
from screening.database.upgrades import upgrade_tables
from tests.servers import TOOLS, PostgresServer, is_installed, running_server

TEMPLATE = "migrated"
Empty = Callable[[], tuple[str, Path]]
KINDS = ("sqlite", "postgresql")
# Deleting is quicker than truncating where tables hold a few rows; a replica runs no triggers, so
# that neither foreign keys nor the guard of the audit log stand in the way.
EMPTY_TABLES = """
    DO $$
    DECLARE each text;
    BEGIN
        SET LOCAL session_replication_role = replica;
        FOR each IN SELECT tablename FROM pg_tables
            WHERE schemaname = 'public' AND tablename <> 'alembic_version'
        LOOP
            EXECUTE format('DELETE FROM %I', each);
        END LOOP;
        PERFORM setval(format('%I', sequencename)::regclass, 1, false)
            FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL;
    END $$
"""
DISCONNECT_OTHERS = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


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


@pytest.fixture(scope="session")
def kept_file(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Empty:
    """Return what empties the SQLite database of the run."""
    folder = tmp_path_factory.mktemp("kept")

    def empty() -> tuple[str, Path]:
        for path in folder.glob("screening.db*"):
            path.unlink()
        shutil.copyfile(migrated_file, folder / "screening.db")
        return f"sqlite:///{folder / 'screening.db'}", folder

    return empty


@pytest.fixture(scope="session")
def kept_server(
    postgres_server: PostgresServer,
    migrated_template: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Empty]:
    """Return what empties the PostgreSQL database of the run."""
    folder = tmp_path_factory.mktemp("kept")
    url = postgres_server.url_of(postgres_server.create_database(migrated_template))
    with psycopg.connect(url, autocommit=True) as connection:

        def empty() -> tuple[str, Path]:
            connection.execute(DISCONNECT_OTHERS)
            connection.execute(EMPTY_TABLES)
            return url, folder

        yield empty


@pytest.fixture(params=KINDS)
def emptied_database(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The environment points to the database of the run, without any row; the value is its URL."""
    kept = {"sqlite": "kept_file", "postgresql": "kept_server"}[request.param]
    empty: Empty = request.getfixturevalue(kept)
    url, folder = empty()
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
    monkeypatch.setenv("SCREENING_CONFIG", "testing")
    monkeypatch.setenv("INSTANCE_PATH", str(folder))
    monkeypatch.setenv("DATABASE_URL", url)
    return url


@pytest.fixture(params=KINDS)
def empty_database(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    """The environment points to a database without any table; the value is its URL."""
    yield from _database(request, tmp_path, monkeypatch, is_migrated=False)


@pytest.fixture(params=KINDS)
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
