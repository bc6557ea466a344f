"""Passwords: what is refused, the one-time code, and the change of one's own."""

import re
from datetime import timedelta

import pytest
import time_machine

from screening.accounts.models import PasswordReset
from screening.accounts.queries import find_user
from screening.clock import now
from screening.database.engine import db
from tests.integration.accounts.conftest import (
    PASSWORD,
    WRONG,
    another_browser,
    enter,
    is_signed_in,
    trail,
)
from tests.page_text import shown

NEW = "eight yellow spoons"
NOT_VALID = "This code is not valid; ask for a new one"


@pytest.fixture
def clock():
    """The time, which passes only when a test says so."""
    with time_machine.travel(now(), tick=False) as traveller:
        yield traveller


@pytest.fixture
def desk(app, anna):
    """Anna's browser, not signed in."""
    return another_browser(app)


def reset(office, user):
    """Have a one-time code made; return it as the administrator reads it."""
    response = office.post(f"/users/{user.id}/reset")
    assert response.status_code == 200
    return re.search(r'class="result-code"><code>([^<]+)</code>', response.text)[1]


def redeem(browser, code, password=NEW):
    return browser.post("/set-password", data={"code": code, "password": password})


def change(browser, current, wanted):
    return browser.post("/account/password", data={"current": current, "password": wanted})


def test_with_the_code_the_person_sets_a_password_that_nobody_else_saw(office, anna, desk):
    code = reset(office, anna)
    assert enter(desk).status_code == 200

    response = redeem(desk, f" {code} ")

    assert (response.status_code, response.location) == (303, "/sign-in")
    assert "The password is set; sign in with it" in shown(desk.get("/sign-in"))
    assert enter(desk, password=NEW).status_code == 303


def test_a_new_user_gets_a_code_and_has_no_password_until_it_is_used(office, site, desk):
    typed = {"username": "bo", "display_name": "Bo", "role": "clinician", "is_active": "y",
             "site_ids": [str(site.id)]}  # fmt: skip
    response = office.post("/users/new", data=typed)
    assert "Has no password yet" in shown(office.get("/users"))
    code = re.search(r'class="result-code"><code>([^<]+)</code>', response.text)[1]

    assert redeem(desk, code).status_code == 303
    assert enter(desk, "bo", NEW).status_code == 303


def test_the_code_works_once(office, anna, desk):
    code = reset(office, anna)
    redeem(desk, code)

    assert NOT_VALID in shown(redeem(desk, code, "nine purple forks"))
    assert enter(desk, password=NEW).status_code == 303


@pytest.mark.parametrize(
    ("later", "works"),
    [(timedelta(hours=24), True), (timedelta(hours=24, seconds=1), False)],
)
def test_the_code_works_for_a_day(office, anna, desk, clock, later, works):
    code = reset(office, anna)
    clock.shift(later)

    assert (redeem(desk, code).status_code == 303) is works


def test_a_newer_code_takes_the_place_of_the_one_before(office, anna, desk):
    older = reset(office, anna)
    newer = reset(office, anna)

    assert NOT_VALID in shown(redeem(desk, older))
    assert redeem(desk, newer).status_code == 303


def test_a_code_that_was_made_up_opens_nothing(anna, desk):
    assert NOT_VALID in shown(redeem(desk, "made-up"))


def test_only_a_digest_of_the_code_is_kept(office, anna):
    code = reset(office, anna)

    (row,) = db.session.scalars(db.select(PasswordReset))
    assert code not in str(vars(row))
    assert code not in office.get(f"/users/{anna.id}").text


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("elevenchars", "Use 12 to 128 characters"),
        ("x" * 64 + "0123456789" * 7, "Use 12 to 128 characters"),
        ("qwertyuiop12", "too easy to guess"),
        ("abababababab", "too easy to guess"),
        ("anna's teapots", "Leave out your user name"),
        ("The-Hospital-1", "Leave out your user name"),
    ],
)
def test_a_weak_password_is_refused_and_the_code_stays_good(office, anna, desk, password, reason):
    code = reset(office, anna)

    assert reason in shown(redeem(desk, code, password))
    assert redeem(desk, code).status_code == 303


@pytest.mark.parametrize(
    "password", ["密码是七个绿色的水壶煮着茶", "a 12 letters" * 10 + "12345678"]
)
def test_any_letters_and_a_long_sentence_make_a_password(office, anna, desk, password):
    redeem(desk, reset(office, anna), password)

    assert enter(desk, password=password).status_code == 303


def test_ones_own_password_is_changed_with_the_current_one(anna, desk):
    enter(desk)

    assert change(desk, PASSWORD, NEW).status_code == 303
    desk.post("/sign-out")
    assert enter(desk).status_code == 200
    assert enter(desk, password=NEW).status_code == 303


@pytest.mark.parametrize(
    ("current", "wanted", "reason"),
    [
        (WRONG, NEW, "The current password is not right"),
        ("", NEW, "Enter your current password"),
        (PASSWORD, "short", "Use 12 to 128 characters"),
        (PASSWORD, "", "Choose a password"),
    ],
)
def test_a_refused_change_leaves_the_password_and_shows_neither(
    anna, desk, current, wanted, reason
):
    enter(desk)
    before = find_user("anna").password_hash

    response = change(desk, current, wanted)

    assert reason in shown(response)
    assert PASSWORD not in response.text
    assert find_user("anna").password_hash == before
    assert is_signed_in(desk)


def test_a_refused_change_keeps_what_else_stands_on_the_page(anna, desk):
    enter(desk)
    desk.post("/account/preferences", data={"locale": "en", "theme": "dark"})

    response = change(desk, WRONG, NEW)

    assert 'selected value="dark"' in response.text


def test_whatever_happens_to_a_password_is_written_down(office, anna, desk):
    before = len(trail())
    redeem(desk, reset(office, anna))
    enter(desk, password=NEW)
    change(desk, NEW, PASSWORD)

    assert trail()[before:] == [
        ("accounts:password:reset", "Ada Root"),
        ("accounts:password:set", "system"),
        ("accounts:session:open", "Anna Li"),
        ("accounts:password:change", "Anna Li"),
    ]
