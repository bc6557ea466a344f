"""What of an event is hashed, and in which form."""

from collections.abc import Mapping
from datetime import datetime

HASHED = (
    "at", "actor_id", "actor_name", "actor_role", "site_id", "action", "entity", "entity_id",
    "participant_id", "reason", "changes", "request_id",
)  # fmt: skip


def canonical_event(row: Mapping[str, object]) -> dict[str, object]:
    """Return the hashed part of an event as JSON values; moments as ISO text in UTC."""
    return {name: _json(row[name]) for name in HASHED}


def _json(value: object) -> object:
    return value.isoformat(timespec="microseconds") if isinstance(value, datetime) else value
