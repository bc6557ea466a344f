"""Everything exported and loaded into an empty database gives the same figures."""

from datetime import UTC, date, datetime

import pytest
from alembic import command
from flask import Flask

from screening.accounts.models import Site
from screening.audit.models import AuditEvent
from screening.database.engine import db
from screening.database.transactions import transaction
from screening.database.upgrades import migration_config, upgrade_tables
from screening.exams.models import Exam
from screening.exchange.actions import ImportOrder, apply_import, load_tables, stage_file
from screening.exchange.actions.exporting import export_rows
from screening.exchange.queries.exporting.shared import Extract
from screening.exchange.queries.imports import figures_of, iterate_refusals
from screening.exchange.tabular.kinds import KINDS
from screening.exchange.tabular.writing import write_csv, write_xlsx
from screening.indicators.actions import verify_facts
from screening.indicators.reports import Asked, as_document, make_report
from screening.indicators.rules import Dimension
from screening.participants.models import Participant, Registration
from screening.programs import all_programs
from screening.protocol.synthetic import DemoOrder
from screening.security.actor import EVERYWHERE, Actor
from tests.integration.exchange.conftest import ENROLLMENT, EXAM, PERSON

BY = Actor(None, "Anna", "coordinator", EVERYWHERE)
AT = datetime(2024, 6, 1, 9, tzinfo=UTC)
TODAY = date(2024, 6, 1)
CODES = ("HQ", "N", "E")


def add_sites():
    with transaction():
        db.session.add_all([Site(code=code, name=code) for code in CODES])


def figures(program):
    """Return the whole report by site, year and sex, and once more by category."""
    groupings = ((Dimension.SITE, Dimension.YEAR, Dimension.SEX), (Dimension.CATEGORY,), ())
    return [
        as_document(make_report(EVERYWHERE, Asked(program, TODAY, None, None, by)))
        for by in groupings
    ]


def export_all(folder, form, program=None):
    files = {}
    for kind in KINDS:
        found = export_rows(kind, Extract(EVERYWHERE, program), by=BY, at=AT)
        files[kind] = folder / f"{kind}.{form}"
        if form == "xlsx":
            write_xlsx(files[kind], found.columns, found.rows)
        else:
            with files[kind].open("w", encoding="utf-8", newline="") as stream:
                write_csv(stream, found.columns, found.rows)
    return files


def empty_all():
    """Empty every table: the same database, as it was on the first day."""
    db.session.rollback()
    command.downgrade(migration_config(), "base")
    upgrade_tables()


def load_all(files, program):
    for kind, path in files.items():
        public_id = stage_file(path, ImportOrder(kind, program=program), by=BY, at=AT)
        batch = figures_of(BY, public_id)
        reasons = [str(each) for row in iterate_refusals(batch.id) for each in row.refusals]
        assert reasons == [], kind
        apply_import(public_id, by=BY, at=AT)


@pytest.fixture
def app(own_app: Flask) -> Flask:
    """The app over a database of the test's own: its tables are made anew."""
    return own_app


@pytest.fixture
def cohorts(app: Flask):
    """Synthetic cohorts of every program, the largest of 120 screened persons, some in several."""
    add_sites()
    known = []
    for program in all_programs():
        tables = program.make_demo(DemoOrder(120, 3, TODAY, CODES, known))
        load_tables(tables.rows, program=program.code, by=BY, at=AT)
        known += tables.people
    return [program.code for program in all_programs()]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_exported_cohorts_come_back_with_the_same_figures(cohorts, tmp_path, form):
    before = {program: figures(program) for program in cohorts}
    counts = [report[2]["rows"][0]["counts"] for report in before.values()]
    assert all(each["persons_screened"] > 20 for each in counts)
    assert sum(each["positive_exams"] for each in counts) > 5
    files = export_all(tmp_path, form)

    empty_all()
    add_sites()
    load_all(files, None)

    assert {program: figures(program) for program in cohorts} == before
    assert verify_facts() == []


def test_what_was_exported_changes_nothing_where_it_came_from(cohorts, tmp_path):
    files = export_all(tmp_path, "csv", cohorts[0])

    for kind, path in files.items():
        public_id = stage_file(path, ImportOrder(kind), by=BY, at=AT)
        batch = figures_of(BY, public_id)
        assert (batch.added, batch.changed, batch.refused_rows) == (0, 0, 0), kind


def test_synthetic_persons_are_labeled_so(cohorts):
    labels = db.session.scalars(db.select(Participant.is_synthetic).distinct()).all()
    assert labels == [True]


def test_an_export_is_written_in_the_audit_log(cohorts, tmp_path):
    export_all(tmp_path, "csv", cohorts[0])

    query = db.select(AuditEvent.changes).where(AuditEvent.action == "exchange:export:write")
    written = db.session.scalars(query.order_by(AuditEvent.id))
    kinds = [changes["kind"][1] for changes in written]
    assert kinds == list(KINDS)


def test_a_person_known_at_two_sites_comes_back_as_one(desk, tmp_path):
    rows = [
        {**PERSON, "site": "HQ", "same_person_as": ""},
        {**PERSON, "site": "N", "same_person_as": "HQ/1", "registration_no": "'-7"},
    ]
    desk.load("participants", *rows)
    desk.load("enrollments", ENROLLMENT)
    there = {**EXAM, "site": "N", "registration_no": "1", "registration_site": "HQ"}
    desk.load("exams", {**there, "category": "2", "comment": "'-5 HU (fat)"})
    before = figures("lung")
    files = export_all(tmp_path, "csv")

    empty_all()
    add_sites()
    load_all(files, None)

    assert db.session.scalar(db.select(db.func.count(Participant.id))) == 1
    numbers = db.session.scalars(db.select(Registration.registration_no)).all()
    assert sorted(numbers) == ["-7", "1"]
    assert db.session.scalar(db.select(Exam.comment)) == "-5 HU (fat)"
    assert figures("lung") == before
