"""Backing up and restoring the database at the console."""

import json
import stat

import pytest
from sqlalchemy import make_url, select, text

from screening.accounts.models import Site
from screening.audit.models import AuditEvent
from screening.audit.queries import find_broken_link
from screening.database.backups import make_backup, postgresql
from screening.database.engine import db
from screening.database.upgrades import newest_version
from tests.factories.accounts import make_site


@pytest.fixture
def backup(app, run, tmp_path):
    """A backup of a database with the one site HQ, whose trail is sealed."""
    run("site", "create", "HQ", "--name", "Main Hospital", "--name-zh", "总院")
    file = tmp_path / "kept" / "night.backup"
    file.parent.mkdir()
    result = run("backup", file)
    assert result.exit_code == 0, result.stderr
    assert result.stdout == f"{file}\n"
    return file


def codes():
    db.session.rollback()
    return db.session.scalars(select(Site.code).order_by(Site.code)).all()


def actions():
    db.session.rollback()
    return db.session.scalars(select(AuditEvent.action).order_by(AuditEvent.id)).all()


def safety_copies(folder):
    return [path for path in folder.iterdir() if "before-restore" in path.name]


def test_a_backup_is_for_the_owner_alone_and_leaves_a_trail(backup):
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert [path.name for path in backup.parent.iterdir()] == [backup.name]
    assert actions()[-1] == "database:backup:make"


def test_a_backup_is_never_written_over_a_file(backup, run):
    before = backup.read_bytes()
    result = run("backup", backup)

    assert result.exit_code == 1
    assert "already" in result.stderr
    assert backup.read_bytes() == before


def test_restoring_brings_back_what_was_there_and_no_more(backup, run, tmp_path):
    make_site("LATER")
    result = run("restore", backup)

    assert result.exit_code == 0, result.stderr
    assert codes() == ["HQ"]
    assert db.session.scalar(select(Site.name_zh)) == "总院"
    assert actions() == ["accounts:site:create", "database:backup:restore"]
    assert find_broken_link() is None


def test_what_was_there_before_a_restore_can_itself_be_restored(backup, run, tmp_path):
    make_site("LATER")
    run("restore", backup)
    (copy,) = safety_copies(tmp_path)
    result = run("restore", copy)

    assert result.exit_code == 0, result.stderr
    assert codes() == ["HQ", "LATER"]


def test_an_empty_database_is_restored_without_a_safety_copy(
    backup, run, tmp_path, monkeypatch, request
):
    if db.engine.dialect.name == "postgresql":
        server = request.getfixturevalue("postgres_server")
        monkeypatch.setenv("DATABASE_URL", server.url_of(server.create_database()))
    else:
        monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'fresh.db'}")
    result = run("restore", backup)

    assert result.exit_code == 0, result.stderr
    assert safety_copies(tmp_path) == []
    assert run("audit", "verify").exit_code == 0


def test_a_file_that_is_no_backup_changes_nothing(backup, run, tmp_path):
    bad = tmp_path / "bad.backup"
    bad.write_text("this is no backup, only a text that is long enough to look like something")
    result = run("restore", bad)

    assert result.exit_code == 1
    assert "restored" not in result.stdout
    assert codes() == ["HQ"]


def test_a_damaged_backup_changes_nothing(backup, run):
    whole = backup.read_bytes()
    backup.write_bytes(whole[: len(whole) // 2])
    result = run("restore", backup)

    assert result.exit_code == 1
    assert codes() == ["HQ"]


def test_a_backup_of_a_newer_version_is_refused(app, run, tmp_path):
    file = tmp_path / "future.backup"
    _set_version("2099_future")
    make_backup(file)
    _set_version(newest_version())
    make_site("HQ")
    result = run("restore", file)

    assert result.exit_code == 1
    assert "newer version" in result.stderr
    assert codes() == ["HQ"]


def _set_version(version):
    db.session.remove()
    with db.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :new"), {"new": version})


def test_a_missing_file_is_named(app, run, tmp_path):
    result = run("restore", tmp_path / "nothing")

    assert result.exit_code == 1
    assert "There is no file" in result.stderr
    assert "Backup before the restore" not in result.stderr


def test_keys_of_another_time_are_noticed(backup, run, tmp_path):
    keys = json.loads((tmp_path / "keys.json").read_text())
    keys["audit"] = "00" * 32
    (tmp_path / "keys.json").write_text(json.dumps(keys))
    result = run("restore", backup)

    assert result.exit_code == 1
    assert "keys.json" in result.stderr


def test_only_postgresql_needs_client_programs_and_names_them(app, run, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "")
    result = run("backup", tmp_path / "x.backup")

    if db.engine.dialect.name == "postgresql":
        assert result.exit_code == 1
        assert "postgresql-client" in result.stderr
    else:
        assert result.exit_code == 0


def test_the_password_of_a_database_is_on_no_command_line():
    url = make_url("postgresql+psycopg://anna:s3cret@db.example.org/screening?sslmode=require")

    assert postgresql.name_database(url) == (
        "--dbname=postgresql://anna@db.example.org/screening?sslmode=require"
    )
