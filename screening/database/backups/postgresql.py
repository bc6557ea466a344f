"""Backups of a PostgreSQL database, made and put back by its own client programs."""

import os
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import URL

from screening.database.backups.errors import BackupError
from screening.database.upgrades import VERSIONS
from screening.protocol.wording import N_

AS_IT_IS = ("--no-owner", "--no-privileges")
EMPTYING = ("SET lock_timeout = '30s'", "DROP SCHEMA public CASCADE", "CREATE SCHEMA public")


def write_dump(url: URL, path: Path) -> None:
    """Write one moment of the database into an empty file."""
    _run("pg_dump", "--format=custom", *AS_IT_IS, f"--file={path}", name_database(url), url=url)
    _run("pg_restore", "--list", str(path))


def read_version(path: Path) -> str | None:
    """Return the version of the tables in a backup; a file that is damaged is refused."""
    wanted = ("--data-only", f"--table={VERSIONS}")
    lines = _run("pg_restore", "--file=-", *wanted, str(path)).splitlines()
    starts = [number for number, line in enumerate(lines) if line.startswith("COPY ")]
    return lines[starts[0] + 1] if starts else None


def put_back(url: URL, path: Path) -> None:
    """Put a backup in the place of everything in the database, in one transaction."""
    with TemporaryDirectory() as folder:
        script = Path(folder) / "restore.sql"
        _run("pg_restore", *AS_IT_IS, f"--file={script}", str(path))
        emptying = [f"--command={command}" for command in EMPTYING]
        options = ("--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1")
        _run("psql", *options, *emptying, f"--file={script}", name_database(url), url=url)


def name_database(url: URL) -> str:
    """Return the option that names the database, without its password: others could read it."""
    plain = URL.create(
        "postgresql", url.username, None, url.host, url.port, url.database, url.query
    )
    return f"--dbname={plain.render_as_string()}"


def _run(program: str, *arguments: str, url: URL | None = None) -> str:
    found = shutil.which(program)
    if found is None:
        raise BackupError(
            N_("{program} is missing: install PostgreSQL's client programs (postgresql-client)"),
            {"program": program},
        )
    environment = dict(os.environ)
    if url is not None and url.password:
        environment["PGPASSWORD"] = str(url.password)
    done = subprocess.run(  # noqa: S603 - a fixed program; the arguments go past the shell
        [found, *arguments], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        reason = (done.stderr.splitlines() or [""])[0]
        raise BackupError(N_("{program} failed: {reason}"), {"program": program, "reason": reason})
    return done.stdout
