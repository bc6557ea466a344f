"""The thyroid program: ultrasound of people at high risk, with its harms in view."""

from screening.programs.thyroid.bulk import BULK_SYSTEMS
from screening.programs.thyroid.category import ALSO_SHOWN, DEFAULT_SYSTEM, SYSTEMS
from screening.programs.thyroid.chosen import apply_readings
from screening.programs.thyroid.demo import make_cohort
from screening.programs.thyroid.eligibility import DEFAULT_RULE_SET, RULE_SETS
from screening.programs.thyroid.exam import EXAM
from screening.programs.thyroid.marks import MARKS
from screening.programs.thyroid.measures import MEASURES
from screening.programs.thyroid.questionnaire import QUESTIONNAIRE
from screening.programs.thyroid.questions import QUESTIONS
from screening.programs.thyroid.schedule import SCHEDULE
from screening.programs.thyroid.workup import WORKUP
from screening.protocol.program import Program
from screening.protocol.wording import N_

PROGRAM = Program(
    code="thyroid",
    name=N_("Thyroid"),
    definitions_version="thyroid-2024.1",
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
    also_shown=ALSO_SHOWN,
    questions=QUESTIONS,
    apply=apply_readings,
)
