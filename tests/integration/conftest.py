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
    empty_database,
    migrated_database,
    migrated_file,
    migrated_template,
    postgres_server,
)

__all__ = [
    "empty_database",
    "migrated_database",
    "migrated_file",
    "migrated_template",
    "postgres_server",
]


@pytest.fixture(scope="session")
def compiled_templates(tmp_path_factory: pytest.TempPathFactory) -> FileSystemBytecodeCache:
    """Templates are compiled once a run, not once a test."""
    return FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templates")))


@pytest.fixture
def app(migrated_database: str, compiled_templates: FileSystemBytecodeCache) -> Iterator[Flask]:
    """The app over a clean database, with its context open: actions and queries work at once."""
    app = create_app(Testing())
    app.jinja_env.bytecode_cache = compiled_templates
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
