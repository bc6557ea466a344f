"""Runs migrations on the app's database; SQLite tables are recreated with foreign keys off."""

from alembic import context
from flask import current_app
from sqlalchemy import Connection

from screening.database.engine import WRITING

database = current_app.extensions["migrate"].db


def migrate_with(connection: Connection) -> None:
    """Run the migrations on one connection, then check every foreign key on SQLite."""
    is_sqlite = connection.dialect.name == "sqlite"
    if is_sqlite:
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.commit()
    context.configure(
        connection=connection,
        target_metadata=database.metadata,
        render_as_batch=True,
        compare_type=True,
        transaction_per_migration=False,
    )
    with context.begin_transaction():
        context.run_migrations()
        if is_sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
            raise RuntimeError("a migration left a reference to a row that is not there")
    if is_sqlite:
        connection.commit()
        connection.exec_driver_sql("PRAGMA foreign_keys=ON")


with database.engine.connect().execution_options(**{WRITING: True}) as connection:
    migrate_with(connection)
