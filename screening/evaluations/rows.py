"""One row through a system: its results, or why it has none."""

from dataclasses import dataclass

from screening.clinical.reasons import ClinicalInputError
from screening.protocol.systems import BulkSystem, Texts

ERROR = "error"


@dataclass(frozen=True)
class Evaluated:
    """The result columns of a row; with an error those that are left and those that say so."""

    results: Texts
    error: ClinicalInputError | None = None


def evaluate_row(system: BulkSystem, inputs: Texts) -> Evaluated:
    """Return what a system makes of the inputs of a row."""
    try:
        return Evaluated(system.evaluate(inputs))
    except ClinicalInputError as error:
        return Evaluated({**system.left_on_error(inputs), **system.on_error}, error)
