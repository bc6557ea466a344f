"""Imports taken back: everything as it was, unless later work rests on it."""

from datetime import UTC, datetime, timedelta

import pytest

from screening.audit.models import AuditEvent
from screening.audit.queries import find_broken_link
from screening.cases.actions import take_case
from screening.cases.models import Case, Procedure
from screening.database.engine import db
from screening.enrollments.models import Enrollment, Episode, RiskAssessment
from screening.enrollments.rules import EnrollmentStatus
from screening.exams.actions import void_exam
from screening.exams.models import Categorization, Exam, Finding, Reading
from screening.exchange.actions import LaterWorkError, undo_import
from screening.exchange.queries.imports import figures_of
from screening.exchange.rules import ImportStatus
from screening.indicators.actions import verify_facts
from screening.indicators.models import ScreeningFact
from screening.outcomes.models import Cancer
from screening.participants.models import Participant, Registration
from screening.protocol.errors import NotAllowedNowError
from screening.security.permissions import Role
from tests.factories.accounts import actor_for, make_user
from tests.integration.exchange.conftest import AT, ENROLLMENT, EXAM, FINDING, PERSON
from tests.integration.exchange.test_people import SMOKER
from tests.integration.exchange.test_workup import CANCER, OUTCOME, PROCEDURE

LATER = AT + timedelta(hours=1)


def the(model):
    db.session.expire_all()
    return db.session.scalars(db.select(model)).one()


def events(action):
    query = db.select(AuditEvent).where(AuditEvent.action == action).order_by(AuditEvent.id)
    return db.session.scalars(query).all()


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
