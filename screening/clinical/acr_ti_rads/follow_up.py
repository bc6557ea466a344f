"""What follows a follow-up scan by the ACR TI-RADS User's Guide: biopsy, the next scan, the end."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from screening.clinical.acr_ti_rads.nodule import NoduleResult
from screening.clinical.acr_ti_rads.tables import LEVELS
from screening.clinical.acr_ti_rads.vocabulary import Level, Recommendation
from screening.clinical.inputs import required, within
from screening.clinical.reasons import Reason, ReasonValue

MONTHS_AFTER_RISE = 12
MONTHS_UNTIL_STABLE = 60
LONGEST_MONTHS = 600


class Action(StrEnum):
    """What follows the current scan."""

    FNA = "fna"
    SCAN = "scan"
    STOP = "stop"
    BY_CYTOLOGY = "by_cytology"
    BY_READER = "by_reader"


@dataclass(frozen=True, kw_only=True)
class Course:
    """What is known of a nodule before its current scan; None is not known.

    `months_since_first_exam` counts from the exam that asked for follow-up, and `has_grown` is the
    verdict of the growth rule against that exam.
    """

    previous_level: Level | None
    months_since_first_exam: Decimal | None
    has_grown: bool | None
    had_fna: bool | None


@dataclass(frozen=True)
class NextStep:
    """What follows, the months to the next scan if one does, and why."""

    action: Action
    months: Decimal | None
    reasons: tuple[Reason, ...]


def next_step(current: NoduleResult, course: Course) -> NextStep:
    """Return what follows the current scan of a nodule that was seen before.

    Source: TI-RADS User's Guide, Radiology 2018;287:29 (section 2 of the clinical reference): a
    nodule that has reached its FNA size is biopsied if it was not before; one whose level rose is
    scanned again in 12 months; one that did not grow in 5 years may be taken as benign; otherwise
    the schedule of its level goes on. Where none of these speaks the reader decides.
    """
    level = current.level
    if current.recommendation is Recommendation.FNA:
        if required("had_fna", course.had_fna):
            return NextStep(Action.BY_CYTOLOGY, None, (Reason("fna_done_before"),))
        return NextStep(Action.FNA, None, (Reason("fna_size_not_yet_biopsied"),))
    previous = required("previous_level", course.previous_level)
    if level > previous:
        levels: dict[str, ReasonValue] = {"from": previous, "to": level}
        return _scan_in(Decimal(MONTHS_AFTER_RISE), Reason("level_rose", levels))
    months = within("months_since_first_exam", course.months_since_first_exam, 0, LONGEST_MONTHS)
    return _on_schedule(current, months, course.has_grown)


def _on_schedule(current: NoduleResult, months: Decimal, has_grown: bool | None) -> NextStep:
    since: dict[str, ReasonValue] = {"months": months}
    if months >= MONTHS_UNTIL_STABLE:
        if required("has_grown", has_grown):
            return NextStep(Action.BY_READER, None, (Reason("grown_past_schedule", since),))
        return NextStep(Action.STOP, None, (Reason("stable_for_five_years", since),))
    if not current.meets_follow_up_size:
        size = Reason("no_follow_up_at_this_size", {"level": current.level})
        return NextStep(Action.STOP, None, (size,))
    due = next(due for due in LEVELS[current.level].follow_up_months if due > months)
    planned = Reason("schedule_goes_on", {"level": current.level, "due_months": due})
    return _scan_in(due - months, planned)


def _scan_in(months: Decimal, reason: Reason) -> NextStep:
    return NextStep(Action.SCAN, months, (reason,))
