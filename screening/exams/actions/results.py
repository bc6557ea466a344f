"""Computes and stores what an exam's findings mean: category, marks, reasons."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime

from sqlalchemy import delete, select

from screening.database.engine import db
from screening.exams.models import Categorization, Exam, Finding
from screening.exams.queries import entry_of, list_priors
from screening.exams.rules import ExamStatus
from screening.exams.rules.entry import LESION, ExamEntry, ReaderView, record_of
from screening.exams.rules.marks import NO_RESULT, marks_of, system_of
from screening.programs import get_program
from screening.protocol.category import Categorization as Computed
from screening.protocol.category import CategorySystem
from screening.protocol.fields import Payload
from screening.protocol.payload import to_json
from screening.protocol.wording import Sentence


def compute(
    enrollment_id: int, program: str, entry: ExamEntry, besides: int | None = None
) -> Computed | None:
    """Return what the category system makes of an entry; None where there is nothing to read.

    `besides` is the exam that the entry corrects: it is no earlier exam of itself.
    """
    found = _judged((_deciding(program, entry),), (enrollment_id, program, besides), entry)
    return found[0] if found else None


def compute_beside(
    enrollment_id: int, program: str, entry: ExamEntry, besides: int | None = None
) -> tuple[Computed, ...]:
    """Return what the program's systems other than the deciding one make of an entry."""
    deciding = _deciding(program, entry)
    others = [
        system
        for system in get_program(program).all_systems
        if system.code != deciding.code and entry.modality in system.modalities
    ]
    return _judged(others, (enrollment_id, program, besides), entry)


def _deciding(program: str, entry: ExamEntry) -> CategorySystem:
    given = entry.view.category if entry.view else None
    return system_of(get_program(program), entry.system, given)


def _judged(
    systems: Sequence[CategorySystem], whose: tuple[int, str, int | None], entry: ExamEntry
) -> tuple[Computed, ...]:
    if entry.performed_on is None or entry.status is not ExamStatus.PERFORMED:
        return ()
    judging = [system for system in systems if system.can_judge(record_of(entry))]
    enrollment_id, program, besides = whose
    priors = list_priors(enrollment_id, program, entry.performed_on, besides) if judging else ()
    return tuple(system.categorize(record_of(entry, priors)) for system in judging)


def recompute(exam: Exam) -> Computed | None:
    """Return what would be computed today from what is stored of an exam."""
    return compute(exam.enrollment_id, exam.program, entry_of(exam), exam.id)


def recompute_beside(exam: Exam) -> tuple[Computed, ...]:
    """Return what the other systems make today of what is stored of an exam."""
    return compute_beside(exam.enrollment_id, exam.program, entry_of(exam), exam.id)


def write_result(
    exam: Exam, view: ReaderView | None, computed: Computed | None, *, resulted_on: date
) -> None:
    """Set the exam's final category and marks: the reader's view, or the computed one."""
    exam.computed_category = computed.category if computed else None
    exam.category = view.category if view else exam.computed_category
    if exam.category is None:
        exam.modifiers, exam.resulted_on = "", None
        _set(exam, asdict(NO_RESULT))
        return
    exam.modifiers = view.modifiers if view else ";".join(computed.modifiers if computed else ())
    system = system_of(get_program(exam.program), exam.system, exam.category)
    exam.system, exam.resulted_on = system.code, resulted_on
    _set(exam, asdict(marks_of(system, exam.category, exam.recommendation, computed)))


def _set(exam: Exam, columns: dict[str, object]) -> None:
    for name, value in columns.items():
        setattr(exam, name, value)


def write_findings(
    exam: Exam, payloads: Sequence[Payload], computed: Computed | None, *, at: datetime, reason: str
) -> None:
    """Store the exam's findings, numbered from 1; those that changed are voided and replaced."""
    known = {each.finding_no: each for each in exam.findings if each.voided_at is None}
    stored = [to_json(payload) for payload in payloads]
    kept = {
        number
        for number, payload in enumerate(stored, 1)
        if number in known and known[number].payload == payload
    }
    for number, finding in known.items():
        if number not in kept:
            finding.voided_at, finding.void_reason = at, reason
    db.session.flush()  # the numbers of the voided findings become free
    for number, payload in enumerate(payloads, 1):
        if number not in kept:
            exam.findings.append(_finding(exam.program, number, payload))
    for finding in exam.findings:
        if finding.voided_at is None:
            found = computed.of_finding(finding.finding_no - 1) if computed else (None, None)
            finding.category, finding.asks_tissue = found


def _finding(program: str, number: int, payload: Payload) -> Finding:
    kind = get_program(program).exam.finding
    whole = {**kind.compute(payload), **payload}
    lesion = whole.get(LESION)
    return Finding(
        finding_no=number,
        lesion_no=lesion if isinstance(lesion, int) else None,
        kind=_text(whole.get(kind.kind_field)),
        size_mm=whole.get(kind.size_field),
        location=_text(whole.get(kind.location_field)),
        payload=to_json(payload),
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def write_categorization(exam: Exam, computed: Computed | None, *, at: datetime) -> None:
    """Keep the computed result with its system, version, reasons and inputs.

    What was computed from inputs that are no more is dropped; the audit log keeps its category.
    """
    rows = Categorization.exam_id == exam.id
    if computed is None:
        db.session.execute(delete(Categorization).where(rows))
        return
    row = db.session.scalar(
        select(Categorization).where(
            rows,
            Categorization.system == computed.system,
            Categorization.version == computed.version,
        )
    )
    if row is None:
        row = Categorization(exam_id=exam.id, system=computed.system, version=computed.version)
        db.session.add(row)
    row.category = computed.category
    row.modifiers = ";".join(computed.modifiers)
    row.management = computed.management
    row.reasons = [sentence_json(reason) for reason in computed.reasons]
    row.inputs = {
        "details": exam.details,
        "findings": [finding.payload for finding in exam.findings if finding.voided_at is None],
    }
    row.computed_at = at


def sentence_json(sentence: Sentence) -> dict[str, object]:
    """Return a sentence as JSON, values as text, so that it is read in either language later."""
    return {
        "text": sentence.text,
        "values": {name: str(value) for name, value in sentence.values.items()},
    }
