"""The engine: SQLite in WAL mode by default, PostgreSQL by one setting."""

import pysqlite3.dbapi2 as sqlite_driver
from flask import Flask
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Connection, Engine, event

from screening.database.model import Model

WRITING = "writing"
SAFE_WAL_SINCE = (3, 51, 3)
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "busy_timeout=30000",
    "foreign_keys=ON",
    "cache_size=-32768",
)

# A prepared statement keeps the plan that suited a small table while a file fills it, and then
# reads all of it for every portion of rows.
POSTGRESQL = {"prepare_threshold": None}

db = SQLAlchemy(metadata=Model.metadata, disable_autonaming=True)
migrate = Migrate(render_as_batch=True)


def init_database(app: Flask) -> None:
    """Bind the database of the app's settings."""
    app.config["SQLALCHEMY_DATABASE_URI"] = app.config["DATABASE_URL"]
    # What was typed stands in the parameters; an error must not quote it.
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = {"hide_parameters": True}
    if app.config["DATABASE_URL"].startswith("sqlite"):
        if sqlite_driver.sqlite_version_info < SAFE_WAL_SINCE:
            raise RuntimeError("this SQLite library can corrupt a WAL database; install pysqlite3")
        app.config["SQLALCHEMY_ENGINE_OPTIONS"]["module"] = sqlite_driver
    else:
        app.config["SQLALCHEMY_ENGINE_OPTIONS"]["connect_args"] = POSTGRESQL
    db.init_app(app)
    migrate.init_app(app, db, directory=app.config["MIGRATIONS"])
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            _prepare_sqlite(db.engine)


def _prepare_sqlite(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def connect(connection: sqlite_driver.Connection, record: object) -> None:
        connection.isolation_level = None
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        is_writing = connection.get_execution_options().get(WRITING)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")
