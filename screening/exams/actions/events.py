"""What the audit log keeps of an exam: columns, details and findings, before and after."""

from datetime import datetime

from screening.audit.actions import Subject, record
from screening.audit.diff import difference
from screening.exams.models import Exam
from screening.security.actor import Actor

COMPARED = (
    "accession_no", "site_id", "modality", "purpose", "status", "status_reason", "scheduled_on",
    "performed_on", "resulted_on", "system", "category", "computed_category", "modifiers",
    "recommendation", "reader", "machine", "comment",
)  # fmt: skip


def state_of(exam: Exam) -> dict[str, object]:
    """Return what is compared of an exam; details and findings by name and number."""
    state: dict[str, object] = {name: getattr(exam, name) for name in COMPARED}
    state |= {f"detail:{name}": value for name, value in exam.details.items()}
    for finding in exam.findings:
        if finding.voided_at is None:
            state[f"finding:{finding.finding_no}"] = finding.payload
    return state


def subject_of(exam: Exam) -> Subject:
    """Return the exam as the subject of an audit event."""
    return Subject("exam", exam.id, exam.participant_id)


def record_change(
    act: str,
    exam: Exam,
    before: dict[str, object],
    *,
    by: Actor,
    at: datetime,
    reason: str | None = None,
) -> None:
    """Note what an action changed of an exam; nothing, if it changed nothing."""
    changes = difference(before, state_of(exam))
    if changes:
        action = f"exams:exam:{act}"
        record(action, subject_of(exam), by=by, at=at, reason=reason, changes=changes)
