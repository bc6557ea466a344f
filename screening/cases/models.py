"""Cases, the decisions taken on them, and work-up procedures."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from screening.accounts.models import User
from screening.cases.rules import CaseStatus, DecisionKind, Standing
from screening.database.model import Model, Versioned, Voidable
from screening.database.types import JsonDocument, Moment, by_value
from screening.enrollments.models import Episode
from screening.exams.models import Exam
from screening.protocol.workup import ProcedureResult


class Case(Versioned, Voidable, Model):
    """A flagged episode in clinical review; it opens and is withdrawn by itself."""

    __tablename__ = "cases"
    __table_args__ = (Index(None, "status", "due_on"), Index(None, "status", "closed_on"))

    public_id: Mapped[str] = mapped_column(String(32), unique=True)
    episode_id: Mapped[int] = mapped_column(ForeignKey("episodes.id"), unique=True)
    exam_id: Mapped[int] = mapped_column(ForeignKey("exams.id"), index=True)
    status: Mapped[CaseStatus] = mapped_column(by_value(CaseStatus))
    assigned_to_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"), index=True)
    opened_on: Mapped[date]
    due_on: Mapped[date]
    closed_on: Mapped[date | None]

    episode: Mapped[Episode] = relationship()
    exam: Mapped[Exam] = relationship()
    assigned_to: Mapped[User | None] = relationship()
    decisions: Mapped[list["CaseDecision"]] = relationship(
        back_populates="case", order_by="CaseDecision.id"
    )

    @property
    def standing(self) -> Standing:
        """How the case stands, as far as its acts depend on it."""
        return Standing(
            self.status,
            self.voided_at is not None,
            self.episode.outcome,
            self.episode.outcome_is_automatic,
        )


class CaseDecision(Model):
    """One decision on a case; append only."""

    __tablename__ = "case_decisions"

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    kind: Mapped[DecisionKind] = mapped_column(by_value(DecisionKind))
    decided_at: Mapped[datetime] = mapped_column(Moment)
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    decided_by_name: Mapped[str] = mapped_column(String(120))
    comment: Mapped[str | None] = mapped_column(String(4000))
    details: Mapped[dict[str, object]] = mapped_column(JsonDocument, default=dict)

    case: Mapped[Case] = relationship(back_populates="decisions")


class Procedure(Versioned, Voidable, Model):
    """One work-up act after an exam; planned until it has a date of performance and a result.

    `details` holds the program's own fields of its procedures.
    """

    __tablename__ = "procedures"

    exam_id: Mapped[int] = mapped_column(ForeignKey("exams.id"), index=True)
    episode_id: Mapped[int] = mapped_column(ForeignKey("episodes.id"), index=True)
    kind: Mapped[str] = mapped_column(String(40))
    performed_on: Mapped[date]
    result: Mapped[ProcedureResult | None] = mapped_column(by_value(ProcedureResult))
    complication: Mapped[str | None] = mapped_column(String(40))
    department: Mapped[str | None] = mapped_column(String(120))
    comment: Mapped[str | None] = mapped_column(String(4000))
    details: Mapped[dict[str, object]] = mapped_column(JsonDocument, default=dict)
    recorded_at: Mapped[datetime] = mapped_column(Moment)

    exam: Mapped[Exam] = relationship()
