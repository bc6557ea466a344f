"""Two sites, people with passwords, and a browser that signs in by the page itself."""

import pytest
from argon2 import PasswordHasher, profiles

from screening.accounts import actions
from screening.accounts.actions import sessions
from screening.audit.models import AuditEvent
from screening.clock import now
from screening.database.engine import db
from screening.security.actor import SYSTEM
from screening.security.permissions import Role
from tests.client import PageClient
from tests.factories.accounts import make_site, make_user, sign_in

PASSWORD = "seven green kettles"
WRONG = "seven blue kettles"
ELSEWHERE = "198.51.100.4"


@pytest.fixture(autouse=True)
def quick_hashing(monkeypatch):
    """Passwords are hashed as quickly as the library can: its own pace is slow by design."""
    monkeypatch.setattr(sessions, "PasswordHasher", quick_hasher)
    forget_hasher()
    yield
    forget_hasher()


def quick_hasher():
    return PasswordHasher.from_parameters(profiles.CHEAPEST)


def forget_hasher():
    sessions.hasher.cache_clear()
    sessions._decoy.cache_clear()


@pytest.fixture
def site(app):
    return make_site("HQ", name="Main Hospital", name_zh="总院")


@pytest.fixture
def other_site(site):
    return make_site("NB", name="North Branch", name_zh="北院区")


@pytest.fixture
def anna(site, other_site):
    """A coordinator of both sites who signs in with a password."""
    entry = actions.UserEntry(
        "anna", "Anna Li", Role.COORDINATOR, frozenset({site.id, other_site.id})
    )
    return actions.create_user(entry, by=SYSTEM, at=now(), password=PASSWORD)


@pytest.fixture
def admin(site):
    return make_user(Role.ADMIN, [], username="root", display_name="Ada Root")


@pytest.fixture
def office(app, admin):
    """The browser of the administrator."""
    browser = another_browser(app)
    sign_in(browser, admin)
    return browser


def another_browser(app):
    """Return a browser beside that of the test."""
    return PageClient(app, app.response_class)


def enter(client, username="anna", password=PASSWORD, address="192.0.2.7", **typed):
    """Send the sign-in page."""
    return client.post(
        "/sign-in",
        data={"username": username, "password": password, **typed},
        environ_overrides={"REMOTE_ADDR": address},
    )


def is_signed_in(client):
    """Tell whether the browser gets its person's own page."""
    return client.get("/account").status_code == 200


def trail():
    """Return what was written down: action and actor."""
    events = db.session.scalars(db.select(AuditEvent).order_by(AuditEvent.id))
    return [(event.action, event.actor_name) for event in events]
