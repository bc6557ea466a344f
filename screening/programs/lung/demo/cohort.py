"""The whole synthetic cohort: who is screened, who is found to have a cancer, who waits."""

from datetime import date, timedelta

from screening.programs.lung.demo.answers import Answers
from screening.programs.lung.demo.journey import LungJourney
from screening.programs.lung.demo.settings import (
    INTERVAL_CANCERS_PER_1000,
    POPULATION,
    PUBLISHED_CANCERS,
    PUBLISHED_SCREENED,
    SOURCES,
    TIMETABLE,
    WAITING,
)
from screening.protocol.synthetic import (
    Cohort,
    Counts,
    DemoOrder,
    DemoTables,
    PersonRows,
    draw_plans,
    pick,
)


def make_cohort(order: DemoOrder) -> DemoTables:
    """Return the rows of every import kind for a cohort of `order.screened` screened persons.

    The share of persons with a screen-detected cancer is the published one, 98 of 14,010.
    """
    cohort = Cohort(order, POPULATION)
    draw = cohort.draw
    cancers = round(order.screened * PUBLISHED_CANCERS / PUBLISHED_SCREENED)
    intervals = round(order.screened * INTERVAL_CANCERS_PER_1000 / 1000)
    counts = Counts(order.screened, cancers, intervals)
    plans = list(draw_plans(draw, order.today, counts, TIMETABLE))
    for number, plan in enumerate(plans, start=1):
        rows, is_new = cohort.join(number, plan.enrolled_on)
        journey = LungJourney(draw, rows, plan, order.today, is_new=is_new)
        journey.walk()
        source = pick(draw, SOURCES)
        invited_on = plan.enrolled_on - timedelta(days=draw.randint(5, 60))
        cohort.enroll(journey, source=source, invited_on=invited_on)

    def answer(rows: PersonRows, day: date, is_eligible: bool) -> None:
        Answers(draw, is_smoker=is_eligible).add(rows, day)

    cohort.add_waiting(order.screened, WAITING, answer)
    return cohort.tables
