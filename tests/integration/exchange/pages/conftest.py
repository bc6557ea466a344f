"""A coordinator of one site at the pages of imports and exports, and the worker behind them."""

import csv
import io
import re

import pytest
from flask import current_app
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from screening.accounts.models import Site, User
from screening.audit.models import AuditEvent
from screening.database.engine import db
from screening.exchange.files import Shelf, path_of
from screening.exchange.models import ImportBatch
from screening.jobs.worker import run_next_job
from screening.security.permissions import Role
from tests.factories.accounts import actor_for, make_site, make_user, sign_in

PERSON = {"registration_no": "1", "name": "Zhang San", "sex": "M", "birth_date": "1960-03-05"}
OTHER = {**PERSON, "registration_no": "2", "name": "Li Si"}
BAD = {**PERSON, "registration_no": "3", "sex": "X"}
ENROLLMENT = {"registration_no": "1", "enrolled_on": "2023-01-02"}
TAGS = re.compile(r"<[^>]+>")


def table(*rows):
    """Return rows as the bytes of a CSV file."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, names)
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue().encode()


def words(response):
    """Return the text of a page with single spaces."""
    return " ".join(TAGS.sub(" ", response.get_data(as_text=True)).split())


def work():
    """Let the worker do everything that waits, with a session of its own."""
    db.session.rollback()
    with current_app.app_context():
        while run_next_job():
            pass


def waiting_files(shelf=Shelf.UPLOADS):
    """List the files that wait in a folder of the instance."""
    return sorted(path.name for path in path_of(shelf, "").glob("*"))


def batches():
    db.session.expire_all()
    return db.session.scalars(db.select(ImportBatch).order_by(ImportBatch.id)).all()


def move_user(user_id, code):
    """Let a user work at another site alone."""
    user = db.session.get_one(User, user_id)
    user.sites = [db.session.scalars(db.select(Site).where(Site.code == code)).one()]
    db.session.commit()


class Browser:
    """Uploads files and decides on them as one person."""

    def __init__(self, client):
        self.client = client

    def post(self, path, **form):
        return self.client.post(path, data=form)

    def send(self, content, kind="participants", name="sent.csv", mapping=None, **form):
        """Upload a file; return the answer."""
        values = {"kind": kind, "mode": "whole", "program": "", "site": "HQ", **form}
        values["file"] = FileStorage(io.BytesIO(content), name)
        if mapping is not None:
            values["mapping"] = FileStorage(io.BytesIO(mapping), "mapping.yaml")
        boundary, body = encode_multipart(values)
        kind_of_body = f"multipart/form-data; boundary={boundary}"
        return self.client.post("/imports/new", data=body, content_type=kind_of_body)

    def check(self, *rows, kind="participants", **form):
        """Upload rows and let the worker check them; return the address of the import."""
        answer = self.send(table(*rows), kind, **form)
        assert answer.status_code == 303, words(answer)
        work()
        return answer.location

    def load(self, *rows, kind="participants", **form):
        """Upload rows, have them checked and imported; return the address of the import."""
        address = self.check(*rows, kind=kind, **form)
        assert self.post(f"{address}/apply").status_code == 303
        work()
        assert batches()[-1].status == "applied", words(self.client.get(address))
        return address


@pytest.fixture
def site(app):
    return make_site("HQ")


@pytest.fixture
def elsewhere(site):
    return make_site("N")


@pytest.fixture
def coordinator(site, elsewhere):
    return make_user(Role.COORDINATOR, [site], display_name="Anna")


@pytest.fixture
def by(coordinator):
    """The coordinator as actions take one."""
    return actor_for(coordinator)


@pytest.fixture
def stranger(elsewhere):
    return make_user(Role.COORDINATOR, [elsewhere])


@pytest.fixture
def browser(client, coordinator):
    sign_in(client, coordinator)
    return Browser(client)


@pytest.fixture
def trail(app):
    """The events of imports and exports: action, actor, reason."""

    def read():
        events = db.session.scalars(
            db.select(AuditEvent)
            .where(AuditEvent.entity.in_(["import", "export"]))
            .order_by(AuditEvent.id)
        )
        return [(event.action, event.actor_name, event.reason) for event in events]

    return read
