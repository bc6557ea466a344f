"""The app on both databases, and a client that checks every page."""

from collections.abc import Iterator

import pytest
from flask import Flask
from jinja2 import FileSystemBytecodeCache

from config import Testing
from screening.app import create_app
from screening.database.engine import db
from tests.client import PageClient
from tests.databases import (
    emptied_database,
    empty_database,
    kept_file,
    kept_server,
    migrated_database,
    migrated_file,
    migrated_template,
    postgres_server,
)

__all__ = [
    "emptied_database",
    "empty_database",
    "kept_file",
    "kept_server",
    "migrated_database",
    "migrated_file",
    "migrated_template",
    "postgres_server",
]


@pytest.fixture(scope="session")
def compiled_templates(tmp_path_factory: pytest.TempPathFactory) -> FileSystemBytecodeCache:
    """Templates are compiled once a run, not once a test."""
    return FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templates")))


@pytest.fixture(scope="session")
def made_apps() -> dict[str, Flask]:
    """The apps of the run, by database."""
    return {}


@pytest.fixture
def app(
    emptied_database: str,
    made_apps: dict[str, Flask],
    compiled_templates: FileSystemBytecodeCache,
) -> Iterator[Flask]:
    """The app over a clean database, with its context open: actions and queries work at once."""
    if emptied_database not in made_apps:
        made_apps[emptied_database] = create_app(Testing())
        made_apps[emptied_database].jinja_env.bytecode_cache = compiled_templates
    app = made_apps[emptied_database]
    settings, extensions = dict(app.config), dict(app.extensions)
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()
    for kept, now in ((settings, app.config), (extensions, app.extensions)):
        now.clear()
        now.update(kept)


@pytest.fixture
def own_app(migrated_database: str) -> Iterator[Flask]:
    """The app over a database of the test's own, whose tables or files it may replace."""
    app = create_app(Testing())
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def client(app: Flask) -> PageClient:
    """A browser without a sign-in; `tests.factories.accounts.sign_in` gives it one."""
    app.test_client_class = PageClient
    client = app.test_client()
    assert isinstance(client, PageClient)
    return client
