"""The cohort of the benchmarks is a sound one, and what is measured over it can be asked for."""

from sqlalchemy import func, select

from benchmarks.cohort import PROGRAM, Filler
from benchmarks.pages import measure_pages, measure_reports
from screening.clock import today
from screening.database.engine import db
from screening.indicators.actions import verify_facts
from screening.indicators.reports import Asked, make_report
from screening.participants.models import Participant
from screening.security.actor import EVERYWHERE
from screening.worklists.queries import count_breaches
from tests.factories.accounts import make_site

PERSONS = 40


def test_the_cohort_has_two_and_a_half_exams_a_person_and_everything_that_follows(app):
    Filler([make_site("HQ").id, make_site("N").id]).fill(PERSONS)

    (row,) = make_report(EVERYWHERE, Asked(PROGRAM, today())).rows
    assert db.session.scalar(select(func.count(Participant.id))) == PERSONS
    assert row.counts["exams"] == PERSONS * 2.5
    assert verify_facts() == []
    assert count_breaches() == 0


def test_every_report_and_page_can_be_measured(app):
    Filler([make_site("HQ").id]).fill(PERSONS)

    measured = [*measure_reports(), *measure_pages(app)]

    assert len(measured) == 8
    assert all(0 < timed.median_ms <= timed.longest_ms for timed in measured)
    assert all(timed.queries > 0 for timed in measured)
