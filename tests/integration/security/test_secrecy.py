"""What identifies a person stands on pages alone: in no log, address, error, or plain column."""

import io
import logging

import pytest
from flask.testing import FlaskClient
from sqlalchemy import MetaData, select

from screening.audit.models import AuditEvent
from screening.database.engine import db
from screening.exchange.files import Shelf, path_of
from screening.jobs.worker import run_next_job
from screening.security.permissions import Role
from tests.factories.accounts import make_site, make_user, sign_in
from tests.page_text import shown

NUMBER, PHONE = "11010519491231002X", "13912345678"
PERSON = {
    "name": "Canary Bird",
    "birth_date": "1949-12-31",
    "sex": "F",
    "national_id": NUMBER,
    "phone": PHONE,
    "email": "canary@example.org",
    "address": "7 Canary Lane",
}
PASSWORD = "canary sings at seven"
SECRETS = ("Canary", "canary", NUMBER, PHONE)
FILE = b"registration_no,name,sex,birth_date,phone\n1,Canary Bird,F,1949-12-31,13912345678\n"


@pytest.fixture
def app(own_app):
    """The app over a database of the test's own: its tables are broken on purpose."""
    return own_app


@pytest.fixture
def site(app):
    return make_site("HQ")


@pytest.fixture
def desk(client, site):
    """The browser of a coordinator."""
    sign_in(client, make_user(Role.COORDINATOR, [site]))
    return client


@pytest.fixture
def log(caplog):
    """Everything that is logged, however unimportant."""
    caplog.set_level(logging.DEBUG)
    return caplog


def register(browser, site, **typed):
    return browser.post("/participants/register", data={"site_id": str(site.id), **PERSON, **typed})


def refuse_rows(table):
    """Make the database refuse every new row of a table, as a broken disk would."""
    db.session.rollback()
    if db.engine.dialect.name == "postgresql":
        rule = f"ALTER TABLE {table} ADD CONSTRAINT broken CHECK (false) NOT VALID"
    else:
        raising = "BEGIN SELECT RAISE(ABORT, 'broken'); END"
        rule = f"CREATE TRIGGER broken BEFORE INSERT ON {table} {raising}"
    with db.engine.begin() as connection:
        connection.exec_driver_sql(rule)


def secrets_in(text):
    return [secret for secret in SECRETS if secret in text]


def test_an_ordinary_day_leaves_no_trace_of_anyone_in_the_log(desk, site, log):
    saved = register(desk, site)
    desk.get(saved.location)
    desk.post("/participants", data={"text": "Canary"})
    desk.post("/participants/matches", data={"text": NUMBER})
    desk.post("/participants/look-alikes", data=PERSON)
    register(desk, site, birth_date="1949-13-31")
    desk.get("/participants/no-such-person")
    desk.post("/sign-in", data={"username": "canary", "password": PASSWORD})

    assert secrets_in(log.text) == []
    assert secrets_in(saved.location) == []


def test_a_failure_says_in_the_log_what_failed_but_not_with_whom(app, desk, site, log):
    refuse_rows("registrations")
    token = desk._token(None)
    site_id = str(site.id)
    browser = FlaskClient(app, app.response_class)
    browser.set_cookie("session", desk.get_cookie("session").value)

    answer = browser.post(
        "/participants/register",
        data={"site_id": site_id, **PERSON},
        headers={"X-CSRFToken": token},
    )

    assert answer.status_code == 500
    assert "INSERT INTO registrations" in log.text
    assert "register_participant" in log.text
    assert "HQ-" not in log.text
    assert secrets_in(log.text) == []
    assert secrets_in(answer.text) == []


def test_a_failed_job_says_in_the_log_what_failed_but_not_with_whom(app, desk, log):
    sent = {"kind": "participants", "mode": "whole", "program": "", "site": "HQ",
            "file": (io.BytesIO(FILE), "persons.csv")}  # fmt: skip
    page = desk.post("/imports/new", data=sent, content_type="multipart/form-data").location
    run_next_job()
    desk.post(f"{page}/apply")
    db.session.rollback()
    with db.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE search_keys RENAME TO lost")
    run_next_job()

    assert "A fault of the program; the server's log has it" in shown(desk.get(page))
    assert "of kind exchange:apply failed" in log.text
    assert "sqlalchemy.exc." in log.text
    assert secrets_in(log.text) == []


def test_what_identifies_a_person_is_readable_in_no_column_but_the_name(desk, site):
    register(desk, site)
    tables = MetaData()
    tables.reflect(db.engine)

    readable = set()
    with db.engine.connect() as connection:
        for table in tables.sorted_tables:
            for row in connection.execute(select(table)).mappings():
                found = {(column, text) for column in row for text in secrets_in(str(row[column]))}
                readable |= {(f"{table.name}.{column}", text) for column, text in found}

    assert readable == {
        ("participants.name", "Canary"),
        ("search_keys.key", "canary"),  # the name, as it is searched for
        ("audit_events.changes", "Canary"),
    }


def test_the_audit_log_keeps_digests_of_what_is_private(desk, site):
    register(desk, site)

    events = db.session.scalars(db.select(AuditEvent))
    told = " ".join(str(event.changes) for event in events)
    for secret in (NUMBER, PHONE, "canary@example.org", "7 Canary Lane"):
        assert secret not in told


def test_files_that_were_sent_are_the_owners_alone(desk, site):
    sent = {"kind": "participants", "mode": "whole", "program": "", "site": "HQ",
            "file": (io.BytesIO(FILE), "persons.csv")}  # fmt: skip
    desk.post("/imports/new", data=sent, content_type="multipart/form-data")

    files = [path for path in path_of(Shelf.UPLOADS, "").rglob("*") if path.is_file()]
    assert files
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    assert not any("persons" in path.name for path in files)
