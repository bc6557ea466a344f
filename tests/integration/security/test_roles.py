"""Every route is asked for by every role and by no one: each answer stands in the table."""

import pytest

from screening.accounts.models import User
from screening.accounts.queries import get_site, get_user
from screening.audit.models import AuditEvent
from screening.database.engine import db
from screening.security.permissions import Role
from tests.factories.accounts import make_site, make_user, sign_in
from tests.factories.worlds import make_world
from tests.integration.security.routes import (
    CHANGES,
    OPEN,
    OTHERWISE,
    PAGES,
    is_for_programs,
    routes,
)

# The pages of the whole record of a person ask more than others; their slices hold their budgets.
BUDGET = 80


@pytest.fixture
def world(app):
    return make_world(make_site("HQ"), "Li Hua")


def sign_in_as(client, role, world):
    is_own = role is Role.COORDINATOR
    user = get_user(world.coordinator_id) if is_own else make_user(role, [get_site(world.site_id)])
    sign_in(client, user)


def expected(endpoint, role):
    if endpoint in OPEN:
        return 200
    return OTHERWISE.get((endpoint, role), 200) if role in PAGES[endpoint] else 403


def test_the_table_holds_every_route_and_no_other(app):
    pages = {rule.endpoint for rule in routes(app, "GET")}
    changes = {rule.endpoint for rule in routes(app, "POST")}

    assert pages == set(PAGES) | OPEN
    assert changes == set(CHANGES)


@pytest.mark.parametrize("role", list(Role))
def test_a_role_opens_what_the_table_says_and_nothing_else(app, client, world, role):
    sign_in_as(client, role, world)
    wrong = {}
    for rule in routes(app, "GET"):
        response = client.get(world.address(app, rule), query_budget=BUDGET)
        if response.status_code != expected(rule.endpoint, role.value):
            wrong[rule.endpoint] = response.status_code

    assert wrong == {}


@pytest.mark.parametrize("role", list(Role))
def test_a_role_changes_nothing_that_the_table_does_not_give_it(app, client, world, role):
    sign_in_as(client, role, world)
    before = db.session.scalar(db.select(db.func.max(AuditEvent.id)))
    wrong = {}
    for rule in routes(app, "POST"):
        allowed = CHANGES[rule.endpoint]
        if allowed is not None and role.value not in allowed:
            response = client.post(world.address(app, rule), data={})
            if response.status_code != 403:
                wrong[rule.endpoint] = response.status_code

    assert wrong == {}
    assert db.session.scalar(db.select(db.func.max(AuditEvent.id))) == before


def test_whoever_is_not_signed_in_is_led_to_the_sign_in_and_changes_nothing(app, client, world):
    before = db.session.scalar(db.select(db.func.max(AuditEvent.id)))
    wrong = {}
    for rule in routes(app, "GET"):
        response = client.get(world.address(app, rule))
        if rule.endpoint not in OPEN and not is_asked_who(rule, response):
            wrong[rule.endpoint] = response.status_code
    for rule in routes(app, "POST"):
        response = client.post(world.address(app, rule), data={})
        if CHANGES[rule.endpoint] is not None and not is_asked_who(rule, response):
            wrong[rule.endpoint] = response.status_code

    assert wrong == {}
    assert db.session.scalar(db.select(db.func.max(AuditEvent.id))) == before


def is_asked_who(rule, response):
    """Tell whether a stranger is led to the sign-in, or a program told to send a token."""
    if is_for_programs(rule):
        return response.status_code == 401
    return response.status_code == 303 and response.location.startswith("/sign-in?next=/")


def test_a_fresh_service_has_no_user_at_all(app):
    assert db.session.scalar(db.select(db.func.count(User.id))) == 0
