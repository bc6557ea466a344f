"""The rows of the v2022 decision table for nodules that have a size, by type of nodule."""

from screening.clinical.lung_rads.nodule import Nodule, Verdict
from screening.clinical.lung_rads.part_solid import part_solid_by_size
from screening.clinical.lung_rads.size_rows import non_solid_by_size, solid_by_size
from screening.clinical.lung_rads.sizes import required_size
from screening.clinical.lung_rads.steps import disputed, step_down
from screening.clinical.lung_rads.tables import (
    JUXTAPLEURAL_LIMIT_MM,
    JUXTAPLEURAL_STATUSES,
    NON_SOLID,
    NON_SOLID_ANY_SIZE,
    PART_SOLID,
    SOLID,
    STEPPED,
)
from screening.clinical.lung_rads.vocabulary import Category, Morphology, Readings, Status
from screening.clinical.reasons import MissingInput, Reason


def solid(nodule: Nodule, status: Status, readings: Readings) -> Verdict:
    """Categorize a solid or cavitary nodule (section 5.4)."""
    if status in STEPPED:
        return step_down(nodule, status, readings)
    if status is Status.SLOW_GROWING:
        return _slow_growth(nodule)
    return solid_by_size(nodule, status, readings, SOLID)


def part_solid(nodule: Nodule, status: Status, readings: Readings) -> Verdict:
    """Categorize a part-solid nodule (section 5.4)."""
    if status in STEPPED:
        return step_down(nodule, status, readings)
    if status is Status.SLOW_GROWING:
        return _slow_growth(nodule)
    return part_solid_by_size(nodule, status, readings, PART_SOLID)


def non_solid(nodule: Nodule, status: Status, readings: Readings) -> Verdict:
    """Categorize a non-solid nodule (section 5.4)."""
    if status in NON_SOLID_ANY_SIZE:
        return Verdict(Category.TWO, (Reason("non_solid_any_size", {"status": status}),))
    return non_solid_by_size(nodule, status, readings, NON_SOLID)


def juxtapleural(nodule: Nodule, status: Status, readings: Readings) -> Verdict:
    """Categorize a juxtapleural nodule: benign if small and smooth, else as solid (5.4)."""
    note: tuple[Reason, ...] = ()
    if status is Status.GROWING:
        choice = "as_solid" if readings.growing_juxtapleural_as_solid else Category.TWO
        note = (disputed("growing_juxtapleural_as_solid", choice),)
    broken_by = _benign_pattern_broken_by(nodule, status, readings)
    if broken_by is not None:
        as_solid = solid(nodule, status, readings)
        return Verdict(as_solid.category, (broken_by, *as_solid.reasons, *note))
    size = required_size(nodule, readings.rounding)
    values = {
        "morphology": nodule.morphology or "",
        "size": size.value,
        "limit": size.limit(JUXTAPLEURAL_LIMIT_MM),
        "unit": size.unit,
    }
    return Verdict(Category.TWO, (Reason("juxtapleural_benign", values), *note))


def _benign_pattern_broken_by(nodule: Nodule, status: Status, readings: Readings) -> Reason | None:
    """Return why a juxtapleural nodule counts as solid; None if the benign row applies."""
    stays_benign = status is Status.GROWING and not readings.growing_juxtapleural_as_solid
    if status not in JUXTAPLEURAL_STATUSES and not stays_benign:
        return Reason("juxtapleural_as_solid", {"cause": "status", "value": status})
    if nodule.morphology is Morphology.IRREGULAR:
        return Reason("juxtapleural_as_solid", {"cause": "morphology", "value": "irregular"})
    size = required_size(nodule, readings.rounding)
    if size.is_at_least(JUXTAPLEURAL_LIMIT_MM):
        return Reason("juxtapleural_as_solid", {"cause": "size", "value": size.value})
    if nodule.morphology is None:
        raise MissingInput("morphology")
    return None


def _slow_growth(nodule: Nodule) -> Verdict:
    return Verdict(Category.FOUR_B, (Reason("slow_growth", {"finding": nodule.finding}),))
