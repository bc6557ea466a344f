"""The whole synthetic cohort: who is screened, who is found to have a cancer, who waits."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from screening.programs.lung.demo.answers import Answers
from screening.programs.lung.demo.journey import Journey, Plan
from screening.programs.lung.demo.settings import (
    EXTRA,
    INTERVAL_CANCERS_PER_1000,
    PUBLISHED_CANCERS,
    PUBLISHED_SCREENED,
    ROUND_OF_CANCER,
    SITE_WEIGHTS,
    YEARS_BACK,
)
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

PROGRAM = "lung"
# From enrollment to a diagnosis, and from one round to the next, at most.
LONGEST_WORKUP = timedelta(days=90)
LONGEST_YEAR = timedelta(days=460)
KNOWN_SHARE = 0.05
AGES_OF_KNOWN = (74, 51)


def make_cohort(order: DemoOrder) -> DemoTables:
    """Return the rows of every import kind for a cohort of `order.screened` screened persons.

    The share of persons with a screen-detected cancer is the published one, 98 of 14,010.
    """
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
        journey.walk()
        _enroll(draw, tables, journey.person, plan.enrolled_on, journey.exit)
        if other is None and journey.is_alive:
            tables.people.append(person)
    _add_waiting(draw, order, tables, len(plans))
    return tables


def _plans(draw: random.Random, order: DemoOrder) -> Iterator[Plan]:
    """Yield one plan per screened person; exactly the published share finds a cancer."""
    cancers = round(order.screened * PUBLISHED_CANCERS / PUBLISHED_SCREENED)
    intervals = round(order.screened * INTERVAL_CANCERS_PER_1000 / 1000)
    kinds = ["cancer"] * cancers + ["interval"] * intervals
    kinds += [""] * (order.screened - len(kinds))
    draw.shuffle(kinds)
    first_day = order.today - timedelta(days=365 * YEARS_BACK)
    for kind in kinds:
        cancer_round = int(pick(draw, ROUND_OF_CANCER)) if kind == "cancer" else None
        years = cancer_round or 1
        latest = order.today - timedelta(days=20)
        if kind == "cancer":
            latest = order.today - LONGEST_WORKUP - (years - 1) * LONGEST_YEAR
        elif kind == "interval":
            latest = order.today - LONGEST_YEAR
        span = (latest - first_day).days
        enrolled_on = weekday_from(first_day + timedelta(days=draw.randrange(span)))
        yield Plan(enrolled_on, cancer_round, has_interval_cancer=kind == "interval")


def _person(draw: random.Random, number: int, order: DemoOrder, seen_on: date) -> SyntheticPerson:
    site = draw.choices(list(order.sites), SITE_WEIGHTS[: len(order.sites)])[0]
    age = min(78.0, max(50.2, draw.gauss(61, 6.5)))
    born_on = seen_on - timedelta(days=int(age * 365.25))
    sex = "F" if draw.random() < 0.38 else "M"
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
    source = pick(
        draw, {"general_survey": 0.45, "health_check": 0.3, "referral": 0.17, "self": 0.08}
    )
    left_on, reason = left or ("", "")
    tables.add(
        "enrollments",
        registration_no=person.registration_no,
        site=person.site,
        enrolled_on=enrolled_on,
        invited_on=enrolled_on - timedelta(days=draw.randint(5, 60)),
        source=source,
        consent_on=enrolled_on,
        status="exited" if left else "",
        exited_on=left_on,
        exit_reason=reason,
    )


def _add_waiting(draw: random.Random, order: DemoOrder, tables: DemoTables, screened: int) -> None:
    """Add persons who were invited, found ineligible, or enrolled and not examined yet."""
    number = screened
    for status, share in (
        ("ineligible", EXTRA.ineligible),
        ("invited", EXTRA.invited),
        ("eligible", EXTRA.eligible),
        ("enrolled", EXTRA.waiting),
    ):
        for _ in range(max(1, round(share * order.screened))):
            number += 1
            day = order.today - timedelta(days=draw.randint(1, 21))
            person = _person(draw, number, order, day)
            add_person(draw, tables, person)
            if status != "invited":
                Answers(draw, is_smoker=status != "ineligible").add(tables, person, day)
            tables.add(
                "enrollments",
                registration_no=person.registration_no,
                site=person.site,
                status=status,
                invited_on=day - timedelta(days=9),
                enrolled_on=day if status == "enrolled" else "",
                consent_on=day if status == "enrolled" else "",
                source="general_survey",
            )
