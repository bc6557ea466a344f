"""Deaths from files: what ends with them, and which cannot be."""

import pytest

from screening.database.engine import db
from screening.enrollments.models import Enrollment
from screening.enrollments.rules import ExitReason
from screening.participants.models import Participant
from tests.integration.exchange.conftest import ENROLLMENT, PERSON


def the(model):
    return db.session.scalars(db.select(model)).one()


def test_a_death_ends_the_enrollment_and_is_unchanged_the_second_time(desk):
    desk.load("participants", PERSON)
    desk.load("enrollments", ENROLLMENT)
    death = {"registration_no": "1", "died_on": "2024-02-01", "cause": "C34.1"}

    assert desk.counts("deaths", death) == (1, 0, 0)

    assert (str(the(Participant).died_on), the(Participant).death_cause) == ("2024-02-01", "C34.1")
    assert the(Enrollment).exit_reason is ExitReason.DIED
    assert desk.counts("deaths", death) == (0, 0, 1)
    assert desk.counts("deaths", {**death, "cause": "I21"}) == (0, 1, 0)
    assert desk.counts("enrollments", {**ENROLLMENT, "status": "active"}) == (0, 0, 1)


@pytest.mark.parametrize(
    ("died_on", "words"),
    [
        ("2030-01-01", "not in the future"),
        ("1950-01-01", "not before the birth"),
        ("2023-01-08", "the person was examined on 2023-01-09, after this death"),
    ],
)
def test_a_death_that_cannot_be_is_refused(desk, died_on, words):
    desk.load_exam()

    assert words in desk.refused("deaths", {"registration_no": "1", "died_on": died_on})[0]


def test_a_death_before_the_enrollment_is_refused_and_on_its_day_not(desk):
    desk.load("participants", PERSON)
    desk.load("enrollments", ENROLLMENT)
    death = {"registration_no": "1", "died_on": "2023-01-01"}

    [refused] = desk.refused("deaths", death)

    assert "the person was enrolled on 2023-01-02, after this death" in refused
    assert desk.counts("deaths", {**death, "died_on": "2023-01-02"}) == (1, 0, 0)
