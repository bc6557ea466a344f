"""The audit trail of one person, newest first."""

from collections.abc import Sequence

from sqlalchemy import select

from screening.audit.models import AuditEvent
from screening.database.engine import db

HISTORY_PAGE = 50
CHANGES = (
    "participants:record:change",
    "participants:death:record",
    "participants:death:correct",
)


def list_history(participant_id: int, *, before: int | None, limit: int) -> Sequence[AuditEvent]:
    """Return the events of a person that came before an event, newest first."""
    events = select(AuditEvent).where(AuditEvent.participant_id == participant_id)
    if before is not None:
        events = events.where(AuditEvent.id < before)
    return db.session.scalars(events.order_by(AuditEvent.id.desc()).limit(limit)).all()


def find_last_change(participant_id: int) -> AuditEvent | None:
    """Return the event of the newest saved change of a person's details or death."""
    changes = select(AuditEvent).where(
        AuditEvent.participant_id == participant_id, AuditEvent.action.in_(CHANGES)
    )
    return db.session.scalar(changes.order_by(AuditEvent.id.desc()).limit(1))
