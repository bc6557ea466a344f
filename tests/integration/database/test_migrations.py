"""Migrations on both databases: complete, reversible, with rows in."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.exc import DBAPIError

import config
from screening.accounts.actions import create_site
from screening.app import create_app
from screening.audit.queries import find_broken_link
from screening.database.engine import db
from screening.database.model import Model
from screening.database.upgrades import current_version, has_rows, migration_config, newest_version
from screening.security.actor import EVERYWHERE, Actor

VERSIONS = Path(config.ROOT) / "screening" / "database" / "migrations" / "versions"
NAMES = sorted(path.stem for path in VERSIONS.glob("*.py"))
UNMIGRATED = {"alembic_version"}
SAMPLES = {
    str: "x",
    int: 1,
    bool: True,
    bytes: b"x",
    date: date(2024, 3, 5),
    datetime: datetime(2024, 3, 5, 9, 30),  # noqa: DTZ001 - as it lies in the database
    object: {},  # JSON
}


@pytest.fixture
def unmigrated(empty_database):
    app = create_app(config.Testing())
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def upgrade(version="head"):
    command.upgrade(migration_config(), version)


def downgrade(version):
    command.downgrade(migration_config(), version)


def tables():
    """Return the tables as the database has them, those that others refer to first."""
    metadata = sa.MetaData()
    metadata.reflect(db.engine)
    return [table for table in metadata.sorted_tables if table.name not in UNMIGRATED]


def fill():
    """Put one row into every table; whatever refers to another one refers to that row."""
    with db.engine.begin() as connection:
        for table in tables():
            connection.execute(sa.insert(table).values(**_row(table)))


def _row(table):
    values = {}
    for column in table.columns:
        if column.nullable and not column.foreign_keys:
            continue
        kind = column.type.python_type
        values[column.name] = SAMPLES[kind]
    return values


def counts():
    with db.engine.connect() as connection:
        return {
            table.name: connection.scalar(sa.select(sa.func.count()).select_from(table))
            for table in tables()
        }


def test_there_is_one_newest_version():
    scripts = ScriptDirectory(str(VERSIONS.parent))

    assert len(scripts.get_heads()) == 1
    assert len(scripts.get_bases()) == 1


@pytest.mark.parametrize("name", NAMES)
def test_a_migration_is_named_by_its_day_and_what_it_does(name):
    assert re.fullmatch(r"20\d{6}_[a-z][a-z0-9_]*", name)
    assert len(name) <= 32  # as the column of the version holds it
    assert ScriptDirectory(str(VERSIONS.parent)).get_revision(name).revision == name


def test_the_newest_version_is_what_the_models_say(app):
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Model.metadata) == []


def test_every_step_up_and_down_keeps_the_rows(unmigrated):
    scripts = ScriptDirectory.from_config(migration_config())
    steps = [script.revision for script in reversed(list(scripts.walk_revisions()))]
    upgrade(steps[0])
    fill()
    before = counts()
    assert set(before.values()) == {1}

    for step in steps[1:]:
        upgrade(step)
        downgrade("-1")
        assert counts() == before
        upgrade(step)
        before = counts()


def test_everything_can_be_taken_down_and_built_again(app):
    fill()
    downgrade("base")
    assert tables() == []
    assert current_version() is None

    upgrade()
    assert current_version() == newest_version()
    assert not has_rows()


def test_a_migration_that_fails_leaves_no_trace(unmigrated):
    upgrade("20261125_tables")
    with db.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE audit_events")
    with pytest.raises(DBAPIError):
        upgrade()

    assert current_version() == "20261125_tables"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_events SET actor_name = 'someone else'",
        "DELETE FROM audit_events",
        "DELETE FROM audit_events WHERE id = (SELECT max(id) FROM audit_events)",
    ],
)
def test_the_database_itself_keeps_audit_events_as_they_are(app, statement):
    by = Actor(None, "Anna", "admin", EVERYWHERE)
    create_site("HQ", "Main Hospital", None, by=by, at=datetime(2024, 3, 5, tzinfo=UTC))
    db.session.remove()
    with pytest.raises(DBAPIError, match="never changed or removed"), db.engine.begin() as broken:
        broken.exec_driver_sql(statement)

    assert find_broken_link() is None
