"""An exam is categorized by the readings in force, and what is stored of it names them."""

import pytest

from screening.clock import now
from screening.database.engine import db
from screening.database.transactions import transaction
from screening.exams.actions.categorizing import categorize_exams
from screening.exams.models import Categorization
from screening.exams.queries import find_categorization
from screening.programs import use_readings
from tests.integration.programs.conftest import NODULE, log_exam
from tests.page_text import shown

CYST = {**NODULE, "composition": "cystic"}
WITHOUT_POINTS = {"thyroid": {"cystic_adds_points": "no"}}


@pytest.fixture
def choose():
    """Put readings into force for the test alone."""
    yield use_readings
    use_readings({})


def versions(exam):
    query = db.select(Categorization).where(Categorization.exam_id == exam.id)
    return {(row.version, row.category) for row in db.session.scalars(query)}


def test_a_cyst_is_stored_as_published(page, enrollment, site):
    exam = log_exam(page, enrollment, site, CYST)

    assert versions(exam) == {("2017", "TR2")}


def test_a_chosen_reading_decides_and_is_named(page, enrollment, site, choose):
    choose(WITHOUT_POINTS)

    exam = log_exam(page, enrollment, site, CYST)

    assert exam.category == "TR1"
    assert versions(exam) == {("2017; cystic_adds_points=no", "TR1")}
    assert "read as no" in shown(page.get(f"/exams/{exam.public_id}"))


def test_a_later_reading_is_stored_beside_what_was_decided_before(page, enrollment, site, choose):
    exam = log_exam(page, enrollment, site, CYST)
    choose(WITHOUT_POINTS)

    with transaction():
        categorize_exams([exam.id], at=now())

    assert versions(exam) == {("2017", "TR2"), ("2017; cystic_adds_points=no", "TR1")}
    found = find_categorization(exam.id)
    assert found is not None
    assert found.version == "2017; cystic_adds_points=no"
