"""What keeps a backup from being made or put back."""

from screening.protocol.errors import ScreeningError


class BackupError(ScreeningError):
    """A backup cannot be made or put back; the database is as it was."""
