"""Whoever works at one site finds nothing of another: no record by its address, no name."""

import pytest

from screening.accounts.queries import get_site
from screening.audit.models import AuditEvent
from screening.clock import today
from screening.database.engine import db
from screening.security.permissions import Role
from tests.factories.accounts import make_site, make_user, sign_in
from tests.factories.worlds import make_world
from tests.integration.security.routes import CHANGES, PAGES, record_routes

LISTS = (
    "/work?ahead=all", "/work?kind=work_up&ahead=all", "/cases", "/cases?state=all",
    "/participants", "/imports", "/exports",
)  # fmt: skip
FOREIGN = "欧阳"
ID = "11010519491231002X"
# What a change needs to be looked at; the record is looked for first.
SENT = {"version": "1", "status": "cancelled"}


@pytest.fixture
def world(app):
    """What another site has recorded."""
    return make_world(make_site("NB"), FOREIGN, phone="13800138000", national_id=ID)


@pytest.fixture
def own_site(world):
    return make_site("HQ")


def events_about(persons):
    query = db.select(db.func.count(AuditEvent.id))
    return db.session.scalar(query.where(AuditEvent.participant_id.in_(persons)))


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.CLINICIAN, Role.MANAGER])
def test_no_record_of_another_site_is_there(app, client, world, own_site, role):
    sign_in(client, make_user(role, [own_site]))
    before = events_about(world.person_ids)
    wrong = {}
    for rule in record_routes(app, "GET"):
        if role.value in PAGES[rule.endpoint] and rule.endpoint != "cases.come_back":
            response = client.get(world.address(app, rule))
            if response.status_code != 404 or FOREIGN in response.text:
                wrong[rule.endpoint] = response.status_code
    for rule in record_routes(app, "POST"):
        if role.value in CHANGES[rule.endpoint]:
            response = client.post(world.address(app, rule), data=SENT)
            if response.status_code != 404 or FOREIGN in response.text:
                wrong[f"POST {rule.endpoint}"] = response.status_code

    assert wrong == {}
    assert events_about(world.person_ids) == before


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.CLINICIAN, Role.MANAGER])
def test_whoever_has_no_site_finds_no_record_at_all(app, client, world, role):
    sign_in(client, make_user(role, []))
    found = [
        rule.endpoint
        for rule in record_routes(app, "GET")
        if role.value in PAGES[rule.endpoint]
        and rule.endpoint != "cases.come_back"
        and client.get(world.address(app, rule)).status_code != 404
    ]

    assert found == []


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.CLINICIAN, Role.MANAGER])
def test_no_list_names_anyone_of_another_site(client, world, own_site, role):
    sign_in(client, make_user(role, [own_site]))
    figures = f"/figures/{world.arguments['figures']['program']}"
    asked = [*LISTS, figures, f"{figures}/download", f"{figures}?as_of={today()}"]
    answers = {address: client.get(address) for address in asked}

    assert {answer.status_code for answer in answers.values()} <= {200, 403}
    assert [address for address, answer in answers.items() if FOREIGN in answer.text] == []


def test_no_search_finds_anyone_of_another_site(client, world, own_site):
    sign_in(client, make_user(Role.COORDINATOR, [own_site]))
    person = world.arguments["participants"]["public_id"]

    for text in (FOREIGN, "ouyang", "NB-", ID, "13800138000", "8000"):
        for address in ("/participants", "/participants/matches"):
            response = client.post(address, data={"text": text})
            assert response.status_code == 200
            assert person not in response.text


def test_a_record_of_ones_own_site_is_there(client, app, world):
    sign_in(client, make_user(Role.COORDINATOR, [get_site(world.site_id)]))

    assert FOREIGN in client.get("/work?ahead=all&kind=work_up").text


def test_a_site_that_was_asked_for_in_the_address_opens_no_other_site(client, world, own_site):
    sign_in(client, make_user(Role.COORDINATOR, [own_site]))

    for address in LISTS:
        mark = "&" if "?" in address else "?"
        response = client.get(f"{address}{mark}site={world.site_id}&site_id={world.site_id}")
        assert FOREIGN not in response.text
