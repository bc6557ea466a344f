"""Sign-in: who gets in, what a refused one learns, where it leads, and when tries are stopped."""

from datetime import timedelta

import pytest
import time_machine

from screening.accounts.models import SignInAttempt, User
from screening.accounts.queries import find_user
from screening.accounts.rules import ATTEMPTS, CLIENT_ATTEMPTS, CLIENT_PERIOD, LOCKED_FOR
from screening.clock import now
from screening.database.engine import db
from screening.database.transactions import transaction
from tests.integration.accounts.conftest import (
    ELSEWHERE,
    PASSWORD,
    WRONG,
    enter,
    is_signed_in,
    trail,
)
from tests.page_text import shown

REFUSED = "The user name or the password is not right; after 8 tries wait 15 min"
SECOND = timedelta(seconds=1)
OUTSIDE = (
    "https://evil.example.com/",
    "//evil.example.com/",
    "/\\evil.example.com/",
    "\\\\evil.example.com/",
    "/\t/evil.example.com/",
    "/\n/evil.example.com/",
    "/\r/evil.example.com/",
    "javascript:alert(1)",
    "http://localhost.evil.example.com/",
    "",
)


@pytest.fixture
def clock():
    """The time, which passes only when a test says so."""
    with time_machine.travel(now(), tick=False) as traveller:
        yield traveller


def is_refused(response):
    return response.status_code == 200 and REFUSED in shown(response)


def fail(client, times, username="anna", **typed):
    for _ in range(times):
        assert is_refused(enter(client, username, WRONG, **typed))


def test_the_right_password_leads_to_the_page_that_was_asked_for(client, anna):
    asked = client.get("/cases?state=closed")
    assert (asked.status_code, client.get(asked.location).status_code) == (303, 200)

    response = enter(client, next="/cases?state=closed")

    assert (response.status_code, response.location) == (303, "/cases?state=closed")
    assert is_signed_in(client)


@pytest.mark.parametrize(
    ("role", "first"),
    [("coordinator", "/work"), ("clinician", "/cases"), ("manager", "/figures"),
     ("admin", "/users")],
)  # fmt: skip
def test_everyone_begins_at_the_first_page_of_the_role(client, anna, role, first):
    with transaction():
        find_user("anna").role = role

    response = enter(client)

    assert response.location == "/"
    assert client.get("/").location == first


def test_the_name_may_be_typed_in_any_case_with_blanks_around_it(client, anna):
    assert enter(client, username=" ANNA ").status_code == 303


def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(client, anna):
    wrong = enter(client, "anna", WRONG)
    unknown = enter(client, "nobody", PASSWORD)

    assert is_refused(wrong)
    assert is_refused(unknown)
    assert shown(wrong) == shown(unknown)
    assert WRONG not in wrong.text
    assert not is_signed_in(client)


def test_nobody_gets_in_without_a_password_of_their_own(client, admin):
    for password in ("", "None", PASSWORD):
        response = enter(client, admin.username, password)

        assert response.status_code == 200
    assert not is_signed_in(client)


def test_a_password_that_no_one_can_have_is_refused_at_its_field(client, anna):
    response = enter(client, password="x" * 5000)

    assert response.status_code == 200
    assert "Field cannot be longer than 128 characters" in shown(response)


def test_after_eight_wrong_passwords_the_right_one_waits_a_quarter_of_an_hour(client, anna, clock):
    assert (8, timedelta(minutes=15)) == (ATTEMPTS, LOCKED_FOR)
    fail(client, 8)

    assert is_refused(enter(client, address=ELSEWHERE))
    clock.shift(timedelta(minutes=14, seconds=59))
    assert is_refused(enter(client))
    clock.shift(2 * SECOND)
    assert enter(client).status_code == 303


def test_seven_wrong_passwords_are_forgiven_by_the_right_one(client, anna):
    for _ in range(2):
        fail(client, 7)
        assert enter(client).status_code == 303


def test_the_list_of_users_shows_who_waits(client, anna, office):
    fail(client, 8)
    locked = shown(office.get("/users"))

    assert "Anna Li Coordinator Main Hospital, North Branch Locked for some minutes" in locked


def test_a_client_that_guessed_forty_times_waits_whoever_it_guesses(client, anna, clock):
    assert (40, timedelta(minutes=15)) == (CLIENT_ATTEMPTS, CLIENT_PERIOD)
    for number in range(40):
        assert is_refused(enter(client, f"guess-{number}", WRONG))

    assert is_refused(enter(client))
    assert enter(client, address=ELSEWHERE).status_code == 303
    clock.shift(timedelta(minutes=15, seconds=1))
    assert enter(client).status_code == 303


def test_guessing_keeps_no_address_that_could_be_read(client, anna):
    enter(client, password=WRONG)

    (attempt,) = db.session.scalars(db.select(SignInAttempt))
    assert "192.0.2.7" not in str(vars(attempt))


def test_sign_in_leads_nowhere_else(client, anna):
    for target in OUTSIDE:
        assert enter(client, next=target).location == "/", target


def test_sign_in_leads_on_to_an_address_of_the_service_itself(client, anna):
    assert enter(client, next="http://localhost/cases?page=2").location == "/cases?page=2"


def test_every_sign_in_and_every_refusal_is_written_down(client, anna):
    enter(client, "nobody", WRONG)
    enter(client, "anna", WRONG)
    enter(client)
    client.post("/sign-out")

    assert trail() == [
        ("accounts:user:create", "system"),
        ("accounts:session:refuse", "system"),
        ("accounts:session:refuse", "system"),
        ("accounts:session:open", "Anna Li"),
        ("accounts:session:end", "Anna Li"),
    ]


def test_a_sign_in_that_was_refused_is_no_change_of_the_user(client, anna):
    version = anna.version
    fail(client, 2)
    enter(client)

    assert db.session.get_one(User, anna.id).version == version
