"""Creating and upgrading the database at the console."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import select

import config
from screening.app import create_app
from screening.audit.models import AuditEvent
from screening.database.engine import db
from screening.database.upgrades import current_version, migration_config, newest_version
from screening.programs import use_readings
from tests.factories.accounts import make_site

SCREENING = Path(sys.executable).with_name("screening")


@pytest.fixture
def empty_app(empty_database):
    app = create_app(config.Testing())
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def safety_copies(folder):
    return sorted(path for path in folder.iterdir() if "before-upgrade" in path.name)


def test_an_empty_database_gets_every_table_and_no_backup(empty_app, run, tmp_path):
    result = run("init")

    assert result.exit_code == 0, result.stderr
    assert result.stdout == "The database is ready\n"
    assert "screening user create" in result.stderr
    assert current_version() == newest_version()
    assert safety_copies(tmp_path) == []


def test_again_it_changes_nothing(empty_app, run, tmp_path):
    run("init")
    make_site("HQ")
    result = run("init")

    assert result.exit_code == 0
    assert current_version() == newest_version()
    assert safety_copies(tmp_path) == []


def test_a_database_with_rows_is_backed_up_before_it_is_upgraded(app, run, tmp_path):
    make_site("HQ")
    db.session.remove()
    command.downgrade(migration_config(), "-1")
    result = run("init")

    assert result.exit_code == 0, result.stderr
    assert current_version() == newest_version()
    (copy,) = safety_copies(tmp_path)
    assert str(copy) in result.stderr
    assert copy.stat().st_size > 0
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_a_database_of_a_newer_version_is_left_alone(app, run):
    with db.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '2099_future'")
    result = run("init")

    assert result.exit_code == 1
    assert "newer version" in result.stderr
    assert current_version() == "2099_future"


@pytest.fixture
def choose(tmp_path):
    """Write what the installation reads otherwise; it holds for the test alone."""

    def written(text):
        (tmp_path / "protocols.toml").write_text(text, encoding="utf-8")

    yield written
    use_readings({})


def noted_readings():
    db.session.remove()
    query = select(AuditEvent).where(AuditEvent.action == "database:readings:change")
    return [event.changes for event in db.session.scalars(query.order_by(AuditEvent.id))]


def test_published_readings_leave_no_trace_in_the_audit_log(empty_app, run):
    run("init")

    assert noted_readings() == []


def test_changed_readings_are_written_into_the_audit_log_once(empty_app, run, choose):
    choose('[lung]\nresolved = "1"\npassive_at_limit = "no"\n')
    run("init")
    run("init")
    assert noted_readings() == [
        {"lung.passive_at_limit": ["yes", "no"], "lung.resolved": ["2", "1"]}
    ]

    choose('[lung]\npassive_at_limit = "no"\n')
    run("init")

    assert noted_readings()[1:] == [{"lung.resolved": ["1", "2"]}]


def test_readings_that_are_not_known_keep_the_service_from_starting(empty_app, run, choose):
    choose('[lung]\nresolved = "3"\n')

    result = run("init")

    assert result.exit_code == 1
    assert "protocols.toml, [lung]: resolved cannot be '3'; use one of:" in result.stderr


def test_two_at_once_make_one_database(empty_app, tmp_path):
    running = [
        subprocess.Popen([SCREENING, "init"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    answers = [process.communicate(timeout=60) for process in running]

    assert [process.returncode for process in running] == [0, 0], answers
    assert current_version() == newest_version()


def test_what_it_makes_is_for_the_owner_alone(tmp_path):
    environment = {
        **os.environ, "INSTANCE_PATH": str(tmp_path / "new"), "SCREENING_CONFIG": "development"
    }  # fmt: skip
    environment.pop("DATABASE_URL", None)
    subprocess.run([SCREENING, "init"], env=environment, check=True, capture_output=True)

    made = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "new").iterdir()}
    assert {"screening.db", "keys.json", "secret_key.txt"} <= set(made)
    assert set(made.values()) == {0o600}


def test_a_command_before_init_says_what_to_do(empty_app, run):
    result = run("sweep")

    assert result.exit_code == 1
    assert "screening init" in result.stderr
