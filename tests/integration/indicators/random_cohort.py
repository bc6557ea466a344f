"""A cohort as chance makes it: gaps, repeats, missing results, late and second cancers, voids."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from screening.database.engine import db
from screening.database.transactions import touch_participants, transaction
from screening.enrollments.rules import Outcome
from screening.exams.models import Exam
from screening.exams.rules import ExamStatus, Purpose
from screening.participants.models import Participant

FIRST_DAY = date(2018, 1, 1)
CATEGORIES = ["N"] * 12 + ["S"] * 3 + ["T"] * 4 + ["0"] * 2 + [None] * 2
DECIDED = (Outcome.BENIGN, Outcome.LOST, Outcome.NEGATIVE, Outcome.DECLINED)


@dataclass
class Screened:
    """A person with the exams recorded so far, and what was found."""

    person: Participant
    exams: list[Exam] = field(default_factory=list)
    has_cancer: bool = False
    has_outcome: bool = False


class RandomCohort:
    """Fills a cohort by the numbers of a seed: the same seed, the same records."""

    def __init__(self, cohort, seed):
        self.cohort, self.random = cohort, Random(seed)  # noqa: S311 - it makes test data
        self.people = []

    def fill(self, size):
        """Record persons and exams, then outcomes, cancers, voids and merges."""
        with transaction():
            for number in range(size):
                self.people.append(Screened(self.cohort.add_person(name=f"Person {number}")))
                self._screen(self.people[-1])
        db.session.expire_all()
        with transaction():
            for screened in self.people:
                self._decide(screened)
                self._find_cancers(screened)
        db.session.expire_all()
        for screened in self.people:
            self._void_something(screened)
        self._merge_some()

    def _chance(self, share):
        return self.random.random() < share

    def _days(self, least, most):
        return timedelta(days=self.random.randint(least, most))

    def _screen(self, screened):
        day = FIRST_DAY + self._days(0, 1500)
        purpose = Purpose.BASELINE
        for _ in range(self.random.randint(0, 5)):
            if self._chance(0.1):
                self._add(screened, day, None, purpose, status=ExamStatus.TECHNICALLY_INADEQUATE)
                day += self._days(0, 20)
            category = self.random.choice(CATEGORIES)
            self._add(screened, day, category, purpose)
            if category in ("S", "0") and self._chance(0.7):
                later = self.random.choice(["N", "N", "S", "T"])
                self._add(screened, day + self._days(80, 200), later, Purpose.FOLLOW_UP)
            if category == "T" and self._chance(0.3):
                self._add(screened, day + self._days(3, 60), "T", Purpose.DIAGNOSTIC)
            day += self._days(800, 1000) if self._chance(0.12) else self._days(310, 430)
            purpose = Purpose.ANNUAL

    def _add(self, screened, day, category, purpose, **changes):
        delay = self._days(0, 25) if category else None
        site = self.random.choice(self.cohort.sites)
        exam = self.cohort.add_exam(
            screened.person,
            day,
            category,
            purpose=purpose,
            site_id=site.id,
            resulted_on=day + delay if delay is not None else None,
            **changes,
        )
        screened.exams.append(exam)

    def _decide(self, screened):
        for exam in screened.exams:
            if exam.category in ("S", "T") and self._chance(0.4):
                day = exam.performed_on + self._days(10, 420)
                self.cohort.add_outcome(exam, self.random.choice(DECIDED), day)
                screened.has_outcome = True

    def _find_cancers(self, screened):
        for exam in screened.exams:
            share = {"T": 0.45, "S": 0.15, "N": 0.08}.get(exam.category or "", 0.05)
            if self._chance(share):
                self._add_cancer(screened, exam)
                if self._chance(0.15):
                    self._add_cancer(screened, exam)

    def _add_cancer(self, screened, exam):
        known = {"exam_id": exam.id} if self._chance(0.4) else {}
        day = exam.performed_on + self._days(0, 480)
        self.cohort.add_cancer(screened.person, day, **known)
        screened.has_cancer = True

    def _void_something(self, screened):
        if screened.has_outcome:
            return
        if screened.exams and self._chance(0.12):
            self.cohort.void(self.random.choice(screened.exams), screened.person)
        elif self._chance(0.05):
            self.cohort.void(screened.person, screened.person)

    def _merge_some(self):
        single = [each for each in self.people if each.exams and not each.has_cancer]
        for kept, other in zip(single[::6], single[1::6], strict=False):
            with transaction():
                merged = db.session.get_one(Participant, other.person.id)
                if db.session.get_one(Participant, kept.person.id).voided_at is None:
                    merged.merged_into_id = kept.person.id
                touch_participants({merged.id, kept.person.id})
