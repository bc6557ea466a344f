"""Whoever opens a record of a person, on whatever page, leaves an event that says so."""

import pytest

from screening.accounts.queries import get_site, get_user
from screening.audit.models import AuditEvent
from screening.database.engine import db
from screening.security.permissions import Role
from tests.factories.accounts import make_site, make_user, sign_in
from tests.factories.worlds import make_world
from tests.integration.security.routes import PAGES, record_routes, routes

# What the opening of each page of a person is called in the log.
OPENINGS = {
    "cases.add_procedure": "exams:exam:open",
    "cases.edit_procedure": "cases:procedure:open",
    "cases.show_case": "cases:case:open",
    "cases.void_procedure": "cases:procedure:open",
    "enrollments.assess": "enrollments:record:open",
    "enrollments.correct_assessment": "enrollments:record:open",
    "enrollments.correct_enrollment": "enrollments:record:open",
    "enrollments.exit_enrollment": "enrollments:record:open",
    "enrollments.show_enrollment": "enrollments:record:open",
    "enrollments.suspend": "enrollments:record:open",
    "enrollments.void_assessment": "enrollments:record:open",
    "enrollments.void_enrollment": "enrollments:record:open",
    "exams.add_exam": "exams:entry:open",
    "exams.correct_exam": "exams:entry:open",
    "exams.print_result": "exams:result:open",
    "exams.show_exam": "exams:exam:open",
    "exams.void_exam": "exams:exam:open",
    "outcomes.add_cancer": "enrollments:record:open",
    "outcomes.edit_cancer": "outcomes:cancer:open",
    "outcomes.void_cancer": "outcomes:cancer:open",
    "participants.correct_death": "participants:record:open",
    "participants.edit_participant": "participants:record:open",
    "participants.record_death": "participants:record:open",
    "participants.register_at_site": "participants:record:open",
    "participants.show_history": "participants:history:open",
    "participants.show_participant": "participants:record:open",
    "participants.void_participant": "participants:record:open",
}
# Pages whose address names a record, but which show nothing of a person: they refuse or lead on,
# or they are of files and counts.
SILENT = {
    "cases.come_back", "enrollments.enroll", "enrollments.resume", "exchange.download_export",
    "exchange.download_rejects", "exchange.show_export", "exchange.show_export_progress",
    "exchange.show_import", "exchange.show_progress", "exchange.undo_import",
}  # fmt: skip


@pytest.fixture
def world(app):
    return make_world(make_site("HQ"), "Li Hua")


def newest_id():
    return db.session.scalar(db.select(db.func.max(AuditEvent.id))) or 0


def events_since(number):
    query = db.select(AuditEvent).where(AuditEvent.id > number).order_by(AuditEvent.id)
    return list(db.session.scalars(query))


def test_every_page_of_a_record_is_known_to_leave_an_opening_or_to_show_nothing(app):
    pages = {rule.endpoint for rule in record_routes(app, "GET")}

    assert pages == set(OPENINGS) | SILENT


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.CLINICIAN, Role.MANAGER])
def test_a_page_of_a_person_leaves_one_opening_by_who_looked(app, client, world, role):
    user = make_user(role, [get_site(world.site_id)], display_name="Reader")
    sign_in(client, user)
    left = {}
    for rule in record_routes(app, "GET"):
        if rule.endpoint in OPENINGS and role.value in PAGES[rule.endpoint]:
            before = newest_id()
            assert client.get(world.address(app, rule), query_budget=80).status_code == 200
            left[rule.endpoint] = [
                (event.action, event.actor_name, event.participant_id in world.person_ids)
                for event in events_since(before)
            ]

    assert left == {
        endpoint: [(tag, "Reader", True)]
        for endpoint, tag in OPENINGS.items()
        if role.value in PAGES[endpoint]
    }


def test_lists_and_searches_on_pages_are_no_openings(app, client, world):
    sign_in(client, get_user(world.coordinator_id))
    before = newest_id()
    listing = [rule for rule in routes(app, "GET") if rule not in record_routes(app, "GET")]
    for rule in listing:
        if not rule.endpoint.startswith("api.") and "coordinator" in PAGES.get(rule.endpoint, ()):
            client.get(world.address(app, rule))
    client.post("/participants", data={"text": "Li Hua"})
    client.post("/participants/matches", data={"text": "Li"})

    assert events_since(before) == []


def test_looking_at_the_persons_behind_a_figure_is_written_down(client, world):
    sign_in(client, make_user(Role.MANAGER, [get_site(world.site_id)], display_name="Reader"))
    program = world.arguments["figures"]["program"]
    page = client.get(f"/figures/{program}").text
    address = page.split(f'href="/figures/{program}/persons')[1].split('"')[0]
    before = newest_id()

    response = client.get(f"/figures/{program}/persons{address.replace('&amp;', '&')}")

    assert response.status_code == 200
    (event,) = events_since(before)
    assert (event.action, event.actor_name) == ("indicators:persons:open", "Reader")


def test_the_whole_national_number_is_shown_only_once_it_is_written_down(client, app):
    site = make_site("HQ")
    world = make_world(site, "Li Hua", national_id="11010519491231002X")
    sign_in(client, make_user(Role.CLINICIAN, [get_site(world.site_id)], display_name="Reader"))
    person = world.arguments["participants"]["public_id"]
    assert "11010519491231002X" not in client.get(f"/participants/{person}").text
    before = newest_id()

    response = client.post(f"/participants/{person}/national-number")

    assert "11010519491231002X" in response.text
    told = [(event.action, event.actor_name) for event in events_since(before)]
    assert ("participants:national-id:reveal", "Reader") in told
