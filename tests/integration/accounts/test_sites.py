"""The pages of sites: add, change, two who change at once, and who may."""

import re

import pytest

from screening.accounts.actions import SiteEntry, update_site
from screening.accounts.queries import (
    find_site,
    get_site,
    list_sites,
    system_in_use,
    systems_by_site,
)
from screening.audit.models import AuditEvent
from screening.clock import now
from screening.database.engine import db
from screening.protocol.errors import RefusedInputError
from screening.security.actor import SYSTEM
from screening.security.permissions import Role
from tests.factories.accounts import make_user, sign_in
from tests.forms import values_of
from tests.page_text import shown

EAST = {"code": "EB", "name": "East Branch", "name_zh": "东院区"}


def site_events():
    query = db.select(AuditEvent).where(AuditEvent.action.startswith("accounts:site:"))
    events = db.session.scalars(query.order_by(AuditEvent.id))
    return [(event.action, event.actor_name, event.changes) for event in events]


def test_a_site_is_added_and_shown(office):
    response = office.post("/sites/new", data=EAST)

    assert response.status_code == 303
    text = shown(office.get(response.location))
    assert "The site is there; give users access to it" in text
    assert "EB East Branch 东院区 In use" in text
    assert site_events() == [
        (
            "accounts:site:create",
            "Ada Root",
            {"code": [None, "EB"], "name": [None, "East Branch"], "name_zh": [None, "东院区"]},
        )
    ]


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"code": ""}, "Code : Enter a short code"),
        ({"code": "E B"}, "Code : Use letters, digits, - and _ only"),
        ({"code": "HQ"}, "Code : A site with this code is there already"),
        ({"name": ""}, "Name in English : Enter the name"),
        ({"name": "x" * 201}, "Name in English : Field cannot be longer than 200 characters"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_and_stays_typed(office, site, wrong, reason):
    response = office.post("/sites/new", data={**EAST, **wrong})

    assert response.status_code == 200
    assert reason in shown(response)
    assert 'value="东院区"' in response.text
    assert [each.code for each in list_sites()] == ["HQ"]


def test_a_change_is_saved_and_the_code_stays(office, site):
    values = values_of(office.get(f"/sites/{site.id}").text)
    assert (values["code"], values["name_zh"]) == (["HQ"], ["总院"])
    sent = {**values, "code": "XX", "name": "Main", "name_zh": ""}

    assert office.post(f"/sites/{site.id}", data=sent).status_code == 303
    saved = find_site("HQ")
    assert (saved.name, saved.name_zh, saved.is_active) == ("Main", None, True)
    assert site_events() == [
        (
            "accounts:site:update",
            "Ada Root",
            {"name": ["Main Hospital", "Main"], "name_zh": ["总院", None]},
        )
    ]


def test_a_site_chooses_the_system_of_a_program_that_has_several(office, site):
    values = values_of(office.get(f"/sites/{site.id}").text)
    sent = {**values, "system_thyroid": "c-ti-rads-2020"}

    assert office.post(f"/sites/{site.id}", data=sent).status_code == 303
    assert system_in_use(site.id, "thyroid") == "c-ti-rads-2020"
    assert systems_by_site() == {site.id: {"thyroid": "c-ti-rads-2020"}}
    assert site_events()[-1][2] == {"systems": [None, "thyroid: c-ti-rads-2020"]}
    shown_again = values_of(office.get(f"/sites/{site.id}").text)
    assert shown_again["system_thyroid"] == ["c-ti-rads-2020"]

    assert office.post(f"/sites/{site.id}", data={**shown_again, "system_thyroid": ""})
    assert system_in_use(site.id, "thyroid") is None


def test_a_system_that_the_program_does_not_have_is_refused(site):
    entry = SiteEntry(site.name, site.name_zh, is_active=True, systems={"thyroid": "lung-rads"})

    with pytest.raises(RefusedInputError):
        update_site(site, entry, expected_version=site.version, by=SYSTEM, at=now())


def test_a_site_is_taken_out_of_use(office, site):
    values = values_of(office.get(f"/sites/{site.id}").text)
    del values["is_active"]
    office.post(f"/sites/{site.id}", data=values)

    assert "HQ Main Hospital 总院 Not in use" in shown(office.get("/sites"))


def test_two_who_change_a_site_at_once_see_both_versions(office, site):
    values = values_of(office.get(f"/sites/{site.id}").text)
    theirs = SiteEntry("General Hospital", "总院", is_active=False)
    update_site(get_site(site.id), theirs, expected_version=site.version, by=SYSTEM, at=now())

    response = office.post(f"/sites/{site.id}", data={**values, "name": "First Hospital"})

    assert response.status_code == 409
    text = shown(response)
    assert "Name in English General Hospital First Hospital" in text
    assert "In use No Yes" in text
    assert get_site(site.id).name == "General Hospital"
    again = values_of(response.text)
    assert again["name"] == ["First Hospital"]
    assert office.post(f"/sites/{site.id}", data=again).status_code == 303
    assert (get_site(site.id).name, get_site(site.id).is_active) == ("First Hospital", True)


def test_a_refused_change_keeps_what_is_saved(office, site):
    values = values_of(office.get(f"/sites/{site.id}").text)
    response = office.post(f"/sites/{site.id}", data={**values, "name": ""})

    assert "Name in English : Enter the name" in shown(response)
    assert get_site(site.id).name == "Main Hospital"


def test_a_site_that_is_not_there_is_no_page(office, site):
    for number in ("0", "999999", "9" * 30):
        assert office.get(f"/sites/{number}").status_code == 404


def test_without_any_site_the_page_says_what_to_do(client, app):
    sign_in(client, make_user(Role.ADMIN, []))

    assert "There is no site yet; persons are registered at a site. Add a site" in shown(
        client.get("/sites")
    )


@pytest.mark.parametrize(
    ("sort", "order"),
    [("code", "EB HQ"), ("-code", "HQ EB"), ("name", "EB HQ"), ("-name-zh", "HQ EB"),
     ("state", "EB HQ"), ("-state", "HQ EB")],
)  # fmt: skip
def test_the_list_is_sorted_by_the_header_that_was_chosen(office, site, sort, order):
    office.post("/sites/new", data={**EAST, "name_zh": "东院区"})
    east = find_site("EB")
    update_site(
        east, SiteEntry(east.name, east.name_zh, is_active=False, systems={}),
        expected_version=east.version, by=SYSTEM, at=now(),
    )  # fmt: skip

    html = office.get(f"/sites?sort={sort}").text

    assert re.findall(r'href="/sites/\d+">(\w+)<', html) == order.split()


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.CLINICIAN, Role.MANAGER])
def test_only_an_administrator_comes_to_sites(client, site, role):
    sign_in(client, make_user(role))

    for address in ("/sites", "/sites/new", f"/sites/{site.id}"):
        assert client.get(address).status_code == 403
        assert client.post(address, data=EAST).status_code in (403, 405)
    assert [each.name for each in list_sites()] == ["Main Hospital"]
