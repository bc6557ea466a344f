"""A coordinator of one site, a stranger of another, and a person enrolled in the lung program."""

import re
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from html import unescape

import pytest
from sqlalchemy import select

from screening.audit.models import AuditEvent
from screening.clock import now, today
from screening.database.engine import db
from screening.exams.actions import add_exam
from screening.exams.models import Exam
from screening.exams.rules import ExamStatus, Purpose
from screening.exams.rules.entry import ExamEntry
from screening.security.permissions import Role
from tests.factories.accounts import actor_for, make_site, make_user, sign_in
from tests.factories.people import make_enrollment, make_person

PROGRAM = "lung"
EXAMINED_ON = today() - timedelta(days=10)
SOLID_7 = {
    "finding": "solid",
    "lobe": "RUL",
    "long_mm": Decimal(7),
    "short_mm": Decimal("6.2"),
    "lesion_no": 1,
}


@pytest.fixture
def site(app):
    return make_site("HQ")


@pytest.fixture
def other_site(site):
    return make_site("NB")


@pytest.fixture
def coordinator(site):
    return make_user(Role.COORDINATOR, [site])


@pytest.fixture
def by(coordinator):
    return actor_for(coordinator)


@pytest.fixture
def person(site):
    return make_person(site)


@pytest.fixture
def enrollment(site, person):
    return make_enrollment(site, person, PROGRAM)


@pytest.fixture
def page(client, coordinator):
    """The coordinator's browser."""
    sign_in(client, coordinator)
    return client


@pytest.fixture
def entry(site):
    """A baseline CT of ten days ago with a solid nodule of 6.6 mm: category 3 by the table."""
    return ExamEntry(
        accession_no="CT-1",
        site_id=site.id,
        modality="ldct",
        purpose=Purpose.BASELINE,
        status=ExamStatus.PERFORMED,
        performed_on=EXAMINED_ON,
        findings=(SOLID_7,),
    )


def trail(entity="exam"):
    """Return the events about exams: action, reason, the changed fields."""
    events = select(AuditEvent).where(AuditEvent.entity == entity).order_by(AuditEvent.id)
    return [(row.action, row.reason, sorted(row.changes)) for row in db.session.scalars(events)]


def typed(site, **changes):
    """Return the form of a CT with a solid nodule of 6.6 mm, as a browser sends it."""
    values = {
        "accession_no": "CT-1",
        "site_id": str(site.id),
        "modality": "ldct",
        "purpose": "baseline",
        "status": "performed",
        "performed_on": EXAMINED_ON.isoformat(),
        "findings-0-finding": "solid",
        "findings-0-lobe": "RUL",
        "findings-0-long_mm": "7",
        "findings-0-short_mm": "6.2",
        "findings-0-lesion_no": "1",
    }
    return {name: text for name, text in {**values, **changes}.items() if text is not None}


@pytest.fixture
def exam(enrollment, entry, by):
    return add_exam(enrollment, entry, by=by, at=now())


@pytest.fixture
def booked(enrollment, entry, by):
    day = today() + timedelta(days=3)
    appointment = replace(
        entry, status=ExamStatus.SCHEDULED, performed_on=None, scheduled_on=day, findings=()
    )
    return add_exam(enrollment, appointment, by=by, at=now())


def text_of(response):
    """Return the words of a page with single spaces."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.get_data(as_text=True))).split())


def chosen(response, name):
    """Return the value that a select shows."""
    html = response.get_data(as_text=True)
    select = re.search(rf'<select[^>]*name="{name}".*?</select>', html, re.DOTALL)
    return re.search(r'selected value="([^"]*)"', select[0])[1]


def value_of(response, name):
    html = response.get_data(as_text=True)
    control = re.search(rf'<input[^>]*name="{name}"[^>]*>', html)[0]
    found = re.search(r'value="([^"]*)"', control)
    return unescape(found[1]) if found else ""


def new(enrollment):
    return f"/enrollments/{enrollment.id}/exams/new"


def edit(exam):
    return f"/exams/{exam.public_id}/edit"


def save(page, address, sent):
    """Send a form that is saved: the round, the recall, the case and the facts follow."""
    return page.post(address, data=sent, query_budget=90)


def the_exam():
    return db.session.scalars(db.select(Exam)).one()
