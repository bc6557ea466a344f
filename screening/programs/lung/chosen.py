"""The lung program under the readings that a site chose."""

from dataclasses import replace

from screening.programs.lung.bulk import bulk_systems_under
from screening.programs.lung.category.questions import QUESTIONS as OF_LUNG_RADS
from screening.programs.lung.category.system import systems_under
from screening.programs.lung.eligibility.questions import QUESTIONS as OF_RULE_SETS
from screening.programs.lung.eligibility.rule_sets import rule_sets_under
from screening.protocol.program import Program
from screening.protocol.readings import InForce

QUESTIONS = (*OF_RULE_SETS, *OF_LUNG_RADS)


def apply_readings(program: Program, in_force: InForce) -> Program:
    """Return the program with everything built anew in which a reading counts."""
    return replace(
        program,
        rule_sets=rule_sets_under(in_force),
        systems=systems_under(in_force),
        bulk_systems=bulk_systems_under(in_force),
    )
