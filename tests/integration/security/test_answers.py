"""What every answer carries, whatever it is, and what a request needs to be taken."""

import re

import pytest
from flask.testing import FlaskClient

from screening.accounts.queries import find_user
from screening.database.engine import db
from screening.participants.models import Participant
from screening.security.permissions import Role
from tests.factories.accounts import make_site, make_user, sign_in
from tests.factories.people import make_person
from tests.page_text import shown

SECURE = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


@pytest.fixture
def site(app):
    return make_site("HQ")


@pytest.fixture
def desk(client, site):
    """The browser of a coordinator."""
    sign_in(client, make_user(Role.COORDINATOR, [site], username="anna"))
    return client


def headers_of(response):
    return {name: response.headers.get(name) for name in SECURE}


def test_every_kind_of_answer_carries_the_protective_headers(app, desk):
    answers = {
        "a page": desk.get("/work"),
        "a redirect": desk.get("/"),
        "a refusal": desk.get("/users"),
        "nothing": desk.get("/nothing-is-here"),
        "a wrong method": desk.delete("/work"),
        "a file": desk.get("/imports/templates/exams"),
        "a style": desk.get("/static/css/app.css"),
        "the health": desk.get("/health"),
        "a forged change": desk.post("/account/preferences", has_token=False),
    }

    assert {what: headers_of(answer) for what, answer in answers.items()} == dict.fromkeys(
        answers, SECURE
    )
    assert not any("Server" in answer.headers for answer in answers.values())


def test_a_fault_carries_them_too_and_tells_nothing_of_itself(app, desk, monkeypatch):
    def fail():
        raise RuntimeError("secret of the inside")

    monkeypatch.setitem(app.view_functions, "worklists.show_work", fail)
    answer = fault_of(app, desk, "/work")

    assert answer.status_code == 500
    assert headers_of(answer) == SECURE
    text = shown(answer)
    assert "Something went wrong" in text
    assert "Number of this request, for whoever helps you" in text
    assert "secret of the inside" not in answer.text
    assert "Traceback" not in answer.text


def test_a_fault_of_the_database_is_answered_too(own_app, caplog):
    with own_app.app_context():
        db.drop_all()
        db.session.remove()
    answer = FlaskClient(own_app, own_app.response_class).get("/sign-in")

    assert answer.status_code == 500
    assert headers_of(answer) == SECURE
    assert answer.text.startswith("Something went wrong. Number of this request")
    (number,) = set(re.findall(r"[0-9a-f]{16}", answer.text))
    assert f"request {number} failed" in caplog.text


def fault_of(app, desk, address):
    """Return an answer that the checking client would not let pass."""
    browser = FlaskClient(app, app.response_class)
    browser.set_cookie("session", desk.get_cookie("session").value)
    return browser.get(address)


def test_pages_are_never_kept_by_the_browser_but_its_styles_may_be(desk):
    for address in ("/work", "/sign-in", "/users", "/imports/templates/exams", "/health"):
        assert desk.get(address).headers["Cache-Control"] == "no-store", address
    assert "no-store" not in desk.get("/static/css/app.css").headers.get("Cache-Control", "")


def test_the_cookie_is_kept_from_scripts_and_from_other_sites(client, site):
    response = client.post("/language", data={"language": "en"})

    (cookie,) = response.headers.getlist("Set-Cookie")
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))
    assert "Domain" not in cookie


@pytest.mark.parametrize(
    ("address", "data"),
    [
        ("/participants/register", {"name": "Li Hua", "sex": "F"}),
        ("/account/preferences", {"locale": "zh_Hans_CN", "theme": "dark"}),
        ("/language", {"language": "zh_Hans_CN"}),
        ("/sign-out", {}),
    ],
)
def test_a_change_without_the_token_of_the_page_is_refused(desk, site, address, data):
    response = desk.post(address, data={**data, "site_id": str(site.id)}, has_token=False)

    assert response.status_code == 400
    assert find_user("anna").locale == "en"
    assert db.session.scalar(db.select(db.func.count(Participant.id))) == 0
    assert desk.get("/account").status_code == 200


def test_the_token_of_another_session_is_none(app, desk):
    forged = {"X-CSRFToken": "ImFiYyI.ZZZZZZ.abcdefghijklmnopqrstuvwxyz0"}
    response = desk.post(
        "/account/preferences", data={"theme": "dark"}, has_token=False, headers=forged
    )

    assert response.status_code == 400


def test_reading_never_changes_a_record(desk, site):
    person = make_person(site)
    version = person.version

    for act in ("", "/edit", "/history", "/death", "/void"):
        desk.get(f"/participants/{person.public_id}{act}?name=Other&version=1")

    db.session.expire_all()
    assert (person.name, person.version, person.voided_at) == ("王小明", version, None)


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"])
def test_methods_that_no_page_uses_are_refused(desk, method):
    assert desk.open("/work", method=method).status_code == 405


@pytest.mark.parametrize("text", ["\x00", "a\x08b", "\x1b[31m", "\ufffe"])
def test_characters_that_no_one_types_are_refused_before_anything_reads_them(desk, text):
    assert desk.post("/participants", data={"text": text}).status_code == 400
    assert desk.get("/cases", query_string={"sort": text}).status_code == 400


def test_markup_in_a_name_stays_a_name(desk, site):
    person = make_person(site, "<script>alert(1)</script>")

    html = desk.get(f"/participants/{person.public_id}").text
    assert "<script>alert(1)" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_the_health_is_told_without_a_sign_in_and_tells_nothing_else(client, app):
    response = client.get("/health")

    assert (response.status_code, response.json) == (200, {"status": "ok"})
    assert "Set-Cookie" not in response.headers


def test_a_request_that_is_too_large_is_refused(app, desk):
    app.config["MAX_CONTENT_LENGTH"] = 1_000

    response = desk.post("/participants", data={"text": "x" * 2_000})

    assert response.status_code == 413
    assert "The file is too large" in response.text
