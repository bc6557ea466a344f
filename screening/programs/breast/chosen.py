"""The breast program under the readings that a site chose."""

from dataclasses import replace

from screening.programs.breast.bulk import bulk_systems_under
from screening.programs.breast.category.system import systems_under
from screening.programs.breast.eligibility.questions import QUESTIONS as OF_RULE_SETS
from screening.programs.breast.eligibility.rule_sets import rule_sets_under
from screening.programs.breast.questions import QUESTIONS as OTHERS
from screening.programs.breast.staging import staging_under
from screening.protocol.program import Program
from screening.protocol.readings import InForce

QUESTIONS = (*OF_RULE_SETS, *OTHERS)


def apply_readings(program: Program, in_force: InForce) -> Program:
    """Return the program with everything built anew in which a reading counts."""
    return replace(
        program,
        rule_sets=rule_sets_under(in_force),
        systems=systems_under(in_force),
        workup=replace(program.workup, staging=staging_under(in_force)),
        bulk_systems=bulk_systems_under(in_force),
    )
