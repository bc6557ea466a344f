"""Exams, their findings, readings and computed categorizations."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, Index, Numeric, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from screening.accounts.models import Site
from screening.database.model import Model, Versioned, Voidable
from screening.database.types import JsonDocument, Moment, by_value, ordered_text
from screening.enrollments.models import Enrollment, Episode
from screening.exams.rules import ExamStatus, Purpose, ReadingKind, Recommendation
from screening.participants.models import NOT_VOIDED, Participant

# Of many exams a few wait for their result; lists of work look for them.
WITHOUT_CATEGORY = text("category IS NULL")


class Exam(Versioned, Voidable, Model):
    """One imaging act. `category` and the marks are the final ones: the last reading's, or the
    computed ones where nobody has read; `computed_category` stands beside them. `interval` is the
    computed one of a computed category; None: the interval that the category has by itself.
    """

    __tablename__ = "exams"
    __table_args__ = (
        Index(
            "uq_exams_site_accession",
            "site_id",
            "accession_no",
            unique=True,
            sqlite_where=NOT_VOIDED,
            postgresql_where=NOT_VOIDED,
        ),
        Index(None, "enrollment_id", "performed_on"),
        Index(None, "site_id", "program", "performed_on"),
        Index(None, "status", "scheduled_on"),
        Index(
            "ix_exams_without_category",
            "status",
            "enrollment_id",
            sqlite_where=WITHOUT_CATEGORY,
            postgresql_where=WITHOUT_CATEGORY,
        ),
    )

    public_id: Mapped[str] = mapped_column(String(32), unique=True)
    accession_no: Mapped[str] = mapped_column(ordered_text(64))
    participant_id: Mapped[int] = mapped_column(ForeignKey("participants.id"), index=True)
    enrollment_id: Mapped[int] = mapped_column(ForeignKey("enrollments.id"))
    episode_id: Mapped[int | None] = mapped_column(ForeignKey("episodes.id"), index=True)
    site_id: Mapped[int] = mapped_column(ForeignKey("sites.id"))
    program: Mapped[str] = mapped_column(String(40))
    modality: Mapped[str] = mapped_column(String(40))
    purpose: Mapped[Purpose] = mapped_column(by_value(Purpose))
    status: Mapped[ExamStatus] = mapped_column(by_value(ExamStatus))
    status_reason: Mapped[str | None] = mapped_column(String(500))
    scheduled_on: Mapped[date | None]
    performed_on: Mapped[date | None]
    resulted_on: Mapped[date | None]
    details: Mapped[dict[str, object]] = mapped_column(JsonDocument, default=dict)
    system: Mapped[str | None] = mapped_column(String(40))
    category: Mapped[str | None] = mapped_column(String(10))
    computed_category: Mapped[str | None] = mapped_column(String(10))
    modifiers: Mapped[str] = mapped_column(String(40), default="")
    is_positive: Mapped[bool | None]
    asks_more_imaging: Mapped[bool | None]
    asks_tissue: Mapped[bool | None]
    interval: Mapped[str | None] = mapped_column(String(10))
    recommendation: Mapped[Recommendation | None] = mapped_column(by_value(Recommendation))
    reader: Mapped[str | None] = mapped_column(String(120), index=True)
    machine: Mapped[str | None] = mapped_column(String(120))
    comment: Mapped[str | None] = mapped_column(String(4000))
    created_at: Mapped[datetime] = mapped_column(Moment)

    participant: Mapped[Participant] = relationship()
    enrollment: Mapped[Enrollment] = relationship()
    episode: Mapped[Episode | None] = relationship()
    site: Mapped[Site] = relationship()
    findings: Mapped[list["Finding"]] = relationship(
        back_populates="exam", order_by="Finding.finding_no"
    )
    readings: Mapped[list["Reading"]] = relationship(
        back_populates="exam", order_by="Reading.given_at"
    )


class Finding(Voidable, Model):
    """One thing seen in one exam, as the program's own structured record.

    What is listed or counted is also a column: kind, size, location, category, and whether the
    system asks for tissue of it (None: it does not say).
    """

    __tablename__ = "findings"
    __table_args__ = (
        Index(
            "uq_findings_exam_number",
            "exam_id",
            "finding_no",
            unique=True,
            sqlite_where=NOT_VOIDED,
            postgresql_where=NOT_VOIDED,
        ),
    )

    exam_id: Mapped[int] = mapped_column(ForeignKey("exams.id"))
    finding_no: Mapped[int]
    lesion_no: Mapped[int | None]
    kind: Mapped[str | None] = mapped_column(String(40))
    size_mm: Mapped[Decimal | None] = mapped_column(Numeric(8, 2))
    location: Mapped[str | None] = mapped_column(String(40))
    category: Mapped[str | None] = mapped_column(String(10))
    asks_tissue: Mapped[bool | None]
    payload: Mapped[dict[str, object]] = mapped_column(JsonDocument)

    exam: Mapped[Exam] = relationship(back_populates="findings")


class Reading(Model):
    """One reader's view of an exam. A final reading is never changed, only followed by another."""

    __tablename__ = "readings"

    exam_id: Mapped[int] = mapped_column(ForeignKey("exams.id"), index=True)
    kind: Mapped[ReadingKind] = mapped_column(by_value(ReadingKind))
    reader_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    reader_name: Mapped[str] = mapped_column(String(120))
    category: Mapped[str] = mapped_column(String(10))
    modifiers: Mapped[str] = mapped_column(String(40), default="")
    differs_because: Mapped[str | None] = mapped_column(String(2000))
    comment: Mapped[str | None] = mapped_column(String(4000))
    given_at: Mapped[datetime] = mapped_column(Moment)

    exam: Mapped[Exam] = relationship(back_populates="readings")


class Categorization(Model):
    """What a system in one edition made of an exam's inputs; kept beside the reader's category.

    One row per exam, system and version; a corrected input is computed anew, the audit log keeps
    the earlier result. `reasons` is a list of {text, values}.
    """

    __tablename__ = "categorizations"
    __table_args__ = (UniqueConstraint("exam_id", "system", "version"),)

    exam_id: Mapped[int] = mapped_column(ForeignKey("exams.id"))
    system: Mapped[str] = mapped_column(String(40))
    version: Mapped[str] = mapped_column(String(40))
    category: Mapped[str | None] = mapped_column(String(10))
    modifiers: Mapped[str] = mapped_column(String(40), default="")
    management: Mapped[str] = mapped_column(String(300), default="")
    reasons: Mapped[list[object]] = mapped_column(JsonDocument)
    inputs: Mapped[dict[str, object]] = mapped_column(JsonDocument)
    computed_at: Mapped[datetime] = mapped_column(Moment)
