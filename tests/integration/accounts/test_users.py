"""The pages of users: create, change, two who change at once, and who may."""

import re

import pytest

from screening.accounts.actions import UserEntry, update_user
from screening.accounts.models import User
from screening.accounts.queries import find_user, get_user, list_users
from screening.audit.models import AuditEvent
from screening.clock import now
from screening.database.engine import db
from screening.security.actor import SYSTEM
from screening.security.permissions import Role
from tests.factories.accounts import make_user, sign_in
from tests.forms import values_of
from tests.page_text import shown


@pytest.fixture
def typed(site):
    """A user as an administrator types it."""
    return {
        "username": "bo.chen",
        "display_name": "Bo Chen",
        "role": "clinician",
        "site_ids": [str(site.id)],
        "is_active": "y",
    }


def user_events():
    query = db.select(AuditEvent).where(AuditEvent.action.startswith("accounts:user:"))
    events = db.session.scalars(query.order_by(AuditEvent.id))
    return [(event.action, event.actor_name, event.changes) for event in events]


def test_a_user_is_created_and_the_code_for_the_password_is_shown_once(office, typed, site):
    response = office.post("/users/new", data=typed)

    assert response.status_code == 200
    assert "One-time code Bo Chen (bo.chen) Hand this code to the person." in shown(response)
    assert "/set-password" in response.text
    user = find_user("bo.chen")
    assert (user.display_name, user.role, user.is_active) == ("Bo Chen", Role.CLINICIAN, True)
    assert [each.code for each in user.sites] == ["HQ"]
    assert user_events() == [
        (
            "accounts:user:create",
            "Ada Root",
            {
                "display_name": [None, "Bo Chen"],
                "role": [None, "clinician"],
                "is_active": [None, True],
                "sites": [None, ["HQ"]],
            },
        )
    ]


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"username": ""}, "User name : Enter the user name"),
        ({"username": "bo chen"}, "User name : Enter a user name without spaces"),
        ({"username": "ROOT"}, "User name : This user name is taken"),
        ({"display_name": ""}, "Name : Enter the person's name"),
        ({"role": "chief"}, "Role : Not a valid choice"),
        ({"site_ids": ["999999"]}, "Sites : '999999' is not a valid choice for this field."),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_and_stays_typed(office, typed, wrong, reason):
    sent = {**typed, "display_name": "Bo Chen-Li", **wrong}
    response = office.post("/users/new", data=sent)

    assert response.status_code == 200
    assert reason in shown(response)
    assert find_user("bo.chen") is None
    if "display_name" not in wrong:
        assert 'value="Bo Chen-Li"' in response.text


@pytest.mark.parametrize("role", ["coordinator", "clinician", "manager"])
def test_a_user_who_works_with_persons_needs_a_site(office, anna, typed, role):
    lonely = {**typed, "role": role, "site_ids": []}
    changed = {**lonely, "username": "anna", "version": str(anna.version)}

    reason = "Sites : Choose at least one site: without one the user finds nobody to work with"
    assert reason in shown(office.post("/users/new", data=lonely))
    assert find_user("bo.chen") is None
    assert reason in shown(office.post(f"/users/{anna.id}", data=changed))
    assert get_user(anna.id).display_name == "Anna Li"


@pytest.mark.parametrize("change", [{"role": "admin"}, {"is_active": ""}])
def test_an_administrator_and_who_may_not_sign_in_need_no_site(office, typed, change):
    office.post("/users/new", data={**typed, "site_ids": [], **change})

    assert find_user("bo.chen").sites == []


def test_the_form_of_a_user_shows_what_is_saved(office, anna, site, other_site):
    values = values_of(office.get(f"/users/{anna.id}").text)

    assert values["username"] == ["anna"]
    assert values["display_name"] == ["Anna Li"]
    assert values["role"] == ["coordinator"]
    assert values["site_ids"] == [str(site.id), str(other_site.id)]
    assert values["version"] == [str(anna.version)]


def test_a_change_is_saved_with_what_was_before(office, anna, other_site):
    values = values_of(office.get(f"/users/{anna.id}").text)
    sent = {**values, "role": "manager", "site_ids": [str(other_site.id)]}

    response = office.post(f"/users/{anna.id}", data=sent)

    assert response.status_code == 303
    assert "The user is saved" in shown(office.get(response.location))
    assert user_events()[-1] == (
        "accounts:user:update",
        "Ada Root",
        {"role": ["coordinator", "manager"], "sites": [["HQ", "NB"], ["NB"]]},
    )


