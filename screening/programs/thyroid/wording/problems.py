"""What to do about an input of a finding that is not known, or that no system fits."""

from collections.abc import Mapping

from screening.clinical.reasons import InvalidInput
from screening.programs.thyroid.wording.labels import name_of
from screening.protocol.wording import N_, Sentence

NOTHING_ENTERED = N_("Enter what was seen, or “No nodule”")
TO_ENTER: Mapping[str, str] = {
    "nodule": N_("Choose what was seen"),
    "max_size_mm": N_("Measure the three axes, or enter the largest diameter"),
    "flow": N_("Look at the flow in the node with color Doppler"),
}
_ENTER = N_("Enter “{field}”")
TO_CORRECT: Mapping[str, str] = {
    "echogenicity": N_(
        "This echogenicity does not fit the composition: a cystic nodule is anechoic, the solid "
        "part of another one is not"
    ),
    "echogenic_foci": N_(
        "These foci alone make 1 point, which no level has; check the description"
    ),
}
_IMPOSSIBLE = N_("{value} is not possible here; correct it")


def missing_input(column: str) -> Sentence:
    """Return what to enter for an input on which the result depends."""
    if column in TO_ENTER:
        return Sentence(TO_ENTER[column])
    return Sentence(_ENTER, {"field": name_of(column)})


def impossible_input(error: InvalidInput) -> Sentence:
    """Return what to correct."""
    if error.column in TO_CORRECT:
        return Sentence(TO_CORRECT[error.column])
    return Sentence(_IMPOSSIBLE, {"value": str(error.value)})
