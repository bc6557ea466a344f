"""What the columns of a system are: its own fields, else those of its program, else their names."""

from collections.abc import Mapping
from functools import cache

from screening.programs import all_programs
from screening.protocol.columns import as_input
from screening.protocol.fields import Field, FieldType
from screening.protocol.program import Program
from screening.protocol.systems import BulkSystem

REASONS = "reasons"


def inputs_of(system: BulkSystem) -> tuple[Field, ...]:
    """Return a field for every input column, in the order of the columns."""
    own = {field.code: field for field in system.fields}
    asked = _asked_by_program(system.code)
    return tuple(own.get(name) or asked.get(name) or _unnamed(name) for name in system.inputs)


def outcomes_of(system: BulkSystem) -> tuple[Field, ...]:
    """Return a field for every result column but the reasons, in the order of the columns."""
    own = {field.code: field for field in system.outcomes}
    return tuple(own.get(name) or _unnamed(name) for name in system.results if name != REASONS)


@cache
def _asked_by_program(code: str) -> Mapping[str, Field]:
    """Return what the program of a system asks elsewhere, by every name that files have for it."""
    for program in all_programs():
        if any(system.code == code for system in program.bulk_systems):
            return {
                name: as_input(field, name)
                for field in reversed(_fields(program))
                for name in (field.code, *field.aliases)
            }
    return {}


def _fields(program: Program) -> tuple[Field, ...]:
    exam = program.exam
    return (
        *exam.finding.fields,
        *exam.details,
        *exam.technique,
        *program.questionnaire.fields,
    )


def _unnamed(name: str) -> Field:
    return Field(name, name.replace("_", " "), FieldType.TEXT)
