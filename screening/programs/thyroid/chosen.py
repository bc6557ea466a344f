"""The thyroid program under the readings that a site chose."""

from dataclasses import replace

from screening.programs.thyroid.bulk import bulk_systems_under
from screening.programs.thyroid.category.systems import systems_under
from screening.protocol.program import Program
from screening.protocol.readings import InForce


def apply_readings(program: Program, in_force: InForce) -> Program:
    """Return the program with everything built anew in which a reading counts."""
    return replace(
        program, systems=systems_under(in_force), bulk_systems=bulk_systems_under(in_force)
    )
