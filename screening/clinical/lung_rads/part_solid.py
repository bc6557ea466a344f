"""The size rows of part-solid nodules, by the total and by the solid part."""

from screening.clinical.lung_rads.nodule import Nodule, Verdict
from screening.clinical.lung_rads.size_rows import row_of, size_reason, solid_part_reason
from screening.clinical.lung_rads.sizes import (
    Size,
    known_size,
    required_size,
    required_solid_part,
)
from screening.clinical.lung_rads.steps import disputed
from screening.clinical.lung_rads.tables import SOLID_PART_STATUSES, PartSolidTable, SizeRow
from screening.clinical.lung_rads.vocabulary import Category, Readings, Status
from screening.clinical.reasons import InvalidInput


def part_solid_by_size(
    nodule: Nodule, status: Status, readings: Readings, table: PartSolidTable
) -> Verdict:
    """Categorize a part-solid nodule that is neither stable nor smaller."""
    if status in SOLID_PART_STATUSES:
        return _part_solid_with_grown_solid_part(nodule, status, readings, table)
    if status is Status.NEW:
        return _part_solid_new(nodule, readings, table)
    return _part_solid_at_baseline(nodule, status, readings, table)


def _part_solid_at_baseline(
    nodule: Nodule, status: Status, readings: Readings, table: PartSolidTable
) -> Verdict:
    size = required_size(nodule, readings.rounding)
    if not size.is_at_least(table.total_limit_mm):
        row = SizeRow(None, table.total_limit_mm, Category.TWO)
        return Verdict(row.category, (size_reason(nodule, status, size, row),))
    total = size_reason(nodule, status, size, SizeRow(table.total_limit_mm, None, Category.THREE))
    if status is Status.THRESHOLD_CROSSED and not readings.threshold_rule_for_solid_part:
        note = disputed("threshold_rule_for_solid_part", "no")
        return Verdict(Category.THREE, (total, note))
    part = required_solid_part(nodule, readings.rounding)
    row = row_of(table.at_baseline_by_solid_part, part)
    reasons = [total, solid_part_reason(status, part, row)]
    if status is Status.THRESHOLD_CROSSED:
        reasons.append(disputed("threshold_rule_for_solid_part", "yes"))
    return Verdict(row.category, tuple(reasons))


def _part_solid_new(nodule: Nodule, readings: Readings, table: PartSolidTable) -> Verdict:
    part = required_solid_part(nodule, readings.rounding)
    if part.is_at_least(table.new_solid_part_limit_mm):
        return _part_solid_new_with_large_solid_part(nodule, part, readings, table)
    part_row = SizeRow(None, table.new_solid_part_limit_mm, Category.THREE)
    size = required_size(nodule, readings.rounding)
    row = row_of(table.new_by_total, size)
    return Verdict(
        row.category,
        (
            solid_part_reason(Status.NEW, part, part_row),
            size_reason(nodule, Status.NEW, size, row),
        ),
    )


def _part_solid_new_with_large_solid_part(
    nodule: Nodule, part: Size, readings: Readings, table: PartSolidTable
) -> Verdict:
    """Return 4B at any total; below 6 mm a second row matches, and the reading decides."""
    row = SizeRow(table.new_solid_part_limit_mm, None, Category.FOUR_B)
    reason = solid_part_reason(Status.NEW, part, row)
    size = known_size(nodule, readings.rounding)
    if size is None or size.is_at_least(table.total_limit_mm):
        return Verdict(row.category, (reason,))
    choice = readings.small_new_part_solid
    return Verdict(choice, (reason, disputed("small_new_part_solid", choice)))


def _part_solid_with_grown_solid_part(
    nodule: Nodule, status: Status, readings: Readings, table: PartSolidTable
) -> Verdict:
    part = required_solid_part(nodule, readings.rounding)
    if nodule.solid_component_mm == 0:
        raise InvalidInput(
            "solid_component_mm", 0, "a solid part is there if it is {status}", status=status
        )
    row = row_of(table.grown_by_solid_part, part)
    return Verdict(row.category, (solid_part_reason(status, part, row),))
