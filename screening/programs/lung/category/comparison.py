"""Fills what the reader left blank from the earlier exams: change, category before, months."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from screening.clinical.lung_rads import (
    Category,
    Finding,
    Nodule,
    Sighting,
    Status,
    months_between,
    possible_statuses,
)
from screening.clinical.lung_rads.status import GROWTH_MM, MEASURED
from screening.clinical.reasons import ClinicalInputError, MissingInput
from screening.programs.lung.category.earlier import (
    Before,
    Look,
    category_before,
    look_back,
    sighting_of,
)
from screening.programs.lung.category.nodules import prior_category
from screening.programs.lung.wording import notes
from screening.protocol.answers import number
from screening.protocol.category import ExamRecord
from screening.protocol.fields import UNKNOWN, Payload
from screening.protocol.wording import Sentence

BASELINE_EXAM = "baseline"
STEPPED = (
    Finding.SOLID,
    Finding.CAVITARY,
    Finding.PART_SOLID,
    Finding.JUXTAPLEURAL,
    Finding.CYST,
)

# A finding that is recorded is not gone.
ANY_STATUS = tuple(status for status in Status if status is not Status.RESOLVED)
COMPARED = tuple(status for status in ANY_STATUS if status is not Status.BASELINE)
SEEN_BEFORE = tuple(status for status in COMPARED if status is not Status.NEW)


@dataclass(frozen=True)
class Change:
    """The changes that hold (`is_known`), or one of which holds; `missing` would tell which."""

    statuses: tuple[Status, ...]
    is_known: bool = True
    missing: str = "status"
    notes: tuple[Sentence, ...] = ()


def find_change(payload: Payload, nodule: Nodule, record: ExamRecord) -> Change:
    """Return the change of a finding whose change was not entered."""
    looks = look_back(payload, record.priors) if record.priors else []
    if looks and looks[-1].is_clear:
        change = _measured(payload, nodule, record.performed_on, looks)
    elif looks:
        change = Change(COMPARED, is_known=False)
    else:
        change = _without_record(payload, record)
    growth_mm = number(payload, "growth_mm_12m")
    has_typed = nodule.finding in MEASURED and nodule.finding is not Finding.PART_SOLID
    is_open = not change.is_known or change.statuses == (Status.BASELINE,)
    if is_open and has_typed and growth_mm is not None and growth_mm > GROWTH_MM:
        return Change((Status.GROWING,), notes=(notes.growth_typed(growth_mm),))
    return change


def _without_record(payload: Payload, record: ExamRecord) -> Change:
    """Return baseline, unless there is an earlier CT elsewhere or the reader is not sure."""
    has_other_ct = record.details.get("prior_available") in ("yes", "being_located")
    if has_other_ct or payload.get("status") == UNKNOWN:
        return Change(ANY_STATUS, is_known=False)
    if record.purpose == BASELINE_EXAM:
        return Change((Status.BASELINE,))
    return Change((Status.BASELINE,), notes=(notes.nothing_to_compare(),))


def _measured(payload: Payload, nodule: Nodule, on: date, looks: Iterable[Look]) -> Change:
    earlier = [look for look in looks if look.is_clear]
    current = sighting_of(payload, on)
    sightings = [*(look.sighting for look in earlier), current]
    try:
        statuses = possible_statuses(nodule.finding, sightings, nodule.morphology)
    except MissingInput as error:
        missing = _to_enter(error.column, nodule, current)
        return Change(SEEN_BEFORE, is_known=False, missing=missing)
    except ClinicalInputError:
        return Change(SEEN_BEFORE, is_known=False)
    if statuses == (Status.NEW,):
        return Change(statuses, notes=(notes.new_since(earlier[-1].on),))
    return Change(statuses, notes=notes.change_measured(statuses, earlier[-1].on))


def _to_enter(column: str, nodule: Nodule, current: Sighting) -> str:
    """Return what would tell the change: a measurement of this exam, else the change itself."""
    known_here = {
        "mean_diameter_mm": current.mean_diameter_mm or nodule.volume_mm3,
        "solid_component_mm": current.solid_component_mm,
        "morphology": nodule.morphology,
    }
    return column if known_here.get(column, "") is None else "status"


def fill_before(
    payload: Payload, nodule: Nodule, record: ExamRecord
) -> tuple[Nodule, tuple[Sentence, ...]]:
    """Return the nodule with the category before and the months since, where they are on record."""
    typed = nodule.prior_category
    if nodule.finding not in STEPPED or None not in (typed, nodule.months_since_prior_ct):
        return nodule, ()
    before = category_before(payload, record.priors)
    entered = prior_category(record.details, "prior_category")
    category = typed or before.category or entered
    months = nodule.months_since_prior_ct
    if months is None:
        on = _day_before(before, record, is_typed=typed is not None)
        months = months_between(on, record.performed_on) if on else None
    filled = replace(nodule, prior_category=category, months_since_prior_ct=months)
    if typed or category is None:
        return filled, ()
    return filled, (_source(category, before),)


def _day_before(before: Before, record: ExamRecord, *, is_typed: bool) -> date | None:
    """Return the day of the exam that gave the category before."""
    entered = record.details.get("prior_ct_on")
    if before.on is None and isinstance(entered, date) and entered <= record.performed_on:
        return entered
    if before.on is None and is_typed:
        return max((exam.performed_on for exam in record.priors), default=None)
    return before.on


def _source(category: Category, before: Before) -> Sentence:
    if before.category is None or before.on is None:
        return notes.category_entered(category)
    if before.is_of_whole_exam:
        return notes.category_of_whole_exam(category, before.on)
    return notes.category_taken(category, before.on)
