"""Audit events: append-only, each sealed with the hash of the one before."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from screening.database.model import Model
from screening.database.types import JsonDocument, Moment


class AuditEvent(Model):
    """Who did or opened what, when, where and why; `changes` maps a field to [before, after]."""

    __tablename__ = "audit_events"
    __table_args__ = (
        Index(None, "participant_id", "id"),
        Index(None, "entity", "entity_id"),
        Index(None, "actor_id", "id"),
    )

    at: Mapped[datetime] = mapped_column(Moment)
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    actor_name: Mapped[str] = mapped_column(String(120))
    actor_role: Mapped[str] = mapped_column(String(20))
    site_id: Mapped[int | None] = mapped_column(ForeignKey("sites.id"))
    action: Mapped[str] = mapped_column(String(60))
    entity: Mapped[str] = mapped_column(String(40))
    entity_id: Mapped[int | None]
    participant_id: Mapped[int | None] = mapped_column(ForeignKey("participants.id"))
    reason: Mapped[str | None] = mapped_column(String(500))
    changes: Mapped[dict[str, object]] = mapped_column(JsonDocument)
    request_id: Mapped[str | None] = mapped_column(String(40))
    previous_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))
