"""What the publication of Lung-RADS leaves open, as questions that a site may answer."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from screening.clinical.lung_rads import V1_1, V2022, Category, Readings
from screening.clinical.lung_rads.vocabulary import PUBLISHED_DEFAULTS, Rounding
from screening.programs.lung.wording.labels import CHOICES_OF_READINGS
from screening.protocol.fields import YES_NO, Choice
from screening.protocol.readings import InForce, Question, Standing
from screening.protocol.wording import N_

SOURCE = N_(
    "American College of Radiology, Lung-RADS v2022; "
    "Christensen et al., CHEST 2024;165:738 and J Am Coll Radiol 2024;21:473"
)
SYSTEMS = (V2022.system, V1_1.system)

ASKED: Mapping[str, str] = {
    "stable_3_seen_from_3_months": N_("Which category has a 3 that is stable after 3 months?"),
    "stable_4a_seen_from_9_months": N_("Which category has a 4A that is stable after 9 months?"),
    "resolved": N_("Which category has a finding that is gone?"),
    "rounding": N_("How is a mean diameter that ends in half a tenth of a millimeter rounded?"),
    "small_new_part_solid": N_(
        "Which category has a new part-solid nodule under 6 mm with a solid part of 4 mm or more, "
        "which fits two rows?"
    ),
    "threshold_rule_for_solid_part": N_("Does a higher size class of the solid part count?"),
    "growing_non_solid_from_30_mm": N_(
        "Which category has a non-solid nodule that grows to 30 mm, for which there is no row?"
    ),
    "growing_juxtapleural_as_solid": N_("Does a growing juxtapleural nodule count as solid?"),
    "airway_content": N_("Which category have air, secretions or a tubular shape in an airway?"),
}
VALUES: Mapping[str, Mapping[str, object]] = {
    "stable_3_seen_from_3_months": {"3": Category.THREE, "2": Category.TWO},
    "stable_4a_seen_from_9_months": {"3": Category.THREE, "2": Category.TWO},
    "resolved": {"2": Category.TWO, "1": Category.ONE},
    "rounding": {each.value: each for each in Rounding},
    "small_new_part_solid": {"4B": Category.FOUR_B, "3": Category.THREE},
    "threshold_rule_for_solid_part": {"yes": True, "no": False},
    "growing_non_solid_from_30_mm": {"3": Category.THREE, "2": Category.TWO},
    "growing_juxtapleural_as_solid": {"yes": True, "no": False},
    "airway_content": {"2": Category.TWO, "0": Category.ZERO},
}


def _question(code: str) -> Question:
    values, published = VALUES[code], getattr(PUBLISHED_DEFAULTS, code)
    options = tuple(Choice(option, CHOICES_OF_READINGS.get(option, option)) for option in values)
    return Question(
        code,
        ASKED[code],
        Standing.DISPUTED,
        YES_NO if set(values) == {choice.code for choice in YES_NO} else options,
        next(option for option, value in values.items() if value == published),
        SOURCE,
        SYSTEMS,
    )


QUESTIONS: tuple[Question, ...] = tuple(_question(code) for code in ASKED)


def readings_of(in_force: InForce, others: Readings) -> Readings:
    """Return the answers as Lung-RADS takes them; what is no question stays as it is."""
    answers: dict[str, Any] = {code: VALUES[code][in_force[code]] for code in VALUES}
    return replace(others, **answers)
