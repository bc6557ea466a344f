"""Access tokens: made on the account's page, seen once, used by programs, ended."""

import re
from datetime import timedelta

import pytest
import time_machine

from screening.accounts.models import ApiToken, User
from screening.clock import now
from screening.database.engine import db
from screening.database.transactions import transaction
from screening.security.permissions import Role
from tests.factories.accounts import make_user, sign_in
from tests.integration.api.conftest import PASSWORD, bare, person_of, trail
from tests.page_text import shown

ADDRESS = "/api/v1/evaluate"


@pytest.fixture
def anna(site):
    return person_of(Role.COORDINATOR, [site])


@pytest.fixture
def desk(client, anna):
    """Anna's browser."""
    sign_in(client, anna)
    return client


def make(desk, **typed):
    sent = {"token-name": "Registry", "token-days": "90", "token-current": PASSWORD, **typed}
    return desk.post("/account/tokens", data=sent)


def token_in(response):
    return re.search(r'class="result-code"><code>([^<]+)<', response.text).group(1)


def ask(app, token, address=ADDRESS):
    return bare(app).get(address, headers={"Authorization": f"Bearer {token}"})


def test_a_token_is_shown_once_and_kept_as_a_digest(app, desk):
    token = token_in(make(desk))

    assert len(token) >= 43
    assert token not in desk.get("/account").text
    assert "Registry" in desk.get("/account").text
    kept = db.session.scalars(db.select(ApiToken)).one()
    assert token not in (kept.name, kept.token_hash)
    assert ask(app, token).status_code == 200


def test_making_and_revoking_a_token_are_written_down(desk):
    make(desk)
    number = db.session.scalar(db.select(ApiToken.id))
    response = desk.post(f"/account/tokens/{number}/revoke")

    assert (response.status_code, response.location) == (303, "/account")
    assert [action for action, *_ in trail()][-2:] == [
        "accounts:token:create",
        "accounts:token:revoke",
    ]


def test_a_revoked_token_opens_nothing(app, desk):
    token = token_in(make(desk))
    number = db.session.scalar(db.select(ApiToken.id))
    desk.post(f"/account/tokens/{number}/revoke")

    assert ask(app, token).status_code == 401
    assert "Registry" not in desk.get("/account").text


def test_a_token_runs_out(app, desk):
    token = token_in(make(desk, **{"token-days": "30"}))

    with time_machine.travel(now() + timedelta(days=29)):
        assert ask(app, token).status_code == 200
    with time_machine.travel(now() + timedelta(days=31)):
        assert ask(app, token).status_code == 401


def test_nobody_revokes_the_token_of_another(app, desk, site):
    token = token_in(make(desk))
    number = db.session.scalar(db.select(ApiToken.id))
    sign_in(desk, make_user(Role.ADMIN, [site]))

    assert desk.post(f"/account/tokens/{number}/revoke").status_code == 404
    assert ask(app, token).status_code == 200


def test_a_wrong_password_makes_no_token_and_keeps_what_was_typed(desk):
    response = make(desk, **{"token-current": "seven blue kettles"})

    assert response.status_code == 200
    assert "The current password is not right" in shown(response)
    assert 'value="Registry"' in response.text
    assert db.session.scalar(db.select(db.func.count(ApiToken.id))) == 0


@pytest.mark.parametrize("typed", [{"token-days": "3650"}, {"token-name": ""}])
def test_a_token_needs_a_name_and_an_end_of_the_list(desk, typed):
    assert make(desk, **typed).status_code == 200
    assert db.session.scalar(db.select(db.func.count(ApiToken.id))) == 0


def test_there_is_an_end_to_the_number_of_tokens(desk):
    for _ in range(20):
        make(desk)

    assert "Revoke a token" in shown(make(desk))
    assert db.session.scalar(db.select(db.func.count(ApiToken.id))) == 20


def test_a_token_reads_with_the_role_and_the_sites_of_its_user_as_they_are_now(app, desk, anna):
    token = token_in(make(desk))
    assert ask(app, token, "/api/v1/participants").status_code == 200
    with transaction():
        db.session.execute(db.update(User).values(role=Role.ADMIN))

    assert ask(app, token, "/api/v1/participants").status_code == 403


def test_the_token_of_a_user_who_may_not_sign_in_opens_nothing(app, desk):
    token = token_in(make(desk))
    with transaction():
        db.session.execute(db.update(User).values(is_active=False))

    assert ask(app, token).status_code == 401


@pytest.mark.parametrize("address", ["/account", "/work", "/participants"])
def test_a_token_opens_no_page(app, desk, address):
    response = ask(app, token_in(make(desk)), address)

    assert response.status_code == 303
    assert response.location.startswith("/sign-in")


def test_when_a_token_was_last_used_stands_on_the_page(app, desk):
    token = token_in(make(desk))
    with time_machine.travel(now() + timedelta(minutes=2)):
        ask(app, token)

    used = db.session.scalar(db.select(ApiToken.last_used_at))
    assert used is not None
    assert f"{used.astimezone():%Y-%m-%d %H:%M}" in desk.get("/account").text


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer ", "Bearer nonsense", "Basic YTpi", "Token x"]
)
def test_without_a_valid_token_programs_are_told_to_send_one(app, site, header):
    response = bare(app).get(ADDRESS, headers={"Authorization": header} if header else {})

    assert response.status_code == 401
    assert response.mimetype == "application/problem+json"
    assert response.headers["WWW-Authenticate"] == "Bearer"
    assert response.json["title"] == "Sign in, or send an access token"
