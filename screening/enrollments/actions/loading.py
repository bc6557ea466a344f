"""Writes of enrollments by sets, for imports: enrollments, assessments, outcomes of rounds."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from screening.database.engine import db
from screening.database.sets import Values, add_rows, change_rows, void_rows
from screening.database.transactions import touch_enrollments, touch_episodes
from screening.enrollments.models import Enrollment, Episode, RiskAssessment
from screening.enrollments.rules import (
    STATUS_OF_VERDICT,
    EnrollmentStatus,
    judge,
    judged_json,
)
from screening.participants.rules import age_on
from screening.programs import get_program
from screening.protocol.eligibility import Candidate, Verdict
from screening.protocol.fields import Payload
from screening.protocol.payload import to_json


@dataclass(frozen=True)
class Assessed:
    """A person's answers on a day, ready to be judged."""

    program: str
    answers: Payload
    sex: str
    born_from: date | None
    born_to: date | None
    assessed_on: date


def add_enrollments(rows: Sequence[Values], *, at: datetime) -> list[int]:
    """Add enrollments."""
    ids = add_rows(Enrollment, rows, created_at=at)
    touch_enrollments(ids)
    return ids


def change_enrollments(rows: Sequence[Values]) -> None:
    """Set columns of enrollments; each row names its `id`."""
    change_rows(Enrollment, rows)
    touch_enrollments(_ids(rows))


def void_enrollments(ids: Collection[int], *, at: datetime, reason: str) -> None:
    """Take enrollments out of lists and figures."""
    void_rows(Enrollment, ids, at=at, reason=reason)
    touch_enrollments(ids)


def judged_columns(assessed: Assessed) -> dict[str, object]:
    """Return the columns of an assessment: the answers with every rule set's verdict."""
    program = get_program(assessed.program)
    age = age_on(assessed.born_from, assessed.born_to, assessed.assessed_on)
    candidate = Candidate(assessed.answers, age, assessed.sex, assessed.assessed_on)
    judged = judge(program, candidate)
    in_force = judged[0].eligibility
    return {
        "questionnaire_version": program.questionnaire.version,
        "answers": to_json(assessed.answers),
        "rule_set": in_force.rule_set,
        "rule_set_version": in_force.version,
        "verdict": in_force.verdict.value,
        "is_high_risk": in_force.is_high_risk,
        "verdicts": judged_json(judged),
    }


def status_of(verdict: object) -> EnrollmentStatus:
    """Return where a verdict leaves someone who is not yet enrolled."""
    return STATUS_OF_VERDICT[Verdict(str(verdict))]


def add_assessments(rows: Sequence[Values], *, at: datetime) -> list[int]:
    """Add assessments."""
    return add_rows(RiskAssessment, rows, recorded_at=at)


def change_assessments(rows: Sequence[Values]) -> None:
    """Set columns of assessments; each row names its `id`."""
    change_rows(RiskAssessment, rows)


def void_assessments(ids: Collection[int], *, at: datetime, reason: str) -> None:
    """Take assessments out of lists and figures."""
    void_rows(RiskAssessment, ids, at=at, reason=reason)


def set_outcomes(rows: Sequence[Values]) -> None:
    """Set how rounds ended; each row names the episode's `id`. Cases and recalls follow."""
    change_rows(Episode, rows)
    ids = _ids(rows)
    touch_episodes(ids)
    touch_enrollments(
        db.session.scalars(select(Episode.enrollment_id).where(Episode.id.in_(ids))).all()
    )


def _ids(rows: Sequence[Values]) -> list[int]:
    return [int(str(row["id"])) for row in rows]
