"""A site with persons and exams, and programs that ask with a token or with a session."""

import pytest
from flask.testing import FlaskClient

from screening.accounts.actions import TokenEntry, UserEntry, create_token, create_user, sessions
from screening.audit.models import AuditEvent
from screening.clock import now
from screening.database.engine import db
from screening.database.transactions import transaction
from screening.security.actor import SYSTEM
from screening.security.permissions import Role
from tests.client import PageClient
from tests.factories.accounts import actor_for, make_site
from tests.integration.accounts.conftest import forget_hasher, quick_hasher

PASSWORD = "seven green kettles"


@pytest.fixture(autouse=True)
def quick_hashing(monkeypatch):
    """Passwords are hashed as quickly as the library can: its own pace is slow by design."""
    monkeypatch.setattr(sessions, "PasswordHasher", quick_hasher)
    forget_hasher()
    yield
    forget_hasher()


@pytest.fixture
def site(app):
    return make_site("HQ")


@pytest.fixture
def other_site(site):
    return make_site("NB")


def person_of(role, sites, username="anna"):
    """Return a user who has a password."""
    entry = UserEntry(username, username.title(), role, frozenset(site.id for site in sites))
    return create_user(entry, by=SYSTEM, at=now(), password=PASSWORD)


def person_of_no_site(role, site, username):
    """Return a user whose only site was taken away."""
    user = person_of(role, [site], username)
    with transaction():
        user.sites = []
    return user


class ProgramClient(PageClient):
    """Sends each request with an access token, and no cookie."""

    token = ""

    def open(self, *args, **kwargs):
        sent = {"Authorization": f"Bearer {self.token}", **dict(kwargs.pop("headers", None) or {})}
        return super().open(*args, headers=sent, has_token=False, **kwargs)


@pytest.fixture
def program(app):
    """Return a client of a user's new token."""

    def make(user, days=30):
        client = ProgramClient(app, app.response_class, use_cookies=False)
        by = actor_for(user)
        client.token = create_token(TokenEntry("Registry", days), PASSWORD, by=by, at=now())
        return client

    return make


@pytest.fixture
def clinic(program, site):
    """The program of a clinician."""
    return program(person_of(Role.CLINICIAN, [site]))


class BareClient(FlaskClient):
    """Sends neither a cookie nor a token of its own, each request in an app context of its own."""

    def open(self, *args, **kwargs):
        db.session.rollback()
        with self.application.app_context():
            return super().open(*args, buffered=True, **kwargs)


def bare(app):
    """Return a client that nobody is behind."""
    return BareClient(app, app.response_class, use_cookies=False)


def trail():
    """Return what was written down: action, actor and person."""
    events = db.session.scalars(db.select(AuditEvent).order_by(AuditEvent.id))
    return [(event.action, event.actor_name, event.participant_id) for event in events]