def test_the_user_name_stays_what_it_was(office, anna):
    values = values_of(office.get(f"/users/{anna.id}").text)
    office.post(f"/users/{anna.id}", data={**values, "username": "other"})

    assert get_user(anna.id).username == "anna"


def test_two_who_change_a_user_at_once_see_both_versions(office, anna, site):
    values = values_of(office.get(f"/users/{anna.id}").text)
    entry = UserEntry("anna", "Anna Wang", Role.MANAGER, frozenset({site.id}))
    update_user(get_user(anna.id), entry, expected_version=anna.version, by=SYSTEM, at=now())

    response = office.post(f"/users/{anna.id}", data={**values, "display_name": "Anna L."})

    assert response.status_code == 409
    text = shown(response)
    assert "Name Anna Wang Anna L." in text
    assert "Role Manager Coordinator" in text
    assert "Sites HQ HQ, NB" in text
    assert get_user(anna.id).display_name == "Anna Wang"
    again = values_of(response.text)
    assert again["display_name"] == ["Anna L."]
    assert office.post(f"/users/{anna.id}", data=again).status_code == 303
    user = get_user(anna.id)
    assert (user.display_name, user.role) == ("Anna L.", Role.COORDINATOR)


def test_two_who_make_the_same_change_are_told_so(office, anna, site, other_site):
    values = values_of(office.get(f"/users/{anna.id}").text)
    both = frozenset({site.id, other_site.id})
    entry = UserEntry("anna", "Anna L.", Role.COORDINATOR, both)
    update_user(get_user(anna.id), entry, expected_version=anna.version, by=SYSTEM, at=now())

    response = office.post(f"/users/{anna.id}", data={**values, "display_name": "Anna L."})

    assert response.status_code == 409
    assert "Someone saved a newer version while you were typing. system, " in shown(response)


@pytest.mark.parametrize("version", ["", "x", "²", "-1", "9" * 5000])
def test_a_form_without_its_version_is_never_saved_over_another(office, anna, version):
    values = values_of(office.get(f"/users/{anna.id}").text)
    response = office.post(f"/users/{anna.id}", data={**values, "version": version})

    assert response.status_code == 409


def test_only_what_the_form_holds_is_changed(office, anna):
    values = values_of(office.get(f"/users/{anna.id}").text)
    smuggled = {"id": "77", "password_hash": "x", "failed_count": "-9", "locale": "zh_Hans_CN"}
    before = {name: getattr(anna, name) for name in ("id", "password_hash", "locale")}
    office.post(f"/users/{anna.id}", data={**values, **smuggled})

    db.session.refresh(anna)
    assert {name: getattr(anna, name) for name in before} == before
    assert anna.failed_count == 0


def test_a_user_who_is_not_there_is_no_page(office):
    for number in ("0", "999999", "99999999999", "9" * 30):
        assert office.get(f"/users/{number}").status_code == 404
        assert office.post(f"/users/{number}/reset").status_code == 404


def test_the_list_shows_everyone_with_role_sites_and_state(office, anna, site):
    make_user(Role.CLINICIAN, [site], username="bo", display_name="Bo", is_active=False)

    text = shown(office.get("/users"))
    assert "anna Anna Li Coordinator Main Hospital, North Branch May sign in" in text
    assert "bo Bo Clinician Main Hospital May not sign in" in text
    assert "root Ada Root Administrator \N{EN DASH} Has no password yet" in text


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("username", ["anna", "bo", "root"]),
        ("-username", ["root", "bo", "anna"]),
        ("name", ["root", "anna", "bo"]),
        ("role", ["root", "bo", "anna"]),
        ("sites", ["root", "anna", "bo"]),
        ("state", ["bo", "root", "anna"]),
        ("nonsense", ["anna", "bo", "root"]),
    ],
)
def test_the_list_is_sorted_by_the_header_that_was_chosen(office, anna, other_site, sort, order):
    make_user(Role.CLINICIAN, [other_site], username="bo", display_name="Bo", is_active=False)

    html = office.get(f"/users?sort={sort}").text

    assert re.findall(r'href="/users/\d+">(\w+)<', html) == order


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.CLINICIAN, Role.MANAGER])
def test_only_an_administrator_comes_to_users(client, site, anna, typed, role):
    sign_in(client, make_user(role))
    count = len(list_users())

    for address in ("/users", "/users/new", f"/users/{anna.id}"):
        assert client.get(address).status_code == 403
    assert client.post("/users/new", data=typed).status_code == 403
    assert client.post(f"/users/{anna.id}", data=typed).status_code == 403
    assert client.post(f"/users/{anna.id}/reset").status_code == 403
    assert len(list_users()) == count
    assert db.session.get_one(User, anna.id).password_hash
