"""The whole synthetic cohort: who is screened, who is found to have a cancer, who waits."""

from datetime import date, timedelta

from screening.programs.thyroid.demo.answers import add_answers
from screening.programs.thyroid.demo.journey import ThyroidJourney
from screening.programs.thyroid.demo.settings import (
    CANCERS_PER_1000,
    OUTSIDE_SHARE,
    POPULATION,
    SHARE_OF_ORDER,
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
    """Return the rows of every import kind: a fifth of `order.screened` persons are screened."""
    cohort = Cohort(order, POPULATION)
    draw = cohort.draw
    screened = max(1, round(order.screened * SHARE_OF_ORDER))
    counts = Counts(screened, round(screened * CANCERS_PER_1000 / 1000))
    plans = list(draw_plans(draw, order.today, counts, TIMETABLE))
    for number, plan in enumerate(plans, start=1):
        rows, is_new = cohort.join(number, plan.enrolled_on)
        journey = ThyroidJourney(draw, rows, plan, order.today, is_new=is_new)
        is_at_risk = draw.random() >= OUTSIDE_SHARE
        add_answers(draw, rows, plan.enrolled_on, is_at_risk=is_at_risk)
        journey.walk()
        invited_on = plan.enrolled_on - timedelta(days=draw.randint(5, 60))
        cohort.enroll(journey, source=pick(draw, SOURCES), invited_on=invited_on)

    def answer(rows: PersonRows, day: date, is_eligible: bool) -> None:
        add_answers(draw, rows, day, is_at_risk=is_eligible)

    cohort.add_waiting(screened, WAITING, answer)
    return cohort.tables
