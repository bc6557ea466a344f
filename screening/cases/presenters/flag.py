"""Why a case was flagged: the exam, its category, the reasons, the findings, the readings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from flask import url_for

from screening.cases.presenters.words import category_text, label_of
from screening.exams.models import Categorization, Exam, Finding, Reading
from screening.exams.rules.labels import PURPOSE_LABELS, READING_LABELS
from screening.programs import get_program
from screening.protocol.fields import Field, Value, field_named
from screening.protocol.payload import from_json, write_value
from screening.protocol.program import FindingKind
from screening.web.filters import site_name
from screening.web.locale import say, say_stored


@dataclass(frozen=True)
class ReadingLine:
    """One reader's view."""

    at: datetime
    kind: str
    reader: str
    category: str
    reason: str


@dataclass(frozen=True)
class FindingLine:
    """One finding: its columns, and whatever else is recorded of it."""

    number: int
    lesion: str
    kind: str
    location: str
    size: str
    category: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class FlagPresenter:
    """The exam that flagged the case, and what was made of it."""

    url: str
    performed_on: date | None
    modality: str
    purpose: str
    site: str
    reader: str
    machine: str
    system: str
    category: str
    label: str
    action: str
    computed: str
    management: str
    reasons: tuple[str, ...]
    findings: tuple[FindingLine, ...]
    readings: tuple[ReadingLine, ...]
    comment: str


def present_flag(exam: Exam, made: Categorization | None) -> FlagPresenter:
    """Return why the exam flagged a case."""
    program = get_program(exam.program)
    system = program.system(exam.system or program.default_system)
    known = {each.code: each for each in system.categories}.get(exam.category or "")
    differs = exam.computed_category not in (None, exam.category)
    return FlagPresenter(
        url=url_for("exams.show_exam", public_id=exam.public_id),
        performed_on=exam.performed_on,
        modality=label_of(program.exam.modalities, exam.modality),
        purpose=say(PURPOSE_LABELS[exam.purpose]),
        site=site_name(exam.site),
        reader=exam.reader or "",
        machine=exam.machine or "",
        system=system.title,
        category=category_text(exam.category, exam.modifiers),
        label=say(known.label) if known else "",
        action=say(known.action) if known else "",
        computed=exam.computed_category or "" if differs else "",
        management=say(made.management) if made else "",
        reasons=tuple(say_stored(reason) for reason in made.reasons) if made else (),
        findings=_findings(exam.findings, program.exam.finding),
        readings=tuple(_reading(reading) for reading in exam.readings),
        comment=exam.comment or "",
    )


def _reading(reading: Reading) -> ReadingLine:
    return ReadingLine(
        reading.given_at,
        say(READING_LABELS[reading.kind]),
        reading.reader_name,
        category_text(reading.category, reading.modifiers),
        reading.differs_because or "",
    )


def _findings(findings: Sequence[Finding], kind: FindingKind) -> tuple[FindingLine, ...]:
    return tuple(_finding(finding, kind) for finding in findings if finding.voided_at is None)


def _finding(finding: Finding, kind: FindingKind) -> FindingLine:
    columns = (kind.kind_field, kind.size_field, kind.location_field, "lesion_no")
    payload = from_json(kind.fields, finding.payload)
    return FindingLine(
        number=finding.finding_no,
        lesion=str(finding.lesion_no or ""),
        kind=label_of(field_named(kind.fields, kind.kind_field).choices, finding.kind),
        location=label_of(field_named(kind.fields, kind.location_field).choices, finding.location),
        size=size_text(finding.size_mm),
        category=finding.category or "",
        facts=tuple(
            (say(field.label), value_text(field, payload[field.code]))
            for field in kind.fields
            if field.code in payload and field.code not in columns
        ),
    )


def size_text(size: object) -> str:
    """Return a size with its unit."""
    return f"{float(str(size)):g} mm" if size is not None else ""


def value_text(field: Field, value: Value) -> str:
    """Return an answer as it reads: labels of codes, numbers with their unit."""
    codes = value if isinstance(value, tuple) else (value,)
    if field.allowed:
        return ", ".join(label_of(field.allowed, str(code)) for code in codes)
    text = write_value(value)
    return f"{text} {say(field.unit)}" if field.unit else text
