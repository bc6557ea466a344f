"""The lung program: low-dose CT of people at risk."""

from screening.programs.lung.bulk import BULK_SYSTEMS
from screening.programs.lung.category import DEFAULT_SYSTEM, SYSTEMS
from screening.programs.lung.chosen import QUESTIONS, apply_readings
from screening.programs.lung.demo import make_cohort
from screening.programs.lung.eligibility import DEFAULT_RULE_SET, RULE_SETS
from screening.programs.lung.exam import EXAM
from screening.programs.lung.marks import MARKS
from screening.programs.lung.measures import MEASURES
from screening.programs.lung.questionnaire import QUESTIONNAIRE
from screening.programs.lung.schedule import SCHEDULE
from screening.programs.lung.workup import WORKUP
from screening.protocol.program import Program
from screening.protocol.wording import N_

PROGRAM = Program(
    code="lung",
    name=N_("Lung"),
    definitions_version="lung-2024.1",
    questionnaire=QUESTIONNAIRE,
    rule_sets=RULE_SETS,
    default_rule_set=DEFAULT_RULE_SET,
    exam=EXAM,
    systems=SYSTEMS,
    default_system=DEFAULT_SYSTEM,
    schedule=SCHEDULE,
    workup=WORKUP,
    measures=MEASURES,
    bulk_systems=BULK_SYSTEMS,
    make_demo=make_cohort,
    marks=MARKS,
    questions=QUESTIONS,
    apply=apply_readings,
)
