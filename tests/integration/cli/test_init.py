"""Creating and upgrading the database at the console."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from alembic import command

import config
from screening.app import create_app
from screening.database.engine import db
from screening.database.upgrades import current_version, migration_config, newest_version
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
