"""Why a lymph node of the neck is read as it is."""

from collections.abc import Iterable, Mapping, Sequence

from screening.clinical.reasons import Reason
from screening.programs.thyroid.wording.notes import FEATURES
from screening.protocol.wording import N_, Sentence

TEXTS: Mapping[str, str] = {
    "suspicious_feature": N_("Suspicious feature: {feature}"),
    "no_hilum_and_round": N_(
        "No hilum, and round: {long_axis_mm} mm is less than twice {short_axis_mm} mm"
    ),
    "no_hilum_and_large": N_(
        "No hilum, and in level {node_level} a short axis of {short_axis_mm} mm >= {limit_mm} mm"
    ),
    "oval_with_hilum_and_central_flow": N_("Oval, hilum seen, flow central"),
    "fits_no_row": N_("Fits no row of the table"),
}


def sentences_of(reasons: Iterable[Reason]) -> Sequence[Sentence]:
    """Return the reasons of a reading in words."""
    return tuple(Sentence(TEXTS[reason.key], _values(reason)) for reason in reasons)


def _values(reason: Reason) -> dict[str, object]:
    values: dict[str, object] = dict(reason.values)
    if "feature" in values:
        values["feature"] = FEATURES[str(values["feature"])]
    return values
