"""The rows of the decision table for nodules that have a size, by type of nodule."""

from collections.abc import Iterable

from screening.clinical.lung_rads.nodule import Nodule, Verdict
from screening.clinical.lung_rads.sizes import (
    Size,
    known_size,
    required_size,
    required_solid_part,
)
from screening.clinical.lung_rads.steps import disputed, step_down
from screening.clinical.lung_rads.tables import (
    JUXTAPLEURAL_LIMIT_MM,
    JUXTAPLEURAL_STATUSES,
    NEW_SOLID_PART_LIMIT_MM,
    NON_SOLID,
    NON_SOLID_ANY_SIZE,
    NON_SOLID_LIMIT_MM,
    PART_SOLID_AT_BASELINE_BY_SOLID_PART,
    PART_SOLID_GROWN_BY_SOLID_PART,
    PART_SOLID_NEW_BY_TOTAL,
    PART_SOLID_TOTAL_LIMIT_MM,
    SOLID,
    SOLID_PART_STATUSES,
    STEPPED,
    SizeRow,
)
from screening.clinical.lung_rads.vocabulary import Category, Morphology, Readings, Status
from screening.clinical.reasons import InvalidInput, MissingInput, Reason


def solid(nodule: Nodule, status: Status, readings: Readings) -> Verdict:
    """Categorize a solid or cavitary nodule (section 5.4)."""
    if status in STEPPED:
        return step_down(nodule, status, readings)
    if status is Status.SLOW_GROWING:
        return _slow_growth(nodule)
    size = required_size(nodule, readings.rounding)
    row = _row_of(SOLID[status], size)
    return Verdict(row.category, (_size_reason(nodule, status, size, row),))


def part_solid(nodule: Nodule, status: Status, readings: Readings) -> Verdict:
    """Categorize a part-solid nodule (section 5.4)."""
    if status in STEPPED:
        return step_down(nodule, status, readings)
    if status is Status.SLOW_GROWING:
        return _slow_growth(nodule)
    if status in SOLID_PART_STATUSES:
        return _part_solid_with_grown_solid_part(nodule, status, readings)
    if status is Status.NEW:
        return _part_solid_new(nodule, readings)
    return _part_solid_at_baseline(nodule, status, readings)


def non_solid(nodule: Nodule, status: Status, readings: Readings) -> Verdict:
    """Categorize a non-solid nodule (section 5.4)."""
    if status in NON_SOLID_ANY_SIZE:
        return Verdict(Category.TWO, (Reason("non_solid_any_size", {"status": status}),))
    size = required_size(nodule, readings.rounding)
    row = _row_of(NON_SOLID, size)
    reason = _size_reason(nodule, status, size, row)
    if status is Status.GROWING and size.is_at_least(NON_SOLID_LIMIT_MM):
        choice = readings.growing_non_solid_from_30_mm
        return Verdict(choice, (reason, disputed("growing_non_solid_from_30_mm", choice)))
    return Verdict(row.category, (reason,))


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


def _part_solid_at_baseline(nodule: Nodule, status: Status, readings: Readings) -> Verdict:
    size = required_size(nodule, readings.rounding)
    if not size.is_at_least(PART_SOLID_TOTAL_LIMIT_MM):
        row = SizeRow(None, PART_SOLID_TOTAL_LIMIT_MM, Category.TWO)
        return Verdict(row.category, (_size_reason(nodule, status, size, row),))
    total = _size_reason(
        nodule, status, size, SizeRow(PART_SOLID_TOTAL_LIMIT_MM, None, Category.THREE)
    )
    if status is Status.THRESHOLD_CROSSED and not readings.threshold_rule_for_solid_part:
        note = disputed("threshold_rule_for_solid_part", "no")
        return Verdict(Category.THREE, (total, note))
    part = required_solid_part(nodule, readings.rounding)
    row = _row_of(PART_SOLID_AT_BASELINE_BY_SOLID_PART, part)
    reasons = [total, _solid_part_reason(status, part, row)]
    if status is Status.THRESHOLD_CROSSED:
        reasons.append(disputed("threshold_rule_for_solid_part", "yes"))
    return Verdict(row.category, tuple(reasons))


def _part_solid_new(nodule: Nodule, readings: Readings) -> Verdict:
    part = required_solid_part(nodule, readings.rounding)
    if part.is_at_least(NEW_SOLID_PART_LIMIT_MM):
        return _part_solid_new_with_large_solid_part(nodule, part, readings)
    part_row = SizeRow(None, NEW_SOLID_PART_LIMIT_MM, Category.THREE)
    size = required_size(nodule, readings.rounding)
    row = _row_of(PART_SOLID_NEW_BY_TOTAL, size)
    return Verdict(
        row.category,
        (
            _solid_part_reason(Status.NEW, part, part_row),
            _size_reason(nodule, Status.NEW, size, row),
        ),
    )


def _part_solid_new_with_large_solid_part(
    nodule: Nodule, part: Size, readings: Readings
) -> Verdict:
    """Return 4B at any total; below 6 mm a second row matches, and the reading decides."""
    row = SizeRow(NEW_SOLID_PART_LIMIT_MM, None, Category.FOUR_B)
    reason = _solid_part_reason(Status.NEW, part, row)
    size = known_size(nodule, readings.rounding)
    if size is None or size.is_at_least(PART_SOLID_TOTAL_LIMIT_MM):
        return Verdict(row.category, (reason,))
    choice = readings.small_new_part_solid
    return Verdict(choice, (reason, disputed("small_new_part_solid", choice)))


def _part_solid_with_grown_solid_part(
    nodule: Nodule, status: Status, readings: Readings
) -> Verdict:
    part = required_solid_part(nodule, readings.rounding)
    if nodule.solid_component_mm == 0:
        raise InvalidInput("solid_component_mm", 0, f"a solid part is there if it is {status}")
    row = _row_of(PART_SOLID_GROWN_BY_SOLID_PART, part)
    return Verdict(row.category, (_solid_part_reason(status, part, row),))


def _slow_growth(nodule: Nodule) -> Verdict:
    return Verdict(Category.FOUR_B, (Reason("slow_growth", {"finding": nodule.finding}),))


def _row_of(rows: Iterable[SizeRow], size: Size) -> SizeRow:
    """Return the printed row in which a size lies; rows go from small to large."""
    return next(row for row in rows if row.below_mm is None or not size.is_at_least(row.below_mm))


def _size_reason(nodule: Nodule, status: Status, size: Size, row: SizeRow) -> Reason:
    values = {
        "finding": nodule.finding,
        "status": status,
        "size": size.value,
        "unit": size.unit,
    }
    lower, upper = row.at_least_mm, row.below_mm
    if lower is not None and upper is not None:
        limits = {"lower": size.limit(lower), "upper": size.limit(upper)}
        return Reason("size_between", {**values, **limits})
    if lower is not None:
        return Reason("size_at_least", {**values, "limit": size.limit(lower)})
    return Reason("size_below", {**values, "limit": size.limit(upper or 0)})


def _solid_part_reason(status: Status, part: Size, row: SizeRow) -> Reason:
    values = {"status": status, "solid_mm": part.value}
    lower, upper = row.at_least_mm, row.below_mm
    if lower is not None and upper is not None:
        return Reason("solid_part_between", {**values, "lower_mm": lower, "upper_mm": upper})
    if lower is not None:
        return Reason("solid_part_at_least", {**values, "limit_mm": lower})
    return Reason("solid_part_below", {**values, "limit_mm": upper or 0})
