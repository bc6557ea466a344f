"""Files that wait in the instance folder: uploads to be checked, exports to be fetched.

Their names are random, they are the owner's alone, and they are gone in time.
"""

import os
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import IO

from flask import current_app

from screening.clock import now
from screening.exchange.tabular.errors import RefusedFileError
from screening.exchange.tabular.limits import MAX_UPLOAD_BYTES
from screening.protocol.wording import N_

KEPT_FOR = timedelta(hours=1)
BLOCK = 1024 * 1024
FOR_THE_OWNER_ALONE, FOLDER_FOR_THE_OWNER_ALONE = 0o600, 0o700


class Shelf(StrEnum):
    """The folders in which files wait."""

    UPLOADS = "uploads"
    EXPORTS = "exports"


@dataclass(frozen=True)
class Upload:
    """A file as a browser sent it."""

    name: str
    stream: IO[bytes]


def keep_upload(upload: Upload, suffix: str) -> str:
    """Keep a file that was sent, and return the name it is kept under; refuse one too large."""
    name = new_file(Shelf.UPLOADS, suffix)
    try:
        _copy(upload.stream, path_of(Shelf.UPLOADS, name))
    except BaseException:
        drop_file(Shelf.UPLOADS, name)
        raise
    return name


def _copy(stream: IO[bytes], path: Path) -> None:
    written = 0
    with path.open("wb") as file:
        while block := stream.read(BLOCK):
            written += len(block)
            if written > MAX_UPLOAD_BYTES:
                message = N_("the file is larger than {most} MB; split it")
                raise RefusedFileError(message, {"most": MAX_UPLOAD_BYTES // BLOCK})
            file.write(block)


def new_file(shelf: Shelf, suffix: str) -> str:
    """Make an empty file that nobody can guess, and return its name."""
    folder = _folder(shelf)
    folder.mkdir(mode=FOLDER_FOR_THE_OWNER_ALONE, parents=True, exist_ok=True)
    name = f"{secrets.token_hex(16)}{suffix}"
    os.close(os.open(folder / name, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FOR_THE_OWNER_ALONE))
    return name


def path_of(shelf: Shelf, name: str) -> Path:
    """Return where a file is kept."""
    return _folder(shelf) / Path(name).name


def drop_file(shelf: Shelf, name: str | None) -> None:
    """Delete a file, if it is still there."""
    if name:
        path_of(shelf, name).unlink(missing_ok=True)


def sweep_files() -> None:
    """Delete what nobody waits for any more; called while no job waits, so none needs an upload."""
    oldest = now() - KEPT_FOR
    for shelf in Shelf:
        for path in _folder(shelf).glob("*"):
            if datetime.fromtimestamp(path.stat().st_mtime, UTC) < oldest:
                path.unlink(missing_ok=True)


def _folder(shelf: Shelf) -> Path:
    return Path(current_app.instance_path) / shelf.value
