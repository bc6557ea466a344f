"""What a person chooses for themselves: language, look, and the site to work at."""

import pytest

from screening.audit.models import AuditEvent
from screening.database.engine import db
from tests.factories.accounts import make_site, make_user, sign_in
from tests.factories.people import make_person
from tests.integration.accounts.conftest import another_browser, enter
from tests.page_text import shown


@pytest.fixture
def desk(client, anna):
    """Anna's browser."""
    sign_in(client, anna)
    return client


def language_of(browser, address="/account"):
    html = browser.get(address).text
    return "zh-Hans" if '<html lang="zh-Hans"' in html else "en"


def test_the_language_is_kept_with_the_person_and_not_with_the_browser(app, desk, anna, site):
    assert language_of(desk) == "en"
    response = desk.post("/language", data={"language": "zh_Hans_CN", "next": "/cases?page=2"})

    assert (response.status_code, response.location) == (303, "/cases?page=2")
    assert language_of(desk) == "zh-Hans"
    elsewhere = another_browser(app)
    sign_in(elsewhere, anna)
    assert language_of(elsewhere) == "zh-Hans"
    sign_in(elsewhere, make_user(sites=[site]))
    assert language_of(elsewhere) == "en"


def test_a_page_that_was_sent_leads_back_to_the_page_that_held_it(desk):
    refused = desk.post("/account/password", data={"current": "x", "password": "y"}).text

    assert refused.count('name="next" value="/account"') == refused.count('name="next"')


def test_before_sign_in_the_language_is_that_of_the_browser_or_the_one_chosen_in_it(client, site):
    asked = {"Accept-Language": "zh-CN,zh;q=0.9,en;q=0.8"}
    assert '<html lang="zh-Hans"' in client.get("/sign-in", headers=asked).text
    assert '<html lang="en"' in client.get("/sign-in", headers={"Accept-Language": "fr"}).text

    client.post("/language", data={"language": "zh_Hans_CN"})

    assert language_of(client, "/sign-in") == "zh-Hans"


def test_a_language_that_there_is_not_changes_nothing(desk):
    assert desk.post("/language", data={"language": "tlh"}).status_code == 303
    assert (
        desk.post("/account/preferences", data={"locale": "tlh", "theme": "dark"}).status_code
        == 200
    )

    assert language_of(desk) == "en"
    assert 'data-theme="auto"' in desk.get("/account").text


def test_names_of_sites_and_choices_follow_the_language(desk):
    assert "North Branch" in desk.get("/account").text
    desk.post("/language", data={"language": "zh_Hans_CN"})

    html = desk.get("/account").text
    assert "北院区" in html
    assert "North Branch" not in html


def test_the_look_is_kept_with_the_person(app, desk, anna):
    assert 'data-theme="auto"' in desk.get("/account").text
    desk.post("/account/preferences", data={"locale": "en", "theme": "dark"})

    elsewhere = another_browser(app)
    sign_in(elsewhere, anna)
    assert 'data-theme="dark"' in elsewhere.get("/account").text


def test_choosing_language_and_look_is_no_change_that_an_administrator_could_run_into(desk, anna):
    version = anna.version
    desk.post("/account/preferences", data={"locale": "zh_Hans_CN", "theme": "dark"})
    db.session.refresh(anna)

    assert (anna.locale, anna.theme, anna.version) == ("zh_Hans_CN", "dark", version)


def current_site(browser):
    html = browser.get("/account").text
    return html.split('aria-current="true">')[1].split("</button>")[0].strip()


def test_one_works_at_the_first_of_ones_sites_until_another_is_chosen(desk, other_site):
    assert current_site(desk) == "Main Hospital"
    sent = {"site_id": str(other_site.id), "next": "/cases"}
    response = desk.post("/account/site", data=sent)

    assert (response.status_code, response.location) == (303, "/cases")
    assert current_site(desk) == "North Branch"


def test_the_site_holds_for_one_sign_in(app, desk, anna, other_site):
    desk.post("/account/site", data={"site_id": str(other_site.id)})
    elsewhere = another_browser(app)
    enter(elsewhere)

    assert current_site(elsewhere) == "Main Hospital"


@pytest.mark.parametrize("site_id", ["", "x", "0", "999999999999999999999999"])
def test_a_site_that_there_is_not_changes_nothing(desk, site_id):
    assert desk.post("/account/site", data={"site_id": site_id}).status_code == 303

    assert current_site(desk) == "Main Hospital"


def test_at_a_site_of_others_one_cannot_work(desk, anna):
    foreign = make_site("EB", name="East Branch")
    desk.post("/account/site", data={"site_id": str(foreign.id)})

    assert current_site(desk) == "Main Hospital"


def test_the_audit_log_knows_at_which_site_one_worked(desk, site, other_site):
    person = make_person(site)
    desk.post("/account/site", data={"site_id": str(other_site.id)})
    desk.get(f"/participants/{person.public_id}")

    newest = db.session.scalars(db.select(AuditEvent).order_by(AuditEvent.id.desc())).first()
    assert (newest.action, newest.site_id) == ("participants:record:open", other_site.id)


def test_with_one_site_there_is_nothing_to_choose(client, site, other_site):
    sign_in(client, make_user(sites=[other_site]))

    html = client.get("/account").text
    assert "North Branch" in html
    assert 'action="/account/site"' not in html


def test_a_site_that_was_taken_out_of_use_is_no_place_to_work(office, desk, other_site):
    typed = {"code": "NB", "name": "North Branch", "version": str(other_site.version)}
    office.post(f"/sites/{other_site.id}", data=typed)

    assert "North Branch" not in desk.get("/account").text


def test_whoever_has_no_site_still_gets_a_page(client, app):
    sign_in(client, make_user(sites=[]))

    assert "You are at no site yet" in shown(client.get("/work"))
