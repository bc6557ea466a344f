"""Jobs: what is to be done, for whom, how far it is."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from screening.database.model import Model
from screening.database.types import JsonDocument, Moment, by_value
from screening.jobs.rules import JobStatus


class Job(Model):
    """One piece of work for the worker; it exists if and only if its cause was committed."""

    __tablename__ = "jobs"
    __table_args__ = (Index(None, "status", "id"),)

    kind: Mapped[str] = mapped_column(String(60))
    details: Mapped[dict[str, object]] = mapped_column(JsonDocument)
    status: Mapped[JobStatus] = mapped_column(by_value(JobStatus))
    done: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    is_cancel_asked: Mapped[bool] = mapped_column(default=False)
    message: Mapped[str | None] = mapped_column(String(2000))
    created_at: Mapped[datetime] = mapped_column(Moment)
    created_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    created_by_name: Mapped[str] = mapped_column(String(120))
    created_by_role: Mapped[str] = mapped_column(String(20))
    started_at: Mapped[datetime | None] = mapped_column(Moment)
    finished_at: Mapped[datetime | None] = mapped_column(Moment)
