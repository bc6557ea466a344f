"""The same lesion on earlier exams: what it was, since when it is followed, whether it grew."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from screening.clinical import acr_ti_rads
from screening.clinical.reasons import ClinicalInputError
from screening.clinical.thyroid_growth import Growth, growth
from screening.clinical.thyroid_implications import fill_in
from screening.programs.thyroid.reading import axes_of, sets_of
from screening.protocol.category import PriorExam
from screening.protocol.fields import Payload

LESION = "lesion_no"
DAYS_IN_MONTH = Decimal("30.4375")
# A scan that comes so much early still meets the one that was due (the windows open so early).
EARLY_MONTHS = Decimal("1.5")


@dataclass(frozen=True)
class Earlier:
    """A lesion on an earlier exam."""

    on: date
    payload: Payload
    result: acr_ti_rads.NoduleResult | None


@dataclass(frozen=True)
class Past:
    """What earlier exams say of a lesion; empty where none shows it."""

    earlier: tuple[Earlier, ...]

    @property
    def last(self) -> Earlier | None:
        """The lesion on the newest earlier exam that shows it."""
        return self.earlier[-1] if self.earlier else None

    @property
    def first_followed(self) -> Earlier | None:
        """The lesion on the exam from which its follow-up counts: the first that asked for it."""
        for each in self.earlier:
            asked = each.result.recommendation if each.result else None
            if asked is acr_ti_rads.Recommendation.FOLLOW_UP:
                return each
        return self.earlier[0] if self.earlier else None

    @property
    def level(self) -> acr_ti_rads.Level | None:
        """The level on the newest earlier exam."""
        return self.last.result.level if self.last and self.last.result else None


def past_of(payload: Payload, priors: Sequence[PriorExam]) -> Past:
    """Return what earlier exams show of the lesion with this number, oldest first."""
    number = payload.get(LESION)
    if number is None:
        return Past(())
    found = [
        Earlier(exam.performed_on, finding, _assessed(finding))
        for exam in sorted(priors, key=lambda exam: exam.performed_on)
        for finding in exam.findings
        if finding.get(LESION) == number
    ]
    return Past(tuple(found))


def _assessed(payload: Payload) -> acr_ti_rads.NoduleResult | None:
    sets = fill_in(sets_of(payload)).sets
    try:
        return acr_ti_rads.assess_nodule(sets.descriptors, sets.max_size_cm)
    except ClinicalInputError:
        return None


def grown_since(before: Payload, now: Payload) -> Growth | None:
    """Return the growth between two scans of a lesion; None unless both have three axes."""
    earlier, current = axes_of(before), axes_of(now)
    if earlier is None or current is None:
        return None
    try:
        return growth(earlier, current)
    except ClinicalInputError:
        return None


def months_between(earlier: date, later: date) -> Decimal:
    """Return the months between two scans, to a tenth."""
    return (Decimal((later - earlier).days) / DAYS_IN_MONTH).quantize(Decimal("0.1"))


def scheduled_months(months: Decimal, schedule: Sequence[int]) -> Decimal:
    """Return the months since the first scan as the schedule counts them: a little early is due."""
    for due in schedule:
        if 0 < due - months <= EARLY_MONTHS:
            return Decimal(due)
    return months
