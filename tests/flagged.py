"""Two sites, a clinician of each, a colleague, and a flagged person: what work-up needs."""

import pytest

from screening.audit.models import AuditEvent
from screening.database.engine import db
from screening.security.permissions import Role
from tests.factories.accounts import actor_for, make_site, make_user, sign_in
from tests.factories.cases import make_case
from tests.factories.people import make_enrollment, make_person


@pytest.fixture
def site(app):
    return make_site("HQ")


@pytest.fixture
def clinician(site):
    return make_user(Role.CLINICIAN, [site], display_name="Dr. Anna")


@pytest.fixture
def colleague(site):
    return make_user(Role.CLINICIAN, [site], display_name="Dr. Bo")


@pytest.fixture
def stranger(site):
    return make_user(Role.CLINICIAN, [make_site("NB")])


@pytest.fixture
def by(clinician):
    return actor_for(clinician)


@pytest.fixture
def enrollment(site):
    return make_enrollment(site, make_person(site, "王小明"), "lung")


@pytest.fixture
def case(site, enrollment):
    return make_case(site, enrollment, category="4B")


@pytest.fixture
def desk(client, clinician):
    """The browser of the clinician."""
    sign_in(client, clinician)
    return client


@pytest.fixture
def trail(case):
    """What the test leaves in the audit log: action, actor, reason, changes."""
    before = db.session.scalar(db.select(db.func.max(AuditEvent.id)))

    def read():
        events = db.session.scalars(
            db.select(AuditEvent).where(AuditEvent.id > before).order_by(AuditEvent.id)
        )
        return [(event.action, event.actor_name, event.reason, event.changes) for event in events]

    return read
