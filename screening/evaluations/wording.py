"""Why a row has no result, as a sentence that can be translated."""

from screening.clinical.reasons import ClinicalInputError, InvalidInput
from screening.protocol.wording import N_, Sentence

NEEDED = N_("{column} is needed here and is not known")
IMPOSSIBLE = N_("{column} is {value}; {allowed}")


def sentence_of(error: ClinicalInputError, label: str = "") -> Sentence:
    """Return what is wrong with which column: its own name, or what a page calls it."""
    column = label or error.column
    if not isinstance(error, InvalidInput):
        return Sentence(NEEDED, {"column": column})
    allowed = Sentence(error.allowed, error.values)
    return Sentence(IMPOSSIBLE, {"column": column, "value": error.value, "allowed": allowed})
