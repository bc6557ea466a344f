"""From first contact to enrollment: put a person into a program, record consent."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from screening.database.engine import db
from screening.database.transactions import transaction
from screening.enrollments.actions.events import (
    life_of,
    lock_version,
    record_change,
    standing_of,
    state_of,
)
from screening.enrollments.models import Enrollment
from screening.enrollments.queries import find_enrollment
from screening.enrollments.rules import (
    EnrollmentStatus,
    Source,
    Standing,
    check_alive,
    check_can_enroll,
    check_consent,
    check_day,
)
from screening.participants.actions import register_at_site
from screening.participants.models import Participant
from screening.participants.queries import is_registered_at
from screening.protocol.errors import NotFoundError, RefusedInputError
from screening.protocol.wording import N_
from screening.security.actor import Actor


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
    """Return the person's enrollment in the program; a first contact makes one, invited.

    A site that does not know the person yet registers the person.
    """
    with transaction():
        # Two people who do this at once wait for each other: the second finds the enrollment.
        lock = select(Participant.id).where(Participant.id == participant.id).with_for_update()
        db.session.execute(lock)
        db.session.refresh(participant)
        known = find_enrollment(participant.id, interest.program)
        if known is not None:
            return known
        if not by.scope.includes(interest.site_id):
            raise NotFoundError(N_("There is no such site among yours"))
        check_alive(Standing(EnrollmentStatus.INVITED, died_on=participant.died_on))
        check_day("invited_on", interest.invited_on, life_of(participant, at))
        if not is_registered_at(participant.id, interest.site_id):
            register_at_site(
                participant.public_id, site_id=interest.site_id, registration_no=None, by=by, at=at
            )
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
        lock_version(enrollment, expected_version)
        check_can_enroll(standing_of(enrollment))
        _check_dates(enrollment, consent, at)
        reason = (consent.exception_reason or "").strip() or None
        if enrollment.status is not EnrollmentStatus.ELIGIBLE and reason is None:
            raise RefusedInputError(
                "exception_reason",
                N_("The rule set in force does not say eligible; give the reason for enrolling"),
            )
        before = state_of(enrollment)
        enrollment.status = EnrollmentStatus.ENROLLED
        enrollment.consent_on = consent.given_on
        enrollment.enrolled_on = consent.enrolled_on
        record_change("enroll", enrollment, before, by=by, at=at, reason=reason)


def _check_dates(enrollment: Enrollment, consent: Consent, at: datetime) -> None:
    life = life_of(enrollment.participant, at)
    check_day("consent_on", consent.given_on, life)
    check_day("enrolled_on", consent.enrolled_on, life)
    check_consent(consent.given_on, consent.enrolled_on)
