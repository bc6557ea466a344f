"""Records that someone opens the list of persons behind a figure."""

from collections.abc import Mapping
from datetime import datetime

from screening.audit.actions import Subject, record
from screening.database.transactions import transaction
from screening.security.actor import Actor


def open_persons(figure: Mapping[str, object], *, by: Actor, at: datetime) -> None:
    """Record, before anything is read, whose figure is opened; `figure` says which one."""
    with transaction():
        record(
            "indicators:persons:open",
            Subject("indicator", None),
            by=by,
            at=at,
            changes=dict(figure),
        )
