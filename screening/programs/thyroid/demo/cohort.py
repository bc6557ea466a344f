"""The whole synthetic cohort: who is screened, who is found to have a cancer, who waits."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from screening.programs.thyroid.demo.answers import add_answers
from screening.programs.thyroid.demo.journey import Journey, Plan
from screening.programs.thyroid.demo.settings import (
    CANCERS_PER_1000,
    EXTRA,
    KNOWN_SHARE,
    OUTSIDE_SHARE,
    ROUND_OF_CANCER,
    SHARE_OF_ORDER,
    SHARE_OF_WOMEN,
    SITE_WEIGHTS,
    YEARS_BACK,
)
from screening.programs.thyroid.schedule import ROUTINE_MONTHS
from screening.protocol.synthetic import (
    DemoOrder,
    DemoTables,
    KnownPeople,
    SyntheticPerson,
    add_person,
    generator,
    make_person,
    pick,
    weekday_from,
)

PROGRAM = "thyroid"
LONGEST_WORKUP = timedelta(days=60)
LONGEST_ROUND = timedelta(days=31 * ROUTINE_MONTHS + 90)
SOURCES = {"referral": 0.4, "health_check": 0.3, "general_survey": 0.18, "self": 0.12}
AGES_OF_KNOWN = (78, 19)


def make_cohort(order: DemoOrder) -> DemoTables:
    """Return the rows of every import kind: a fifth of `order.screened` persons are screened."""
    draw = generator(order.seed)
    tables = DemoTables()
    known = KnownPeople(order.known)
    plans = list(_plans(draw, order))
    for number, plan in enumerate(plans, start=1):
        person = _person(draw, number, order, plan.enrolled_on)
        other = _someone_known(draw, known, person, plan.enrolled_on)
        if other is None:
            add_person(draw, tables, person)
        journey = Journey(draw, other or person, plan, tables, order.today, is_new=other is None)
        is_at_risk = draw.random() >= OUTSIDE_SHARE
        add_answers(draw, tables, journey.person, plan.enrolled_on, is_at_risk=is_at_risk)
        journey.walk()
        _enroll(draw, tables, journey.person, plan.enrolled_on, journey.exit)
        if other is None and journey.is_alive:
            tables.people.append(person)
    _add_waiting(draw, order, tables, len(plans))
    return tables


def _plans(draw: random.Random, order: DemoOrder) -> Iterator[Plan]:
    """Yield one plan per screened person."""
    screened = max(1, round(order.screened * SHARE_OF_ORDER))
    cancers = round(screened * CANCERS_PER_1000 / 1000)
    kinds = [True] * cancers + [False] * (screened - cancers)
    draw.shuffle(kinds)
    first_day = order.today - timedelta(days=365 * YEARS_BACK)
    for has_cancer in kinds:
        cancer_round = int(pick(draw, ROUND_OF_CANCER)) if has_cancer else None
        latest = order.today - timedelta(days=20)
        if cancer_round is not None:
            latest = order.today - LONGEST_WORKUP - (cancer_round - 1) * LONGEST_ROUND
        span = (latest - first_day).days
        yield Plan(weekday_from(first_day + timedelta(days=draw.randrange(span))), cancer_round)


def _person(draw: random.Random, number: int, order: DemoOrder, seen_on: date) -> SyntheticPerson:
    site = draw.choices(list(order.sites), SITE_WEIGHTS[: len(order.sites)])[0]
    age = min(79.0, max(18.2, draw.gauss(46, 13)))
    born_on = seen_on - timedelta(days=int(age * 365.25))
    sex = "F" if draw.random() < SHARE_OF_WOMEN else "M"
    return make_person(draw, number, PROGRAM, site, born_on, sex)


def _someone_known(
    draw: random.Random, known: KnownPeople, person: SyntheticPerson, seen_on: date
) -> SyntheticPerson | None:
    """Return someone of another program instead of a few persons, of an age to be screened."""
    if draw.random() >= KNOWN_SHARE:
        return None
    oldest, youngest = (seen_on - timedelta(days=years * 366) for years in AGES_OF_KNOWN)
    return known.take(person.site, person.sex, oldest, youngest)


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
    """Add persons outside the recommendations, invited, or enrolled and not examined yet."""
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
        add_answers(draw, tables, person, day, is_at_risk=status != "ineligible")
    tables.add(
        "enrollments",
        registration_no=person.registration_no,
        site=person.site,
        status=status,
        invited_on="" if status == "ineligible" else day - timedelta(days=9),
        enrolled_on=day if status == "enrolled" else "",
        consent_on=day if status == "enrolled" else "",
        source="general_survey",
    )
