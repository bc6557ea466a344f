"""Cancers: one confirmed primary a row."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, Index, Numeric, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from screening.database.model import Model, Versioned, Voidable
from screening.database.types import JsonDocument, Moment, by_value
from screening.exams.models import Exam
from screening.outcomes.rules import Basis, DetectionMode
from screening.participants.models import Participant


class Cancer(Versioned, Voidable, Model):
    """One confirmed primary. `exam_id` is the exam that it is known to have come from;
    `attributed_exam_id` and `detection_mode` follow from the counting rule, or from a person who
    gave `mode_override_reason`.
    """

    __tablename__ = "cancers"
    __table_args__ = (Index(None, "participant_id", "program"),)

    public_id: Mapped[str] = mapped_column(String(32), unique=True)
    participant_id: Mapped[int] = mapped_column(ForeignKey("participants.id"))
    program: Mapped[str] = mapped_column(String(40))
    diagnosed_on: Mapped[date]
    basis: Mapped[Basis | None] = mapped_column(by_value(Basis))
    topography: Mapped[str | None] = mapped_column(String(10))
    morphology: Mapped[str | None] = mapped_column(String(10))
    laterality: Mapped[str | None] = mapped_column(String(10))
    size_mm: Mapped[Decimal | None] = mapped_column(Numeric(8, 2))
    edition: Mapped[str | None] = mapped_column(String(10))
    t: Mapped[str | None] = mapped_column(String(10))
    n: Mapped[str | None] = mapped_column(String(10))
    m: Mapped[str | None] = mapped_column(String(10))
    stage_group: Mapped[str | None] = mapped_column(String(30))
    markers: Mapped[dict[str, object]] = mapped_column(JsonDocument, default=dict)
    exam_id: Mapped[int | None] = mapped_column(ForeignKey("exams.id"), index=True)
    attributed_exam_id: Mapped[int | None] = mapped_column(ForeignKey("exams.id"), index=True)
    detection_mode: Mapped[DetectionMode] = mapped_column(
        by_value(DetectionMode), default=DetectionMode.UNKNOWN
    )
    mode_override_reason: Mapped[str | None] = mapped_column(String(500))
    treated_on: Mapped[date | None]
    treatment: Mapped[str | None] = mapped_column(String(200))
    recorded_at: Mapped[datetime] = mapped_column(Moment)

    participant: Mapped[Participant] = relationship()
    exam: Mapped[Exam | None] = relationship(foreign_keys=[exam_id])
    attributed_exam: Mapped[Exam | None] = relationship(foreign_keys=[attributed_exam_id])
