"""Adding sites and users at the console."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from screening.accounts.actions import Credentials, redeem_reset, sign_in
from screening.accounts.models import PasswordReset
from screening.accounts.queries import find_site, find_user
from screening.audit.models import AuditEvent
from screening.clock import now
from screening.database.engine import db
from screening.security.permissions import Role

PASSWORD = "seven green kettles"


def test_a_site_is_added_with_both_names(app, run):
    result = run("site", "create", "HQ", "--name", "Main Hospital", "--name-zh", "总院")

    assert result.exit_code == 0
    site = find_site("HQ")
    assert (site.name, site.name_zh) == ("Main Hospital", "总院")


def test_a_code_is_given_to_one_site_only(app, run):
    run("site", "create", "HQ", "--name", "Main Hospital")
    result = run("site", "create", "HQ", "--name", "Other")

    assert result.exit_code == 1
    assert result.stdout == ""
    assert "already" in result.stderr


def test_a_user_signs_in_with_the_password_from_standard_input(app, run):
    run("site", "create", "HQ", "--name", "Main Hospital")
    run("site", "create", "N", "--name", "North")
    result = run(
        "user", "create", "Anna", "--role", "coordinator", "--site", "HQ", "--site", "N",
        "--password-stdin", typed=f"{PASSWORD}\n",
    )  # fmt: skip

    assert result.exit_code == 0, result.stderr
    assert PASSWORD not in result.output
    assert sign_in(Credentials("anna", PASSWORD, "127.0.0.1", "test"), at=now())
    user = find_user("anna")
    assert user.role is Role.COORDINATOR
    assert [site.code for site in user.sites] == ["HQ", "N"]


def test_without_a_password_a_one_time_code_is_printed_alone(app, run):
    result = run("user", "create", "root", "--role", "admin")

    code = result.stdout.strip()
    assert result.exit_code == 0
    assert result.stdout == f"{code}\n"
    redeem_reset(code, PASSWORD, at=now())
    assert sign_in(Credentials("root", PASSWORD, "127.0.0.1", "test"), at=now())


def test_the_one_time_code_is_valid_for_a_day(app, run):
    run("user", "create", "root", "--role", "admin")

    expires_at = db.session.scalar(select(PasswordReset.expires_at))
    assert timedelta(hours=23) < expires_at - now() <= timedelta(hours=24)


@pytest.mark.parametrize(
    ("words", "typed", "reason"),
    [
        (("--role", "manager", "--site", "XX"), None, "There is no site XX; there are: HQ"),
        (("--role", "admin", "--password-stdin"), "short\n", "Use 12 to 128 characters"),
        (("--role", "admin", "--password-stdin"), "password1234567\n", "Leave out"),
        (("--role", "clinician"), None, "Choose at least one site"),
    ],
)
def test_a_refused_user_is_not_added(app, run, words, typed, reason):
    run("site", "create", "HQ", "--name", "Main Hospital")
    result = run("user", "create", "anna", *words, typed=typed)

    assert result.exit_code == 1
    assert reason in result.stderr
    assert find_user("anna") is None


def test_a_name_is_given_to_one_user_only(app, run):
    run("site", "create", "HQ", "--name", "Main Hospital")
    run("user", "create", "anna", "--role", "manager", "--site", "HQ")
    result = run("user", "create", "ANNA", "--role", "admin")

    assert result.exit_code == 1
    assert "taken" in result.stderr
    assert find_user("anna").role is Role.MANAGER


@pytest.mark.parametrize("words", [(), ("--role", "chief")])
def test_a_user_without_a_known_role_is_wrong_usage(app, run, words):
    assert run("user", "create", "anna", *words).exit_code == 2


def test_adding_a_user_leaves_its_trail(app, run):
    run("user", "create", "anna", "--role", "admin")

    events = db.session.scalars(select(AuditEvent).order_by(AuditEvent.id)).all()
    assert [event.action for event in events] == [
        "accounts:user:create",
        "accounts:password:reset",
    ]
    assert all(event.actor_name.startswith("console: ") for event in events)
