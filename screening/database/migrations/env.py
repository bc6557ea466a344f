"""Runs migrations on the app's database, all or none; two at once follow one another."""

from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from typing import Literal

import sqlalchemy as sa
from alembic import context
from alembic.autogenerate.api import AutogenContext
from alembic.operations.ops import MigrationScript
from alembic.runtime.migration import MigrationContext
from flask import current_app
from sqlalchemy import Connection

import screening
from screening.database.engine import WRITING

# Any number that no other lock of this database uses.
MIGRATION_LOCK = 720_012

for slice_ in iter_modules(screening.__path__, "screening."):
    if slice_.ispkg and find_spec(f"{slice_.name}.models"):
        import_module(f"{slice_.name}.models")

database = current_app.extensions["migrate"].db


def render_plain_type(
    kind: str, item: object, autogenerating: AutogenContext
) -> str | Literal[False]:
    """Write a column's type as the database knows it: a migration outlives our own types."""
    if kind != "type":
        return False
    if isinstance(item, sa.TypeDecorator):
        return f"sa.{item.impl!r}"
    if isinstance(item, sa.Enum):
        return f"sa.String(length={item.length})"
    if isinstance(item, sa.JSON):
        autogenerating.imports.add("from sqlalchemy.dialects.postgresql import JSONB")
        return "sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), 'postgresql')"
    return False


def leave_out_empty(asked: MigrationContext, revision: object, made: list[MigrationScript]) -> None:
    """Write no migration where the models and the database agree."""
    if made and made[0].upgrade_ops is not None and made[0].upgrade_ops.is_empty():
        made.clear()


def migrate_with(connection: Connection) -> None:
    """Run the migrations in one transaction that nobody else can run beside this one."""
    is_sqlite = connection.dialect.name == "sqlite"
    if not is_sqlite:
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(MIGRATION_LOCK)))
    context.configure(
        connection=connection,
        target_metadata=database.metadata,
        render_as_batch=True,
        render_item=render_plain_type,
        process_revision_directives=leave_out_empty,
        compare_type=True,
        # Our engine begins every transaction itself, so that SQLite takes back DDL too.
        transactional_ddl=True,
    )
    context.run_migrations()
    if is_sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise RuntimeError("a migration left a reference to a row that is not there")
    connection.commit()


with database.engine.connect().execution_options(**{WRITING: True}) as open_connection:
    is_embedded = open_connection.dialect.name == "sqlite"
    driver = open_connection.connection.driver_connection
    # A table is changed by making it anew, which must not empty those that refer to it. SQLite
    # takes this switch outside a transaction only, so it goes past SQLAlchemy, which begins one.
    if is_embedded:
        driver.execute("PRAGMA foreign_keys=OFF")
    try:
        migrate_with(open_connection)
    finally:
        open_connection.rollback()
        if is_embedded:
            driver.execute("PRAGMA foreign_keys=ON")
