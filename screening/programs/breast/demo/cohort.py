"""The whole synthetic cohort: who is surveyed, who is at high risk and screened, who waits."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from screening.programs.breast.demo.answers import add_answers
from screening.programs.breast.demo.journey import Journey, Plan
from screening.programs.breast.demo.settings import (
    CANCERS_PER_1000,
    EXTRA,
    INTERVAL_CANCERS_PER_1000,
    MRI_SHARE,
    ROUND_OF_CANCER,
    SHARE_OF_ORDER,
    SITE_WEIGHTS,
    YEARS_BACK,
)
from screening.protocol.synthetic import (
    DemoOrder,
    DemoTables,
    SyntheticPerson,
    add_person,
    generator,
    make_person,
    pick,
    weekday_from,
)

PROGRAM = "breast"
LONGEST_WORKUP = timedelta(days=70)
LONGEST_YEAR = timedelta(days=460)
SOURCES = {"general_survey": 0.78, "health_check": 0.12, "referral": 0.06, "self": 0.04}


def make_cohort(order: DemoOrder) -> DemoTables:
    """Return the rows of every import kind: a quarter of `order.screened` women are screened."""
    draw = generator(order.seed)
    tables = DemoTables()
    plans = list(_plans(draw, order))
    for number, plan in enumerate(plans, start=1):
        person = _person(draw, number, order, plan.enrolled_on)
        add_person(draw, tables, person)
        add_answers(draw, tables, person, plan.enrolled_on, is_high_risk=True)
        journey = Journey(draw, person, plan, tables, order.today)
        journey.walk()
        _enroll(draw, tables, person, plan.enrolled_on, journey.exit)
        if journey.is_alive:
            tables.people.append(person)
    _add_waiting(draw, order, tables, len(plans))
    return tables


def _plans(draw: random.Random, order: DemoOrder) -> Iterator[Plan]:
    """Yield one plan per screened woman."""
    screened = max(1, round(order.screened * SHARE_OF_ORDER))
    cancers = round(screened * CANCERS_PER_1000 / 1000)
    intervals = round(screened * INTERVAL_CANCERS_PER_1000 / 1000)
    kinds = ["cancer"] * cancers + ["interval"] * intervals
    kinds += [""] * (screened - len(kinds))
    draw.shuffle(kinds)
    first_day = order.today - timedelta(days=365 * YEARS_BACK)
    for kind in kinds:
        cancer_round = int(pick(draw, ROUND_OF_CANCER)) if kind == "cancer" else None
        latest = order.today - timedelta(days=20)
        if kind == "cancer":
            latest = order.today - LONGEST_WORKUP - ((cancer_round or 1) - 1) * LONGEST_YEAR
        elif kind == "interval":
            latest = order.today - LONGEST_YEAR
        span = (latest - first_day).days
        enrolled_on = weekday_from(first_day + timedelta(days=draw.randrange(span)))
        yield Plan(
            enrolled_on,
            cancer_round,
            has_interval_cancer=kind == "interval",
            has_mri=draw.random() < MRI_SHARE,
        )


def _person(draw: random.Random, number: int, order: DemoOrder, seen_on: date) -> SyntheticPerson:
    site = draw.choices(list(order.sites), SITE_WEIGHTS[: len(order.sites)])[0]
    age = min(74.0, max(40.2, draw.gauss(53, 8)))
    born_on = seen_on - timedelta(days=int(age * 365.25))
    return make_person(draw, number, PROGRAM, site, born_on, "F")


def _enroll(
    draw: random.Random,
    tables: DemoTables,
    person: SyntheticPerson,
    enrolled_on: date,
    left: tuple[date, str] | None,
) -> None:
    left_on, reason = left or ("", "")
    tables.add(
        "enrollments",
        registration_no=person.registration_no,
        site=person.site,
        enrolled_on=enrolled_on,
        invited_on=enrolled_on - timedelta(days=draw.randint(5, 60)),
        source=pick(draw, SOURCES),
        consent_on=enrolled_on,
        status="exited" if left else "",
        exited_on=left_on,
        exit_reason=reason,
    )


def _add_waiting(draw: random.Random, order: DemoOrder, tables: DemoTables, screened: int) -> None:
    """Add women who were surveyed and not at high risk, invited, or not examined yet."""
    number = screened
    for status, share in (
        ("ineligible", EXTRA.ineligible),
        ("invited", EXTRA.invited),
        ("eligible", EXTRA.eligible),
        ("enrolled", EXTRA.waiting),
    ):
        days_back = 365 * YEARS_BACK if status == "ineligible" else 21
        for _ in range(max(1, round(share * screened))):
            number += 1
            day = order.today - timedelta(days=draw.randint(1, days_back))
            person = _person(draw, number, order, day)
            add_person(draw, tables, person)
            _wait(draw, tables, person, status, day)


def _wait(
    draw: random.Random, tables: DemoTables, person: SyntheticPerson, status: str, day: date
) -> None:
    if status != "invited":
        add_answers(draw, tables, person, day, is_high_risk=status != "ineligible")
    tables.add(
        "enrollments",
        registration_no=person.registration_no,
        site=person.site,
        status=status,
        # Who is surveyed and not at high risk is never invited to an exam.
        invited_on="" if status == "ineligible" else day - timedelta(days=9),
        enrolled_on=day if status == "enrolled" else "",
        consent_on=day if status == "enrolled" else "",
        source="general_survey",
    )
