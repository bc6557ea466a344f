"""Published rows under another reading of an open question."""

from collections.abc import Mapping

from screening.clinical.reasons import ClinicalInputError
from screening.protocol.program import Program
from screening.protocol.systems import BulkSystem
from tests.factories.golden import golden_rows


def bulk(program: Program, code: str, **chosen: str) -> BulkSystem:
    """Return a system of a program where these readings are chosen."""
    systems = program.under(chosen).bulk_systems
    return next(system for system in systems if system.code == code)


def differing(program: Program, code: str, file: str, **chosen: str) -> list[str]:
    """Return the numbers of the rows of a vector file that these readings change."""
    published, read = bulk(program, code), bulk(program, code, **chosen)
    return [
        row["id"] for row in golden_rows(file) if _results(published, row) != _results(read, row)
    ]


def _results(system: BulkSystem, row: Mapping[str, str]) -> object:
    """Return the result columns of a row, but what is said in words."""
    inputs = {name: text for name, text in row.items() if name in system.inputs}
    try:
        given = system.evaluate(inputs)
    except ClinicalInputError as error:
        return str(error)
    return {name: text for name, text in given.items() if "reason" not in name}
