"""What exams make of an enrollment: rounds, the next recall and its rule, and what they forbid."""

from datetime import timedelta
from decimal import Decimal

import pytest

from screening.clock import now, today
from screening.enrollments import actions
from screening.enrollments.rules import EnrollmentStatus, ExitReason
from screening.exams.actions import add_exam
from screening.exams.rules import ExamStatus, Purpose
from screening.exams.rules.entry import ExamEntry
from screening.participants.actions import Death, record_death
from screening.protocol.errors import NotAllowedNowError, RefusedInputError
from tests.integration.enrollments.conftest import act, correct, enroll, read, recalls, url
from tests.page_text import shown

EXAMINED_ON = today() - timedelta(days=10)
# A solid nodule of 4 mm on a baseline exam is category 2: annual screening goes on.
SMALL = {"finding": "solid", "lobe": "RUL", "long_mm": Decimal(4), "short_mm": Decimal(4)}


@pytest.fixture
def examined(enrollment, site, by):
    enroll(enrollment, by, EXAMINED_ON)
    entry = ExamEntry(
        accession_no="CT-1",
        site_id=site.id,
        modality="ldct",
        purpose=Purpose.BASELINE,
        status=ExamStatus.PERFORMED,
        performed_on=EXAMINED_ON,
        findings=(SMALL,),
    )
    add_exam(read(enrollment), entry, by=by, at=now())
    return read(enrollment)


def test_the_page_tells_the_round_and_the_rule_behind_the_next_exam(desk, examined):
    text = shown(desk.get(url(examined)))

    assert examined.status is EnrollmentStatus.ACTIVE
    assert f"Round 1 {EXAMINED_ON} Negative" in text
    assert "rule: Lung-RADS" in text
    assert "To be booked, not before" in text
    assert "First exam: due on" in text
    assert f"Met {EXAMINED_ON}" in text


def test_leaving_cancels_the_next_exam_and_resuming_restores_it(examined, by):
    waiting = recalls(examined)[-1]
    assert waiting[0] == "open"

    leaving = actions.Leaving(ExitReason.WITHDREW, today())
    act(actions.exit_enrollment, examined, leaving, by=by)
    assert recalls(read(examined))[-1] == ("cancelled", waiting[1])
    act(actions.resume, read(examined), actions.Return("came back"), by=by)

    assert recalls(read(examined))[-1] == waiting
    assert read(examined).status is EnrollmentStatus.ACTIVE


def test_a_death_cancels_the_next_exam(examined, person, by):
    record_death(person.public_id, Death(today()), expected_version=1, by=by, at=now())

    assert recalls(examined)[-1][0] == "cancelled"
    assert read(examined).exit_reason is ExitReason.DIED


def test_a_death_before_the_last_exam_is_refused(examined, person, by):
    too_early = Death(EXAMINED_ON - timedelta(days=1))

    with pytest.raises(RefusedInputError, match=f"was examined on {EXAMINED_ON}") as refused:
        record_death(person.public_id, too_early, expected_version=1, by=by, at=now())

    assert refused.value.field == "died_on"
    assert read(examined).status is EnrollmentStatus.ACTIVE


def test_a_death_before_the_enrollment_is_refused_and_on_its_day_not(enrollment, person, by):
    enroll(enrollment, by, EXAMINED_ON)
    too_early = Death(EXAMINED_ON - timedelta(days=1))

    with pytest.raises(RefusedInputError, match=f"was enrolled on {EXAMINED_ON}") as refused:
        record_death(person.public_id, too_early, expected_version=1, by=by, at=now())
    record_death(person.public_id, Death(EXAMINED_ON), expected_version=1, by=by, at=now())

    assert refused.value.field == "died_on"
    assert read(enrollment).exited_on == EXAMINED_ON


def test_an_enrollment_with_exams_is_neither_voided_nor_taken_back(examined, by):
    with pytest.raises(NotAllowedNowError, match="Exams are recorded"):
        act(actions.void_enrollment, examined, by=by, reason="x")
    with pytest.raises(RefusedInputError) as refused:
        correct(read(examined), by, consent_on=None, enrolled_on=None)

    assert refused.value.field == "enrolled_on"


def test_a_refused_voiding_keeps_the_reason_that_was_typed(desk, examined):
    data = {"version": str(examined.version), "reason": "made twice"}
    response = desk.post(url(examined, "/void"), data=data)

    assert response.status_code == 409
    assert "Exams are recorded in this program" in shown(response)
    assert "made twice" in response.text
