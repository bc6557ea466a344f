"""Loading demonstration data at the console."""

import json

import pytest
from sqlalchemy import func, select

from screening.accounts.actions import Credentials, sign_in
from screening.accounts.models import Site, User
from screening.accounts.queries import find_user
from screening.clock import now
from screening.database.engine import db
from screening.database.transactions import transaction
from screening.participants.models import Participant
from screening.programs import all_programs

PASSWORD = "just-for-the-demo"
ROWS = 40


def screened(run, program):
    answer = json.loads(run("indicators", "--program", program.code).stdout)
    return answer["rows"][0]["counts"]["persons_screened"]


def count(model):
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(model))


def test_every_program_gets_its_screened_persons_and_every_role_its_sign_in(app, run):
    result = run("demo", "--rows", ROWS)

    assert result.exit_code == 0, result.stderr
    sizes = [screened(run, program) for program in all_programs()]
    assert max(sizes) == ROWS
    assert all(sizes)
    for role in ("coordinator", "clinician", "manager", "admin"):
        assert role in result.stdout
        assert find_user(role).role == role
        assert sign_in(Credentials(role, PASSWORD, "127.0.0.1", "test"), at=now())
    assert PASSWORD in result.stdout
    assert run("sweep").exit_code == 0
    assert run("audit", "verify").exit_code == 0


def test_everyone_in_it_is_labeled_synthetic_and_its_sites_have_both_names(app, run):
    run("demo", "--rows", ROWS)

    real = select(func.count()).where(Participant.is_synthetic.is_(False))
    assert db.session.scalar(real) == 0
    sites = db.session.scalars(select(Site).order_by(Site.code)).all()
    assert [site.code for site in sites] == ["E", "HQ", "N"]
    assert all(site.name and site.name_zh for site in sites)


def test_again_it_keeps_what_is_there(app, run):
    run("demo", "--rows", ROWS)
    before = (count(Participant), count(User))
    with transaction():
        find_user("manager").display_name = "Someone Else"
    result = run("demo", "--rows", ROWS * 2, "--seed", 7)

    assert result.exit_code == 0
    assert "coordinator" in result.stdout
    assert (count(Participant), count(User)) == before
    assert find_user("manager").display_name == "Someone Else"


def test_it_is_not_loaded_beside_real_persons(app, run):
    with transaction():
        person = Participant(public_id="p1", name="Real Person", sex="F", created_at=now())
        db.session.add(person)
    result = run("demo", "--rows", ROWS)

    assert result.exit_code == 1
    assert "real persons" in result.stderr
    assert count(User) == 0


def test_it_is_not_loaded_in_production(app, run, monkeypatch):
    monkeypatch.setenv("SCREENING_CONFIG", "production")
    monkeypatch.setenv("SECRET_KEY", "q7Zx0bN2vK9sLw4Rt8Yp1Hd6Jm3Fg5Ca")
    result = run("demo", "--rows", ROWS)

    assert result.exit_code == 1
    assert "production" in result.stderr
    assert count(Participant) == 0


@pytest.mark.parametrize("rows", ["0", "-5", "many"])
def test_a_size_that_is_none_is_wrong_usage(run, rows):
    assert run("demo", "--rows", rows).exit_code == 2
