"""The only reader of the time; everything else is handed today and now."""

from datetime import UTC, date, datetime


def now() -> datetime:
    """Return this moment, aware, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """Return today's date where the service runs."""
    return now().astimezone().date()
