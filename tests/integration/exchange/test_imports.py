"""Imports as a whole: nothing half in, one event a row, taken back out of every figure."""

import pytest
from sqlalchemy import text

from screening.audit.models import AuditEvent
from screening.audit.queries import find_broken_link
from screening.database.engine import db
from screening.enrollments.models import Recall
from screening.exams.models import Exam, Finding
from screening.exchange.actions import (
    ImportOrder,
    StaleCheckError,
    apply_import,
    cancel_import,
    stage_file,
)
from screening.exchange.actions.staging import CHUNK
from screening.exchange.models import ImportBatch, ImportChunk, ImportRefusal, ImportRow
from screening.exchange.queries.imports import figures_of, list_planned
from screening.exchange.rules import ImportMode, ImportStatus
from screening.indicators.actions import verify_facts
from screening.participants.actions import update_participant
from screening.participants.models import Participant, Registration
from screening.protocol.errors import NotAllowedNowError, NotFoundError
from screening.security.actor import Actor, Scope
from tests.integration.exchange.conftest import (
    AT,
    FINDING,
    PERSON,
    newest_batch,
)


def people(count, first=1):
    return [
        {**PERSON, "registration_no": f"P{number:05d}", "name": f"Person {number}"}
        for number in range(first, first + count)
    ]


def the(model):
    db.session.expire_all()
    return db.session.scalars(db.select(model)).one()


def events(action):
    query = db.select(AuditEvent).where(AuditEvent.action == action).order_by(AuditEvent.id)
    return db.session.scalars(query).all()


def test_one_event_a_row_and_one_for_the_file_in_an_unbroken_chain(desk):
    figures = desk.load("participants", *people(3))

    rows = events("participants:record:import")
    assert [event.changes["name"][1] for event in rows] == ["Person 1", "Person 2", "Person 3"]
    assert {event.reason for event in rows} == {f"import {figures.public_id}"}
    whole = events("exchange:import:apply")
    assert [event.changes["added"] for event in whole] == [[None, 3]]
    assert find_broken_link() is None


def test_a_file_of_several_chunks_is_taken_once_in_the_order_of_its_rows(desk, count):
    rows = people(CHUNK + 500)

    figures = desk.load("participants", *rows)

    assert (figures.rows, figures.added) == (CHUNK + 500, CHUNK + 500)
    assert count(Participant) == CHUNK + 500
    numbers = db.session.scalars(db.select(ImportRow.row_no).order_by(ImportRow.id)).all()
    assert sorted(set(numbers)) == list(range(2, CHUNK + 502))
    assert desk.counts("participants", *rows) == (0, 0, CHUNK + 500)


def test_a_whole_file_with_one_refused_row_writes_nothing(desk, count):
    rows = [*people(CHUNK + 10), {**PERSON, "registration_no": "last", "sex": "X"}]

    lines = desk.refused("participants", *rows)

    assert lines == [f"file:{CHUNK + 12}:sex: “X” is not one of: F, M, U"]
    assert [count(model) for model in (Participant, Registration, ImportChunk)] == [0, 0, 0]
    assert events("participants:record:import") == []


def test_row_by_row_every_good_row_is_taken_and_every_refused_one_kept(desk, count):
    rows = [*people(3), {**PERSON, "registration_no": "x", "phone": "?"}]

    figures = desk.load("participants", *rows, mode=ImportMode.ROWS)

    assert (figures.added, figures.refused_rows, figures.status) == (3, 1, ImportStatus.APPLIED)
    assert count(Participant) == 3
    assert desk.lines(figures.public_id) == [
        "file:5:phone: Enter one phone number of 5 to 20 digits"
    ]


def test_row_by_row_the_same_records_come_out_as_in_one_piece(desk, count):
    desk.load_exam()
    rows = [{**FINDING, "finding_no": str(number)} for number in range(1, 51)]

    figures = desk.load("findings", *rows, mode=ImportMode.ROWS)

    assert (figures.added, count(Finding), count(ImportChunk)) == (50, 50, 0)
    assert the(Exam).category == "4A"
    assert verify_facts() == []
    assert find_broken_link() is None


def test_what_waits_to_be_applied_is_not_readable_in_the_database(desk):
    desk.stage("participants", {**PERSON, "phone": "13812345678"})

    stored = db.session.execute(text("SELECT rows FROM import_chunks")).scalar_one()
    assert b"13812345678" not in bytes(stored)
    assert b"Zhang" not in bytes(stored)


def test_refused_cells_and_their_reasons_are_not_readable_in_the_database(desk):
    desk.refused("participants", {**PERSON, "phone": "13812345678", "sex": "Zhang"})

    cells, problems = db.session.execute(text("SELECT cells, problems FROM import_refusals")).one()
    assert b"13812345678" not in bytes(cells)
    assert b"Zhang" not in bytes(problems)


def test_a_preview_shows_what_would_be_done_and_nothing_is_written_until_then(desk, count):
    public_id = desk.stage("participants", *people(2))

    batch = newest_batch()
    assert [planned.effect.value for planned in list_planned(batch.id, 10)] == ["added", "added"]
    assert count(Participant) == 0

    cancel_import(public_id, by=desk.by, at=AT)
    assert count(ImportChunk) == 0
    with pytest.raises(NotAllowedNowError):
        apply_import(public_id, by=desk.by, at=AT)


