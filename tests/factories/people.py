"""Persons, registered as the slice registers them, and enrollments, as an import adds them."""

from datetime import date, timedelta

from screening.accounts.models import Site
from screening.clock import now, today
from screening.database.engine import db
from screening.database.transactions import touch_enrollments, transaction
from screening.enrollments.models import Enrollment
from screening.enrollments.rules import EnrollmentStatus
from screening.participants.actions import register_participant
from screening.participants.models import Participant
from screening.participants.rules import PersonDetails, Sex, parse_birth_date
from screening.programs import all_programs
from screening.security.actor import SYSTEM

ENROLLED_BEFORE = timedelta(days=60)


def make_person(
    site: Site, name: str = "王小明", born: str = "1960-03-02", **details
) -> Participant:
    """Register a person at a site, with the site's next number."""
    values = {"sex": Sex.FEMALE, "born": parse_birth_date(born), **details}
    return register_participant(
        PersonDetails(name, **values), site_id=site.id, registration_no=None, by=SYSTEM, at=now()
    )


def first_program() -> str:
    """Return the code of a program: tests of the general slices take whichever there is."""
    return all_programs()[0].code


def make_enrollment(
    site: Site,
    person: Participant | None = None,
    program: str | None = None,
    enrolled_on: date | None = None,
) -> Enrollment:
    """Enroll a person, a new one unless given, sixty days ago."""
    person = person or make_person(site)
    day = enrolled_on or today() - ENROLLED_BEFORE
    with transaction():
        enrollment = Enrollment(
            participant_id=person.id,
            program=program or first_program(),
            site_id=site.id,
            status=EnrollmentStatus.ENROLLED,
            opened_on=day,
            consent_on=day,
            enrolled_on=day,
            created_at=now(),
        )
        db.session.add(enrollment)
        db.session.flush()  # the rounds are arranged by the new number
        touch_enrollments([enrollment.id])
    return enrollment
