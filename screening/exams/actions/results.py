"""Computes and stores what an exam's findings mean: category, marks, reasons."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import select

from screening.database.engine import db
from screening.exams.models import Categorization, Exam, Finding
from screening.exams.queries import list_priors
from screening.exams.rules import ExamStatus
from screening.exams.rules.entry import ExamEntry, ReaderView
from screening.programs import get_program
from screening.protocol.category import Categorization as Computed
from screening.protocol.category import ExamRecord
from screening.protocol.fields import Payload
from screening.protocol.payload import to_json
from screening.protocol.wording import Sentence


def compute(enrollment_id: int, program: str, entry: ExamEntry) -> Computed | None:
    """Return what the program's system makes of an entry; None where there is nothing to read."""
    if entry.performed_on is None or entry.status is not ExamStatus.PERFORMED or not entry.findings:
        return None
    definition = get_program(program)
    priors = list_priors(enrollment_id, program, entry.performed_on)
    record = ExamRecord(
        entry.performed_on, entry.purpose, entry.modality, entry.details, entry.findings, priors
    )
    return definition.system(definition.default_system).categorize(record)


def write_result(
    exam: Exam, computed: Computed | None, view: ReaderView | None, *, resulted_on: date
) -> None:
    """Set the exam's final category and marks: the reader's view, or the computed one."""
    definition = get_program(exam.program)
    exam.computed_category = computed.category if computed else None
    exam.category = view.category if view else exam.computed_category
    exam.modifiers = view.modifiers if view else ";".join(computed.modifiers if computed else ())
    exam.system = None
    exam.is_positive = exam.asks_more_imaging = exam.asks_tissue = None
    exam.resulted_on = None
    if exam.category is None:
        return
    exam.system = computed.system if computed else definition.default_system
    category = definition.system(exam.system).category(exam.category)
    exam.is_positive = category.is_positive
    exam.asks_more_imaging = category.asks_more_imaging
    exam.asks_tissue = category.asks_tissue
    exam.resulted_on = resulted_on


def write_findings(exam: Exam, payloads: Sequence[Payload], computed: Computed | None) -> None:
    """Add the exam's findings, numbered from 1, each with its own category."""
    kind = get_program(exam.program).exam.finding
    of_findings = computed.finding_categories if computed else ()
    for index, payload in enumerate(payloads):
        whole = {**kind.compute(payload), **payload}
        size, lesion = whole.get(kind.size_field), whole.get("lesion_no")
        exam.findings.append(
            Finding(
                finding_no=index + 1,
                lesion_no=lesion if isinstance(lesion, int) else None,
                kind=_text(whole.get(kind.kind_field)),
                size_mm=size,
                location=_text(whole.get(kind.location_field)),
                category=of_findings[index] if index < len(of_findings) else None,
                payload=to_json(payload),
            )
        )


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def write_categorization(exam: Exam, computed: Computed | None, *, at: datetime) -> None:
    """Keep the computed result with its system, version, reasons and inputs."""
    if computed is None:
        return
    row = db.session.scalar(
        select(Categorization).where(
            Categorization.exam_id == exam.id,
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
