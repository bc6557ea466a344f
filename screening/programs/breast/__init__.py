"""The breast program: women at high risk, found by a survey, and examined by several modalities."""

from screening.programs.breast.bulk import BULK_SYSTEMS
from screening.programs.breast.category import DEFAULT_SYSTEM, SYSTEMS
from screening.programs.breast.chosen import QUESTIONS, apply_readings
from screening.programs.breast.demo import make_cohort
from screening.programs.breast.eligibility import DEFAULT_RULE_SET, RULE_SETS
from screening.programs.breast.exam import EXAM
from screening.programs.breast.marks import MARKS
from screening.programs.breast.measures import MEASURES
from screening.programs.breast.questionnaire import QUESTIONNAIRE
from screening.programs.breast.schedule import SCHEDULE
from screening.programs.breast.workup import WORKUP
from screening.protocol.program import Program
from screening.protocol.wording import N_

PROGRAM = Program(
    code="breast",
    name=N_("Breast"),
    definitions_version="breast-2025.1",
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
