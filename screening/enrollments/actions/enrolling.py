"""From first contact to enrollment: register interest, judge eligibility, record consent."""

from dataclasses import dataclass
from datetime import date, datetime

from screening.audit.actions import Subject, record
from screening.audit.diff import difference
from screening.database.engine import db
from screening.database.transactions import transaction
from screening.enrollments.actions.events import record_change, state_of
from screening.enrollments.models import Enrollment, RiskAssessment
from screening.enrollments.queries import find_enrollment
from screening.enrollments.rules import (
    BEFORE_ENROLLMENT,
    EnrollmentStatus,
    Judged,
    Source,
    check_enrollment_move,
    judge,
    judged_json,
)
from screening.participants.models import Participant
from screening.participants.rules import age_on
from screening.programs import get_program
from screening.protocol.eligibility import Candidate, Verdict
from screening.protocol.errors import NewerChangeError, RefusedInputError
from screening.protocol.fields import Payload
from screening.protocol.payload import to_json
from screening.protocol.wording import N_
from screening.security.actor import Actor

STATUS_OF_VERDICT = {
    Verdict.YES: EnrollmentStatus.ELIGIBLE,
    Verdict.NO: EnrollmentStatus.INELIGIBLE,
    Verdict.INSUFFICIENT_DATA: EnrollmentStatus.ASSESSED,
}


@dataclass(frozen=True)
class Interest:
    """How a person comes to a program: where, from which source, invited when."""

    program: str
    site_id: int
    source: Source | None = None
    invited_on: date | None = None


def open_enrollment(
    participant: Participant, interest: Interest, *, by: Actor, at: datetime
) -> Enrollment:
    """Return the person's enrollment in the program; a first contact makes one, invited."""
    with transaction():
        known = find_enrollment(participant.id, interest.program)
        if known is not None:
            return known
        enrollment = Enrollment(
            participant_id=participant.id,
            program=interest.program,
            site_id=interest.site_id,
            status=EnrollmentStatus.INVITED,
            source=interest.source,
            opened_on=interest.invited_on or at.astimezone().date(),
            invited_on=interest.invited_on,
            created_at=at,
        )
        db.session.add(enrollment)
        db.session.flush()  # the event needs the new number
        record_change("open", enrollment, {}, by=by, at=at)
    return enrollment


def judge_answers(
    participant: Participant, program: str, answers: Payload, on: date
) -> list[Judged]:
    """Return the verdict of every rule set of the program, the one in force first."""
    age = age_on(participant.born_from, participant.born_to, on)
    return judge(get_program(program), Candidate(answers, age, participant.sex.value, on))


def record_assessment(
    enrollment: Enrollment, answers: Payload, *, assessed_on: date, by: Actor, at: datetime
) -> RiskAssessment:
    """Keep one dated set of answers with every rule set's verdict; before enrollment it decides."""
    with transaction():
        if assessed_on > at.astimezone().date():
            raise RefusedInputError("assessed_on", N_("The assessment cannot be in the future"))
        program = get_program(enrollment.program)
        judged = judge_answers(enrollment.participant, enrollment.program, answers, assessed_on)
        in_force = judged[0].eligibility
        assessment = RiskAssessment(
            enrollment_id=enrollment.id,
            assessed_on=assessed_on,
            questionnaire_version=program.questionnaire.version,
            answers=to_json(answers),
            rule_set=in_force.rule_set,
            rule_set_version=in_force.version,
            verdict=in_force.verdict.value,
            verdicts=judged_json(judged),
            recorded_at=at,
        )
        db.session.add(assessment)
        before = state_of(enrollment)
        if enrollment.status in BEFORE_ENROLLMENT:
            enrollment.status = STATUS_OF_VERDICT[in_force.verdict]
        db.session.flush()  # the event needs the new number
        subject = Subject("assessment", assessment.id, enrollment.participant_id)
        record(
            "enrollments:assessment:record",
            subject,
            by=by,
            at=at,
            changes=difference({}, {**assessment.answers, "verdict": assessment.verdict}),
        )
        record_change("judge", enrollment, before, by=by, at=at)
    return assessment


@dataclass(frozen=True)
class Consent:
    """Consent to a program: its day, and why someone is enrolled against the verdict."""

    given_on: date
    enrolled_on: date
    exception_reason: str | None = None


def enroll(
    enrollment: Enrollment, consent: Consent, *, expected_version: int, by: Actor, at: datetime
) -> None:
    """Enroll someone who consented; without a positive verdict a reason is asked."""
    with transaction():
        check_version(enrollment, expected_version)
        today = at.astimezone().date()
        check_enrollment_move(enrollment.status, EnrollmentStatus.ENROLLED)
        _check_consent(enrollment, consent, today)
        before = state_of(enrollment)
        enrollment.status = EnrollmentStatus.ENROLLED
        enrollment.consent_on = consent.given_on
        enrollment.enrolled_on = consent.enrolled_on
        enrollment.exited_on = enrollment.exit_reason = None
        reason = consent.exception_reason
        record_change("enroll", enrollment, before, by=by, at=at, reason=reason)


def _check_consent(enrollment: Enrollment, consent: Consent, today: date) -> None:
    if consent.given_on > today:
        raise RefusedInputError("consent_on", N_("The consent cannot be in the future"))
    if consent.enrolled_on > today:
        raise RefusedInputError("enrolled_on", N_("The enrollment cannot be in the future"))
    if consent.enrolled_on < consent.given_on:
        raise RefusedInputError("enrolled_on", N_("Nobody is enrolled before consenting"))
    is_exception = enrollment.status is not EnrollmentStatus.ELIGIBLE
    if is_exception and not consent.exception_reason:
        raise RefusedInputError(
            "exception_reason",
            N_("The rule set in force does not say eligible; give the reason for enrolling"),
        )


def check_version(enrollment: Enrollment, expected: int) -> None:
    """Refuse to save over someone else's newer change."""
    if enrollment.version != expected:
        raise NewerChangeError(N_("Someone changed this enrollment while you were working on it"))
