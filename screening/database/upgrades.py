"""Brings the tables of a database to what the program expects; the rows stay."""

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import current_app
from sqlalchemy import inspect, select, table

from screening.database.engine import db

VERSIONS = "alembic_version"
NEWEST = "head"


def migration_config() -> Config:
    """Return where the migrations lie and how they are run."""
    config: Config = current_app.extensions["migrate"].migrate.get_config()
    return config


def newest_version() -> str | None:
    """Return the version of the tables that this program expects."""
    return ScriptDirectory.from_config(migration_config()).get_current_head()


def known_versions() -> frozenset[str]:
    """Return every version that this program can upgrade from."""
    scripts = ScriptDirectory.from_config(migration_config())
    return frozenset(script.revision for script in scripts.walk_revisions())


def current_version() -> str | None:
    """Return the version of the tables in the database; None: there are none yet."""
    with db.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def is_current() -> bool:
    """Tell whether the tables are those that this program expects."""
    return current_version() == newest_version()


def has_rows() -> bool:
    """Tell whether anything is stored."""
    with db.engine.connect() as connection:
        names = set(inspect(connection).get_table_names()) - {VERSIONS}
        return any(
            connection.execute(select(1).select_from(table(name)).limit(1)).first()
            for name in sorted(names)
        )


def upgrade_tables() -> None:
    """Run the migrations that have not run yet."""
    command.upgrade(migration_config(), NEWEST)
