"""A coordinator's and a clinician's desk at one site, and people who wait for something."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest

from screening.accounts.models import Site
from screening.cases import actions as cases
from screening.clock import now, today
from screening.enrollments import actions as enrollments
from screening.exams.rules import ExamStatus
from screening.security.actor import Actor
from screening.security.permissions import Role
from tests.client import PageClient
from tests.factories.accounts import actor_for, make_site, make_user, sign_in
from tests.factories.cases import case_of
from tests.factories.exams import make_exam
from tests.factories.people import make_enrollment, make_person

PROGRAM = "lung"
# The national guideline of 2021: 50 to 74 years old, 30 pack-years, neither symptoms nor cancer.
ELIGIBLE = {
    "smoking_status": "current",
    "cigs_per_day": Decimal(20),
    "years_smoked": Decimal(30),
    "symptoms": ("none",),
    "prior_lung_cancer": "no",
}


@dataclass(frozen=True)
class Ward:
    """Brings a person of a site to where one kind of action waits."""

    site: Site
    by: Actor

    def invite(self, name="Invited"):
        person = make_person(self.site, name, f"{today().year - 60}-01-01")
        interest = enrollments.Interest(PROGRAM, self.site.id)
        return enrollments.open_enrollment(person, interest, by=self.by, at=now())

    def judge(self, name="Eligible"):
        enrollment = self.invite(name)
        filled = enrollments.Filled(today(), ELIGIBLE)
        version = enrollment.version
        enrollments.record_assessment(
            enrollment, filled, expected_version=version, by=self.by, at=now()
        )
        return enrollment

    def enroll(self, name="Enrolled", enrolled_on=None):
        return make_enrollment(self.site, make_person(self.site, name), PROGRAM, enrolled_on)

    def book(self, day: date, name="Booked"):
        enrollment = self.enroll(name)
        booked = {"status": ExamStatus.SCHEDULED, "performed_on": None, "scheduled_on": day}
        make_exam(enrollment, None, self.by, **booked)
        return enrollment

    def examine(self, category, name="Examined", **entry):
        enrollment = self.enroll(name)
        make_exam(enrollment, category, self.by, **entry)
        return enrollment

    def flag(self, name="Flagged"):
        enrollment = self.enroll(name)
        return enrollment, case_of(make_exam(enrollment, "4B", self.by))

    def work_up(self, name="In work-up"):
        enrollment, case = self.flag(name)
        cases.agree(case, comment=None, expected_version=case.version, by=self.by, at=now())
        return enrollment, case

    def pause(self, until: date, name="On leave"):
        enrollment = self.enroll(name)
        pause = enrollments.Pause(until, "abroad")
        version = enrollment.version
        enrollments.suspend(enrollment, pause, expected_version=version, by=self.by, at=now())
        return enrollment


@pytest.fixture
def site(app):
    return make_site("HQ", name="Main Hospital")


@pytest.fixture
def ward(site):
    return Ward(site, actor_for(make_user(Role.CLINICIAN, [site])))


@pytest.fixture
def desk(client, site):
    """The browser of the coordinator."""
    sign_in(client, make_user(Role.COORDINATOR, [site]))
    return client


@pytest.fixture
def clinic(app, site):
    """The browser of the clinician."""
    browser = PageClient(app, app.response_class)
    sign_in(browser, make_user(Role.CLINICIAN, [site]))
    return browser
