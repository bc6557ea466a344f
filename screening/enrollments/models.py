"""Enrollments, their risk assessments, their rounds (episodes) and recalls."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from screening.accounts.models import Site
from screening.database.model import Model, Versioned, Voidable
from screening.database.types import JsonDocument, Moment, by_value
from screening.enrollments.rules import (
    EnrollmentStatus,
    EpisodeStatus,
    ExitReason,
    Outcome,
    RecallStatus,
    Source,
)
from screening.participants.models import NOT_VOIDED, Participant


class Enrollment(Versioned, Voidable, Model):
    """A participant in a program; consent, invitation and eligibility belong here."""

    __tablename__ = "enrollments"
    __table_args__ = (
        Index(
            "uq_enrollments_participant_program",
            "participant_id",
            "program",
            unique=True,
            sqlite_where=NOT_VOIDED,
            postgresql_where=NOT_VOIDED,
        ),
        Index(None, "program", "status", "site_id"),
    )

    participant_id: Mapped[int] = mapped_column(ForeignKey("participants.id"))
    program: Mapped[str] = mapped_column(String(40))
    site_id: Mapped[int] = mapped_column(ForeignKey("sites.id"), index=True)
    status: Mapped[EnrollmentStatus] = mapped_column(by_value(EnrollmentStatus))
    source: Mapped[Source | None] = mapped_column(by_value(Source))
    opened_on: Mapped[date]
    invited_on: Mapped[date | None]
    consent_on: Mapped[date | None]
    enrolled_on: Mapped[date | None]
    exited_on: Mapped[date | None]
    exit_reason: Mapped[ExitReason | None] = mapped_column(by_value(ExitReason))
    hold_until: Mapped[date | None]
    hold_reason: Mapped[str | None] = mapped_column(String(500))
    created_at: Mapped[datetime] = mapped_column(Moment)

    participant: Mapped[Participant] = relationship()
    site: Mapped[Site] = relationship()


class RiskAssessment(Voidable, Model):
    """One dated set of answers, with the verdict of every rule set and its reasons.

    `verdict` is that of `rule_set`, the one in force; `verdicts` keeps all of them as JSON:
    rule set code -> {version, verdict, reasons: [{text, values}], offers: the same, if any}.
    `is_high_risk` is what the rule set in force says, if it looks for a group at high risk.
    """

    __tablename__ = "risk_assessments"

    enrollment_id: Mapped[int] = mapped_column(ForeignKey("enrollments.id"), index=True)
    assessed_on: Mapped[date]
    questionnaire_version: Mapped[str] = mapped_column(String(40))
    answers: Mapped[dict[str, object]] = mapped_column(JsonDocument)
    rule_set: Mapped[str] = mapped_column(String(40))
    rule_set_version: Mapped[str] = mapped_column(String(40))
    verdict: Mapped[str] = mapped_column(String(20))
    is_high_risk: Mapped[bool | None]
    verdicts: Mapped[dict[str, object]] = mapped_column(JsonDocument)
    recorded_at: Mapped[datetime] = mapped_column(Moment)

    enrollment: Mapped[Enrollment] = relationship()


class Episode(Voidable, Model):
    """One round of screening; it opens with its exam and closes with an outcome."""

    __tablename__ = "episodes"
    __table_args__ = (Index(None, "enrollment_id", "opened_on"),)

    enrollment_id: Mapped[int] = mapped_column(ForeignKey("enrollments.id"))
    round_number: Mapped[int]
    status: Mapped[EpisodeStatus] = mapped_column(by_value(EpisodeStatus), index=True)
    opened_on: Mapped[date]
    outcome: Mapped[Outcome | None] = mapped_column(by_value(Outcome))
    outcome_on: Mapped[date | None]
    outcome_comment: Mapped[str | None] = mapped_column(String(2000))
    outcome_is_automatic: Mapped[bool] = mapped_column(default=False)

    enrollment: Mapped[Enrollment] = relationship()


class Recall(Versioned, Model):
    """A recommendation waiting to be met: the exam asked for, its window, and the rule behind it.

    `exam_id` is the exam whose result asked for it; the first recall of an enrollment has none.
    """

    __tablename__ = "recalls"
    __table_args__ = (
        Index(None, "enrollment_id", "status"),
        Index(None, "status", "due_on"),
    )

    enrollment_id: Mapped[int] = mapped_column(ForeignKey("enrollments.id"))
    exam_id: Mapped[int | None] = mapped_column(ForeignKey("exams.id"), index=True)
    purpose: Mapped[str] = mapped_column(String(20))
    action: Mapped[str] = mapped_column(String(120))
    earliest_on: Mapped[date]
    due_on: Mapped[date]
    latest_on: Mapped[date]
    rule: Mapped[str] = mapped_column(String(60))
    status: Mapped[RecallStatus] = mapped_column(by_value(RecallStatus))
    closed_on: Mapped[date | None]

    enrollment: Mapped[Enrollment] = relationship()
