"""Every page of the service is looked at once: in both themes, and on a phone."""

from dataclasses import replace
from datetime import timedelta

import pytest

from screening.accounts.queries import find_user, get_site
from screening.clock import now, today
from screening.enrollments.actions import Pause, suspend
from screening.exchange.actions.delivering import ExportOrder, order_export
from screening.security.permissions import Role
from tests.factories.accounts import actor_for
from tests.factories.people import make_enrollment
from tests.factories.worlds import make_world
from tests.integration.security.routes import OPEN, PAGES, is_for_programs, routes

# What no person looks at: files, the parts that pages fetch, and what leads on elsewhere.
NO_PAGES = {
    "accounts.show_first_page", "cases.come_back", "exchange.download_export",
    "exchange.download_rejects", "exchange.download_template", "exchange.show_export_progress",
    "exchange.show_progress", "health.show_health", "indicators.download",
    "indicators.show_report",
}  # fmt: skip
# Shown by the journeys: from a figure to its persons, and what this world's records do not allow.
ELSEWHERE = {
    "enrollments.enroll",
    "enrollments.resume",
    "exchange.undo_import",
    "indicators.show_persons",
}


def role_of(endpoint):
    """Return the role that looks at a page: the last one that may, which may look at least."""
    return PAGES[endpoint][-1]


@pytest.fixture
def site_id(service):
    return service.add_site()


@pytest.fixture
def addresses(service, site_id):
    """Return the address of every page that someone looks at, over one record of every kind."""

    def addresses(person, role):
        with service.at_work():
            world = make_world(get_site(site_id), "李华")
            by = actor_for(find_user(person.username))
            export = order_export(ExportOrder("participants"), by=by, at=now())
            own = {**world.arguments, "exports": {"job_id": export}}
            pages = [
                (rule.endpoint, replace(world, arguments=own).address(service.app, rule))
                for rule in routes(service.app, "GET")
                if rule.endpoint not in OPEN | NO_PAGES | ELSEWHERE and not is_for_programs(rule)
            ]
            of_role = [path for endpoint, path in pages if role_of(endpoint) == role]
            return of_role + ([paused(get_site(site_id), by)] if role == Role.COORDINATOR else [])

    return addresses


def paused(site, by):
    """Return the page on which someone comes back, which opens for whoever is paused."""
    enrollment = make_enrollment(site)
    pause = Pause(today() + timedelta(days=90), "abroad")
    suspend(enrollment, pause, expected_version=enrollment.version, by=by, at=now())
    return f"/enrollments/{enrollment.id}/resume"


@pytest.mark.parametrize("role", list(Role))
def test_every_page_of_a_role_has_no_fault(open_desk, service, site_id, addresses, role):
    person = service.add_user(role, site_id)
    pages = addresses(person, role.value)
    # A color that fades to the other theme's is neither of the two for a moment.
    desk = open_desk(reduced_motion="reduce")
    desk.sign_in(person)

    for path in pages:
        desk.open(path)
        desk.look_in_the_dark_and_on_a_phone()
