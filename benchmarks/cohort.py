"""A large cohort written by sets, with everything that follows from its exams."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from screening.clock import now, today
from screening.database.transactions import transaction
from screening.enrollments.actions.loading import add_enrollments
from screening.enrollments.rules import EnrollmentStatus, Source
from screening.exams.actions.loading import add_exams
from screening.exams.rules import ExamStatus, Purpose
from screening.participants.actions.loading import NewRegistration, add_people, register_people
from screening.participants.rules import DatePrecision, Sex
from screening.programs import get_program
from screening.protocol.synthetic import SyntheticPerson, generator, make_person

# The program that everything is measured in.
PROGRAM = "lung"
SEED = 1
PERSONS_AT_ONCE = 2_500
POSITIVE_SHARE = 0.08
# On average two and a half exams a person, a year and some days apart.
EXAMS = (1, 2, 3, 4)
DAYS_BETWEEN = 375
LAST_EXAM_WITHIN_DAYS = 900

Row = dict[str, object]


@dataclass(frozen=True)
class Plan:
    """A person, where the person is screened, and on which days."""

    person: SyntheticPerson
    site_id: int
    days: tuple[date, ...]


class Filler:
    """Writes persons with their enrollment and their yearly exams."""

    def __init__(self, site_ids: Sequence[int]) -> None:
        self._draw, self._site_ids, self._at = generator(SEED), site_ids, now()
        self._program = get_program(PROGRAM)
        self._system = self._program.system(self._program.default_system)
        final = [each for each in self._system.categories if each.is_positive is not None]
        self._negative = next(each for each in final if not each.is_positive)
        self._positive = next(each for each in final if each.is_positive)

    def fill(self, persons: int) -> None:
        """Write everything, some thousand persons a transaction."""
        plans = self._plans(persons)
        while chunk := list(islice(plans, PERSONS_AT_ONCE)):
            with transaction():
                self._write(chunk)

    def _plans(self, count: int) -> Iterator[Plan]:
        for number in range(count):
            born_on = date(1950, 1, 1) + timedelta(days=self._draw.randrange(9_000))
            sex, site_id = self._draw.choice("FM"), self._draw.choice(self._site_ids)
            person = make_person(self._draw, number, self._program.code, "", born_on, sex)
            last = today() - timedelta(days=self._draw.randrange(LAST_EXAM_WITHIN_DAYS))
            exams = EXAMS[number % len(EXAMS)]
            ages = range((exams - 1) * DAYS_BETWEEN, -1, -DAYS_BETWEEN)
            yield Plan(person, site_id, tuple(last - timedelta(days=age) for age in ages))

    def _write(self, plans: Sequence[Plan]) -> None:
        people = add_people([self._person(plan) for plan in plans], at=self._at)
        numbers = [
            NewRegistration(number, plan.site_id, plan.person.registration_no)
            for number, plan in zip(people, plans, strict=True)
        ]
        register_people(numbers, at=self._at)
        pairs = list(zip(people, plans, strict=True))
        enrolled = add_enrollments([self._enrollment(*pair) for pair in pairs], at=self._at)
        exams = [
            {"participant_id": number, "enrollment_id": enrollment, **exam}
            for number, enrollment, plan in zip(people, enrolled, plans, strict=True)
            for exam in self._exams(plan)
        ]
        add_exams(exams, at=self._at)

    def _person(self, plan: Plan) -> Row:
        born_on = plan.person.born_on
        return {
            "name": plan.person.name,
            "sex": Sex(plan.person.sex),
            "born_from": born_on,
            "born_to": born_on,
            "birth_precision": DatePrecision.DAY,
            "district": plan.person.district,
            "is_synthetic": True,
        }

    def _enrollment(self, participant_id: int, plan: Plan) -> Row:
        first = plan.days[0]
        return {
            "participant_id": participant_id,
            "program": self._program.code,
            "site_id": plan.site_id,
            "status": EnrollmentStatus.ENROLLED,
            "source": self._draw.choice(list(Source)),
            "opened_on": first,
            "invited_on": first,
            "consent_on": first,
            "enrolled_on": first,
        }

    def _exams(self, plan: Plan) -> Iterator[Row]:
        for turn, day in enumerate(plan.days):
            is_positive = self._draw.random() < POSITIVE_SHARE
            category = self._positive if is_positive else self._negative
            yield {
                "accession_no": f"{plan.person.registration_no}-{turn}",
                "site_id": plan.site_id,
                "program": self._program.code,
                "modality": self._program.exam.modalities[0].code,
                "purpose": Purpose.ANNUAL if turn else Purpose.BASELINE,
                "status": ExamStatus.PERFORMED,
                "performed_on": day,
                "resulted_on": min(today(), day + timedelta(days=3)),
                "system": self._system.code,
                "category": category.code,
                "is_positive": category.is_positive,
                "asks_more_imaging": category.asks_more_imaging,
                "asks_tissue": category.asks_tissue,
                "interval": category.interval,
            }
