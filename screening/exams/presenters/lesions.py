"""Lesions over time: one row a lesion, one column an exam; and the lesions a finding may be."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from flask import url_for
from flask_babel import gettext as _

from screening.exams.models import Exam, Finding
from screening.exams.presenters.category import code_text, tone_of
from screening.exams.presenters.words import choice_label, measure, modality_label
from screening.protocol.fields import Field, field_named
from screening.protocol.program import FindingKind, Program
from screening.web.locale import between

NEW_NUMBERS = 8


@dataclass(frozen=True)
class ExamColumn:
    """One exam at the head of a column; its modality is named where the exams have several."""

    day: date | None
    modality: str
    url: str
    category: str
    tone: str


@dataclass(frozen=True)
class LesionRow:
    """One lesion; a cell holds its size on that exam, or nothing."""

    number: str
    name: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class LesionTable:
    """The lesions of a person in one program, the newest exam first."""

    columns: tuple[ExamColumn, ...]
    rows: tuple[LesionRow, ...]


def present_lesions(program: Program, exams: Sequence[Exam]) -> LesionTable:
    """Return the sizes of every lesion on these exams, which come newest first."""
    examined = [exam for exam in exams if exam.performed_on is not None]
    keys: dict[object, list[Finding | None]] = {}
    for column, exam in enumerate(examined):
        for finding in seen_on(exam):
            # A finding without a lesion number is nobody's earlier self: a row of its own.
            key = finding.lesion_no or (exam.id, finding.finding_no)
            keys.setdefault(key, [None] * len(examined))[column] = finding
    kind = program.exam.finding
    rows = sorted(
        (_row(kind, cells) for cells in keys.values()),
        key=lambda row: (not row.number, int(row.number or 0)),
    )
    return LesionTable(tuple(_columns(program, examined)), tuple(rows))


def seen_on(exam: Exam) -> list[Finding]:
    """Return the findings of an exam that are lesions: numbered or measured."""
    return [
        finding
        for finding in exam.findings
        if finding.voided_at is None and (finding.lesion_no or finding.size_mm is not None)
    ]


def _row(kind: FindingKind, cells: Sequence[Finding | None]) -> LesionRow:
    newest = next(finding for finding in cells if finding is not None)
    number = str(newest.lesion_no) if newest.lesion_no else ""
    return LesionRow(number, lesion_name(kind, newest), tuple(_cell(kind, each) for each in cells))


def _cell(kind: FindingKind, finding: Finding | None) -> str:
    if finding is None:
        return ""
    size = _size(kind, finding.size_mm) or str(_("seen"))
    return f"{size} ({finding.category})" if finding.category else size


@dataclass(frozen=True)
class PriorLine:
    """An earlier exam beside the form: when, which category, and its lesions with their sizes."""

    head: ExamColumn
    lesions: tuple[str, ...]


def present_priors(program: Program, exams: Iterable[Exam]) -> tuple[PriorLine, ...]:
    """Return the exams of a person as they stand beside the form, newest first."""
    kind = program.exam.finding
    examined = [exam for exam in exams if exam.performed_on is not None]
    return tuple(
        PriorLine(column, tuple(_lesion_text(kind, each) for each in seen_on(exam)))
        for exam, column in zip(examined, _columns(program, examined), strict=True)
    )


def _lesion_text(kind: FindingKind, finding: Finding) -> str:
    number = f"{finding.lesion_no}{between(':')}" if finding.lesion_no else ""
    words = (lesion_name(kind, finding), _cell(kind, finding))
    return number + between(",").join(word for word in words if word)


def _columns(program: Program, exams: Sequence[Exam]) -> Iterator[ExamColumn]:
    has_several = len({exam.modality for exam in exams}) > 1
    for exam in exams:
        yield ExamColumn(
            exam.performed_on,
            modality_label(program, exam.modality) if has_several else "",
            url_for("exams.show_exam", public_id=exam.public_id),
            code_text(exam.category, exam.modifiers) if exam.category else "",
            tone_of(exam.is_positive),
        )


def lesion_name(kind: FindingKind, finding: Finding) -> str:
    """Return what a lesion is, and where."""
    words = (
        choice_label(_field(kind, kind.kind_field), finding.kind),
        choice_label(_field(kind, kind.location_field), finding.location),
    )
    return between(",").join(word for word in words if word)


def _field(kind: FindingKind, code: str) -> Field:
    return field_named(kind.fields, code)


def _size(kind: FindingKind, size: Decimal | None) -> str:
    return "" if size is None else measure(size, _field(kind, kind.size_field))


@dataclass(frozen=True)
class LesionChoices:
    """The lesions that a finding may be; `is_first`: no earlier exam has one."""

    choices: tuple[tuple[str, str], ...]
    is_first: bool


def lesion_choices(program: Program, exams: Iterable[Exam]) -> LesionChoices:
    """Return the known lesions as last seen (exams come newest first), then new numbers."""
    kind = program.exam.finding
    known: dict[int, str] = {}
    for exam in exams:
        for finding in seen_on(exam):
            if finding.lesion_no:
                known.setdefault(finding.lesion_no, _seen_as(kind, exam, finding))
    first = max(known, default=0) + 1
    choices = [(str(number), f"{number}{between(':')}{known[number]}") for number in sorted(known)]
    new = str(_("new lesion"))
    choices += [
        (str(each), f"{each}{between(':')}{new}") for each in range(first, first + NEW_NUMBERS)
    ]
    return LesionChoices(tuple(choices), not known)


def _seen_as(kind: FindingKind, exam: Exam, finding: Finding) -> str:
    day = exam.performed_on.isoformat() if exam.performed_on else ""
    words = (lesion_name(kind, finding), _size(kind, finding.size_mm), day)
    return between(",").join(word for word in words if word)
