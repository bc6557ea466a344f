"""The audit trail of one person, newest first."""

from collections.abc import Sequence

from sqlalchemy import or_, select

from screening.audit.models import AuditEvent
from screening.database.engine import db

HISTORY_PAGE = 50
CHANGES = (
    "participants:record:change",
    "participants:death:record",
    "participants:death:correct",
)
# This makes a record; every other tag that ends so says that someone looked at one.
MADE = "enrollments:enrollment:open"


def list_history(
    participant_id: int, *, before: int | None, limit: int, has_openings: bool
) -> Sequence[AuditEvent]:
    """Return the events of a person that came before an event, newest first."""
    events = select(AuditEvent).where(AuditEvent.participant_id == participant_id)
    if not has_openings:
        is_change = ~AuditEvent.action.endswith(":open")
        events = events.where(or_(is_change, AuditEvent.action == MADE))
    if before is not None:
        events = events.where(AuditEvent.id < before)
    return db.session.scalars(events.order_by(AuditEvent.id.desc()).limit(limit)).all()


def find_last_change(participant_id: int) -> AuditEvent | None:
    """Return the event of the newest saved change of a person's details or death."""
    changes = select(AuditEvent).where(
        AuditEvent.participant_id == participant_id, AuditEvent.action.in_(CHANGES)
    )
    return db.session.scalar(changes.order_by(AuditEvent.id.desc()).limit(1))
