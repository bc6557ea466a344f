"""The status that measurements of one lesion over several exams propose to the reader."""

from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise, takewhile

from screening.clinical.lung_rads.categorize import categorize_nodule
from screening.clinical.lung_rads.nodule import Nodule
from screening.clinical.lung_rads.sizes import to_tenth_mm
from screening.clinical.lung_rads.tables import ORDER_IN_AN_EXAM
from screening.clinical.lung_rads.vocabulary import Finding, Morphology, Status
from screening.clinical.reasons import InvalidInput, MissingInput

GROWTH_MM = Decimal("1.5")
GROWTH_MONTHS = 12

# Airway nodules and cysts have no size rows: after the first exam the reader gives their status.
MEASURED = (
    Finding.SOLID,
    Finding.CAVITARY,
    Finding.PART_SOLID,
    Finding.NON_SOLID,
    Finding.JUXTAPLEURAL,
)


@dataclass(frozen=True, kw_only=True)
class Sighting:
    """A lesion on one exam: `solid_component_mm` is 0 if it had no solid part then."""

    examined_on: date
    is_visible: bool = True
    mean_diameter_mm: Decimal | None = None
    solid_component_mm: Decimal | None = None
    volume_mm3: int | None = None


Measure = Callable[[Sighting], Decimal]


def months_between(earlier: date, later: date) -> Decimal:
    """Return whole calendar months plus the days left over as thirtieths of a month."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    last_day = monthrange(later.year, later.month)[1]
    if later.day >= min(earlier.day, last_day):
        days = later.day - min(earlier.day, last_day)
    else:
        months -= 1
        before = later.replace(day=1) - timedelta(days=1)
        days = later.day + before.day - min(earlier.day, before.day)
    # The thirty-first day of a month does not complete it.
    return months + Decimal(min(days, 29)) / 30


def derive_status(
    finding: Finding, sightings: Sequence[Sighting], morphology: Morphology | None = None
) -> Status:
    """Return the status to propose; where several hold, the one with the highest category.

    Source: section 5.2 of the clinical reference. The latest sighting is the current exam, the
    others are all earlier CTs, those on which the lesion was not visible included.
    """
    statuses = possible_statuses(finding, sightings, morphology)
    if len(statuses) == 1:
        return statuses[0]
    current = _in_order(sightings)[-1]

    def severity(status: Status) -> int:
        return _severity(finding, current, status, morphology)

    return max(statuses, key=severity)


def possible_statuses(
    finding: Finding, sightings: Sequence[Sighting], morphology: Morphology | None = None
) -> tuple[Status, ...]:
    """Return every status that the measurements support; MissingInput if they support none."""
    ordered = _in_order(sightings)
    without_measuring = _status_without_measuring(ordered)
    if without_measuring is not None:
        return (without_measuring,)
    if finding not in MEASURED:
        raise MissingInput("status")
    series = _since_it_appeared(ordered)
    rises = _rising_statuses(finding, series)
    previous, current = (
        _severity(finding, sighting, Status.BASELINE, morphology) for sighting in series[-2:]
    )
    if current > previous:
        rises = (*rises, Status.THRESHOLD_CROSSED)
    if rises:
        return rises
    shrinks = _pace_mm(series[-2], series[-1], _diameter_mm) < -GROWTH_MM
    return (Status.DECREASED,) if shrinks else (Status.STABLE,)


def _in_order(sightings: Sequence[Sighting]) -> list[Sighting]:
    if not sightings:
        raise MissingInput("mean_diameter_mm")
    ordered = sorted(sightings, key=lambda sighting: sighting.examined_on)
    for before, after in pairwise(ordered):
        if before.examined_on == after.examined_on:
            raise InvalidInput("examined_on", after.examined_on, "each exam has its own date")
    return ordered


def _status_without_measuring(ordered: Sequence[Sighting]) -> Status | None:
    *earlier, current = ordered
    if not current.is_visible:
        if any(sighting.is_visible for sighting in earlier):
            return Status.RESOLVED
        raise InvalidInput("is_visible", "no", "a lesion is visible on at least one exam")
    if not earlier:
        return Status.BASELINE
    return None if earlier[-1].is_visible else Status.NEW


def _since_it_appeared(ordered: Sequence[Sighting]) -> list[Sighting]:
    """Return the unbroken run of exams with the lesion up to the current one."""
    run = list(takewhile(lambda sighting: sighting.is_visible, reversed(ordered)))
    return run[::-1]


def _rising_statuses(finding: Finding, series: Sequence[Sighting]) -> tuple[Status, ...]:
    """Return the statuses of growth; slow growth only if no exam of the series grew faster."""
    measures: list[Measure] = [_diameter_mm]
    statuses: list[Status] = []
    if finding is Finding.PART_SOLID:
        measures.append(_solid_part_mm)
        statuses = _solid_part_statuses(series)
    elif _grew(series, _diameter_mm):
        statuses = [Status.GROWING]
    grew_once = any(
        _grew(series[:end], measure) for measure in measures for end in range(2, len(series) + 1)
    )
    rose_slowly = any(_rose_over_intervals(series, measure) for measure in measures)
    if rose_slowly and not grew_once:
        statuses.append(Status.SLOW_GROWING)
    return tuple(statuses)


def _solid_part_statuses(series: Sequence[Sighting]) -> list[Status]:
    previous_mm, current_mm = (_solid_part_mm(sighting) for sighting in series[-2:])
    if previous_mm == 0 and current_mm > 0:
        return [Status.SOLID_COMPONENT_NEW]
    return [Status.SOLID_COMPONENT_GROWING] if _grew(series, _solid_part_mm) else []


def _grew(series: Sequence[Sighting], measure: Measure) -> bool:
    """Tell whether the last of a series rose by more than 1.5 mm within 12 months."""
    *earlier, current = series
    if _pace_mm(earlier[-1], current, measure) > GROWTH_MM:
        return True
    return any(
        measure(current) - measure(before) > GROWTH_MM
        for before in earlier
        if months_between(before.examined_on, current.examined_on) <= GROWTH_MONTHS
    )


def _pace_mm(before: Sighting, now: Sighting, measure: Measure) -> Decimal:
    """Return the change, scaled down to 12 months over a longer gap and never scaled up."""
    change_mm = measure(now) - measure(before)
    months = months_between(before.examined_on, now.examined_on)
    return change_mm if months <= GROWTH_MONTHS else change_mm * GROWTH_MONTHS / months


def _rose_over_intervals(series: Sequence[Sighting], measure: Measure) -> bool:
    """Tell whether the total rise over at least two intervals is more than 1.5 mm."""
    return any(measure(series[-1]) - measure(before) > GROWTH_MM for before in series[:-2])


def _diameter_mm(sighting: Sighting) -> Decimal:
    if sighting.mean_diameter_mm is None:
        raise MissingInput("mean_diameter_mm")
    return to_tenth_mm(sighting.mean_diameter_mm)


def _solid_part_mm(sighting: Sighting) -> Decimal:
    if sighting.solid_component_mm is None:
        raise MissingInput("solid_component_mm")
    return to_tenth_mm(sighting.solid_component_mm)


def _severity(
    finding: Finding, sighting: Sighting, status: Status, morphology: Morphology | None
) -> int:
    """Return the rank of the category that a sighting would have in a status."""
    nodule = Nodule(
        finding=finding,
        status=status,
        mean_diameter_mm=sighting.mean_diameter_mm,
        solid_component_mm=sighting.solid_component_mm,
        volume_mm3=sighting.volume_mm3,
        morphology=morphology,
    )
    return ORDER_IN_AN_EXAM.index(categorize_nodule(nodule).category)
