"""Printed rows of sizes: the row in which a nodule lies, and the reason that says so."""

from collections.abc import Iterable, Mapping

from screening.clinical.lung_rads.nodule import Nodule, Verdict
from screening.clinical.lung_rads.sizes import Size, required_size
from screening.clinical.lung_rads.steps import disputed
from screening.clinical.lung_rads.tables import SizeRow
from screening.clinical.lung_rads.vocabulary import Readings, Status
from screening.clinical.reasons import Reason


def solid_by_size(
    nodule: Nodule,
    status: Status,
    readings: Readings,
    rows: Mapping[Status, tuple[SizeRow, ...]],
) -> Verdict:
    """Categorize a solid nodule that is neither stable nor smaller."""
    size = required_size(nodule, readings.rounding)
    row = row_of(rows[status], size)
    return Verdict(row.category, (size_reason(nodule, status, size, row),))


def non_solid_by_size(
    nodule: Nodule, status: Status, readings: Readings, rows: tuple[SizeRow, ...]
) -> Verdict:
    """Categorize a non-solid nodule; the highest row is not printed for one that grows."""
    size = required_size(nodule, readings.rounding)
    row = row_of(rows, size)
    reason = size_reason(nodule, status, size, row)
    if status is Status.GROWING and row is rows[-1]:
        choice = readings.growing_non_solid_from_30_mm
        return Verdict(choice, (reason, disputed("growing_non_solid_from_30_mm", choice)))
    return Verdict(row.category, (reason,))


def row_of(rows: Iterable[SizeRow], size: Size) -> SizeRow:
    """Return the printed row in which a size lies; rows go from small to large."""
    return next(row for row in rows if row.below_mm is None or not size.is_at_least(row.below_mm))


def size_reason(nodule: Nodule, status: Status, size: Size, row: SizeRow) -> Reason:
    """Return the reason that puts a nodule's size into a row."""
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


def solid_part_reason(status: Status, part: Size, row: SizeRow) -> Reason:
    """Return the reason that puts the size of a solid part into a row."""
    values = {"status": status, "solid_mm": part.value}
    lower, upper = row.at_least_mm, row.below_mm
    if lower is not None and upper is not None:
        return Reason("solid_part_between", {**values, "lower_mm": lower, "upper_mm": upper})
    if lower is not None:
        return Reason("solid_part_at_least", {**values, "limit_mm": lower})
    return Reason("solid_part_below", {**values, "limit_mm": upper or 0})
