"""One record of every kind at a site: what the matrices of roles and of sites are walked with."""

import io
from dataclasses import dataclass

from flask import Flask
from werkzeug.routing import Rule

from screening.accounts.models import Site
from screening.cases.actions import record_procedure
from screening.cases.rules import ProcedureEntry
from screening.clock import now, today
from screening.enrollments.actions import Filled, record_assessment
from screening.evaluations.systems import all_systems
from screening.exchange.actions import ImportOrder
from screening.exchange.actions.delivering import ExportOrder, order_export
from screening.exchange.actions.ordering import begin_import
from screening.exchange.files import Upload
from screening.jobs.worker import run_next_job
from screening.outcomes.actions import Whose, record_cancer
from screening.outcomes.rules import CancerEntry
from screening.programs import get_program
from screening.security.actor import Actor
from screening.security.permissions import Role
from tests.factories.accounts import actor_for, make_user
from tests.factories.cases import case_of
from tests.factories.exams import make_exam, positive_category
from tests.factories.people import make_enrollment, make_person

FILE = b"registration_no,name,sex,birth_date\n1,Wu Fang,F,1961-01-01\n"
Arguments = dict[str, str | int]


@dataclass(frozen=True)
class World:
    """A person with an exam that opened a case, and another one with a cancer, at one site.

    It holds plain values, which outlive the session; `arguments` maps the first word of an address
    to what stands in its gaps.
    """

    site_id: int
    coordinator_id: int
    person_ids: frozenset[int]
    arguments: dict[str, Arguments]

    def address(self, app: Flask, rule: Rule) -> str:
        """Return the address of a route for the records of this world."""
        word = rule.rule.split("/")[1]
        others = {"act": "take", "lang": "en", "kind": "exams", "session_id": 1, "token_id": 1}
        others |= {"system": next(iter(all_systems()))}
        known = {**others, **self.arguments.get(word, {})}
        wanted = {name: known[name] for name in rule.arguments}
        with app.test_request_context():
            return app.url_map.bind("localhost").build(rule.endpoint, wanted)


def make_world(site: Site, name: str, **details: object) -> World:
    """Record one of everything at a site; `name` is the person's, of whom `details` say more."""
    coordinator = make_user(Role.COORDINATOR, [site])
    by = actor_for(coordinator)
    person = make_person(site, name, **details)
    enrollment = make_enrollment(site, person)
    exam = make_exam(enrollment, positive_category(enrollment.program), by)
    workup = get_program(enrollment.program).workup
    procedure = record_procedure(
        exam, ProcedureEntry(workup.procedures[0].code, today()), by=by, at=now()
    )
    ill = make_enrollment(site, make_person(site, f"{name} Senior", "1950-01-01"))
    whose = Whose(ill.participant, ill.program)
    cancer = record_cancer(whose, CancerEntry(today()), by=by, at=now())
    assessment = record_assessment(
        enrollment, Filled(today(), {}), expected_version=enrollment.version, by=by, at=now()
    )
    arguments: dict[str, Arguments] = {
        "participants": {"public_id": person.public_id},
        "enrollments": {"enrollment_id": enrollment.id, "assessment_id": assessment.id},
        "exams": {"public_id": exam.public_id},
        "cases": {"public_id": case_of(exam).public_id},
        "procedures": {"procedure_id": procedure.id},
        "cancers": {"public_id": cancer.public_id},
        "imports": {"public_id": _import(site, by)},
        "exports": {"job_id": order_export(ExportOrder("participants"), by=by, at=now())},
        "programs": {"code": enrollment.program},
        "figures": {"program": enrollment.program},
        "users": {"user_id": coordinator.id},
        "sites": {"site_id": site.id},
    }
    persons = frozenset({person.id, ill.participant_id})
    world = World(site.id, coordinator.id, persons, arguments)
    while run_next_job():
        pass
    return world


def _import(site: Site, by: Actor) -> str:
    order = ImportOrder("participants", site=site.code, file_name="persons.csv")
    return begin_import(order, Upload("persons.csv", io.BytesIO(FILE)), None, by=by, at=now())
