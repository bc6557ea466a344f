"""The cohort of one program: who joins it, who is known from another one, who waits."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from screening.protocol.synthetic.draws import generator
from screening.protocol.synthetic.journey import Journey
from screening.protocol.synthetic.people import KnownPeople, SyntheticPerson, make_person
from screening.protocol.synthetic.tables import DemoOrder, DemoTables, PersonRows, add_person

SITE_WEIGHTS = (0.55, 0.30, 0.15)
LATELY = 21

Answer = Callable[[PersonRows, date, bool], object]


@dataclass(frozen=True)
class Population:
    """Whom a program screens: mean age and spread, the ages it takes, and the share of women.

    Of `known_share`, persons of other programs between `known_ages` join instead of new ones.
    """

    program: str
    age: tuple[float, float]
    ages: tuple[float, float]
    share_of_women: float
    exam_mark: str = ""
    known_share: float = 0.0
    known_ages: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class Waiting:
    """Persons beside the screened ones, as shares of them: the ways not to be examined yet.

    Where a survey finds who is eligible, the ineligible ones of all its years were never invited.
    """

    ineligible: float
    invited: float
    eligible: float
    enrolled: float
    survey_years: int = 0

    def __iter__(self) -> Iterator[tuple[str, float]]:
        """Yield every status with its share."""
        yield "ineligible", self.ineligible
        yield "invited", self.invited
        yield "eligible", self.eligible
        yield "enrolled", self.enrolled


class Cohort:
    """Draws the persons of one program and writes how they joined it."""

    def __init__(self, order: DemoOrder, population: Population) -> None:
        self.draw, self.tables = generator(order.seed), DemoTables()
        self._order, self._population = order, population
        self._known = KnownPeople(order.known)

    def join(self, number: int, day: date) -> tuple[PersonRows, bool]:
        """Return whose rows are to be written, and whether the person is new in all programs."""
        person = self._make(number, day)
        known = self._someone_known(person, day)
        if known is None:
            add_person(self.draw, self.tables, person)
        return self._rows(known or person), known is None

    def enroll(self, journey: Journey, *, source: str, invited_on: date) -> None:
        """Write the enrollment of a journey that was walked; the living may join others."""
        enrolled_on = journey.plan.enrolled_on
        left_on, reason = journey.exit or ("", "")
        journey.rows.add(
            "enrollments",
            enrolled_on=enrolled_on,
            invited_on=invited_on,
            source=source,
            consent_on=enrolled_on,
            status="exited" if journey.exit else "",
            exited_on=left_on,
            exit_reason=reason,
        )
        if journey.is_new and journey.is_alive:
            self.tables.people.append(journey.rows.person)

    def add_waiting(self, screened: int, waiting: Waiting, answer: Answer) -> None:
        """Add who was found ineligible, invited, or enrolled and not examined yet.

        `answer` writes the answers of a day, of someone who is eligible or is not.
        """
        number = screened
        for status, share in waiting:
            is_old = status == "ineligible" and waiting.survey_years > 0
            days_back = 365 * waiting.survey_years if is_old else LATELY
            for _ in range(max(1, round(share * screened))):
                number += 1
                day = self._order.today - timedelta(days=self.draw.randint(1, days_back))
                person = self._make(number, day)
                add_person(self.draw, self.tables, person)
                rows = self._rows(person)
                if status != "invited":
                    answer(rows, day, status != "ineligible")
                _add_waiting(rows, status, day, was_invited=not is_old)

    def _rows(self, person: SyntheticPerson) -> PersonRows:
        return PersonRows(self.tables, person, self._population.exam_mark)

    def _make(self, number: int, seen_on: date) -> SyntheticPerson:
        sites, population = list(self._order.sites), self._population
        site = self.draw.choices(sites, SITE_WEIGHTS[: len(sites)])[0]
        youngest, oldest = population.ages
        age = min(oldest, max(youngest, self.draw.gauss(*population.age)))
        born_on = seen_on - timedelta(days=int(age * 365.25))
        share = population.share_of_women
        sex = "F" if share == 1 or self.draw.random() < share else "M"
        return make_person(self.draw, number, population.program, site, born_on, sex)

    def _someone_known(self, person: SyntheticPerson, seen_on: date) -> SyntheticPerson | None:
        """Return someone of another program instead of a few persons, of an age to be screened."""
        share = self._population.known_share
        if not share or self.draw.random() >= share:
            return None
        youngest, oldest = (
            seen_on - timedelta(days=years * 366) for years in self._population.known_ages
        )
        return self._known.take(person.site, person.sex, oldest, youngest)


def _add_waiting(rows: PersonRows, status: str, day: date, *, was_invited: bool) -> None:
    enrolled_on = day if status == "enrolled" else None
    rows.add(
        "enrollments",
        status=status,
        invited_on=day - timedelta(days=9) if was_invited else None,
        enrolled_on=enrolled_on,
        consent_on=enrolled_on,
        source="general_survey",
    )
