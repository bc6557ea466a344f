"""What pages show of audit events."""

from screening.audit.presenters.events import ChangeLine, EventLine, present_events
from screening.audit.presenters.sentences import (
    say_action,
    say_actor,
    say_field,
    say_reason,
    say_record,
    say_role,
    say_value,
)

__all__ = [
    "ChangeLine",
    "EventLine",
    "present_events",
    "say_action",
    "say_actor",
    "say_field",
    "say_reason",
    "say_record",
    "say_role",
    "say_value",
]
