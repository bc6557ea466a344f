"""What to do about an input of a finding that is not known, or that no category fits."""

from collections.abc import Mapping

from screening.clinical.reasons import InvalidInput
from screening.programs.lung.findings import FINDING
from screening.protocol.fields import Payload
from screening.protocol.wording import N_, Problem, Sentence

NOTHING_ENTERED = N_("Enter what was seen, or “No nodule”")

_MEASURE = N_("Measure both axes, or enter the mean diameter or the volume")

TO_ENTER: Mapping[str, str] = {
    "finding": N_("Choose what was seen"),
    "status": N_("Enter the change, or the lesion number and its sizes on this and earlier exams"),
    "mean_diameter_mm": _MEASURE,
    "long_mm": _MEASURE,
    "short_mm": _MEASURE,
    "solid_component_mm": N_("Measure the solid part"),
    "prior_category": N_("Enter the category on the earlier exam"),
    "months_since_prior_ct": N_("Enter the months since the earlier CT"),
    "airway_level": N_("Enter the level in the airway"),
    "cyst_type": N_("Enter the kind of cyst"),
    "cyst_change": N_("Enter what changed in the cyst"),
    "morphology": N_("Enter the shape at the pleura"),
}

TO_CORRECT: Mapping[str, str] = {
    "status": N_("No category is published for such an airway nodule; the reader gives one"),
    "solid_component_mm": N_("A solid part that is new or growing is larger than 0 mm"),
    "cyst_change": N_("For a cyst of several chambers choose “Growing, with several chambers”"),
}
_IMPOSSIBLE = N_("{value} is not possible here; correct it")


def missing_input(column: str) -> Sentence:
    """Return what to enter for an input that the category depends on."""
    return Sentence(TO_ENTER[column])


def impossible_input(finding: Payload, error: InvalidInput) -> Sentence:
    """Return why an input is refused: as the form says it, where the form refuses it too."""
    for problem in FINDING.problems(finding):
        if _is_refusal_of(problem, error.column):
            return problem.sentence
    if error.column in TO_CORRECT:
        return Sentence(TO_CORRECT[error.column])
    return Sentence(_IMPOSSIBLE, {"value": str(error.value)})


def _is_refusal_of(problem: Problem, column: str) -> bool:
    return problem.field == column and not problem.is_question
