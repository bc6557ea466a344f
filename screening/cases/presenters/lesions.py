"""How each lesion measured over the exams of an enrollment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from screening.cases.presenters.flag import size_text
from screening.cases.presenters.words import label_of
from screening.exams.models import Exam, Finding
from screening.programs import get_program
from screening.protocol.fields import field_named


@dataclass(frozen=True)
class LesionCell:
    """A lesion in one exam; blank where it was not seen or not measured."""

    size: str
    change: str
    category: str


@dataclass(frozen=True)
class LesionRow:
    """One lesion over the exams."""

    number: int
    location: str
    cells: tuple[LesionCell, ...]


@dataclass(frozen=True)
class LesionsPresenter:
    """The lesions of an enrollment, a column for each exam that saw one."""

    days: tuple[date, ...]
    rows: tuple[LesionRow, ...]


def present_lesions(exams: Sequence[Exam]) -> LesionsPresenter | None:
    """Return the lesions of one enrollment's exams; None where none is followed."""
    seen = [
        (exam.performed_on, found)
        for exam in sorted(exams, key=lambda each: (each.performed_on or date.min, each.id))
        if exam.performed_on is not None and (found := _followed(exam))
    ]
    if not seen:
        return None
    program = get_program(exams[0].program)
    kind = program.exam.finding
    places = field_named(kind.fields, kind.location_field).choices
    numbers = sorted({number for _, found in seen for number in found})
    rows = []
    for number in numbers:
        findings = [found.get(number) for _, found in seen]
        known = next(finding for finding in findings if finding is not None)
        rows.append(LesionRow(number, label_of(places, known.location), _cells(findings)))
    return LesionsPresenter(tuple(day for day, _ in seen), tuple(rows))


def _followed(exam: Exam) -> dict[int, Finding]:
    return {
        finding.lesion_no: finding
        for finding in exam.findings
        if finding.voided_at is None and finding.lesion_no is not None
    }


def _cells(findings: Sequence[Finding | None]) -> tuple[LesionCell, ...]:
    cells = []
    earlier: Decimal | None = None
    for finding in findings:
        if finding is None:
            cells.append(LesionCell("", "", ""))
            continue
        size = finding.size_mm
        change = _change(earlier, size)
        cells.append(LesionCell(size_text(size), change, finding.category or ""))
        earlier = size if size is not None else earlier
    return tuple(cells)


def _change(earlier: Decimal | None, size: Decimal | None) -> str:
    if earlier is None or size is None:
        return ""
    return f"{float(size - earlier):+g} mm" if size != earlier else "\N{PLUS-MINUS SIGN}0 mm"
