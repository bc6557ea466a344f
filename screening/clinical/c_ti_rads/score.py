"""The score of a nodule by C-TIRADS 2020, in both readings of a comet tail beside calcification."""

from collections.abc import Iterator
from dataclasses import dataclass

from screening.clinical.c_ti_rads.tables import COMET_TAIL, FEATURES, SUSPICIOUS_FEATURES
from screening.clinical.c_ti_rads.vocabulary import Nodule, Readings
from screening.clinical.inputs import required
from screening.clinical.reasons import InvalidInput, Reason


@dataclass(frozen=True)
class Score:
    """The score in force and the plain sum; the latter is None if the comet tail is not known."""

    value: int
    plain_sum: int | None
    reasons: tuple[Reason, ...]


def has_nodule(nodule: Nodule) -> bool:
    """Tell whether there is a nodule; a known feature or size says so where nothing else does.

    Raises MissingInput if nothing is known, InvalidInput if features contradict the answer no.
    """
    described = {feature: getattr(nodule, feature) for feature in FEATURES}
    if nodule.nodule is None:
        if nodule.max_size_mm is None and set(described.values()) == {None}:
            required("nodule", nodule.nodule)
        return True
    if not nodule.nodule:
        _refuse_described(nodule)
    return nodule.nodule


def score(nodule: Nodule, readings: Readings) -> Score:
    """Return the score of a nodule: a point for each suspicious feature, less a comet tail.

    Source: C-TIRADS 2020 (section 3 of the clinical reference). MissingInput names a feature on
    which the score depends: beside a microcalcification the comet tail may be one that does not.
    """
    counted = [
        feature for feature in SUSPICIOUS_FEATURES if required(feature, _of(nodule, feature))
    ]
    hidden = bool(nodule.microcalcification) and readings.highest_focus_counts
    comet_tail = nodule.comet_tail if hidden else required(COMET_TAIL, nodule.comet_tail)
    is_subtracted = bool(comet_tail) and not hidden
    return Score(
        value=len(counted) - is_subtracted,
        plain_sum=None if comet_tail is None else len(counted) - comet_tail,
        reasons=tuple(_reasons(nodule, counted, readings, is_subtracted=is_subtracted)),
    )


def _of(nodule: Nodule, feature: str) -> bool | None:
    value: bool | None = getattr(nodule, feature)
    return value


def _refuse_described(nodule: Nodule) -> None:
    for feature in FEATURES:
        if _of(nodule, feature):
            raise InvalidInput(feature, "yes", "it is no or blank where there is no nodule")
    if nodule.max_size_mm is not None:
        raise InvalidInput("max_size_mm", nodule.max_size_mm, "it is blank without a nodule")


def _reasons(
    nodule: Nodule, counted: list[str], readings: Readings, *, is_subtracted: bool
) -> Iterator[Reason]:
    for feature in counted:
        yield Reason("feature_counts", {"feature": feature, "points": 1})
    if not counted:
        yield Reason("no_suspicious_feature")
    if is_subtracted:
        yield Reason("feature_counts", {"feature": COMET_TAIL, "points": -1})
    if nodule.microcalcification and nodule.comet_tail:
        choice = "yes" if readings.highest_focus_counts else "no"
        values = {"reading": "highest_focus_counts", "choice": choice}
        yield Reason("disputed_reading", values)
