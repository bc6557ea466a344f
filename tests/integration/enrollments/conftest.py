"""A coordinator of one site, a stranger of another, and a person who is put into a program."""

from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from screening.audit.models import AuditEvent
from screening.clock import now, today
from screening.database.engine import db
from screening.enrollments import actions
from screening.enrollments.models import Enrollment, Recall
from screening.security.permissions import Role
from tests.factories.accounts import actor_for, make_site, make_user, sign_in
from tests.factories.people import make_person

PROGRAM = "lung"
YESTERDAY = today() - timedelta(days=1)
BORN = f"{today().year - 60}-01-01"
# The national guideline of 2021: 50 to 74 years old, 30 pack-years, neither symptoms nor cancer.
ELIGIBLE = {
    "smoking_status": "current",
    "cigs_per_day": Decimal(20),
    "years_smoked": Decimal(30),
    "symptoms": ("none",),
    "prior_lung_cancer": "no",
}
SYMPTOMATIC = {**ELIGIBLE, "symptoms": ("cough",)}


@pytest.fixture
def site(app):
    return make_site("HQ")


@pytest.fixture
def other_site(site):
    return make_site("NB")


@pytest.fixture
def coordinator(site):
    return make_user(Role.COORDINATOR, [site], display_name="Anna")


@pytest.fixture
def by(coordinator):
    return actor_for(coordinator)


@pytest.fixture
def person(site):
    return make_person(site, born=BORN)


@pytest.fixture
def enrollment(site, person, by):
    """An enrollment at its beginning: invited."""
    interest = actions.Interest(PROGRAM, site.id)
    return actions.open_enrollment(person, interest, by=by, at=now())


@pytest.fixture
def desk(client, coordinator):
    """The coordinator's browser."""
    sign_in(client, coordinator)
    return client


def act(action, enrollment, *values, by, **named):
    """Run an action on an enrollment as it stands now."""
    return action(
        enrollment, *values, expected_version=enrollment.version, by=by, at=now(), **named
    )


def assess(enrollment, by, answers=ELIGIBLE, assessed_on=YESTERDAY):
    filled = actions.Filled(assessed_on, answers)
    return act(actions.record_assessment, enrollment, filled, by=by)


def enroll(enrollment, by, day=YESTERDAY):
    """Bring someone from the invitation to the enrollment."""
    assess(enrollment, by)
    act(actions.enroll, enrollment, actions.Consent(day, day), by=by)


def correct(enrollment, by, **changes):
    names = ("site_id", "source", "invited_on", "consent_on", "enrolled_on", "exited_on")
    recorded = {name: getattr(enrollment, name) for name in names}
    corrected = actions.Corrected(**{**recorded, **changes})
    act(actions.correct_enrollment, enrollment, corrected, by=by, reason="typed wrong")


def url(enrollment, act=""):
    return f"/enrollments/{enrollment.id}{act}"


def read(enrollment):
    """Return the enrollment as it is stored."""
    db.session.expire_all()
    return db.session.get_one(Enrollment, enrollment.id)


def recalls(enrollment):
    """Return what was asked for: status and due day, in the order of asking."""
    query = select(Recall).where(Recall.enrollment_id == enrollment.id).order_by(Recall.id)
    return [(recall.status.value, recall.due_on) for recall in db.session.scalars(query)]


def trail(*entities):
    """Return the events about enrollments and questionnaires: action, reason, changed fields."""
    query = select(AuditEvent).where(AuditEvent.entity.in_(entities or ("enrollment",)))
    events = db.session.scalars(query.order_by(AuditEvent.id))
    return [(row.action, row.reason, sorted(row.changes)) for row in events]
