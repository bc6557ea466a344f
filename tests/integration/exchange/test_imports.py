"""Imports as a whole: nothing half in, one event a row, taken back out of every figure."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from screening.audit.models import AuditEvent
from screening.audit.queries import find_broken_link
from screening.cases.actions import take_case
from screening.cases.models import Case, Procedure
from screening.database.engine import db
from screening.enrollments.models import Enrollment, Episode, Recall, RiskAssessment
from screening.enrollments.rules import EnrollmentStatus
from screening.exams.actions import void_exam
from screening.exams.models import Categorization, Exam, Finding, Reading
from screening.exchange.actions import (
    ImportOrder,
    LaterWorkError,
    StaleCheckError,
    apply_import,
    cancel_import,
    stage_file,
    undo_import,
)
from screening.exchange.actions.staging import CHUNK
from screening.exchange.models import ImportBatch, ImportChunk, ImportRefusal, ImportRow
from screening.exchange.queries.imports import figures_of, list_planned
from screening.exchange.rules import ImportMode, ImportStatus
from screening.indicators.actions import verify_facts
from screening.indicators.models import ScreeningFact
from screening.outcomes.models import Cancer
from screening.participants.actions import update_participant
from screening.participants.models import Participant, Registration
from screening.protocol.errors import NotAllowedNowError, NotFoundError
from screening.security.actor import Actor, Scope
from screening.security.permissions import Role
from tests.factories.accounts import actor_for, make_user
from tests.integration.exchange.conftest import (
    AT,
    ENROLLMENT,
    EXAM,
    FINDING,
    PERSON,
    newest_batch,
)
from tests.integration.exchange.test_people import SMOKER
from tests.integration.exchange.test_workup import CANCER, OUTCOME, PROCEDURE


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


LATER = AT + timedelta(hours=1)


def load_everything(desk):
    """Load one person with everything; return the imports by kind."""
    loads = {
        "participants": PERSON, "assessments": SMOKER, "enrollments": ENROLLMENT, "exams": EXAM,
        "findings": FINDING, "procedures": PROCEDURE, "cancers": CANCER,
    }  # fmt: skip
    found = {kind: desk.load(kind, row).public_id for kind, row in loads.items()}
    death = {"registration_no": "1", "died_on": "2024-02-01"}
    return {**found, "deaths": desk.load("deaths", death).public_id}


def test_everything_is_taken_back_from_the_last_import_to_the_first(desk, count):
    imports = load_everything(desk)

    for public_id in reversed(imports.values()):
        undo_import(public_id, by=desk.by, at=LATER)

    gone = (Participant, Registration, Enrollment, RiskAssessment, Exam, Finding, Procedure, Cancer)
    assert [count(model) for model in (*gone, Case, Episode)] == [0] * 10
    assert count(ScreeningFact) == 0
    assert verify_facts() == []
    assert find_broken_link() is None
    undone = events("exams:exam:undo")
    assert [event.reason for event in undone] == [f"undo of import {imports['exams']}"]


def test_what_was_taken_back_can_be_loaded_again(desk, count):
    public_id = desk.load("participants", PERSON).public_id
    undo_import(public_id, by=desk.by, at=LATER)

    assert desk.counts("participants", PERSON) == (1, 0, 0)
    assert count(Participant) == 1


def test_a_changed_record_gets_its_values_back(desk):
    desk.load("participants", PERSON)
    public_id = desk.load("participants", {**PERSON, "name": "X", "phone": "13812345678"}).public_id

    undo_import(public_id, by=desk.by, at=LATER)

    person = the(Participant)
    assert (person.name, person.phone, person.phone_index) == ("Zhang San", None, None)


def test_findings_taken_back_take_their_category_with_them(desk, count):
    desk.load_exam()
    public_id = desk.load("findings", {**FINDING, "s_finding": "emphysema"}).public_id

    undo_import(public_id, by=desk.by, at=LATER)

    exam = the(Exam)
    assert (exam.category, exam.computed_category, exam.modifiers) == (None, None, "")
    assert (exam.details, exam.is_positive) == ({}, None)
    assert (count(Finding), count(Categorization), count(Case)) == (0, 0, 0)


def test_a_reading_that_a_file_added_later_is_taken_back_with_its_category(desk, count):
    desk.load_exam(category="2")
    public_id = desk.load("exams", {**EXAM, "category": "4A"}).public_id

    undo_import(public_id, by=desk.by, at=LATER)

    assert (the(Exam).category, the(Exam).is_positive, count(Reading)) == ("2", False, 1)


def test_a_death_taken_back_brings_the_enrollment_back(desk):
    desk.load_exam(category="2")
    death = {"registration_no": "1", "died_on": "2024-02-01"}
    public_id = desk.load("deaths", death).public_id

    undo_import(public_id, by=desk.by, at=LATER)

    assert the(Participant).died_on is None
    enrollment = the(Enrollment)
    assert (enrollment.status, enrollment.exit_reason) == (EnrollmentStatus.ACTIVE, None)


def test_an_outcome_taken_back_opens_the_case_again(desk):
    desk.load_exam(category="4A")
    public_id = desk.load("outcomes", OUTCOME).public_id

    undo_import(public_id, by=desk.by, at=LATER)

    assert (the(Episode).outcome, the(Case).closed_on) == (None, None)


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("participants", "row 2: 1 x enrollment came later"),
        ("assessments", "row 2: its enrollment was changed later, on 2024-06-01 by Anna"),
        ("exams", "row 2: 1 x finding came later"),
    ],
)
def test_an_import_is_not_taken_back_while_later_work_rests_on_it(desk, count, kind, line):
    imports = load_everything(desk)

    with pytest.raises(LaterWorkError) as caught:
        undo_import(imports[kind], by=desk.by, at=LATER)

    assert line in [each.in_english() for each in caught.value.work]
    assert figures_of(desk.by, imports[kind]).status is ImportStatus.APPLIED
    assert count(Participant) == 1


def test_a_record_changed_by_someone_since_is_not_taken_back(desk):
    public_id = desk.load_exam(category="4A").public_id
    exam = the(Exam)
    void_exam(exam, reason="twice", expected_version=exam.version, by=desk.by, at=LATER)

    with pytest.raises(LaterWorkError) as caught:
        undo_import(public_id, by=desk.by, at=LATER)
    assert [each.in_english() for each in caught.value.work] == [
        "row 2: its exam was changed later, on 2024-06-01 by Anna"
    ]


def test_a_case_that_someone_took_keeps_its_exam(desk):
    public_id = desk.load_exam(category="4A").public_id
    case = the(Case)
    clinician = actor_for(make_user(Role.CLINICIAN))
    take_case(case, expected_version=case.version, by=clinician, at=datetime.now(UTC))

    with pytest.raises(LaterWorkError) as caught:
        undo_import(public_id, by=desk.by, at=LATER)
    assert "row 2: 1 x decision on its case came later" in [
        each.in_english() for each in caught.value.work
    ]


def test_an_undone_import_is_not_undone_again(desk):
    public_id = desk.load("participants", PERSON).public_id
    undo_import(public_id, by=desk.by, at=LATER)

    with pytest.raises(NotAllowedNowError):
        undo_import(public_id, by=desk.by, at=LATER)


def test_recalls_follow_from_imported_exams(desk):
    desk.load_exam(category="2")

    rules = db.session.scalars(db.select(Recall.rule).order_by(Recall.id)).all()
    assert len(rules) == 2
    assert db.session.scalar(db.select(ImportBatch.refused_rows)) == 0
    assert db.session.scalars(db.select(ImportRefusal)).all() == []
