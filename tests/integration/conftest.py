"""The app on both databases."""

from collections.abc import Iterator

import pytest
from flask import Flask

from config import Testing
from screening.app import create_app
from screening.database.engine import db


@pytest.fixture
def app(migrated_database: str) -> Iterator[Flask]:
    """The app over a clean database, with its context open: actions and queries work at once."""
    app = create_app(Testing())
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()
