"""Questionnaires: recorded with every rule set's verdict, corrected, voided."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from screening.audit.actions import Subject, record
from screening.audit.diff import difference
from screening.database.engine import db
from screening.database.transactions import transaction
from screening.enrollments.actions.events import (
    life_of,
    lock_version,
    record_change,
    standing_of,
    state_of,
    touch,
)
from screening.enrollments.models import Enrollment, RiskAssessment
from screening.enrollments.queries import judged_status
from screening.enrollments.rules import (
    BEFORE_ENROLLMENT,
    Judged,
    check_can_assess,
    check_day,
    judge,
    judged_json,
)
from screening.participants.models import Participant
from screening.participants.rules import age_on
from screening.programs import get_program
from screening.protocol.eligibility import Candidate
from screening.protocol.errors import RefusedInputError
from screening.protocol.fields import Payload
from screening.protocol.payload import to_json
from screening.protocol.wording import N_
from screening.security.actor import Actor


@dataclass(frozen=True)
class Filled:
    """A filled-in questionnaire: the day of asking and the answers."""

    assessed_on: date
    answers: Payload


def judge_answers(participant: Participant, program: str, filled: Filled) -> list[Judged]:
    """Return the verdict of every rule set of the program, the one in force first."""
    age = age_on(participant.born_from, participant.born_to, filled.assessed_on)
    candidate = Candidate(filled.answers, age, participant.sex.value, filled.assessed_on)
    return judge(get_program(program), candidate)


def record_assessment(
    enrollment: Enrollment, filled: Filled, *, expected_version: int, by: Actor, at: datetime
) -> RiskAssessment:
    """Keep one dated set of answers with every rule set's verdict."""
    with transaction():
        lock_version(enrollment, expected_version)
        check_can_assess(standing_of(enrollment))
        assessment = RiskAssessment(enrollment=enrollment, recorded_at=at)
        _write(assessment, enrollment, filled, at)
        db.session.add(assessment)
        db.session.flush()  # the event needs the new number
        _record("record", assessment, {}, by=by, at=at)
        _follow(enrollment, by=by, at=at)
    return assessment


def correct_assessment(
    assessment: RiskAssessment,
    filled: Filled,
    *,
    reason: str,
    expected_version: int,
    by: Actor,
    at: datetime,
) -> None:
    """Correct mistaken answers or their day; every rule set judges anew."""
    with transaction():
        enrollment = assessment.enrollment
        lock_version(enrollment, expected_version)
        _check_reason(reason)
        before = _state(assessment)
        _write(assessment, enrollment, filled, at)
        _record("correct", assessment, before, by=by, at=at, reason=reason.strip())
        _follow(enrollment, by=by, at=at)


def void_assessment(
    assessment: RiskAssessment, *, reason: str, expected_version: int, by: Actor, at: datetime
) -> None:
    """Take a questionnaire filled in by mistake out of lists and figures."""
    with transaction():
        enrollment = assessment.enrollment
        lock_version(enrollment, expected_version)
        _check_reason(reason)
        before = _state(assessment)
        assessment.voided_at, assessment.void_reason = at, reason.strip()
        _record("void", assessment, before, by=by, at=at, reason=reason.strip())
        _follow(enrollment, by=by, at=at)


def _check_reason(reason: str) -> None:
    if not reason.strip():
        raise RefusedInputError("reason", N_("Enter the reason"))


def _write(
    assessment: RiskAssessment, enrollment: Enrollment, filled: Filled, at: datetime
) -> None:
    check_day("assessed_on", filled.assessed_on, life_of(enrollment.participant, at))
    judged = judge_answers(enrollment.participant, enrollment.program, filled)
    in_force = judged[0].eligibility
    assessment.assessed_on = filled.assessed_on
    assessment.questionnaire_version = get_program(enrollment.program).questionnaire.version
    assessment.answers = to_json(filled.answers)
    assessment.rule_set = in_force.rule_set
    assessment.rule_set_version = in_force.version
    assessment.verdict = in_force.verdict.value
    assessment.is_high_risk = in_force.is_high_risk
    assessment.verdicts = judged_json(judged)


def _state(assessment: RiskAssessment) -> dict[str, object]:
    state = {"assessed_on": assessment.assessed_on, "verdict": assessment.verdict}
    return {**assessment.answers, **state}


def _record(
    act: str,
    assessment: RiskAssessment,
    before: Mapping[str, object],
    *,
    by: Actor,
    at: datetime,
    reason: str | None = None,
) -> None:
    after = {} if assessment.voided_at else _state(assessment)
    participant_id = assessment.enrollment.participant_id
    subject = Subject("assessment", assessment.id, participant_id)
    tag = f"enrollments:assessment:{act}"
    record(tag, subject, by=by, at=at, reason=reason, changes=difference(before, after))


def _follow(enrollment: Enrollment, *, by: Actor, at: datetime) -> None:
    """Before enrollment the newest verdict decides the status."""
    before = state_of(enrollment)
    if enrollment.status in BEFORE_ENROLLMENT:
        db.session.flush()  # the questionnaire just changed is read back
        enrollment.status = judged_status(enrollment.id)
    if before["status"] is not enrollment.status:
        record_change("judge", enrollment, before, by=by, at=at)
    touch(enrollment)
