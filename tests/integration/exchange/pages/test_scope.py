"""Who may import and export what: by role, and by the sites of the person."""

import pytest

from screening.participants.models import Participant
from screening.security.permissions import Role
from tests.factories.accounts import make_user, sign_in
from tests.integration.exchange.pages.conftest import (
    OTHER,
    PERSON,
    batches,
    move_user,
    table,
    waiting_files,
    words,
    work,
)

OWN_PAGES = ["", "/progress", "/undo", "/refused-rows"]
OWN_ACTS = ["/apply", "/cancel", "/undo"]


@pytest.mark.parametrize(
    ("role", "imports", "exports"),
    [
        (Role.COORDINATOR, 200, 200),
        (Role.CLINICIAN, 403, 403),
        (Role.MANAGER, 403, 200),
        (Role.ADMIN, 403, 403),
    ],
)
def test_a_role_reaches_the_pages_that_it_may(client, site, role, imports, exports):
    sign_in(client, make_user(role, [site]))

    for address in ("/imports", "/imports/new", "/imports/templates/participants"):
        assert client.get(address).status_code == imports
    assert client.get("/exports").status_code == exports
    if imports == 403:
        assert client.post("/imports/new").status_code == 403
        assert client.get("/imports/0123456789ab").status_code == 403
    if exports == 403:
        assert client.post("/exports").status_code == 403
        assert client.get("/exports/1/file").status_code == 403


def test_strangers_are_led_to_the_sign_in(client, site):
    for address in ("/imports", "/imports/new", "/exports"):
        assert client.get(address).location.startswith("/sign-in")


def test_rows_of_another_site_are_refused(browser, elsewhere, count):
    page = words(browser.client.get(browser.check({**PERSON, "site": "N"})))

    assert "2 site “N” is not one of your sites: HQ" in page
    assert count(Participant) == 0


def test_another_site_cannot_be_chosen_for_a_whole_file(browser):
    answer = browser.send(table(PERSON), site="N")

    assert answer.status_code == 200
    assert (batches(), waiting_files()) == ([], [])


def test_a_site_taken_away_while_a_file_waits_refuses_it(browser, by, elsewhere):
    address = browser.send(table(PERSON)).location
    move_user(by.user_id, "N")

    work()

    assert batches()[0].status == "refused"
    assert waiting_files() == []
    page = words(browser.client.get(address))
    assert "Nothing was imported: column “site”: “HQ” is not one of your sites: N" in page


def test_imports_of_another_site_are_not_there(browser, client, stranger):
    address = browser.load(PERSON, {**PERSON, "registration_no": "2", "sex": "X"}, mode="rows")
    number = address.rsplit("/", 1)[1]
    sign_in(client, stranger)

    assert number not in client.get("/imports").get_data(as_text=True)
    assert {client.get(address + page).status_code for page in OWN_PAGES} == {404}
    assert {client.post(address + act).status_code for act in OWN_ACTS} == {404}


def test_a_colleague_of_the_site_sees_an_import_and_can_take_it_back(browser, client, site, count):
    address = browser.load(PERSON)
    sign_in(client, make_user(Role.COORDINATOR, [site]))

    assert address in client.get("/imports").get_data(as_text=True)
    client.post(f"{address}/undo", data={"reason": "Wrong file"})
    work()
    assert count(Participant) == 0


def test_a_file_whose_rows_name_their_sites_is_seen_by_who_uploaded_it_alone(
    client, site, elsewhere, browser
):
    both = make_user(Role.COORDINATOR, [site, elsewhere])
    colleague = make_user(Role.COORDINATOR, [site, elsewhere])
    sign_in(client, both)
    address = browser.check({**PERSON, "site": "HQ"}, {**OTHER, "site": "N"}, site="")

    assert client.get(address).status_code == 200
    sign_in(client, colleague)
    assert client.get(address).status_code == 404
