"""The planner and the writer of every kind of file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from screening.exchange.loaders.assessments import AssessmentPlanner, apply_assessments
from screening.exchange.loaders.cancers import CancerPlanner, apply_cancers
from screening.exchange.loaders.context import Context
from screening.exchange.loaders.deaths import DeathPlanner, apply_deaths
from screening.exchange.loaders.enrollments import EnrollmentPlanner, apply_enrollments
from screening.exchange.loaders.exams import ExamPlanner, apply_exams
from screening.exchange.loaders.findings import FindingPlanner, apply_findings
from screening.exchange.loaders.outcomes import OutcomePlanner, apply_outcomes
from screening.exchange.loaders.participants import ParticipantPlanner, apply_participants
from screening.exchange.loaders.planning import Planner
from screening.exchange.loaders.procedures import ProcedurePlanner, apply_procedures
from screening.exchange.rules import Planned, Written


@dataclass(frozen=True)
class Loader:
    """How a chunk of rows is planned, and how a plan is written."""

    planner: type[Planner]
    apply: Callable[[Context, Sequence[Planned]], list[Written]]


LOADERS: dict[str, Loader] = {
    "participants": Loader(ParticipantPlanner, apply_participants),
    "assessments": Loader(AssessmentPlanner, apply_assessments),
    "enrollments": Loader(EnrollmentPlanner, apply_enrollments),
    "exams": Loader(ExamPlanner, apply_exams),
    "findings": Loader(FindingPlanner, apply_findings),
    "procedures": Loader(ProcedurePlanner, apply_procedures),
    "cancers": Loader(CancerPlanner, apply_cancers),
    "outcomes": Loader(OutcomePlanner, apply_outcomes),
    "deaths": Loader(DeathPlanner, apply_deaths),
}
