"""Answers to what is not asked: refused at their field, since dropping them would lose typing."""

from datetime import timedelta

from screening.clock import today
from screening.enrollments.queries import list_assessments
from tests.integration.enrollments.conftest import YESTERDAY, read, url
from tests.page_text import shown

TYPED = {"assessed_on": YESTERDAY.isoformat(), "cigs_per_day": "20", "years_smoked": "30"}


def send(desk, enrollment, **typed):
    """Send a questionnaire; nothing of it may be kept."""
    version = str(read(enrollment).version)
    response = desk.post(
        url(enrollment, "/assessment"), data={**TYPED, "version": version, **typed}
    )
    assert list_assessments([enrollment.id]) == {}
    return response


def test_years_since_quitting_of_someone_who_smokes_are_refused_and_stay_on_the_page(
    desk, enrollment
):
    response = send(desk, enrollment, smoking_status="current", quit_years="5")

    assert (
        "Years since quitting : This is asked only where “Smoking status” is: Smoked in the past"
        in shown(response)
    )
    assert 'name="quit_years" type="text" value="5"' in response.get_data(as_text=True)


def test_amounts_of_someone_who_never_smoked_are_refused(desk, enrollment):
    text = shown(send(desk, enrollment, smoking_status="never"))

    assert "is: Smokes now, Smoked in the past; leave it blank or correct that" in text


def test_smoking_and_quitting_are_no_longer_together_than_the_life(desk, enrollment):
    text = shown(send(desk, enrollment, smoking_status="former", quit_years="50"))

    assert "30 years smoked and 50 since are too long together at" in text


def test_a_visit_that_is_still_to_come_is_refused(desk, enrollment):
    later = (today() + timedelta(days=1)).isoformat()
    text = shown(send(desk, enrollment, smoking_status="current", shared_decision_on=later))

    assert "Shared decision visit on : Enter a date that is not in the future" in text
