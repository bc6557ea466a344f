"""What the earlier exams say of one finding: where the same lesion was seen, and where not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from screening.clinical.lung_rads import Category, Finding, Sighting
from screening.programs.lung.category.nodules import PRIOR_CATEGORIES, prior_category
from screening.programs.lung.findings import FOLLOWED
from screening.programs.lung.measuring import mean_diameter_mm
from screening.protocol.answers import number, word
from screening.protocol.category import PriorExam
from screening.protocol.fields import Payload

NEGATIVE = "1"
CLOUDED = (Finding.PRIOR_CT_PENDING, Finding.INFECTION_OR_INFLAMMATION)


@dataclass(frozen=True)
class Look:
    """One earlier exam, looked at for one finding.

    `finding` is the same lesion there, None if it was not seen; where `is_clear` is false nobody
    can say from the record whether it was.
    """

    on: date
    finding: Payload | None
    is_clear: bool = True

    @property
    def sighting(self) -> Sighting:
        """What this exam adds to the course of the lesion."""
        if self.finding is None or self.finding.get("status") == "resolved":
            return Sighting(examined_on=self.on, is_visible=False)
        return sighting_of(self.finding, self.on)


def sighting_of(payload: Payload, on: date) -> Sighting:
    """Return the measurements of a finding; a non-solid nodule has a solid part of 0 mm."""
    solid_mm = number(payload, "solid_component_mm")
    volume_mm3 = number(payload, "volume_mm3")
    return Sighting(
        examined_on=on,
        mean_diameter_mm=mean_diameter_mm(payload),
        solid_component_mm=Decimal(0) if payload.get("finding") == "non_solid" else solid_mm,
        volume_mm3=None if volume_mm3 is None else int(volume_mm3),
    )


def look_back(payload: Payload, priors: Sequence[PriorExam]) -> list[Look]:
    """Return what the earlier exams show, oldest first.

    Exams that did not see the whole lungs are left out, unless they saw the lesion.
    """
    looks = (_look(payload, exam) for exam in _in_order(priors))
    by_day: dict[date, Look] = {}
    for look in looks:
        if look is not None and (look.on not in by_day or look.finding is not None):
            by_day[look.on] = look
    return list(by_day.values())


def _in_order(priors: Sequence[PriorExam]) -> list[PriorExam]:
    return sorted(priors, key=lambda exam: exam.performed_on)


def _look(payload: Payload, exam: PriorExam) -> Look | None:
    numbered = _same_number(payload, exam)
    if numbered:
        return Look(exam.performed_on, numbered[0])
    if _perhaps_same(payload, exam):
        return Look(exam.performed_on, None, is_clear=False)
    if not exam.findings:
        return Look(exam.performed_on, None, is_clear=exam.category == NEGATIVE)
    seen = [word(Finding, finding, "finding") for finding in exam.findings]
    if Finding.INCOMPLETE_EXAM in seen:
        return None
    return Look(exam.performed_on, None, is_clear=not any(kind in CLOUDED for kind in seen))


def _same_number(payload: Payload, exam: PriorExam) -> list[Payload]:
    number = payload.get("lesion_no")
    if number is None:
        return []
    return [finding for finding in exam.findings if finding.get("lesion_no") == number]


def _perhaps_same(payload: Payload, exam: PriorExam) -> list[Payload]:
    """Return the lesions of an exam that may be this one, because a number is missing."""
    is_numbered = payload.get("lesion_no") is not None
    return [
        finding
        for finding in exam.findings
        if finding.get("finding") in FOLLOWED
        and not (is_numbered and finding.get("lesion_no") is not None)
    ]


@dataclass(frozen=True)
class Before:
    """The category that a finding had before, and the exam that gave it."""

    category: Category | None
    on: date | None
    is_of_whole_exam: bool = False


def category_before(payload: Payload, priors: Sequence[PriorExam]) -> Before:
    """Return the category of the same lesion on the last exam that shows it.

    Of an exam without findings its own category stands for them.
    """
    for exam in reversed(_in_order(priors)):
        whole = PRIOR_CATEGORIES.get(exam.category or "")
        if not exam.findings and whole is not None:
            return Before(whole, exam.performed_on, is_of_whole_exam=True)
        same = _same_number(payload, exam) or _perhaps_same(payload, exam)
        if same:
            categories = {_category_of(finding, exam) for finding in same}
            category = categories.pop() if len(categories) == 1 else None
            return Before(category, exam.performed_on)
    return Before(None, None)


def _category_of(finding: Payload, exam: PriorExam) -> Category | None:
    """Return a finding's category; where it is the exam's only one, the exam's final category."""
    final = PRIOR_CATEGORIES.get(exam.category or "")
    if len(exam.findings) == 1 and final is not None:
        return final
    return prior_category(finding, "category")
