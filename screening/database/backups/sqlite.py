"""Backups of the embedded database: one SQLite file."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pysqlite3.dbapi2 as driver
from sqlalchemy import Engine

from screening.database.backups.errors import BackupError
from screening.database.upgrades import VERSIONS
from screening.protocol.wording import N_


def write_copy(engine: Engine, path: Path) -> None:
    """Write one moment of the database into an empty file; others go on writing meanwhile."""
    with closing(engine.raw_connection()) as connection:
        connection.cursor().execute("VACUUM INTO ?", (str(path),))
    with _opened(path):
        pass


def read_version(path: Path) -> str | None:
    """Return the version of the tables in a backup; a file that is damaged is refused."""
    with _opened(path) as backup:
        if not backup.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (VERSIONS,)).fetchone():
            return None
        row = backup.execute(f"SELECT version_num FROM {VERSIONS}").fetchone()  # noqa: S608 - ours
        return str(row[0]) if row else None


def put_back(engine: Engine, path: Path) -> None:
    """Copy every page of a backup over the database, in one transaction of SQLite's own."""
    with _opened(path) as backup, closing(engine.raw_connection()) as connection:
        backup.backup(connection.driver_connection)


@contextmanager
def _opened(path: Path) -> Iterator[driver.Connection]:
    with closing(driver.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as backup:
        try:
            found = backup.execute("PRAGMA quick_check").fetchall()
        except driver.DatabaseError as error:
            found = [(str(error),)]
        if found != [("ok",)]:
            raise BackupError(
                N_("{path} is damaged or not a backup: {reason}"),
                {"path": path, "reason": found[0][0]},
            )
        yield backup