def test_an_import_is_applied_once(desk, count):
    public_id = desk.stage("participants", *people(2))
    apply_import(public_id, by=desk.by, at=AT)

    with pytest.raises(NotAllowedNowError):
        apply_import(public_id, by=desk.by, at=AT)
    assert count(Participant) == 2


def test_a_number_taken_since_the_check_makes_the_check_stale_and_nothing_lands(desk, count):
    first = desk.stage("participants", *people(3))
    desk.load("participants", *people(1, first=3))

    with pytest.raises(StaleCheckError):
        apply_import(first, by=desk.by, at=AT)

    assert count(Participant) == 1
    assert figures_of(desk.by, first).status is ImportStatus.CHECKED


def test_a_person_changed_since_the_check_makes_the_check_stale(desk):
    desk.load("participants", PERSON)
    waiting = desk.stage("participants", {**PERSON, "name": "Zhang Sanfeng"})
    person = the(Participant)
    details = person.details.__class__(**{**person.details.__dict__, "name": "Li Si"})
    update_participant(
        person.public_id, details, expected_version=person.version, by=desk.by, at=AT
    )

    with pytest.raises(StaleCheckError):
        apply_import(waiting, by=desk.by, at=AT)
    assert the(Participant).name == "Li Si"


def test_work_on_other_persons_does_not_make_a_check_stale(desk, count):
    waiting = desk.stage("participants", *people(2))
    desk.load("participants", *people(2, first=8))

    apply_import(waiting, by=desk.by, at=AT)

    assert count(Participant) == 4


class BreakdownError(Exception):
    """Something breaks in the middle."""


def test_a_fault_while_a_file_is_checked_leaves_it_given_up_and_nothing_in(desk, count):
    def break_down(step, rows):
        raise BreakdownError

    path, order = desk.write("participants", *people(5)), ImportOrder("participants", site="HQ")
    with pytest.raises(BreakdownError):
        stage_file(path, order, by=desk.by, at=AT, progress=break_down)

    batch = newest_batch()
    assert batch.status is ImportStatus.CANCELLED
    assert (count(ImportChunk), count(Participant)) == (0, 0)


def test_a_fault_while_a_whole_file_is_written_leaves_nothing_in(desk, count):
    public_id = desk.stage("participants", *people(CHUNK + 5))
    told = []

    def break_down(step, rows):
        told.append(rows)
        if rows > CHUNK:
            raise BreakdownError

    with pytest.raises(BreakdownError):
        apply_import(public_id, by=desk.by, at=AT, progress=break_down)

    assert told[0] == CHUNK
    assert [count(model) for model in (Participant, Registration, ImportRow)] == [0, 0, 0]
    apply_import(public_id, by=desk.by, at=AT)
    assert count(Participant) == CHUNK + 5


def test_row_by_row_an_interrupted_import_goes_on_where_it_stopped(desk, count):
    public_id = desk.stage("participants", *people(600), mode=ImportMode.ROWS)

    def break_down(step, rows):
        if rows > 300:
            raise BreakdownError

    with pytest.raises(BreakdownError):
        apply_import(public_id, by=desk.by, at=AT, progress=break_down)
    half = count(Participant)
    assert 0 < half < 600
    assert figures_of(desk.by, public_id).status is ImportStatus.APPLYING

    apply_import(public_id, by=desk.by, at=AT)

    assert count(Participant) == 600
    assert figures_of(desk.by, public_id).status is ImportStatus.APPLIED


def test_row_by_row_an_import_ends_with_what_is_in_where_the_rest_became_stale(desk, count):
    public_id = desk.stage("participants", *people(600), mode=ImportMode.ROWS)

    def register_the_last(step, rows):
        # The progress of a part is told before it is committed: what is added joins the first.
        if rows < 600 and not count_of("P00600"):
            add_registration(desk, "P00600")

    with pytest.raises(StaleCheckError):
        apply_import(public_id, by=desk.by, at=AT, progress=register_the_last)

    figures = figures_of(desk.by, public_id)
    assert figures.status is ImportStatus.APPLIED
    assert 0 < figures.added < 600
    assert figures.added == count(Participant)
    assert count(ImportChunk) == 0


def count_of(number):
    query = db.select(db.func.count()).where(Registration.registration_no == number)
    return db.session.scalar(query)


def add_registration(desk, number):
    """Let the site know the first person under one more number."""
    first = db.session.scalar(db.select(db.func.min(Participant.id)))
    values = {"participant_id": first, "registration_no": number, "registered_at": AT}
    db.session.add(Registration(site_id=desk.sites["HQ"], **values))


def test_an_import_of_another_site_is_not_seen(desk):
    public_id = desk.load("participants", PERSON).public_id
    elsewhere = Actor(None, "Bo", "coordinator", Scope(frozenset({desk.sites["N"]})))

    with pytest.raises(NotFoundError):
        figures_of(elsewhere, public_id)


def test_recalls_follow_from_imported_exams(desk):
    desk.load_exam(category="2")

    rules = db.session.scalars(db.select(Recall.rule).order_by(Recall.id)).all()
    assert len(rules) == 2
    assert db.session.scalar(db.select(ImportBatch.refused_rows)) == 0
    assert db.session.scalars(db.select(ImportRefusal)).all() == []
