"""A program of its own on both databases, and a cohort that grows one record at a time."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from config import Testing
from screening.app import create_app
from screening.database.engine import db
from screening.database.model import Model
from tests.factories.cohorts import Cohort, counted_program


def _server_tool(name):
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return str(found[-1]) if found else None


@pytest.fixture(scope="session")
def postgres_url(tmp_path_factory):
    """A throw-away server on a socket; it leaves nothing behind."""
    if _server_tool("initdb") is None:
        pytest.skip("PostgreSQL's server package is not installed")
    folder = tmp_path_factory.mktemp("postgres")
    as_user = []
    if os.geteuid() == 0:
        for path in (folder, *folder.parents[:2]):
            path.chmod(0o755)
        shutil.chown(folder, "postgres")
        as_user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"]
    data = folder / "data"
    subprocess.run(
        [*as_user, _server_tool("initdb"), "-N", "-A", "trust", "-U", "postgres",
         "--locale=C.UTF-8", "-D", data],
        check=True, capture_output=True,
    )  # fmt: skip
    options = f"-k {folder} -c listen_addresses='' -c fsync=off -c full_page_writes=off"
    control = [*as_user, _server_tool("pg_ctl"), "-D", data, "-w"]
    log = folder / "log"
    subprocess.run([*control, "-o", options, "-l", log, "start"], check=True, capture_output=True)
    yield f"postgresql+psycopg://postgres@/postgres?host={folder}"
    subprocess.run([*control, "-m", "immediate", "stop"], check=True, capture_output=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def app(request, tmp_path, monkeypatch):
    monkeypatch.setattr("screening.programs.all_programs", lambda: (counted_program(),))
    monkeypatch.setenv("INSTANCE_PATH", str(tmp_path))
    url = f"sqlite:///{tmp_path / 'screening.db'}"
    if request.param == "postgresql":
        url = request.getfixturevalue("postgres_url")
        _empty(url)
    monkeypatch.setenv("DATABASE_URL", url)
    app = create_app(Testing())
    with app.app_context():
        Model.metadata.create_all(db.engine)
        yield app
        db.session.remove()
        db.engine.dispose()


def _empty(url):
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()


@pytest.fixture
def cohort(app):
    return Cohort()
