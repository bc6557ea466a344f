"""Makes and puts back backups of whichever database the settings name."""

import secrets
from datetime import datetime
from pathlib import Path

from flask import current_app

from screening.database.backups import postgresql, sqlite
from screening.database.backups.errors import BackupError
from screening.database.engine import db
from screening.database.upgrades import known_versions
from screening.protocol.wording import N_

OWNER_ALONE = 0o600


def make_backup(path: Path) -> None:
    """Write the whole database, as of this moment, into a new file for the owner alone."""
    if path.exists():
        raise BackupError(N_("{path} is there already: choose another name"), {"path": path})
    if not path.parent.is_dir():
        raise BackupError(N_("There is no folder {path}"), {"path": path.parent})
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    try:
        draft.touch(mode=OWNER_ALONE)
        if _is_embedded():
            sqlite.write_copy(db.engine, draft)
        else:
            postgresql.write_dump(db.engine.url, draft)
        draft.rename(path)
    finally:
        draft.unlink(missing_ok=True)


def make_safety_copy(occasion: str, at: datetime) -> Path:
    """Back up beside the database, under a name that says before what and when."""
    folder, suffix = Path(current_app.instance_path), "dump"
    if _is_embedded():
        folder, suffix = Path(str(db.engine.url.database)).parent, "db"
    mark = f"{at:%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"
    path = folder / f"screening-before-{occasion}-{mark}.{suffix}"
    make_backup(path)
    return path


def check_backup(path: Path) -> None:
    """Refuse what is no backup that this program can put back."""
    if not path.is_file():
        raise BackupError(N_("There is no file {path}"), {"path": path})
    version = sqlite.read_version(path) if _is_embedded() else postgresql.read_version(path)
    if version not in known_versions():
        raise BackupError(
            N_("{path} was made by a newer version of this program, or by another one: {version}"),
            {"path": path, "version": version or "-"},
        )


def restore_backup(path: Path) -> None:
    """Put a backup in the place of everything that is stored, whole or not at all."""
    check_backup(path)
    if _is_embedded():
        sqlite.put_back(db.engine, path)
    else:
        postgresql.put_back(db.engine.url, path)
    db.engine.dispose()


def _is_embedded() -> bool:
    return db.engine.dialect.name == "sqlite"
