"""What one exam says of each breast: the category stated, or the worst of its findings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from screening.clinical.bi_rads import ORDER, Breast, Category, Modality, Side
from screening.programs.breast.exam import (
    BIRADS_OF_SIDE,
    MAMMOGRAPHY,
    MRI,
    NOT_EXAMINED,
    ULTRASOUND,
)
from screening.protocol.answers import text, word
from screening.protocol.category import ExamRecord
from screening.protocol.fields import Payload

MODALITIES: Mapping[str, Modality] = {
    MAMMOGRAPHY: Modality.MAMMOGRAPHY,
    ULTRASOUND: Modality.ULTRASOUND,
    MRI: Modality.MRI,
}
SIDES: Mapping[str, Side] = {"L": Side.LEFT, "R": Side.RIGHT}
WORST = ORDER[-1]


@dataclass(frozen=True)
class Seen:
    """One breast in one exam; `led_by` is the finding that gave the category, counted from 1."""

    category: Category | None = None
    led_by: int | None = None
    is_absent: bool = False


@dataclass(frozen=True)
class Look:
    """Both breasts in one exam, and what was found in a breast that is not stated.

    `open_findings` have no category of their own, nor has the breast in which they are.
    """

    breasts: Mapping[Side, Seen]
    unsided: Seen
    open_findings: tuple[int, ...]

    @property
    def has_category(self) -> bool:
        """Anything at all was assessed."""
        seen = (*self.breasts.values(), self.unsided)
        return any(each.category is not None for each in seen)

    @property
    def worst(self) -> Category | None:
        """The worst of both breasts."""
        seen = (*self.breasts.values(), self.unsided)
        return worst_of([each.category for each in seen])


def modality_of(code: str) -> Modality:
    """Return a modality as BI-RADS names it; one of another program counts as mammography."""
    return MODALITIES.get(code, Modality.MAMMOGRAPHY)


def worst_of(categories: Sequence[Category | None]) -> Category | None:
    """Return the most worrisome of categories; None if there is none."""
    known = [category for category in categories if category is not None]
    return max(known, key=ORDER.index, default=None)


def look_at(record: ExamRecord) -> Look:
    """Return what an exam says of each breast."""
    breasts = {side: _breast(record, code, BIRADS_OF_SIDE[code]) for code, side in SIDES.items()}
    elsewhere = [
        (number, finding)
        for number, finding in enumerate(record.findings, 1)
        if text(finding, "side") not in SIDES
    ]
    return Look(breasts, _worst_finding(elsewhere), _open_findings(record))


def _breast(record: ExamRecord, code: str, field: str) -> Seen:
    found = _worst_finding(
        [
            (number, finding)
            for number, finding in enumerate(record.findings, 1)
            if text(finding, "side") == code
        ]
    )
    stated = word(Category, record.details, field)
    if stated is None:
        is_absent = text(record.details, field) == NOT_EXAMINED
        return Seen(is_absent=True) if is_absent and found.category is None else found
    return found if worst_of([stated, found.category]) is not stated else Seen(stated)


def _worst_finding(findings: Sequence[tuple[int, Payload]]) -> Seen:
    rated = [
        (category, number)
        for number, finding in findings
        if (category := word(Category, finding, "birads")) is not None
    ]
    if not rated:
        return Seen()
    category, number = max(rated, key=lambda pair: ORDER.index(pair[0]))
    return Seen(category, number)


def _open_findings(record: ExamRecord) -> tuple[int, ...]:
    """Return the findings of which nothing says how worrisome they are."""
    stated = {
        code for code, field in BIRADS_OF_SIDE.items() if word(Category, record.details, field)
    }
    return tuple(
        number
        for number, finding in enumerate(record.findings, 1)
        if word(Category, finding, "birads") is None and text(finding, "side") not in stated
    )


def breast_of(seen: Seen, modality: Modality) -> Breast:
    """Return a breast as BI-RADS looks at it, of one exam."""
    categories = {} if seen.category is None else {modality: seen.category}
    return Breast(categories=categories, is_absent=seen.is_absent)
