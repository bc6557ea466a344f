"""A session: how long it lives without use and at all, and what ends it at once."""

from datetime import timedelta

import pytest
import time_machine

from screening.accounts.models import UserSession
from screening.clock import now
from screening.database.engine import db
from tests.integration.accounts.conftest import PASSWORD, another_browser, enter, is_signed_in
from tests.page_text import shown

MINUTE, SECOND = timedelta(minutes=1), timedelta(seconds=1)
SIGNED_OUT = "You were signed out. What you had typed is kept in this window"


@pytest.fixture
def clock():
    """The time, which passes only when a test says so."""
    with time_machine.travel(now(), tick=False) as traveller:
        yield traveller


@pytest.fixture
def desk(client, anna, clock):
    """Anna's browser, signed in just now."""
    assert enter(client).status_code == 303
    return client


@pytest.fixture
def other_desk(app, desk):
    """A second browser of Anna's."""
    browser = another_browser(app)
    assert enter(browser).status_code == 303
    return browser


def save_user(office, user, **changes):
    values = {
        "username": user.username,
        "display_name": user.display_name,
        "role": user.role.value,
        "site_ids": [str(site.id) for site in user.sites],
        "is_active": "y",
        "version": str(user.version),
    }
    typed = {**values, **changes}
    sent = {name: value for name, value in typed.items() if value is not None}
    assert office.post(f"/users/{user.id}", data=sent).status_code == 303


def test_a_session_ends_a_quarter_of_an_hour_after_its_last_use(desk, clock):
    for _ in range(3):
        clock.shift(15 * MINUTE)
        assert is_signed_in(desk)
    clock.shift(15 * MINUTE + SECOND)

    response = desk.get("/cases?page=3")

    assert response.status_code == 303
    assert SIGNED_OUT in shown(desk.get(response.location))
    assert enter(desk, next="/cases?page=3").location == "/cases?page=3"


def test_whoever_comes_for_the_first_time_is_not_told_of_an_end(client, app):
    page = client.get(client.get("/").location)

    assert SIGNED_OUT not in shown(page)


def test_a_change_sent_after_the_end_leads_back_to_the_page_that_held_its_form(desk, clock):
    clock.shift(16 * MINUTE)
    pages = {
        "/account/preferences": "/account",
        "/participants/register": "/participants/register",
        "/enrollments/7/exams/new?act=book": "/enrollments/7/exams/new?act%3Dbook",
        "/cases/1234/agree": "/cases/1234/agree",
        "/imports/1234/apply": "/imports/1234",
    }

    for sent, page in pages.items():
        response = desk.post(sent, data={})
        assert response.status_code == 303
        assert response.location == f"/sign-in?next={page}&expired=1"


def test_a_form_whose_cookie_is_gone_leads_to_the_sign_in_and_back(app, desk):
    stranger = app.test_client()

    response = stranger.post("/participants/register", data={}, has_token=False)

    assert response.location == "/sign-in?next=/participants/register&expired=1"
    refused = desk.post("/participants/register", data={}, has_token=False)
    assert refused.status_code == 400
    assert "The form was opened under another sign-in" in shown(refused)


def test_a_session_in_constant_use_ends_after_twelve_hours(desk, clock):
    for _ in range(12 * 6):
        clock.shift(10 * MINUTE)
        assert is_signed_in(desk)
    clock.shift(SECOND)

    assert not is_signed_in(desk)


def test_pictures_and_styles_keep_no_session_alive(desk, clock):
    for _ in range(2):
        clock.shift(10 * MINUTE)
        assert desk.get("/static/css/app.css").status_code == 200

    assert not is_signed_in(desk)


def test_signing_out_ends_the_session_even_for_a_copied_cookie(app, desk):
    copied = another_browser(app)
    copied.set_cookie("session", desk.get_cookie("session").value)
    assert is_signed_in(copied)

    response = desk.post("/sign-out")

    assert (response.status_code, response.location) == (303, "/sign-in")
    assert response.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert not is_signed_in(desk)
    assert not is_signed_in(copied)


def test_signing_out_in_one_browser_leaves_the_other(desk, other_desk):
    desk.post("/sign-out")

    assert is_signed_in(other_desk)


def test_the_cookie_holds_no_name_and_the_database_no_token(app, desk):
    with desk.session_transaction() as session:
        held = dict(session)
    (row,) = db.session.scalars(db.select(UserSession))

    assert "anna" not in str(held).casefold()
    assert held["token"] not in str(vars(row))


@pytest.mark.parametrize(
    "changes", [{"is_active": None}, {"role": "manager"}, {"display_name": "A"}]
)
def test_a_change_by_the_administrator_ends_every_session_at_once(
    anna, desk, other_desk, office, changes
):
    save_user(office, anna, **changes)

    assert not is_signed_in(desk)
    assert not is_signed_in(other_desk)


def test_a_change_of_sites_ends_every_session_at_once(anna, desk, office, other_site):
    save_user(office, anna, site_ids=[str(other_site.id)])

    assert not is_signed_in(desk)


def test_a_user_who_may_not_sign_in_any_more_learns_no_more_than_a_stranger(anna, desk, office):
    save_user(office, anna, is_active=None)

    assert "The user name or the password is not right" in shown(enter(desk))


def test_after_the_next_sign_in_the_new_role_holds(anna, desk, office):
    assert desk.get("/figures").status_code == 403
    save_user(office, anna, role="manager")

    assert enter(desk).status_code == 303
    assert desk.get("/figures").status_code == 303
    assert desk.get("/work").status_code == 403


def test_a_reset_of_the_password_ends_every_session(anna, desk, other_desk, office):
    assert office.post(f"/users/{anna.id}/reset").status_code == 200

    assert not is_signed_in(desk)
    assert not is_signed_in(other_desk)
    assert enter(desk).status_code == 200


def test_a_change_of_ones_own_password_ends_every_other_session(desk, other_desk):
    typed = {"current": PASSWORD, "password": "eight yellow spoons"}
    assert desk.post("/account/password", data=typed).status_code == 303

    assert is_signed_in(desk)
    assert not is_signed_in(other_desk)


def test_one_sees_where_one_is_signed_in_and_ends_one_of_them(desk, other_desk):
    text = desk.get("/account").text
    assert text.count("This one") == 1
    (_, other) = db.session.scalars(db.select(UserSession).order_by(UserSession.id))

    response = desk.post(f"/account/sessions/{other.id}/end")

    assert response.status_code == 303
    assert is_signed_in(desk)
    assert not is_signed_in(other_desk)
    assert "/account/sessions/" not in desk.get("/account").text


def test_a_session_that_ran_out_is_not_shown_as_one(desk, other_desk, clock):
    for _ in range(2):
        clock.shift(10 * MINUTE)
        desk.get("/account")

    assert not is_signed_in(other_desk)
    assert "/account/sessions/" not in desk.get("/account").text


def test_nobody_ends_the_session_of_someone_else(desk, office):
    (row,) = db.session.scalars(db.select(UserSession).where(UserSession.client != ""))

    office.post(f"/account/sessions/{row.id}/end")

    assert is_signed_in(desk)
