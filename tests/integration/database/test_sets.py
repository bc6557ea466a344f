"""Rows written by sets: as the session would have written them, on both databases."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from sqlalchemy.exc import IntegrityError

from screening.accounts.models import Site
from screening.database.engine import db
from screening.database.sets import add_rows, change_rows, derive_rows, void_rows
from screening.database.transactions import transaction
from screening.exams.models import Exam
from screening.outcomes.models import Cancer
from screening.outcomes.rules import Basis, DetectionMode
from screening.participants.models import Participant
from screening.participants.rules import Sex

AT = datetime(2024, 3, 5, 9, 30, 15, 123456, tzinfo=UTC)
PERSON = {"name": "张三", "sex": "M", "born_from": "1960-03-05", "born_to": date(1960, 3, 5)}


def add_people(*rows):
    numbers = iter(range(100))
    return add_rows(Participant, rows, public_id=lambda: f"p{next(numbers)}", created_at=AT)


def get(model, number):
    db.session.expire_all()
    return db.session.get_one(model, number)


def test_values_are_taken_as_python_and_as_json_hold_them(app):
    with transaction():
        first, second = add_people(
            {**PERSON, "phone": "13800000000"}, {**PERSON, "sex": Sex.FEMALE}
        )

    person = get(Participant, first)
    assert (person.name, person.sex, person.phone) == ("张三", Sex.MALE, "13800000000")
    assert (person.born_from, person.born_to) == (date(1960, 3, 5), date(1960, 3, 5))
    assert (person.created_at, person.version, person.is_synthetic) == (AT, 1, False)
    assert (get(Participant, second).sex, get(Participant, second).phone) == (Sex.FEMALE, None)


def test_numbers_follow_the_rows_and_those_that_were_there(app):
    with transaction():
        db.session.add(Site(code="HQ", name="HQ"))
        ids = add_rows(Site, [{"code": "A", "name": "a"}, {"code": "B", "name": "b"}])

    codes = [get(Site, number).code for number in ids]
    assert codes == ["A", "B"]
    with transaction():
        db.session.add(Site(code="C", name="c"))
    assert db.session.scalar(db.select(db.func.count(Site.id))) == 4


def test_sizes_documents_and_codes_come_back_as_they_were(app):
    with transaction():
        (person,) = add_people(PERSON)
        values = {"participant_id": person, "program": "x", "diagnosed_on": "2024-01-02"}
        (number,) = add_rows(
            Cancer,
            [{**values, "size_mm": "12.5", "basis": "histology"}],
            public_id="c",
            recorded_at=AT,
        )

    cancer = get(Cancer, number)
    assert (cancer.size_mm, cancer.basis) == (Decimal("12.50"), Basis.HISTOLOGY)
    assert cancer.detection_mode is DetectionMode.UNKNOWN


def test_a_change_is_seen_as_a_newer_version_and_a_derived_column_is_not(app):
    with transaction():
        (number,) = add_people(PERSON)
    person = get(Participant, number)

    with transaction():
        change_rows(Participant, [{"id": number, "phone": "139", "died_on": "2024-01-01"}])
    assert (person.phone, person.died_on, person.version) == ("139", date(2024, 1, 1), 2)

    with transaction():
        derive_rows(Participant, [{"id": number, "phone": None}])
    assert (person.phone, person.version) == (None, 2)


def test_rows_may_change_different_columns(app):
    with transaction():
        one, two = add_people(PERSON, PERSON)
        change_rows(Participant, [{"id": one, "name": "A"}, {"id": two, "district": "East"}])

    assert (get(Participant, one).name, get(Participant, two).district) == ("A", "East")


def test_what_the_session_holds_unsaved_is_not_lost(app):
    with transaction():
        (number,) = add_people(PERSON)
    with transaction():
        person = db.session.get_one(Participant, number)
        person.district = "East"
        change_rows(Participant, [{"id": number, "name": "A"}])

    assert (get(Participant, number).district, get(Participant, number).name) == ("East", "A")


def test_voided_rows_keep_the_reason(app):
    with transaction():
        (number,) = add_people(PERSON)
        void_rows(Participant, [number], at=AT, reason="twice")

    assert (get(Participant, number).voided_at, get(Participant, number).void_reason) == (
        AT,
        "twice",
    )


def test_a_number_that_is_taken_is_refused_and_nothing_is_written(app):
    rows = [{"code": "A", "name": "a"}, {"code": "A", "name": "b"}]

    with pytest.raises(IntegrityError), transaction():
        add_rows(Site, rows)

    assert db.session.scalar(db.select(db.func.count(Site.id))) == 0


def test_no_rows_are_no_work(app):
    with transaction():
        assert add_rows(Exam, []) == []
        change_rows(Exam, [])
