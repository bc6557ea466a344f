"""Empty databases of both kinds, and the app over one of them."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Flask

from screening.app import create_app
from screening.database.engine import db
from screening.database.upgrades import upgrade_tables
from tests.servers import LOCAL, PostgresServer, is_installed, running_server


@contextmanager
def servers() -> Iterator[dict[str, PostgresServer | None]]:
    """Name the kinds of database that this machine has; both keep what they confirm."""
    with ExitStack() as stack:
        kinds: dict[str, PostgresServer | None] = {"SQLite": None}
        if is_installed():
            kinds["PostgreSQL"] = stack.enter_context(running_server(LOCAL))
        yield kinds


@contextmanager
def empty_database(server: PostgresServer | None) -> Iterator[str]:
    """Make a database without tables and return its URL."""
    with TemporaryDirectory() as folder:
        if server is None:
            yield f"sqlite:///{Path(folder) / 'screening.db'}"
        else:
            yield server.url_of(server.create_database())


@contextmanager
def opened(url: str) -> Iterator[Flask]:
    """Open the app over a database, with its tables and its context."""
    with TemporaryDirectory() as folder:
        os.environ.update(DATABASE_URL=url, INSTANCE_PATH=folder, SCREENING_CONFIG="testing")
        app = create_app()
        with app.app_context():
            upgrade_tables()
            yield app
            db.session.remove()
            db.engine.dispose()
