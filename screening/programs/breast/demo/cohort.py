"""The whole synthetic cohort: who is surveyed, who is at high risk and screened, who waits."""

from datetime import date, timedelta

from screening.programs.breast.demo.answers import add_answers
from screening.programs.breast.demo.journey import BreastJourney
from screening.programs.breast.demo.settings import (
    CANCERS_PER_1000,
    INTERVAL_CANCERS_PER_1000,
    MRI_SHARE,
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
    """Return the rows of every import kind: a quarter of `order.screened` women are screened."""
    cohort = Cohort(order, POPULATION)
    draw = cohort.draw
    screened = max(1, round(order.screened * SHARE_OF_ORDER))
    cancers = round(screened * CANCERS_PER_1000 / 1000)
    intervals = round(screened * INTERVAL_CANCERS_PER_1000 / 1000)
    planned = draw_plans(draw, order.today, Counts(screened, cancers, intervals), TIMETABLE)
    plans = [(plan, draw.random() < MRI_SHARE) for plan in planned]
    for number, (plan, has_mri) in enumerate(plans, start=1):
        rows, is_new = cohort.join(number, plan.enrolled_on)
        add_answers(draw, rows, plan.enrolled_on, is_high_risk=True)
        journey = BreastJourney(draw, rows, plan, order.today, is_new=is_new, has_mri=has_mri)
        journey.walk()
        invited_on = plan.enrolled_on - timedelta(days=draw.randint(5, 60))
        cohort.enroll(journey, source=pick(draw, SOURCES), invited_on=invited_on)

    def answer(rows: PersonRows, day: date, is_eligible: bool) -> None:
        add_answers(draw, rows, day, is_high_risk=is_eligible)

    cohort.add_waiting(screened, WAITING, answer)
    return cohort.tables
