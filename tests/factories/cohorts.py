"""A program whose measures are counted, and its persons, recorded as the slices record them."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count
from secrets import token_hex

from screening.accounts.models import Site
from screening.cases.models import Procedure
from screening.database.engine import db
from screening.database.transactions import touch_episodes, touch_participants, transaction
from screening.enrollments.models import Enrollment, Episode, RiskAssessment
from screening.enrollments.rules import EnrollmentStatus, Source
from screening.exams.actions import arrange_rounds
from screening.exams.models import Exam
from screening.exams.rules import ExamStatus, Purpose
from screening.outcomes.models import Cancer
from screening.participants.models import Participant
from screening.participants.rules import DatePrecision, Sex
from screening.protocol.category import Category
from screening.protocol.measures import GENERAL_MEASURES, Mark, Measure, exams, procedures
from screening.protocol.workup import ProcedureKind
from tests.factories.programs import make_program, make_schedule

AT = datetime(2024, 1, 1, tzinfo=UTC)
DAY = date(2020, 3, 2)
NUMBERS = count(1)

CATEGORIES = (
    Category("0", "Incomplete", "More images", "6", 0, None, asks_more_imaging=True),
    Category("N", "Negative", "Next exam in 12 months", "12", 1, False),
    Category("S", "Short interval", "Exam in 6 months", "6", 2, True),
    Category("T", "Tissue", "Work-up now", "", 3, True, asks_tissue=True),
)
OWN_MEASURE = Measure(
    "tissue_share",
    "Tissue share",
    "Exams of category T, of exams with a result.",
    exams("with_result", "category_t"),
    exams("with_result"),
)
BENIGN_BIOPSIES = Measure(
    "benign_biopsy_share",
    "Benign biopsies",
    "Biopsies with a benign result, of all biopsies.",
    procedures("biopsy", "benign_procedure"),
    procedures("biopsy"),
)


def counted_program():
    """Return the test program with every general measure, surgery, stages and an own mark."""
    plain = make_program(
        code="scan",
        name="Scan",
        schedule=make_schedule(pairing_days=30),
        measures=(*GENERAL_MEASURES, OWN_MEASURE, BENIGN_BIOPSIES),
        marks=(
            Mark(
                "category_t",
                "category T",
                lambda facts: facts.resulted_on if facts.category == "T" else None,
            ),
            Mark("biopsy", "a biopsy", lambda facts: _first(facts, kind="biopsy")),
            Mark("benign_procedure", "benign", lambda facts: _first(facts, result="benign")),
        ),
    )
    kinds = (*plain.workup.procedures, ProcedureKind("cut", "Cut", "theater", is_resection=True))
    staging = replace(
        plain.workup.staging, early_groups=("0", "I"), stage_i_groups=("I",), groups=("0", "I")
    )
    systems = (replace(plain.systems[0], categories=CATEGORIES),)
    workup = replace(plain.workup, procedures=kinds, staging=staging)
    return replace(plain, systems=systems, workup=workup)


def _first(facts, **wanted):
    """Return the day of the first procedure of this kind or with this result."""
    days = [
        done.performed_on
        for done in facts.procedures
        if all(getattr(done, name) == value for name, value in wanted.items())
    ]
    return min(days, default=None)


class Cohort:
    """Records persons, exams and what followed; every call is one committed transaction."""

    program = "scan"

    def __init__(self):
        self.categories = {category.code: category for category in CATEGORIES}
        with transaction():
            self.sites = [Site(code="HQ", name="Main"), Site(code="NB", name="North")]
            db.session.add_all(self.sites)

    def add_person(self, **changes):
        """Add a woman born on 2 March 1960, enrolled at HQ on 1 January 2020; return her record."""
        of_person = {
            "public_id": token_hex(8), "name": "Test Person", "sex": Sex.FEMALE,
            "birth_precision": DatePrecision.DAY, "born_from": date(1960, 3, 2),
            "born_to": date(1960, 3, 2), "created_at": AT, "district": "East",
        }  # fmt: skip
        of_enrollment = {
            "program": self.program, "site": self.sites[0], "status": EnrollmentStatus.ENROLLED,
            "enrolled_on": date(2020, 1, 1), "opened_on": date(2020, 1, 1), "created_at": AT,
            "source": Source.REFERRAL, "invited_on": None,
        }  # fmt: skip
        for values in (of_person, of_enrollment):
            values.update({name: changes.pop(name) for name in list(changes) if name in values})
        assert not changes
        with transaction():
            person = Participant(**of_person)
            db.session.add(Enrollment(participant=person, **of_enrollment))
        return person

    def add_exam(self, person, performed_on=DAY, category="N", **changes):
        """Add an exam whose result came on the same day; None: it has no result yet."""
        known = self.categories.get(category)
        values = {
            "public_id": token_hex(8), "accession_no": f"A{next(NUMBERS)}", "modality": "scan",
            "program": self.program, "purpose": Purpose.BASELINE, "performed_on": performed_on,
            "status": ExamStatus.PERFORMED, "created_at": AT, "site_id": self.sites[0].id,
            "resulted_on": performed_on if known else None, "system": "sys" if known else None,
            "category": category, "is_positive": known.is_positive if known else None,
            "asks_more_imaging": known.asks_more_imaging if known else None,
            "asks_tissue": known.asks_tissue if known else None, **changes,
        }  # fmt: skip
        with transaction():
            enrollment = self.enrollment_of(person)
            exam = Exam(participant_id=person.id, enrollment_id=enrollment.id, **values)
            db.session.add(exam)
            arrange_rounds({enrollment.id})
        return exam

    def add_cancer(self, person, diagnosed_on, **changes):
        """Add a cancer and let the rules attribute it."""
        with transaction():
            cancer = Cancer(
                public_id=token_hex(8), participant_id=person.id, program=self.program,
                diagnosed_on=diagnosed_on, recorded_at=AT, **changes,
            )  # fmt: skip
            db.session.add(cancer)
            touch_participants({person.id})
        return cancer

    def add_procedure(self, exam, kind, performed_on, result=None):
        """Add a work-up act of the exam's round."""
        with transaction():
            db.session.add(
                Procedure(
                    exam_id=exam.id,
                    episode_id=exam.episode_id,
                    kind=kind,
                    result=result,
                    performed_on=performed_on,
                    recorded_at=AT,
                )
            )
            touch_episodes({exam.episode_id})

    def add_outcome(self, exam, outcome, outcome_on):
        """Close the exam's round as a person does."""
        with transaction():
            episode = db.session.get_one(Episode, exam.episode_id)
            episode.outcome, episode.outcome_on = outcome, outcome_on
            episode.outcome_is_automatic = False
            touch_episodes({episode.id})

    def add_assessment(self, person, assessed_on, verdict):
        """Add a questionnaire with the verdict of the rule set in force."""
        with transaction():
            db.session.add(
                RiskAssessment(
                    enrollment_id=self.enrollment_of(person).id,
                    assessed_on=assessed_on,
                    questionnaire_version="1",
                    answers={},
                    rule_set="r",
                    rule_set_version="1",
                    verdict=verdict,
                    verdicts={},
                    recorded_at=AT,
                )
            )
            touch_participants({person.id})

    @contextmanager
    def changing(self, person):
        """Change what was recorded of a person, in one transaction."""
        with transaction():
            yield
            touch_participants({person.id})

    def void(self, record, person):
        """Void a record as a person does, with a reason."""
        with transaction():
            record = db.session.merge(record)
            record.voided_at, record.void_reason = AT, "entered by mistake"
            touch_participants({person.id})
            arrange_rounds({self.enrollment_of(person).id})

    def enrollment_of(self, person):
        """Return the person's enrollment."""
        query = db.select(Enrollment).where(Enrollment.participant_id == person.id)
        return db.session.scalars(query).one()
