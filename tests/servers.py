"""A throw-away PostgreSQL server for tests and benchmarks."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg

TOOLS = Path("/usr/lib/postgresql")
LOCAL = "-c listen_addresses=''"
QUICK = f"{LOCAL} -c fsync=off -c full_page_writes=off"


@dataclass
class PostgresServer:
    """A throw-away server that is reached through a socket in its folder."""

    folder: Path
    numbers: Iterator[int] = field(default_factory=count)

    def url_of(self, name: str) -> str:
        """Return the URL of one of its databases."""
        return f"postgresql://postgres@/{name}?host={self.folder}"

    def create_database(self, template: str = "template0") -> str:
        """Make a copy of a database and return its name."""
        name = f"test_{next(self.numbers)}"
        self.run(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY FILE_COPY')
        return name

    def run(self, statement: str) -> None:
        """Run one statement that belongs to no database."""
        with psycopg.connect(self.url_of("postgres"), autocommit=True) as connection:
            connection.execute(statement)


def is_installed() -> bool:
    """Tell whether the server's package is there."""
    return TOOLS.is_dir()


@contextmanager
def running_server(settings: str = QUICK) -> Iterator[PostgresServer]:
    """Run a server in a folder of its own; unless told otherwise it survives nothing, which
    makes it quick.

    The folder is none of pytest's: every run that starts makes those private again.
    """
    with TemporaryDirectory(prefix="postgres-") as name:
        folder = Path(name)
        if os.geteuid() == 0:
            _open_to_all(folder)
            shutil.chown(folder, "postgres")
        data, log = folder / "data", folder / "log"
        _run_tool("initdb", "-N", "-A", "trust", "-U", "postgres", "--locale=C.UTF-8", "-D", data)
        options = f"-k {folder} {settings}"
        _run_tool("pg_ctl", "-D", data, "-w", "-o", options, "-l", log, "start")
        try:
            yield PostgresServer(folder)
        finally:
            _run_tool("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")


def _open_to_all(folder: Path) -> None:
    """Let the server's own user reach a folder that was made for root alone."""
    for path in (folder, *folder.parents):
        if path.stat().st_mode & 0o005 != 0o005:
            path.chmod(path.stat().st_mode | 0o055)


def _run_tool(name: str, *arguments: str | Path) -> None:
    """Run a tool of the newest server, which refuses to run as root."""
    tool = max(TOOLS.glob(f"*/bin/{name}"))
    switch: Sequence[str] = ()
    if os.geteuid() == 0:
        switch = ("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups")
    subprocess.run([*switch, tool, *arguments], check=True, stdout=subprocess.DEVNULL)
