"""One assessment of a round: both breasts, every modality, and the work-up of an open 0."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from screening.clinical.bi_rads import (
    EDITION,
    REFERENCE_DEFAULTS,
    Breast,
    Category,
    Modality,
    Readings,
    Side,
    assess_exam,
)
from screening.programs.breast.category.breasts import (
    Look,
    look_at,
    modality_of,
    worst_of,
)
from screening.programs.breast.category.categories import result
from screening.programs.breast.wording import notes
from screening.programs.breast.wording.reasons import sentences_of
from screening.protocol.category import Categorization, ReadExam
from screening.protocol.wording import Sentence

SCREENING = ("baseline", "annual")


@dataclass
class _Side:
    """One breast over the exams of a round."""

    categories: dict[Modality, Category] = field(default_factory=dict)
    work_up: Category | None = None
    is_absent: bool = False

    def breast(self) -> Breast:
        return Breast(categories=self.categories, work_up=self.work_up, is_absent=self.is_absent)


@dataclass
class _Round:
    """Both breasts over the exams of a round, and what exams say of no breast in particular."""

    sides: dict[Side, _Side] = field(default_factory=lambda: {side: _Side() for side in Side})
    unsided: list[Category] = field(default_factory=list)
    work_up: Category | None = None

    def add(self, exam: ReadExam) -> None:
        """Add an exam; those of a round come in the order of their days."""
        look, stands = look_at(exam.record), Category(exam.category)
        is_screening = exam.record.purpose in SCREENING
        if look.worst is not stands or look.unsided.category is not None:
            self._add_unsided(stands, is_screening=is_screening)
        if look.worst is stands or look.worst is None:
            self._add_sides(look, exam.record.modality, is_screening=is_screening)

    def _add_unsided(self, category: Category, *, is_screening: bool) -> None:
        """Keep a category of which nobody can say to which breast it belongs."""
        if is_screening:
            self.unsided.append(category)
        else:
            self.work_up = category

    def _add_sides(self, look: Look, modality: str, *, is_screening: bool) -> None:
        name = modality_of(modality)
        for side, seen in look.breasts.items():
            known = self.sides[side]
            known.is_absent |= seen.is_absent
            if seen.category is None:
                continue
            if is_screening:
                worse = worst_of([known.categories.get(name), seen.category])
                known.categories[name] = worse or seen.category
            else:
                known.work_up = seen.category


def combine(
    exams: Sequence[ReadExam], readings: Readings = REFERENCE_DEFAULTS, version: str = EDITION
) -> Categorization:
    """Return the one assessment of a round's exams, which come in the order of their days."""
    whole = _Round()
    for exam in exams:
        whole.add(exam)
    return replace(_assessed(whole, readings), version=version)


def _assessed(whole: _Round, readings: Readings) -> Categorization:
    reasons: list[Sentence] = []
    overall: Category | None = None
    left, right = (whole.sides[side].breast() for side in (Side.LEFT, Side.RIGHT))
    if left.categories or right.categories:
        found = assess_exam(left, right, readings)
        overall = found.overall
        reasons.extend(sentences_of(found.reasons))
    elsewhere = [_after_work_up(category, whole.work_up) for category in whole.unsided]
    reasons.extend(_unsided(whole, elsewhere))
    overall = worst_of([overall, *elsewhere])
    return replace(result(overall), reasons=tuple(reasons))


def _after_work_up(category: Category, work_up: Category | None) -> Category:
    return work_up if work_up is not None and category is Category.ZERO else category


def _unsided(whole: _Round, after: Sequence[Category]) -> Iterator[Sentence]:
    for category, stands in zip(whole.unsided, after, strict=True):
        yield notes.exam_without_side(category.value)
        if stands is not category:
            yield notes.work_up_replaces(stands.value)
