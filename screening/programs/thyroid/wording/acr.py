"""The sentence for every reason that ACR TI-RADS gives, each with the number of its finding."""

from collections.abc import Iterator, Mapping, Sequence

from screening.clinical.acr_ti_rads import Circumstance, NoduleResult, Score
from screening.clinical.reasons import Reason
from screening.clinical.thyroid_descriptors import Descriptors
from screening.programs.thyroid.wording.labels import ANSWERS, in_mm, label
from screening.protocol.wording import N_, Sentence

SCORE = N_(
    "Finding {number}: {composition} {composition_points}, {echogenicity} {echogenicity_points}, "
    "{shape} {shape_points}, {margin} {margin_points}, echogenic foci {foci_points}; "
    "{total} points: {level}"
)
# Said by the line of the score, which holds them all.
IN_SCORE = ("feature_points", "level_of_points")

TEXTS: Mapping[str, str] = {
    "spongiform_has_no_points": N_(
        "Finding {number}: spongiform, so without points whatever else is seen: TR1"
    ),
    "echogenicity_contradicts_composition": N_(
        "Finding {number}: “{echogenicity}” does not go with “{composition}”; check both"
    ),
    "extension_is_malignant_until_proven_otherwise": N_(
        "Finding {number}: extension beyond the thyroid is malignant until proven otherwise"
    ),
    "disputed_reading": N_(
        "Finding {number}: the sources leave open whether a cystic nodule has the points of its "
        "other features; read as {choice}"
    ),
    "no_size_asks_for_more": N_("Finding {number}: {level} asks for nothing at any size"),
    "below_follow_up_size": N_("Finding {number}: {size} mm < {limit} mm, no follow-up at {level}"),
    "follow_up_size_reached": N_(
        "Finding {number}: {size} mm >= {limit} mm and < {fna_from} mm, follow-up at {level}"
    ),
    "fna_size_reached": N_("Finding {number}: {size} mm >= {limit} mm, FNA at {level}"),
    "fna_only_by_shared_decision": N_(
        "Finding {number}: below its FNA size an FNA is a shared decision only"
    ),
    "not_among_the_four_scored": N_(
        "Finding {number}: {points} points, not among the four nodules that are reported"
    ),
    "not_among_the_two_biopsied": N_(
        "Finding {number}: {points} points, not among the two nodules that are biopsied"
    ),
    "fna_size_not_yet_biopsied": N_("Finding {number}: not biopsied so far"),
    "fna_done_before": N_("Finding {number}: FNA was done before"),
    "level_rose": N_(
        "Finding {number}: {from_level} before, {to_level} now; next scan in 12 months"
    ),
    "stable_for_five_years": N_(
        "Finding {number}: no growth in {months} months, may be taken as benign"
    ),
    "grown_past_schedule": N_(
        "Finding {number}: grown after {months} months of follow-up; the reader decides"
    ),
    "no_follow_up_at_this_size": N_("Finding {number}: no follow-up of {level} at this size"),
    "schedule_goes_on": N_(
        "Finding {number}: {level}, next scan due {due_months} months after the first"
    ),
    "not_meant_for": N_("ACR TI-RADS is not meant for this: {circumstance}; clinical rules decide"),
}
SIZES: Mapping[str, str] = {"size_cm": "size", "limit_cm": "limit", "fna_from_cm": "fna_from"}
LEVELS: Mapping[str, str] = {"from": "from_level", "to": "to_level"}
CIRCUMSTANCES: Mapping[Circumstance, str] = {
    Circumstance.CHILD: N_("a child"),
    Circumstance.PET_AVID: N_("a nodule seen on PET"),
    Circumstance.RISK_SYNDROME: N_("a hereditary syndrome"),
    Circumstance.SUSPICIOUS_NODE: N_("a suspicious lymph node"),
}


def nodule_sentences(
    number: int, descriptors: Descriptors, result: NoduleResult
) -> Iterator[Sentence]:
    """Yield why a nodule has its level and what its size asks for."""
    if not result.score.is_stopped:
        yield Sentence(SCORE, _points(number, descriptors, result.score))
    yield from sentences_of(number, result.reasons)


def _points(number: int, descriptors: Descriptors, score: Score) -> dict[str, object]:
    words = ("composition", "echogenicity", "shape", "margin")
    return {
        "number": number,
        "total": score.total,
        "level": score.level.value,
        "foci_points": score.points.foci,
        **{word: label(word, str(getattr(descriptors, word))) for word in words},
        **{f"{word}_points": getattr(score.points, word) for word in words},
    }


def sentences_of(number: int, reasons: Sequence[Reason]) -> Iterator[Sentence]:
    """Yield the reasons about one finding in words; `number` counts from 1."""
    for reason in reasons:
        if reason.key not in IN_SCORE:
            yield Sentence(TEXTS[reason.key], {"number": number, **_values(reason)})


def _values(reason: Reason) -> dict[str, object]:
    return {
        SIZES.get(name, LEVELS.get(name, name)): _value(name, value)
        for name, value in reason.values.items()
    }


def _value(name: str, value: object) -> object:
    if name in SIZES:
        return in_mm(value)
    if name == "circumstance":
        return CIRCUMSTANCES[Circumstance(str(value))]
    if name == "choice":
        return ANSWERS[value == "yes"]
    return label(name, str(value))
