"""Copies of the whole database in one file, checked when made and before they are put back."""

from screening.database.backups.errors import BackupError
from screening.database.backups.files import (
    check_backup,
    make_backup,
    make_safety_copy,
    restore_backup,
)

__all__ = ["BackupError", "check_backup", "make_backup", "make_safety_copy", "restore_backup"]
