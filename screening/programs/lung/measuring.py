"""What the measurements of a finding imply, and which of them are impossible or unlikely."""

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal

from screening.programs.lung.questionnaire.answers import check_exclusive
from screening.protocol.answers import number
from screening.protocol.fields import Payload
from screening.protocol.wording import N_, Problem, Sentence

TENTH = Decimal("0.1")
MASS_ABOVE_MM = 30
MASS_ASKED_UP_TO_MM = 60
CENTIMETERS_BELOW_MM = 3
SPHERE_FACTOR = Decimal("0.5235987755982989")
VOLUME_DIFFERENCE_FACTOR = 2
CHANGES_OF_SIZE = ("growing", "slow_growing", "threshold_crossed")
CHANGES_OF_SOLID_PART = ("solid_component_new", "solid_component_growing")


def mean_diameter_mm(finding: Payload) -> Decimal | None:
    """Return the typed mean diameter, else the mean of the axes to 0.1 mm, an exact half up."""
    typed = number(finding, "mean_diameter_mm")
    return _mean_of_axes(finding) if typed is None else typed


def _mean_of_axes(finding: Payload) -> Decimal | None:
    long_mm, short_mm = number(finding, "long_mm"), number(finding, "short_mm")
    if long_mm is None or short_mm is None:
        return None
    return ((long_mm + short_mm) / 2).quantize(TENTH, ROUND_HALF_UP)


def compute_finding(finding: Payload) -> Payload:
    """Return the mean diameter where it follows from the axes."""
    mean = mean_diameter_mm(finding)
    if mean is None or finding.get("mean_diameter_mm") is not None:
        return {}
    return {"mean_diameter_mm": mean}


def check_finding(finding: Payload) -> Iterable[Problem]:
    """Find impossible measurements, which are refused, and unlikely ones, which are asked."""
    yield from _check_axes(finding)
    yield from _check_solid_part(finding)
    yield from _check_change(finding)
    yield from _check_size(finding)
    yield from _check_volume(finding)
    yield from check_exclusive(finding, "suspicious_features")


def _check_axes(finding: Payload) -> Iterator[Problem]:
    long_mm, short_mm = number(finding, "long_mm"), number(finding, "short_mm")
    if long_mm is not None and short_mm is not None and short_mm > long_mm:
        message = N_("The short axis ({short} mm) is longer than the long axis ({long} mm)")
        yield Problem("short_mm", Sentence(message, {"short": short_mm, "long": long_mm}))
    typed, computed = number(finding, "mean_diameter_mm"), _mean_of_axes(finding)
    if typed is not None and computed is not None and abs(typed - computed) > TENTH:
        message = N_("The mean of the axes is {computed} mm, {typed} mm was typed; which is right?")
        sentence = Sentence(message, {"computed": computed, "typed": typed})
        yield Problem("mean_diameter_mm", sentence, is_question=True)


def _check_solid_part(finding: Payload) -> Iterator[Problem]:
    solid_mm, mean_mm = number(finding, "solid_component_mm"), mean_diameter_mm(finding)
    if solid_mm is not None and mean_mm is not None and solid_mm > mean_mm:
        message = N_("The solid part ({solid} mm) is larger than the whole nodule ({mean} mm)")
        sentence = Sentence(message, {"solid": solid_mm, "mean": mean_mm})
        yield Problem("solid_component_mm", sentence)


def _check_change(finding: Payload) -> Iterator[Problem]:
    is_part_solid, status = finding.get("finding") == "part_solid", finding.get("status")
    if is_part_solid and status == "growing":
        message = N_("Say which part grows: the solid part, or the whole beyond a size class")
        yield Problem("status", Sentence(message))
    if not is_part_solid and status in CHANGES_OF_SOLID_PART:
        message = N_("Only a part-solid nodule has a solid part; correct the finding or the change")
        yield Problem("status", Sentence(message))


def _check_size(finding: Payload) -> Iterator[Problem]:
    size_mm = number(finding, "long_mm") or mean_diameter_mm(finding)
    if size_mm is None:
        return
    field = "mean_diameter_mm" if number(finding, "long_mm") is None else "long_mm"
    if MASS_ABOVE_MM < size_mm <= MASS_ASKED_UP_TO_MM:
        message = N_("{size} mm is a mass, not a nodule; confirm it or correct it")
        yield Problem(field, Sentence(message, {"size": size_mm}), is_question=True)
    if size_mm < CENTIMETERS_BELOW_MM and _is_worrying(finding):
        message = N_("{size} mm for a finding that changes or looks suspicious: typed in cm?")
        yield Problem(field, Sentence(message, {"size": size_mm}), is_question=True)


def _is_worrying(finding: Payload) -> bool:
    features = finding.get("suspicious_features")
    has_features = isinstance(features, tuple) and features not in ((), ("none",))
    return has_features or finding.get("status") in CHANGES_OF_SIZE


def _check_volume(finding: Payload) -> Iterator[Problem]:
    volume, mean_mm = number(finding, "volume_mm3"), mean_diameter_mm(finding)
    if not volume or not mean_mm:
        return
    sphere = (SPHERE_FACTOR * mean_mm**3).quantize(Decimal(1), ROUND_HALF_UP)
    if max(volume, sphere) > VOLUME_DIFFERENCE_FACTOR * min(volume, sphere):
        message = N_("A sphere of {mean} mm has {sphere} mm³, {volume} mm³ was typed; confirm")
        values = {"mean": mean_mm, "sphere": sphere, "volume": volume}
        yield Problem("volume_mm3", Sentence(message, values), is_question=True)
