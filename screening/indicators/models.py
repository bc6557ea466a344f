"""Facts: one row a screening exam, a cancer and a procedure, on which every figure is counted."""

from datetime import date

from sqlalchemy import BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from screening.database.model import Model
from screening.database.types import by_value
from screening.enrollments.rules import Outcome, Source
from screening.outcomes.rules import DetectionMode
from screening.participants.rules import Sex


class ScreeningFact(Model):
    """One performed, adequate screening exam, kept in line with the records by the transaction.

    Nothing here is entered: `rebuild_facts` makes all rows anew, `verify_facts` compares them.
    A date ending in `_on` is the day from which something holds, so that one row answers for
    every day of report. `participant_id` is the kept person where records were merged.
    """

    __tablename__ = "screening_facts"
    __table_args__ = (
        Index(None, "enrollment_id", "examined_on"),
        Index(None, "participant_id", "program"),
        Index(None, "complete_on", "program"),
    )

    exam_id: Mapped[int] = mapped_column(ForeignKey("exams.id"), unique=True)
    episode_id: Mapped[int | None] = mapped_column(ForeignKey("episodes.id"))
    enrollment_id: Mapped[int] = mapped_column(ForeignKey("enrollments.id"))
    participant_id: Mapped[int] = mapped_column(ForeignKey("participants.id"))
    program: Mapped[str] = mapped_column(String(40))
    # The program's version of definitions by which the row was made.
    definitions: Mapped[str] = mapped_column(String(40))

    # What the figures are grouped by; empty where it is not known or, for the age, not certain.
    site_id: Mapped[int] = mapped_column(ForeignKey("sites.id"))
    modality: Mapped[str] = mapped_column(String(40))
    reader: Mapped[str | None] = mapped_column(String(120))
    machine: Mapped[str | None] = mapped_column(String(120))
    sex: Mapped[Sex] = mapped_column(by_value(Sex))
    age_years: Mapped[int | None]
    age_group: Mapped[str | None] = mapped_column(String(10))
    district: Mapped[str | None] = mapped_column(String(120))
    source: Mapped[Source | None] = mapped_column(by_value(Source))
    round_number: Mapped[int]
    round: Mapped[str] = mapped_column(String(10))
    category: Mapped[str | None] = mapped_column(String(10))
    modifiers: Mapped[str] = mapped_column(String(40))
    year: Mapped[str] = mapped_column(String(4))
    quarter: Mapped[str] = mapped_column(String(7))
    month: Mapped[str] = mapped_column(String(7))

    # The exam and its result. `resolved_on`: the result is final; an exam that could not be
    # judged gets its result from the exam that resolved it, within the same round.
    examined_on: Mapped[date]
    resulted_on: Mapped[date | None]
    result_days: Mapped[int | None]
    resolved_on: Mapped[date | None]
    is_positive: Mapped[bool | None]
    asks_more_imaging: Mapped[bool]
    asks_tissue: Mapped[bool]
    is_technical_repeat: Mapped[bool]

    # What followed: the round's outcome; `complete_on`: the outcome, or the end of the window.
    outcome: Mapped[Outcome | None] = mapped_column(by_value(Outcome))
    outcome_on: Mapped[date | None]
    window_ends_on: Mapped[date]
    complete_on: Mapped[date]
    lost_from_on: Mapped[date]

    # First procedures of the round after the exam, by the program's marks of their kinds.
    first_step_on: Mapped[date | None]
    biopsied_on: Mapped[date | None]
    invasive_on: Mapped[date | None]
    resected_on: Mapped[date | None]
    benign_resected_on: Mapped[date | None]

    # The next round: its exam, the window in which it was due, and the day the person died, was
    # diagnosed, moved or came of age to leave.
    next_screen_on: Mapped[date | None]
    due_from_on: Mapped[date]
    due_to_on: Mapped[date]
    died_on: Mapped[date | None]
    left_on: Mapped[date | None]

    # First diagnoses among the cancers that belong to this exam; stages of the screen-detected.
    diagnosed_on: Mapped[date | None]
    interval_diagnosed_on: Mapped[date | None]
    known_stage_on: Mapped[date | None]
    early_stage_on: Mapped[date | None]
    stage_i_on: Mapped[date | None]
    # The first diagnosis that belongs to another screening exam of the same round.
    round_cancer_on: Mapped[date | None]

    # Eight digits for each of the program's own marks, in their order: the day from which the
    # mark holds (20240305), 99999999 where it does not.
    program_marks: Mapped[str] = mapped_column(String(800))
    # The same for most days of report: the marks that come to hold, one bit each, and the day
    # from which all of them do.
    settled_marks: Mapped[int] = mapped_column(BigInteger)
    settled_on: Mapped[date]


class CancerFact(Model):
    """One cancer that belongs to a screening exam; counted where cancers, not persons, are."""

    __tablename__ = "cancer_facts"

    cancer_id: Mapped[int] = mapped_column(ForeignKey("cancers.id"), unique=True)
    exam_id: Mapped[int] = mapped_column(ForeignKey("exams.id"), index=True)
    program: Mapped[str] = mapped_column(String(40), index=True)
    diagnosed_on: Mapped[date]
    treated_on: Mapped[date | None]
    died_on: Mapped[date | None]
    mode: Mapped[DetectionMode] = mapped_column(by_value(DetectionMode))
    is_stage_known: Mapped[bool]
    is_early_stage: Mapped[bool]
    is_stage_i: Mapped[bool]
    program_marks: Mapped[str] = mapped_column(String(800))


class ProcedureFact(Model):
    """One work-up procedure after a screening exam, in programs whose measures count procedures."""

    __tablename__ = "procedure_facts"

    procedure_id: Mapped[int] = mapped_column(ForeignKey("procedures.id"), unique=True)
    exam_id: Mapped[int] = mapped_column(ForeignKey("exams.id"), index=True)
    program: Mapped[str] = mapped_column(String(40), index=True)
    performed_on: Mapped[date]
    program_marks: Mapped[str] = mapped_column(String(800))
